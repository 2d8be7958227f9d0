/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/attachment-watch.h"
#include "ui/autosave.h"
#include "ui/choice-list.h"
#include "ui/dossier-watch.h"
#include "ui/editor.h"
#include "ui/undo-entry.h"
#include "ui/unread-texts.h"

G_BEGIN_DECLS

/* What the files of the editor share: editor.c is the object, editor-file.c opens and saves,
 * editor-update.c computes, editor-undo.c keeps what can be undone, editor-rows.c changes the
 * lists, editor-fields.c has what fields need beside the answers.
 */
struct _VoletsEditor {
  GObject             parent_instance;

  VoletsDossier      *dossier;
  VoletsCall         *call;
  VoletsDossierWatch *watch;
  VoletsAttachmentWatch *attachments;
  GFile              *file;
  char               *etag;
  char               *title;
  gboolean            modified;
  gboolean            read_only;

  char               *today;        /* NULL for the date of the clock */
  VoletsSubsidy      *subsidy;
  GPtrArray          *findings;     /* of VoletsFinding */
  guint               update_source;
  VoletsUnreadTexts  *unread_texts;
  GHashTable         *choices;      /* of VoletsChoiceList by place, of the dossier as it is */

  GPtrArray          *undo_entries; /* of VoletsUndoEntry */
  VoletsUndoEntry    *open_entry;   /* what the group that is open does */
  guint               group_depth;
  guint64             last_school;  /* the largest number of a school so far */

  VoletsAutosave     *autosave;
  guint               autosave_source;
};

void          volets_editor_set_file         (VoletsEditor    *self,
                                              GFile           *file,
                                              const char      *etag);
void          volets_editor_set_modified     (VoletsEditor    *self,
                                              gboolean         modified);
void          volets_editor_set_autosave     (VoletsEditor    *self,
                                              VoletsAutosave  *autosave);
void          volets_editor_update_title     (VoletsEditor    *self);
void          volets_editor_update_read_only (VoletsEditor    *self);
void          volets_editor_notify_undo      (VoletsEditor    *self);

VoletsEditor *volets_editor_new_recovered    (VoletsDossier   *dossier,
                                              VoletsCall      *call,
                                              GFile           *file,
                                              const char      *etag,
                                              VoletsAutosave  *autosave);
void          volets_editor_start_autosave   (VoletsEditor    *self);
void          volets_editor_stop_autosave    (VoletsEditor    *self);

void          volets_editor_compute          (VoletsEditor    *self);
void          volets_editor_schedule_update  (VoletsEditor    *self);
void          volets_editor_forget_choices   (VoletsEditor    *self);

void          volets_editor_set_rows         (VoletsEditor    *self,
                                              VoletsSection    section,
                                              GPtrArray       *rows,
                                              const char      *label);

void  volets_editor_note_school_numbers (VoletsEditor *self);
char *volets_editor_next_school_id      (VoletsEditor *self);

G_END_DECLS
