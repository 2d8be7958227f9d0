/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/step-page.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_ATTACHMENTS_STEP (volets_attachments_step_get_type ())
G_DECLARE_FINAL_TYPE (VoletsAttachmentsStep, volets_attachments_step, VOLETS, ATTACHMENTS_STEP,
                      VoletsStepPage)

G_END_DECLS
