/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "documents/funding-chart.h"

G_BEGIN_DECLS

/**
 * VoletsFundingBar:
 *
 * A bar of who pays what; with one part, the key to it in a legend. It is an image: whoever shows
 * it gives it a name that tells what is in it.
 *
 * CSS: « fundingbar », whose colours are those of its classes .state, .public, .private, .own and
 * .paper.
 */
#define VOLETS_TYPE_FUNDING_BAR (volets_funding_bar_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFundingBar, volets_funding_bar, VOLETS, FUNDING_BAR, GtkWidget)

gboolean   volets_funding_bar_set_parts (VoletsFundingBar         *self,
                                         const VoletsFundingPart  *parts,
                                         guint                     n_parts);

G_END_DECLS
