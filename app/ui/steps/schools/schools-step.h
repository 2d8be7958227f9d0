/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/step-page.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_SCHOOLS_STEP (volets_schools_step_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSchoolsStep, volets_schools_step, VOLETS, SCHOOLS_STEP, VoletsStepPage)

G_END_DECLS
