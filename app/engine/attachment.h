/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* A file that goes with the application. */
#define VOLETS_TYPE_ATTACHMENT (volets_attachment_get_type ())
G_DECLARE_FINAL_TYPE (VoletsAttachment, volets_attachment, VOLETS, ATTACHMENT, VoletsRecord)

/* The fields, in the order of the files. */
enum {
  VOLETS_ATTACHMENT_KEY,
  VOLETS_ATTACHMENT_PATH,
  VOLETS_ATTACHMENT_SIZE,
  VOLETS_ATTACHMENT_SHA256,
};

G_END_DECLS
