/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/step.h"

static const char *const TITLES[VOLETS_N_STEPS] = {
  [VOLETS_STEP_APPLICANT] = "Collectivité",
  [VOLETS_STEP_SCHOOLS] = "Écoles",
  [VOLETS_STEP_EQUIPMENT] = "Équipement",
  [VOLETS_STEP_SERVICES] = "Services",
  [VOLETS_STEP_SUPPORT] = "Accompagnement",
  [VOLETS_STEP_FUNDING] = "Financement",
  [VOLETS_STEP_ATTACHMENTS] = "Pièces",
  [VOLETS_STEP_FILING] = "Dépôt",
};

/**
 * volets_step_get_title:
 * @step: a step
 *
 * Returns: (transfer none): its name in French
 */
const char *
volets_step_get_title (VoletsStep step)
{
  g_return_val_if_fail (step < VOLETS_N_STEPS, NULL);

  return TITLES[step];
}
