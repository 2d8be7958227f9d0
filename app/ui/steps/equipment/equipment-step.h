/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/step-page.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_EQUIPMENT_STEP (volets_equipment_step_get_type ())
G_DECLARE_FINAL_TYPE (VoletsEquipmentStep, volets_equipment_step, VOLETS, EQUIPMENT_STEP,
                      VoletsStepPage)

G_END_DECLS
