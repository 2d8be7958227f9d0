/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/call.h"

G_BEGIN_DECLS

/**
 * VoletsCatalogueButton:
 *
 * Offers the articles that the call names, by family. Signal "chosen" (const VoletsArticle *): one
 * of them was chosen; the popover is closed by then.
 */
#define VOLETS_TYPE_CATALOGUE_BUTTON (volets_catalogue_button_get_type ())
G_DECLARE_FINAL_TYPE (VoletsCatalogueButton, volets_catalogue_button, VOLETS, CATALOGUE_BUTTON,
                      AdwBin)

void volets_catalogue_button_set_call (VoletsCatalogueButton  *self,
                                       VoletsCall             *call,
                                       VoletsSection           section);

G_END_DECLS
