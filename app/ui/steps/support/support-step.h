/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/step-page.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_SUPPORT_STEP (volets_support_step_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSupportStep, volets_support_step, VOLETS, SUPPORT_STEP, VoletsStepPage)

G_END_DECLS
