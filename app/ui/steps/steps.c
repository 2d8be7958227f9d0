/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/steps.h"

#include "ui/steps/applicant/applicant-step.h"
#include "ui/steps/attachments/attachments-step.h"
#include "ui/steps/equipment/equipment-step.h"
#include "ui/steps/filing/filing-step.h"
#include "ui/steps/funding/funding-step.h"
#include "ui/steps/schools/schools-step.h"
#include "ui/steps/services/services-step.h"
#include "ui/steps/support/support-step.h"

static GType (*const PAGE_TYPES[VOLETS_N_STEPS]) (void) = {
  [VOLETS_STEP_APPLICANT] = volets_applicant_step_get_type,
  [VOLETS_STEP_SCHOOLS] = volets_schools_step_get_type,
  [VOLETS_STEP_EQUIPMENT] = volets_equipment_step_get_type,
  [VOLETS_STEP_SERVICES] = volets_services_step_get_type,
  [VOLETS_STEP_SUPPORT] = volets_support_step_get_type,
  [VOLETS_STEP_FUNDING] = volets_funding_step_get_type,
  [VOLETS_STEP_ATTACHMENTS] = volets_attachments_step_get_type,
  [VOLETS_STEP_FILING] = volets_filing_step_get_type,
};

/**
 * volets_steps_get_page_type:
 * @step: a step
 *
 * Returns: the type of its page
 */
GType
volets_steps_get_page_type (VoletsStep step)
{
  g_return_val_if_fail (step < VOLETS_N_STEPS, G_TYPE_INVALID);

  return PAGE_TYPES[step] ();
}
