/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/finding.h"

G_BEGIN_DECLS

/**
 * VoletsStepState:
 * @VOLETS_STEP_STATE_UNTOUCHED: nothing is answered in it yet, and something is asked for
 * @VOLETS_STEP_STATE_OPTIONAL: nothing is answered in it, and nothing is asked for
 * @VOLETS_STEP_STATE_IN_PROGRESS: begun, and answers are missing
 * @VOLETS_STEP_STATE_COMPLETE: nothing in it stands in the way of the filing
 * @VOLETS_STEP_STATE_ERRORS: begun, and something in it is wrong
 * @VOLETS_STEP_STATE_READY: of the last step: nothing is left to do in all the others
 */
typedef enum {
  VOLETS_STEP_STATE_UNTOUCHED,
  VOLETS_STEP_STATE_OPTIONAL,
  VOLETS_STEP_STATE_IN_PROGRESS,
  VOLETS_STEP_STATE_COMPLETE,
  VOLETS_STEP_STATE_ERRORS,
  VOLETS_STEP_STATE_READY,
} VoletsStepState;

void        volets_step_state_compute       (VoletsDossier    *dossier,
                                             const GPtrArray  *findings,
                                             VoletsStepState   states[VOLETS_N_STEPS]);
const char *volets_step_state_get_label     (VoletsStepState   state);
const char *volets_step_state_get_icon_name (VoletsStepState   state);

G_END_DECLS
