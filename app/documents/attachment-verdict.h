/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/attachment-check.h"
#include "engine/dossier.h"

G_BEGIN_DECLS

/**
 * VoletsAttachmentState:
 * @VOLETS_ATTACHMENT_STATE_FINE: it is what it was when it was added
 * @VOLETS_ATTACHMENT_STATE_CHANGED: it is there, and something else than it was
 * @VOLETS_ATTACHMENT_STATE_MISSING: it is not there any more
 * @VOLETS_ATTACHMENT_STATE_REFUSED: it cannot be read, or cannot go with an application any more
 */
typedef enum {
  VOLETS_ATTACHMENT_STATE_FINE,
  VOLETS_ATTACHMENT_STATE_CHANGED,
  VOLETS_ATTACHMENT_STATE_MISSING,
  VOLETS_ATTACHMENT_STATE_REFUSED,
} VoletsAttachmentState;

/**
 * VoletsAttachmentVerdict:
 * @state: what became of the file
 * @size: its size now, in bytes; VOLETS_UNSET where it was not read
 * @sha256: (nullable): its SHA-256 now, likewise
 * @reason: (nullable): why it is refused, a French sentence
 *
 * What a look at an attached file told. Immutable and counted.
 */
typedef struct {
  VoletsAttachmentState  state;
  gint64                 size;
  char                  *sha256;
  char                  *reason;
} VoletsAttachmentVerdict;

VoletsAttachmentVerdict *volets_attachment_verdict_new    (VoletsRecord                  *record,
                                                           const VoletsAttachmentCheck   *check,
                                                           const GError                  *error);
VoletsAttachmentVerdict *volets_attachment_verdict_ref    (VoletsAttachmentVerdict       *self);
void                     volets_attachment_verdict_unref  (VoletsAttachmentVerdict       *self);
gboolean                 volets_attachment_verdict_equal  (const VoletsAttachmentVerdict *self,
                                                           const VoletsAttachmentVerdict *other);
void                     volets_attachment_verdict_report (const VoletsAttachmentVerdict *self,
                                                           VoletsRecord                  *record,
                                                           GFile                         *file,
                                                           guint                          row,
                                                           GPtrArray                     *findings);

GPtrArray               *volets_attachments_review        (VoletsDossier                 *dossier,
                                                           GFile                         *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsAttachmentVerdict, volets_attachment_verdict_unref)

G_END_DECLS
