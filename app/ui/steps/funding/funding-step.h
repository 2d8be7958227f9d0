/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/step-page.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_FUNDING_STEP (volets_funding_step_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFundingStep, volets_funding_step, VOLETS, FUNDING_STEP, VoletsStepPage)

G_END_DECLS
