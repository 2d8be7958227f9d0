/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsSubsidyPanel:
 *
 * What the State pays, always in sight: the amount, who pays what, each volet with what limits
 * it, what is left to the applicant, and on demand every line of the computation.
 */
#define VOLETS_TYPE_SUBSIDY_PANEL (volets_subsidy_panel_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSubsidyPanel, volets_subsidy_panel, VOLETS, SUBSIDY_PANEL, GtkWidget)

void       volets_subsidy_panel_set_subsidy (VoletsSubsidyPanel   *self,
                                             const VoletsSubsidy  *subsidy);

G_END_DECLS
