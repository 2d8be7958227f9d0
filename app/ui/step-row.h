/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/step-state.h"

G_BEGIN_DECLS

/* One step in the list of the steps: its number, its name, how far it is. */
#define VOLETS_TYPE_STEP_ROW (volets_step_row_get_type ())
G_DECLARE_FINAL_TYPE (VoletsStepRow, volets_step_row, VOLETS, STEP_ROW, GtkListBoxRow)

GtkWidget       *volets_step_row_new       (VoletsStep       step);

VoletsStep       volets_step_row_get_step  (VoletsStepRow   *self);
VoletsStepState  volets_step_row_get_state (VoletsStepRow   *self);
void             volets_step_row_set_state (VoletsStepRow   *self,
                                            VoletsStepState  state);

G_END_DECLS
