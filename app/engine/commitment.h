/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* A commitment that the call asks for, and whether the applicant makes it. */
#define VOLETS_TYPE_COMMITMENT (volets_commitment_get_type ())
G_DECLARE_FINAL_TYPE (VoletsCommitment, volets_commitment, VOLETS, COMMITMENT, VoletsRecord)

/* The fields, in the order of the files. */
enum {
  VOLETS_COMMITMENT_KEY,
  VOLETS_COMMITMENT_MADE,
};

G_END_DECLS
