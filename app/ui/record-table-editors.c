/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table-private.h"

#include <glib/gi18n.h>

#include "ui/cell-face.h"

/* Where the editors of a table are. Each is a tree of widgets, and to move one costs more than to
 * draw a row: while rows fly by they only show what is drawn of them, and the editors come where
 * the scrolling rests, a few with each frame.
 */

/* Rows above and below those in sight that have editors too. */
#define ROWS_AROUND 2
/* Before the view knows how tall it is. */
#define FIRST_ROWS 12
/* In milliseconds: whoever scrolls on does so sooner. */
#define REST 150
/* In microseconds, of each frame. */
#define BUDGET 6000

/* As a screen reader calls it. */
void
volets_table_cell_name_editor (VoletsTableCell *self)
{
  g_autofree char *name = g_strdup_printf (_("%s, row %u"), self->column->title,
                                           volets_table_cell_get_row (self) + 1);

  volets_field_editor_set_label (self->editor, name);
}

/* What has no title above it says itself what it is. */
static void
show_title (VoletsTableCell *self)
{
  const char *title = self->column->title;
  GtkWidget *input = volets_field_editor_get_input (self->editor);

  if (GTK_IS_ENTRY (input)
      && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (input)), title) != 0)
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (input), title);
    }
  else if (GTK_IS_CHECK_BUTTON (input)
           && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (input)), title) != 0)
    {
      gtk_check_button_set_label (GTK_CHECK_BUTTON (input), title);
      /* It has a longer name, with the row, which its label took away. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      volets_table_cell_name_editor (self);
    }
}

static void
entry_activate_cb (VoletsTableCell *self)
{
  volets_record_table_enter (self->column->table, self);
}

static gboolean
is_in (const VoletsTableCell *self,
       guint                  first,
       guint                  end)
{
  guint row = volets_table_cell_get_row (self);

  return row >= first && row < end;
}

/* From a cell out of sight, which keeps its editor, hidden, until another wants it. */
static VoletsFieldEditor *
take_hidden_editor (VoletsTableColumn *column)
{
  VoletsRecordTable *table = column->table;
  VoletsFieldEditor *editor = NULL;
  guint first, end;

  volets_record_table_find_sight (table, &first, &end);
  for (guint i = 0; i < table->cells->len && editor == NULL; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (table->cells, i);

      if (cell->column == column && cell->editor == NULL && !is_in (cell, first, end))
        editor = volets_cell_face_take_editor (VOLETS_CELL_FACE (cell->widget));
    }

  return editor;
}

static VoletsFieldEditor *
take_editor (VoletsTableColumn *column)
{
  VoletsFieldEditor *editor = NULL;

  if (column->spares->len > 0)
    editor = g_ptr_array_steal_index_fast (column->spares, column->spares->len - 1);
  else if (!column->is_check)
    editor = take_hidden_editor (column);
  if (editor == NULL)
    editor = g_object_ref_sink (VOLETS_FIELD_EDITOR (volets_field_editor_new ()));

  return editor;
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
  VoletsCellFace *face;
  g_autoptr (VoletsFieldEditor) editor = NULL;

  if (self->editor != NULL || !self->is_bound || !volets_table_column_is_field (self->column))
    return;

  face = VOLETS_CELL_FACE (self->widget);
  self->editor = volets_cell_face_get_editor (face);
  if (self->editor == NULL)
    self->editor = editor = take_editor (self->column);
  volets_table_cell_name_editor (self);
  volets_field_editor_bind (self->editor, table->editor, table->section, self->record,
                            (guint) self->column->field);
  g_signal_connect_swapped (self->editor, "notify::error",
                            G_CALLBACK (volets_table_cell_show_mistake), self);
  if (GTK_IS_ENTRY (volets_field_editor_get_input (self->editor)))
    g_signal_connect_swapped (volets_field_editor_get_input (self->editor), "activate",
                              G_CALLBACK (entry_activate_cb), self);
  if (volets_table_column_is_stacked (self->column))
    show_title (self);
  if (editor != NULL)
    volets_cell_face_give_editor (face, editor);
  volets_cell_face_show_editor (face, TRUE);
  volets_table_cell_show_mistake (self);
  if (!self->column->is_check)
    note_height (self);
}

/* The cell keeps it at hand, and shows what is drawn. */
void
volets_table_cell_hide_editor (VoletsTableCell *self)
{
  GtkWidget *input;

  if (self->editor == NULL)
    return;

  input = volets_field_editor_get_input (self->editor);
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (input, self);
  volets_field_editor_unbind (self->editor);
  volets_cell_face_show_editor (VOLETS_CELL_FACE (self->widget), FALSE);
  self->editor = NULL;
  self->is_stale = TRUE;
}

/* From a cell that shows nothing any more. */
void
volets_table_cell_give_editor_back (VoletsTableCell *self)
{
  VoletsFieldEditor *editor;

  g_assert (self->editor == NULL);

  if (!volets_table_column_is_field (self->column))
    return;

  editor = volets_cell_face_take_editor (VOLETS_CELL_FACE (self->widget));
  if (editor != NULL)
    g_ptr_array_add (self->column->spares, editor);
}

/* The rows that want editors, from @first to before @end: none until they are shown. */
void
volets_record_table_find_sight (VoletsRecordTable *self,
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

/* A check box stays where it is: it looks like nothing else, and is little to draw. One that is in
 * use stays, and one that holds what could not be read.
 */
static gboolean
is_held (const VoletsTableCell *self)
{
  return self->column->is_check
         || (self->editor != NULL && volets_field_editor_get_error (self->editor) != NULL)
         || self == volets_record_table_get_focused_cell (self->column->table);
}

static void
tidy_cells (VoletsRecordTable *self,
            guint              first,
            guint              end)
{
  for (guint i = self->cells->len; i > 0; i--)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i - 1);

      if (!cell->is_bound)
        volets_table_cell_release (cell);
      else if (is_in (cell, first, end))
        volets_table_cell_refresh (cell);
      else if (cell->editor != NULL && self->rest_id == 0 && !is_held (cell))
        volets_table_cell_hide_editor (cell);
    }
}

/* Returns: whether all cells in sight have one now. */
static gboolean
give_editors (VoletsRecordTable *self,
              guint              first,
              guint              end)
{
  gint64 enough = g_get_monotonic_time () + BUDGET;

  for (guint i = 0; i < self->cells->len; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i);

      if (cell->editor != NULL || !is_in (cell, first, end))
        continue;

      volets_table_cell_fill (cell);
      if (g_get_monotonic_time () > enough)
        return FALSE;
    }

  return TRUE;
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
  guint first, end;

  volets_record_table_find_sight (self, &first, &end);
  tidy_cells (self, first, end);
  show_scrollbar (self);
  if (self->rest_id == 0 && !give_editors (self, first, end))
    return G_SOURCE_CONTINUE;

  self->sight_id = 0;
  return G_SOURCE_REMOVE;
}

/* Shows what came into sight before the next frame is laid out, and gives it editors; what calls
 * this may be in the middle of the layout of this one.
 */
void
volets_record_table_update_sight (VoletsRecordTable *self)
{
  if (self->sight_id == 0)
    self->sight_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static gboolean
rest_cb (gpointer user_data)
{
  VoletsRecordTable *self = user_data;

  self->rest_id = 0;
  volets_record_table_update_sight (self);

  return G_SOURCE_REMOVE;
}

/* The rows are scrolled. */
void
volets_record_table_follow_scroll (VoletsRecordTable *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST, rest_cb, self);
  volets_record_table_update_sight (self);
}
