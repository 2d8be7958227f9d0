/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "documents/exports.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsSaveButton:
 *
 * Saves the file of a paper that is looked at: it is not made anew, so what is saved is what was
 * seen.
 *
 * Signal "tried": the file is saved, or it is not, for a reason that is a sentence.
 */
#define VOLETS_TYPE_SAVE_BUTTON (volets_save_button_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSaveButton, volets_save_button, VOLETS, SAVE_BUTTON, AdwBin)

void volets_save_button_set_paper (VoletsSaveButton    *self,
                                   VoletsEditor        *editor,
                                   const VoletsExport  *paper,
                                   GBytes              *bytes);
void volets_save_button_save      (VoletsSaveButton    *self,
                                   GFile               *file);

G_END_DECLS
