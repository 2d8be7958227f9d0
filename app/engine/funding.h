/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* What the applicant itself has voted to pay, where it has. */
#define VOLETS_TYPE_FUNDING (volets_funding_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFunding, volets_funding, VOLETS, FUNDING, VoletsRecord)

/* The fields, in the order of the files. */
enum {
  VOLETS_FUNDING_OWN_SHARE,
};

G_END_DECLS
