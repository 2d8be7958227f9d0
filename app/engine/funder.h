/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* Somebody else, beside the State and the applicant, who pays a part. */
#define VOLETS_TYPE_FUNDER (volets_funder_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFunder, volets_funder, VOLETS, FUNDER, VoletsRecord)

typedef enum {
  VOLETS_FUNDER_KIND_MISSING,
  VOLETS_FUNDER_KIND_PUBLIC,
  VOLETS_FUNDER_KIND_PRIVATE,
} VoletsFunderKind;

#define VOLETS_TYPE_FUNDER_KIND (volets_funder_kind_get_type ())
GType volets_funder_kind_get_type (void);

typedef enum {
  VOLETS_FUNDER_STATUS_MISSING,
  VOLETS_FUNDER_STATUS_ASKED,
  VOLETS_FUNDER_STATUS_GRANTED,
} VoletsFunderStatus;

#define VOLETS_TYPE_FUNDER_STATUS (volets_funder_status_get_type ())
GType volets_funder_status_get_type (void);

/* The fields, in the order of the files. */
enum {
  VOLETS_FUNDER_NAME,
  VOLETS_FUNDER_KIND,
  VOLETS_FUNDER_AMOUNT,
  VOLETS_FUNDER_STATUS,
  VOLETS_FUNDER_DECISION_DATE,
};

G_END_DECLS
