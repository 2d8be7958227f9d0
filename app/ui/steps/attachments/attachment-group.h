/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsAttachmentGroup:
 *
 * The files for one thing that the call asks for, or those that it does not ask for. Files are
 * chosen or dropped; one that cannot go with an application is refused with the reason.
 */
#define VOLETS_TYPE_ATTACHMENT_GROUP (volets_attachment_group_get_type ())
G_DECLARE_FINAL_TYPE (VoletsAttachmentGroup, volets_attachment_group, VOLETS, ATTACHMENT_GROUP,
                      AdwBin)

GtkWidget            *volets_attachment_group_new          (VoletsEditor           *editor,
                                                            const VoletsCallItem   *item);

const VoletsCallItem *volets_attachment_group_get_item     (VoletsAttachmentGroup  *self);
void                  volets_attachment_group_add_file     (VoletsAttachmentGroup  *self,
                                                            GFile                  *file);
void                  volets_attachment_group_update       (VoletsAttachmentGroup  *self);
guint                 volets_attachment_group_count_lost   (VoletsAttachmentGroup  *self);
gboolean              volets_attachment_group_focus_record (VoletsAttachmentGroup  *self,
                                                            VoletsRecord           *record);

G_END_DECLS
