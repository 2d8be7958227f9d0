/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/step-page.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_APPLICANT_STEP (volets_applicant_step_get_type ())
G_DECLARE_FINAL_TYPE (VoletsApplicantStep, volets_applicant_step, VOLETS, APPLICANT_STEP,
                      VoletsStepPage)

G_END_DECLS
