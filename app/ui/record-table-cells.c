/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table-private.h"

#include <glib/gi18n.h>

#include "engine/field-choices.h"
#include "engine/field-text.h"
#include "engine/french.h"
#include "ui/cell-face.h"

/* More sentences would hide the table that they are about. */
#define MAX_SENTENCES 4

guint
volets_table_cell_get_row (const VoletsTableCell *self)
{
  return gtk_list_item_get_position (self->item);
}

/* An answer that is not given yet is no mistake: the state of the step tells of it. */
static gboolean
is_mistake (const VoletsFinding *finding,
            VoletsSection        section)
{
  return finding->section == section && finding->severity == VOLETS_SEVERITY_ERROR
         && finding->row != VOLETS_FINDING_NONE && finding->field != VOLETS_FINDING_NONE
         && !g_str_equal (finding->code, "champ-manquant");
}

static gpointer
create_key (guint row,
            int   field)
{
  return GSIZE_TO_POINTER (((gsize) row << 8) + (gsize) field + 1);
}

/* Which cell each one is in, its colour and the number of its row tell. */
static void
show_sentences (VoletsRecordTable *self,
                GString           *sentences,
                guint              n_sentences)
{
  guint n_more = n_sentences > MAX_SENTENCES ? n_sentences - MAX_SENTENCES : 0;

  if (n_more > 0)
    g_string_append_printf (sentences, ngettext ("and %u more", "and %u more", n_more), n_more);
  g_strchomp (sentences->str);
  gtk_widget_set_visible (GTK_WIDGET (self->mistakes_label), n_sentences > 0);
  if (!g_str_equal (gtk_label_get_text (self->mistakes_label), sentences->str))
    gtk_label_set_text (self->mistakes_label, sentences->str);
}

static void
collect_mistakes (VoletsRecordTable *self)
{
  g_autoptr (GString) sentences = g_string_new (NULL);
  GPtrArray *findings = volets_editor_get_findings (self->editor);
  guint n_sentences = 0;

  g_hash_table_remove_all (self->mistakes);
  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);
      char *message;

      if (!is_mistake (finding, self->section))
        continue;

      message = volets_french_typeset (finding->message);
      if (n_sentences++ < MAX_SENTENCES)
        g_string_append_printf (sentences, "%s\n", message);
      g_hash_table_insert (self->mistakes, create_key ((guint) finding->row, finding->field),
                           message);
    }
  show_sentences (self, sentences, n_sentences);
}

static const char *
find_mistake (const VoletsTableCell *self)
{
  return g_hash_table_lookup (self->column->table->mistakes,
                              create_key (volets_table_cell_get_row (self), self->column->field));
}

/* What is typed wrong, the editor of the field shows; this is for what the review finds. */
void
volets_table_cell_show_mistake (VoletsTableCell *self)
{
  GtkWidget *input;
  const char *message;

  if (!self->is_bound || self->editor == NULL)
    return;

  input = volets_field_editor_get_input (self->editor);
  message = find_mistake (self);
  volets_field_editor_set_remark (self->editor, message, message != NULL);
  if (volets_field_editor_get_error (self->editor) != NULL)
    return;
  if ((message != NULL) == gtk_widget_has_css_class (input, "error")
      && g_strcmp0 (message, gtk_widget_get_tooltip_text (input)) == 0)
    return;

  if (message != NULL)
    gtk_widget_add_css_class (input, "error");
  else
    gtk_widget_remove_css_class (input, "error");
  gtk_widget_set_tooltip_text (input, message);
}

