/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/attachment-watch.h"

G_BEGIN_DECLS

/**
 * VoletsAttachmentRow:
 *
 * A file that goes with the application: what it looks like, whether it is still there and what it
 * was when it was added.
 *
 * Signals: "replace" and "remove" ask for it; "accept" asks to take the file as it is now.
 */
#define VOLETS_TYPE_ATTACHMENT_ROW (volets_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (VoletsAttachmentRow, volets_attachment_row, VOLETS, ATTACHMENT_ROW,
                      AdwPreferencesRow)

GtkWidget    *volets_attachment_row_new        (VoletsAttachmentWatch *watch);

VoletsRecord *volets_attachment_row_get_record (VoletsAttachmentRow   *self);
void          volets_attachment_row_set_record (VoletsAttachmentRow   *self,
                                                VoletsRecord          *record);
GFile        *volets_attachment_row_get_file   (VoletsAttachmentRow   *self);

G_END_DECLS
