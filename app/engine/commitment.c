/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/commitment.h"

static const VoletsField FIELDS[] = {
  [VOLETS_COMMITMENT_KEY] = { "key", "reference", "engagement", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_COMMITMENT_MADE] = { "made", "pris", "engagement pris", VOLETS_FIELD_BOOLEAN },
};

VOLETS_DEFINE_RECORD (VoletsCommitment, volets_commitment, FIELDS)
