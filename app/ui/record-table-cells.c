/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table-private.h"

#include <glib/gi18n.h>

#include "engine/field-choices.h"
#include "engine/french.h"

/* Rows above and below those in sight that have editors too, so that scrolling shows no gap. */
#define ROWS_AROUND 6
/* More sentences would hide the table that they are about. */
#define MAX_SENTENCES 4
/* Before the view knows how tall it is. */
#define FIRST_ROWS 12

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

/* What is typed wrong, the editor of the field shows; this is for what the review finds. */
static void
show_mistake (VoletsTableCell *self)
{
  GtkWidget *input;
  const char *message;

  if (!self->is_bound || self->editor == NULL)
    return;

  input = volets_field_editor_get_input (self->editor);
  message = g_hash_table_lookup (self->column->table->mistakes,
                                 create_key (volets_table_cell_get_row (self),
                                             self->column->field));
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
  gtk_label_set_text (GTK_LABEL (self->widget), text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
write_number (VoletsTableCell *self)
{
  guint number = volets_table_cell_get_row (self) + 1;
  g_autofree char *text = volets_french_group_digits (number);
  g_autofree char *name = g_strdup_printf (_("Row %u"), number);

  gtk_label_set_text (GTK_LABEL (adw_bin_get_child (ADW_BIN (self->widget))), text);
  gtk_widget_set_size_request (self->widget, -1, self->column->table->row_height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
name_editor (VoletsTableCell *self)
{
  g_autofree char *name = g_strdup_printf (_("%s, row %u"), self->column->title,
                                           volets_table_cell_get_row (self) + 1);

  volets_field_editor_set_label (self->editor, name);
}

static gboolean
is_stacked (const VoletsTableColumn *column)
{
  return column->place.above != NULL || (column->table->is_large
                                         && column->large_place.above != NULL);
}

/* What has no title above it says itself what it is. */
static void
show_title (VoletsTableCell *self)
{
  GtkWidget *input = volets_field_editor_get_input (self->editor);

  if (GTK_IS_ENTRY (input))
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (input), self->column->title);
    }
  else if (GTK_IS_CHECK_BUTTON (input))
    {
      gtk_check_button_set_label (GTK_CHECK_BUTTON (input), self->column->title);
      /* It has a longer name, with the row, which its label took away. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      name_editor (self);
    }
}

static void
entry_activate_cb (VoletsTableCell *self)
{
  volets_record_table_enter (self->column->table, self);
}

/* Has the lists of what can be chosen offer what the dossier has now. */
void
volets_record_table_refresh_choices (VoletsRecordTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i);

      if (cell->editor != NULL
          && volets_field_choices_vary (self->section, (guint) cell->column->field))
        volets_field_editor_refresh (cell->editor);
    }
}

static VoletsFieldEditor *
take_editor (VoletsTableColumn *column)
{
  if (column->spares->len > 0)
    return g_ptr_array_steal_index_fast (column->spares, column->spares->len - 1);

  return g_object_ref_sink (VOLETS_FIELD_EDITOR (volets_field_editor_new ()));
}

/* Rows are all as tall as if they had editors, so that a scroller knows where each one is. */
static void
note_height (VoletsTableCell *self)
{
  VoletsRecordTable *table = self->column->table;
  int height;

  gtk_widget_measure (gtk_list_item_get_child (self->item), GTK_ORIENTATION_VERTICAL, -1, &height,
                      NULL, NULL, NULL);
  if (height <= table->row_height)
    return;

  table->row_height = height;
  for (guint i = 0; i < table->cells->len; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (table->cells, i);

      if (!volets_table_column_is_field (cell->column) && cell->column->write == NULL)
        gtk_widget_set_size_request (cell->widget, -1, height);
    }
}

/* Gives the cell an editor where it has none. */
void
volets_table_cell_fill (VoletsTableCell *self)
{
  VoletsRecordTable *table = self->column->table;
  g_autoptr (VoletsFieldEditor) editor = NULL;

  if (self->editor != NULL || !self->is_bound || !volets_table_column_is_field (self->column))
    return;

  editor = take_editor (self->column);
  self->editor = editor;
  name_editor (self);
  volets_field_editor_bind (editor, table->editor, table->section, self->record,
                            (guint) self->column->field);
  g_signal_connect_swapped (editor, "notify::error", G_CALLBACK (show_mistake), self);
  if (GTK_IS_ENTRY (volets_field_editor_get_input (editor)))
    g_signal_connect_swapped (volets_field_editor_get_input (editor), "activate",
                              G_CALLBACK (entry_activate_cb), self);
  if (is_stacked (self->column))
    show_title (self);
  adw_bin_set_child (ADW_BIN (self->widget), GTK_WIDGET (editor));
  show_mistake (self);
  note_height (self);
}

static void
empty_cell (VoletsTableCell *self)
{
  GtkWidget *input;

  if (self->editor == NULL)
    return;

  input = volets_field_editor_get_input (self->editor);
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (input, self);
  g_ptr_array_add (self->column->spares, g_object_ref (self->editor));
  volets_field_editor_unbind (self->editor);
  adw_bin_set_child (ADW_BIN (self->widget), NULL);
  self->editor = NULL;
}

/* The rows that want editors, from @first to before @end: none until they are shown. */
static void
find_sight (VoletsRecordTable *self,
            guint             *first,
            guint             *end)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  double height = scroll != NULL ? gtk_adjustment_get_upper (scroll) : 0;
  double page = scroll != NULL ? gtk_adjustment_get_page_size (scroll) : 0;
  double top = scroll != NULL ? gtk_adjustment_get_value (scroll) : 0;

  *first = 0;
  *end = MIN (n_rows, FIRST_ROWS);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view)) || n_rows == 0)
    *end = 0;
  else if (height > 0 && page > 0)
    {
      *first = (guint) (top / height * n_rows);
      *end = (guint) ((top + page) / height * n_rows) + ROWS_AROUND;
      *first = *first > ROWS_AROUND ? *first - ROWS_AROUND : 0;
    }
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
    name_editor (self);
  else if (self->column->write != NULL)
    write_computed (self);
  else if (!volets_table_column_is_field (self->column))
    write_number (self);
  volets_record_table_update_sight (self->column->table);
}

