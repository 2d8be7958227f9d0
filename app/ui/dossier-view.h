/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/finding.h"
#include "ui/editor.h"
#include "ui/step-state.h"

G_BEGIN_DECLS

/**
 * VoletsDossierView:
 *
 * An open dossier: the steps and their states, the step that is worked in, and what the dossier
 * gets. Property "step": the one that is shown. Property "steps-revealed": whether the list of
 * the steps is there; it lies over the rest where the window is too narrow for both.
 *
 * Actions: step.previous, step.next, step.help (what the call says about the section).
 */
#define VOLETS_TYPE_DOSSIER_VIEW (volets_dossier_view_get_type ())
G_DECLARE_FINAL_TYPE (VoletsDossierView, volets_dossier_view, VOLETS, DOSSIER_VIEW, AdwBin)

void             volets_dossier_view_set_editor     (VoletsDossierView    *self,
                                                     VoletsEditor         *editor);
VoletsStep       volets_dossier_view_get_step       (VoletsDossierView    *self);
void             volets_dossier_view_open_step      (VoletsDossierView    *self,
                                                     VoletsStep            step);
gboolean         volets_dossier_view_open_finding   (VoletsDossierView    *self,
                                                     const VoletsFinding  *finding);
VoletsStepState  volets_dossier_view_get_step_state (VoletsDossierView    *self,
                                                     VoletsStep            step);
void             volets_dossier_view_ask_what_to_print (VoletsDossierView *self);
void             volets_dossier_view_add_toast      (VoletsDossierView    *self,
                                                     AdwToast             *toast);

G_END_DECLS
