/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/attachment-verdict.h"
#include "engine/call.h"

G_BEGIN_DECLS

/**
 * VoletsAttachmentWatch:
 *
 * What became of the files attached to a dossier, and what is in them. They are read one after the
 * other, in a thread: each when it is attached, when it may be another one because the dossier is
 * elsewhere, and whenever somebody asks for it.
 *
 * Signal "changed": something else is known of one of them.
 */
#define VOLETS_TYPE_ATTACHMENT_WATCH (volets_attachment_watch_get_type ())
G_DECLARE_FINAL_TYPE (VoletsAttachmentWatch, volets_attachment_watch, VOLETS, ATTACHMENT_WATCH,
                      GObject)

VoletsAttachmentWatch   *volets_attachment_watch_new         (VoletsDossier         *dossier,
                                                              VoletsCall            *call,
                                                              GFile                 *place);

void                     volets_attachment_watch_set_place   (VoletsAttachmentWatch *self,
                                                              GFile                 *place);
void                     volets_attachment_watch_refresh     (VoletsAttachmentWatch *self);
GFile                   *volets_attachment_watch_get_file    (VoletsAttachmentWatch *self,
                                                              VoletsRecord          *record);
VoletsAttachmentVerdict *volets_attachment_watch_get_verdict (VoletsAttachmentWatch *self,
                                                              VoletsRecord          *record);
gboolean                 volets_attachment_watch_is_busy     (VoletsAttachmentWatch *self);
GPtrArray               *volets_attachment_watch_review      (VoletsAttachmentWatch *self);

G_END_DECLS