/* Forgets the record. */
static void
release_cell (VoletsTableCell *self)
{
  if (self->record == NULL)
    return;

  g_ptr_array_remove_fast (self->column->table->cells, self);
  empty_cell (self);
  g_clear_signal_handler (&self->notify_id, self->record);
  g_clear_object (&self->record);
}

void
volets_table_cell_bind (VoletsTableCell *self)
{
  VoletsRecord *record = gtk_list_item_get_item (self->item);

  self->is_bound = TRUE;
  if (record != self->record)
    {
      release_cell (self);
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
  release_cell (self);
}

static gboolean
holds_error (const VoletsTableCell *self)
{
  return self->editor != NULL && volets_field_editor_get_error (self->editor) != NULL;
}

/* One that is in use, or holds what could not be read, stays. */
static void
move_editors (VoletsRecordTable *self)
{
  VoletsTableCell *focused = volets_record_table_get_focused_cell (self);
  guint first, end;

  find_sight (self, &first, &end);
  for (guint i = self->cells->len; i > 0; i--)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i - 1);
      guint row = volets_table_cell_get_row (cell);

      if (!cell->is_bound)
        release_cell (cell);
      else if ((row < first || row >= end) && cell != focused && !holds_error (cell))
        empty_cell (cell);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i);
      guint row = volets_table_cell_get_row (cell);

      if (row >= first && row < end)
        volets_table_cell_fill (cell);
    }
}

static void
show_scrollbar (VoletsRecordTable *self)
{
  GtkAdjustment *across = gtk_scrollbar_get_adjustment (self->scrollbar);

  gtk_widget_set_visible (GTK_WIDGET (self->scrollbar),
                          gtk_widget_get_mapped (GTK_WIDGET (self->view))
                          && gtk_adjustment_get_upper (across)
                             > gtk_adjustment_get_page_size (across));
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  VoletsRecordTable *self = VOLETS_RECORD_TABLE (widget);

  self->sight_id = 0;
  move_editors (self);
  show_scrollbar (self);

  return G_SOURCE_REMOVE;
}

/* Moves the editors to the rows in sight before the next frame is laid out; what calls this may
 * be in the middle of the layout of this one.
 */
void
volets_record_table_update_sight (VoletsRecordTable *self)
{
  if (self->sight_id == 0)
    self->sight_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

/* Shows what the review says of the rows in sight, and computes their columns anew. */
void
volets_record_table_show_mistakes (VoletsRecordTable *self)
{
  collect_mistakes (self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i);

      if (cell->column->write == NULL)
        show_mistake (cell);
      else if (cell->is_bound)
        write_computed (cell);
    }
}
