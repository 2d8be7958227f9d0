/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/step-page.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_SERVICES_STEP (volets_services_step_get_type ())
G_DECLARE_FINAL_TYPE (VoletsServicesStep, volets_services_step, VOLETS, SERVICES_STEP,
                      VoletsStepPage)

G_END_DECLS
