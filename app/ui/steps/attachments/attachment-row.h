/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/attachment.h"

G_BEGIN_DECLS

/**
 * VoletsAttachmentRow:
 *
 * A file that goes with the application: what it looks like, whether it is still there and what it
 * was when it was added.
 *
 * Signals: "replace" and "remove" ask for it; "accept" asks to take the file as it is now;
 * "checked": another state was found.
 */
#define VOLETS_TYPE_ATTACHMENT_ROW (volets_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (VoletsAttachmentRow, volets_attachment_row, VOLETS, ATTACHMENT_ROW,
                      AdwPreferencesRow)

/**
 * VoletsAttachmentState:
 * @VOLETS_ATTACHMENT_STATE_CHECKING: it is being read
 * @VOLETS_ATTACHMENT_STATE_FINE: it is what it was
 * @VOLETS_ATTACHMENT_STATE_CHANGED: it is there, and something else than it was
 * @VOLETS_ATTACHMENT_STATE_MISSING: it is not there any more
 * @VOLETS_ATTACHMENT_STATE_REFUSED: it cannot be read, or cannot go with an application any more
 */
typedef enum {
  VOLETS_ATTACHMENT_STATE_CHECKING,
  VOLETS_ATTACHMENT_STATE_FINE,
  VOLETS_ATTACHMENT_STATE_CHANGED,
  VOLETS_ATTACHMENT_STATE_MISSING,
  VOLETS_ATTACHMENT_STATE_REFUSED,
} VoletsAttachmentState;

GtkWidget             *volets_attachment_row_new            (void);

VoletsRecord          *volets_attachment_row_get_record     (VoletsAttachmentRow  *self);
void                   volets_attachment_row_set_record     (VoletsAttachmentRow  *self,
                                                             VoletsRecord         *record,
                                                             GFile                *dossier);
GFile                 *volets_attachment_row_get_file       (VoletsAttachmentRow  *self);
VoletsAttachmentState  volets_attachment_row_get_state      (VoletsAttachmentRow  *self);
void                   volets_attachment_row_check          (VoletsAttachmentRow  *self);

G_END_DECLS
