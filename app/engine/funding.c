/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/funding.h"

static const VoletsField FIELDS[] = {
  [VOLETS_FUNDING_OWN_SHARE] = { "own-share", "apport", "apport voté", VOLETS_FIELD_MONEY },
};

VOLETS_DEFINE_RECORD (VoletsFunding, volets_funding, FIELDS)
