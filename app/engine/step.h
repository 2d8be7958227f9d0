/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The steps of the wizard, in their order. A finding names the one where it is mended. */
typedef enum {
  VOLETS_STEP_APPLICANT,
  VOLETS_STEP_SCHOOLS,
  VOLETS_STEP_EQUIPMENT,
  VOLETS_STEP_SERVICES,
  VOLETS_STEP_SUPPORT,
  VOLETS_STEP_FUNDING,
  VOLETS_STEP_ATTACHMENTS,
  VOLETS_STEP_FILING,
  VOLETS_N_STEPS,
} VoletsStep;

const char *volets_step_get_title (VoletsStep step);

G_END_DECLS