static void
write_computed (VoletsTableCell *self)
{
  VoletsTableColumn *column = self->column;
  g_autofree char *text = column->write (self->record, column->user_data);
  g_autofree char *name = NULL;

  name = g_strdup_printf (_("%s, row %u: %s"), column->title,
                          volets_table_cell_get_row (self) + 1, text != NULL ? text : "");
  gtk_inscription_set_text (GTK_INSCRIPTION (self->widget), text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
write_number (VoletsTableCell *self)
{
  guint number = volets_table_cell_get_row (self) + 1;
  g_autofree char *text = volets_french_group_digits (number);
  g_autofree char *name = g_strdup_printf (_("Row %u"), number);

  gtk_inscription_set_text (GTK_INSCRIPTION (adw_bin_get_child (ADW_BIN (self->widget))), text);
  gtk_widget_set_size_request (self->widget, -1, self->column->table->row_height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* What an editor would show. */
static char *
write_value (const VoletsTableCell *self)
{
  VoletsRecordTable *table = self->column->table;
  guint field = (guint) self->column->field;
  const char *unread = volets_editor_get_unread_text (table->editor, self->record, field);
  VoletsChoiceList *list;
  guint selected;

  if (unread != NULL)
    return g_strdup (unread);
  if (!volets_field_choices_are_offered (table->section, field))
    return volets_field_text_write (self->record, field);

  list = volets_editor_get_choices (table->editor, table->section, field);
  selected = volets_field_choices_get_selected (volets_choice_list_get_choices (list),
                                                self->record);

  return g_strdup (gtk_string_list_get_string (
    GTK_STRING_LIST (volets_choice_list_get_labels (list)), selected));
}

static void
draw_value (VoletsTableCell *self)
{
  VoletsCellFace *face = VOLETS_CELL_FACE (self->widget);
  g_autofree char *text = write_value (self);

  volets_cell_face_set_text (face, text, volets_table_column_is_stacked (self->column)
                                           ? self->column->title : NULL);
  volets_cell_face_set_mistake (face, find_mistake (self) != NULL);
}

/* Shows what the record holds now, and what the review says of it. */
static void
show_cell (VoletsTableCell *self)
{
  self->is_stale = FALSE;
  if (self->editor != NULL)
    volets_table_cell_show_mistake (self);
  else if (self->column->write != NULL)
    write_computed (self);
  else if (volets_table_column_is_field (self->column))
    draw_value (self);
}

void
volets_table_cell_refresh (VoletsTableCell *self)
{
  if (self->is_stale && self->is_bound)
    show_cell (self);
}

/* Has the lists of what can be chosen offer what the dossier has now. */
void
volets_record_table_refresh_choices (VoletsRecordTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i);

      if (!volets_table_column_is_field (cell->column)
          || !volets_field_choices_vary (self->section, (guint) cell->column->field))
        continue;
      if (cell->editor != NULL)
        volets_field_editor_refresh (cell->editor);
      else
        cell->is_stale = TRUE;
    }
  volets_record_table_update_sight (self);
}

/* What is not asked for of this row is not there. */
static void
show_asked_for (VoletsTableCell *self)
{
  gtk_widget_set_visible (self->widget,
                          volets_record_get_number (self->record,
                                                    (guint) self->column->condition) == TRUE);
}

/* What depends on the place of the row, which changes when one is added above. */
void
volets_table_cell_place (VoletsTableCell *self)
{
  if (!self->is_bound)
    return;

  if (self->editor != NULL)
    volets_table_cell_name_editor (self);
  else if (!volets_table_column_is_field (self->column) && self->column->write == NULL)
    write_number (self);
  show_cell (self);
  volets_record_table_update_sight (self->column->table);
}

/* Forgets the record. */
static void
forget_record (VoletsTableCell *self)
{
  if (self->record == NULL)
    return;

  g_ptr_array_remove_fast (self->column->table->cells, self);
  volets_table_cell_hide_editor (self);
  g_clear_signal_handler (&self->notify_id, self->record);
  g_clear_object (&self->record);
}

/* Lets go of all that another cell may want. */
void
volets_table_cell_release (VoletsTableCell *self)
{
  forget_record (self);
  volets_table_cell_give_editor_back (self);
}

void
volets_table_cell_bind (VoletsTableCell *self)
{
  VoletsRecord *record = gtk_list_item_get_item (self->item);

  self->is_bound = TRUE;
  if (record != self->record)
    {
      forget_record (self);
      self->record = g_object_ref (record);
      g_ptr_array_add (self->column->table->cells, self);
      if (self->column->write != NULL)
        self->notify_id = g_signal_connect_swapped (record, "notify", G_CALLBACK (write_computed),
                                                    self);
      else if (self->column->condition != VOLETS_FINDING_NONE)
        {
          self->notify_id = g_signal_connect_swapped (record, "notify",
                                                      G_CALLBACK (show_asked_for), self);
          show_asked_for (self);
        }
      if (self->column->is_check)
        volets_table_cell_fill (self);
    }
  volets_table_cell_place (self);
}

/* GTK 4.8 unbinds and binds again whenever a row is selected, or moved by one: what is typed
 * there, and the focus, must outlive it. Those that stay unbound are released with the next frame.
 */
void
volets_table_cell_unbind (VoletsTableCell *self)
{
  self->is_bound = FALSE;
  volets_record_table_update_sight (self->column->table);
}

/* Before its widget goes away. */
void
volets_table_cell_teardown (VoletsTableCell *self)
{
  self->is_bound = FALSE;
  volets_table_cell_release (self);
}

/* Shows what the review says of the rows in sight, and computes their columns anew; the others
 * follow when they come into sight.
 */
void
volets_record_table_show_mistakes (VoletsRecordTable *self)
{
  guint first, end;

  collect_mistakes (self);
  volets_record_table_find_sight (self, &first, &end);
  for (guint i = 0; i < self->cells->len; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i);
      guint row = volets_table_cell_get_row (cell);

      cell->is_stale = TRUE;
      if ((row >= first && row < end) || cell->editor != NULL)
        volets_table_cell_refresh (cell);
    }
}
