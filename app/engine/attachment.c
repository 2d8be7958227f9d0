/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/attachment.h"

static const VoletsField FIELDS[] = {
  [VOLETS_ATTACHMENT_KEY] = { "key", "reference", "pièce", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_ATTACHMENT_PATH] = { "path", "chemin", "chemin du fichier", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_ATTACHMENT_SIZE] = { "size", "taille", "taille en octets", VOLETS_FIELD_SIZE, TRUE },
  [VOLETS_ATTACHMENT_SHA256] = {
    "sha256", "sha256", "empreinte SHA-256 du fichier", VOLETS_FIELD_TEXT, TRUE,
  },
};

VOLETS_DEFINE_RECORD (VoletsAttachment, volets_attachment, FIELDS)
