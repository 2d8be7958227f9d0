/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/call.h"
#include "engine/dossier.h"
#include "engine/subsidy.h"
#include "ui/attachment-watch.h"
#include "ui/choice-list.h"

G_BEGIN_DECLS

/* One open dossier: what all the widgets of a window share. */
#define VOLETS_TYPE_EDITOR (volets_editor_get_type ())
G_DECLARE_FINAL_TYPE (VoletsEditor, volets_editor, VOLETS, EDITOR, GObject)

VoletsEditor        *volets_editor_new                     (VoletsDossier       *dossier,
                                                            VoletsCall          *call);
VoletsEditor        *volets_editor_open                    (GFile               *file,
                                                            GError             **error);

VoletsDossier       *volets_editor_get_dossier             (VoletsEditor        *self);
VoletsCall          *volets_editor_get_call                (VoletsEditor        *self);
VoletsAttachmentWatch *volets_editor_get_attachments       (VoletsEditor        *self);
VoletsChoiceList    *volets_editor_get_choices             (VoletsEditor        *self,
                                                            VoletsSection        section,
                                                            guint                field);
const char          *volets_editor_get_unread_text         (VoletsEditor        *self,
                                                            VoletsRecord        *record,
                                                            guint                field);
gboolean             volets_editor_has_unread_texts        (VoletsEditor        *self);
void                 volets_editor_set_unread_text         (VoletsEditor        *self,
                                                            VoletsSection        section,
                                                            VoletsRecord        *record,
                                                            guint                field,
                                                            const char          *typed,
                                                            const char          *reason);
GFile               *volets_editor_get_file                (VoletsEditor        *self);
const char          *volets_editor_get_title               (VoletsEditor        *self);
char                *volets_editor_get_stem                (VoletsEditor        *self);
gboolean             volets_editor_get_modified            (VoletsEditor        *self);
gboolean             volets_editor_get_read_only           (VoletsEditor        *self);
const char          *volets_editor_get_recovery_error      (VoletsEditor        *self);

/* What is computed from the answers, once in each turn of the main loop that changed any. */
const VoletsSubsidy *volets_editor_get_subsidy             (VoletsEditor        *self);
GPtrArray           *volets_editor_get_findings            (VoletsEditor        *self);
void                 volets_editor_flush                   (VoletsEditor        *self);
char                *volets_editor_get_today               (VoletsEditor        *self);
void                 volets_editor_set_today               (VoletsEditor        *self,
                                                            const char          *today);

/* Changes of lists that can be undone. */
char                *volets_editor_create_school_id        (VoletsEditor        *self);
VoletsRecord        *volets_editor_create_row              (VoletsEditor        *self,
                                                            VoletsSection        section);
VoletsRecord        *volets_editor_append_row              (VoletsEditor        *self,
                                                            VoletsSection        section,
                                                            const char          *label);
void                 volets_editor_insert_rows             (VoletsEditor        *self,
                                                            VoletsSection        section,
                                                            guint                position,
                                                            GPtrArray           *records,
                                                            const char          *label);
void                 volets_editor_delete_rows             (VoletsEditor        *self,
                                                            VoletsSection        section,
                                                            const guint         *rows,
                                                            guint                n_rows,
                                                            const char          *label);
void                 volets_editor_replace_rows            (VoletsEditor        *self,
                                                            VoletsSection        section,
                                                            guint                position,
                                                            guint                n_removed,
                                                            GPtrArray           *records,
                                                            const char          *label);
void                 volets_editor_duplicate_rows          (VoletsEditor        *self,
                                                            VoletsSection        section,
                                                            const guint         *rows,
                                                            guint                n_rows,
                                                            const char          *label);
void                 volets_editor_copy_expense_to_schools (VoletsEditor        *self,
                                                            VoletsSection        section,
                                                            guint                row,
                                                            const char *const   *school_ids,
                                                            const char          *label);

void                 volets_editor_begin_group             (VoletsEditor        *self,
                                                            const char          *label);
void                 volets_editor_end_group               (VoletsEditor        *self);
gboolean             volets_editor_get_can_undo            (VoletsEditor        *self);
const char          *volets_editor_get_undo_label          (VoletsEditor        *self);
gboolean             volets_editor_get_undo_is_addition    (VoletsEditor        *self);
gboolean             volets_editor_undo                    (VoletsEditor        *self);

gboolean             volets_editor_save                    (VoletsEditor        *self,
                                                            GFile               *file,
                                                            gboolean             overwrite,
                                                            GError             **error);

G_END_DECLS
