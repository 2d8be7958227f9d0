/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* Who accompanies the teachers, and the project that was worked out with them. */
#define VOLETS_TYPE_SUPPORT (volets_support_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSupport, volets_support, VOLETS, SUPPORT, VoletsRecord)

/* The fields, in the order of the files. */
enum {
  VOLETS_SUPPORT_INSPECTOR,
  VOLETS_SUPPORT_INSPECTOR_EMAIL,
  VOLETS_SUPPORT_ADVISER,
  VOLETS_SUPPORT_ADVISER_EMAIL,
  VOLETS_SUPPORT_TEACHERS,
  VOLETS_SUPPORT_TEXT,
};

G_END_DECLS
