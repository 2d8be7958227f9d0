/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/step-state.h"

G_BEGIN_DECLS

/**
 * VoletsStepList:
 *
 * The steps of the wizard, each with its state. Its property "step" is the one that is shown; the
 * arrow keys change it. Signal "activated": a step was clicked, or chosen with Enter, to work in.
 */
#define VOLETS_TYPE_STEP_LIST (volets_step_list_get_type ())
G_DECLARE_FINAL_TYPE (VoletsStepList, volets_step_list, VOLETS, STEP_LIST, AdwBin)

VoletsStep       volets_step_list_get_step   (VoletsStepList         *self);
void             volets_step_list_set_step   (VoletsStepList         *self,
                                              VoletsStep              step);
VoletsStepState  volets_step_list_get_state  (VoletsStepList         *self,
                                              VoletsStep              step);
void             volets_step_list_set_states (VoletsStepList         *self,
                                              const VoletsStepState   states[VOLETS_N_STEPS]);

G_END_DECLS
