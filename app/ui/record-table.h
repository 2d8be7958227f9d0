/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/finding.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsRecordTable:
 *
 * The rows of one section of a dossier, edited in place, with buttons to add, duplicate, delete
 * and paste rows. As tall as its rows up to a limit, then it scrolls.
 *
 * Its properties are set in the template that uses it: "section", the name of the section,
 * « schools »; "label", what a screen reader calls it; "add-label", what the button that adds a
 * row says; "empty-title" and "empty-description", what stands there before the first row;
 * "optional", whether there may well be none, so that adding one is not what is to be done next.
 *
 * Its actions are table.add, table.duplicate, table.delete and table.paste. Each change can be
 * undone by the editor. In a cell, Tab goes to the next one, Enter to the same column of the
 * next row, which it adds at the end, Escape to the number of the row; there, Delete deletes.
 */
#define VOLETS_TYPE_RECORD_TABLE (volets_record_table_get_type ())
G_DECLARE_FINAL_TYPE (VoletsRecordTable, volets_record_table, VOLETS, RECORD_TABLE, GtkWidget)

/* What a computed column shows of a row; (transfer full) (nullable). */
typedef char *(*VoletsRecordText) (VoletsRecord *record,
                                   gpointer      user_data);

guint    volets_record_table_add_field    (VoletsRecordTable    *self,
                                           guint                 field,
                                           const char           *title,
                                           int                   width,
                                           gboolean              expand);
guint    volets_record_table_add_computed (VoletsRecordTable    *self,
                                           const char           *title,
                                           int                   width,
                                           VoletsRecordText      write,
                                           gpointer              user_data);
guint    volets_record_table_stack_field  (VoletsRecordTable    *self,
                                           guint                 above,
                                           guint                 field,
                                           const char           *title,
                                           int                   width,
                                           int                   condition);
void     volets_record_table_place_large  (VoletsRecordTable    *self,
                                           guint                 column,
                                           guint                 above,
                                           guint                 line);
void     volets_record_table_set_total    (VoletsRecordTable    *self,
                                           const char           *total);
void     volets_record_table_set_editor   (VoletsRecordTable    *self,
                                           VoletsEditor         *editor);
void     volets_record_table_paste_text   (VoletsRecordTable    *self,
                                           const char           *text);
gboolean volets_record_table_focus        (VoletsRecordTable    *self,
                                           int                   row,
                                           int                   field);

VoletsSection      volets_record_table_get_section   (VoletsRecordTable *self);
GtkSelectionModel *volets_record_table_get_selection (VoletsRecordTable *self);

G_END_DECLS
