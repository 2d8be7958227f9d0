/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table-private.h"

static guint
get_n_rows (VoletsRecordTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static VoletsTableColumn *
get_column (VoletsRecordTable *self,
            guint              column)
{
  return g_ptr_array_index (self->columns, column);
}

static gboolean
is_field_column (VoletsRecordTable *self,
                 guint              column)
{
  return volets_table_column_is_field (get_column (self, column));
}

static guint
find_column (VoletsRecordTable       *self,
             const VoletsTableColumn *column)
{
  guint index = 0;

  g_ptr_array_find (self->columns, column, &index);

  return index;
}

static VoletsTableCell *
find_cell (VoletsRecordTable       *self,
           guint                    row,
           const VoletsTableColumn *column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      VoletsTableCell *cell = g_ptr_array_index (self->cells, i);

      if (cell->is_bound && cell->column == column && volets_table_cell_get_row (cell) == row)
        return cell;
    }

  return NULL;
}

/* The part of the view that has the rows, and the actions that GTK does not offer otherwise. */
static GtkWidget *
get_list (VoletsRecordTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* Rows are selected where GTK does it too, so that Shift and the arrows extend from there. */
static void
select_row (VoletsRecordTable *self,
            guint              row)
{
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), row))
    gtk_widget_activate_action (get_list (self), "list.select-item", "(ubb)", row, FALSE, FALSE);
}

/* Returns: (nullable): the cell that @widget is in, in a popover of the cell maybe. */
static VoletsTableCell *
find_cell_around (VoletsRecordTable *self,
                  GtkWidget         *widget)
{
  for (; widget != NULL && widget != GTK_WIDGET (self->view);
       widget = gtk_widget_get_parent (widget))
    {
      VoletsTableCell *cell = g_object_get_data (G_OBJECT (widget), VOLETS_TABLE_CELL);

      if (cell != NULL)
        return cell->column->table == self && cell->is_bound ? cell : NULL;
    }

  return NULL;
}

/* Returns: (nullable): the cell that has the focus. */
VoletsTableCell *
volets_record_table_get_focused_cell (VoletsRecordTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? find_cell_around (self, gtk_root_get_focus (root)) : NULL;
}

/* Brings the column of the cell into sight, and selects the row where something is typed; that of
 * a number GTK selects as it should.
 */
void
volets_record_table_follow_focus (VoletsRecordTable *self)
{
  VoletsTableCell *cell = volets_record_table_get_focused_cell (self);

  if (cell == NULL)
    return;

  volets_table_column_scroll_to (cell->column);
  if (volets_table_column_is_field (cell->column))
    select_row (self, volets_table_cell_get_row (cell));
}

/* GTK 4.8 complains of a text whose content is selected before it is laid out. */
static void
settle_focus (VoletsRecordTable *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (GTK_IS_TEXT (focus) && !gtk_widget_get_mapped (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
}

/* Returns: whether there is such a cell, it is shown, and it took the focus. */
gboolean
volets_record_table_focus_cell (VoletsRecordTable *self,
                                guint              row,
                                guint              column)
{
  VoletsTableCell *cell;

  if (row >= get_n_rows (self) || column >= self->columns->len)
    return FALSE;

  /* A row has cells only once it is in sight. */
  gtk_widget_activate_action (get_list (self), "list.scroll-to-item", "u", row);
  cell = find_cell (self, row, get_column (self, column));
  if (cell == NULL || !gtk_widget_get_visible (cell->widget))
    return FALSE;
  volets_table_cell_fill (cell);
  if (!gtk_widget_grab_focus (cell->editor != NULL ? GTK_WIDGET (cell->editor) : cell->widget))
    return FALSE;

  settle_focus (self);
  select_row (self, row);
  return TRUE;
}

/* Returns: whether that was a click into a cell to which no editor came yet: it has the focus now.
 */
gboolean
volets_record_table_click (VoletsRecordTable *self,
                           double             x,
                           double             y)
{
  GtkWidget *clicked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  VoletsTableCell *cell = find_cell_around (self, clicked);

  if (cell == NULL || cell->editor != NULL || !volets_table_column_is_field (cell->column))
    return FALSE;

  return volets_record_table_focus_cell (self, volets_table_cell_get_row (cell),
                                         find_column (self, cell->column));
}

gboolean
volets_record_table_focus_first_cell (VoletsRecordTable *self,
                                      guint              row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (is_field_column (self, i))
        return volets_record_table_focus_cell (self, row, i);
    }

  return FALSE;
}

/* Returns: whether there was a cell with a field on that side; from the end of a row to the
 * start of the next.
 */
static gboolean
focus_beside (VoletsRecordTable     *self,
              const VoletsTableCell *cell,
              int                    step)
{
  const gint64 n_columns = self->columns->len;
  const gint64 n_cells = n_columns * get_n_rows (self);
  gint64 place = volets_table_cell_get_row (cell) * n_columns
                 + find_column (self, cell->column);

  for (place += step; place >= 0 && place < n_cells; place += step)
    {
      if (is_field_column (self, (guint) (place % n_columns))
          && volets_record_table_focus_cell (self, (guint) (place / n_columns),
                                             (guint) (place % n_columns)))
        return TRUE;
    }

  return FALSE;
}

/* GTK would stay within the row: going back it goes forward, and from a field on the second line of
 * a column it goes on to the next column, round and round.
 */
static gboolean
leave (VoletsRecordTable *self,
       GtkDirectionType   direction)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  gboolean has_left;

  gtk_widget_set_can_focus (view, FALSE);
  has_left = gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (view)), direction);
  gtk_widget_set_can_focus (view, TRUE);

  return has_left;
}

/* From the first field of all to the number of its row, and from there out of the table. */
static gboolean
move_before_fields (VoletsRecordTable     *self,
                    const VoletsTableCell *cell)
{
  return volets_table_column_is_field (cell->column) ? volets_record_table_focus_cell (self, 0, 0)
                                                     : leave (self, GTK_DIR_TAB_BACKWARD);
}

/* Within the cell where it has more than one thing to focus, else to the next. */
static gboolean
move_along (VoletsRecordTable     *self,
            const VoletsTableCell *cell,
            GtkDirectionType       direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);

  if (gtk_widget_child_focus (cell->widget, direction) && gtk_root_get_focus (root) != focus)
    return TRUE;

  if (direction == GTK_DIR_TAB_FORWARD)
    return focus_beside (self, cell, 1) || leave (self, GTK_DIR_TAB_FORWARD);

  return focus_beside (self, cell, -1) || move_before_fields (self, cell);
}

static gboolean
move_up_or_down (VoletsRecordTable     *self,
                 const VoletsTableCell *cell,
                 int                    step)
{
  guint row = volets_table_cell_get_row (cell);

  if (step < 0 && row == 0)
    return FALSE;

  return volets_record_table_focus_cell (self, step < 0 ? row - 1 : row + 1,
                                         find_column (self, cell->column));
}

/* From a cell to the same column of the next row, which is added where there is none. */
gboolean
volets_record_table_enter (VoletsRecordTable *self,
                           VoletsTableCell   *cell)
{
  guint column = find_column (self, cell->column);
  guint row = volets_table_cell_get_row (cell) + 1;

  if (row == get_n_rows (self))
    volets_record_table_add_row (self);

  return volets_record_table_focus_cell (self, row, column);
}

static gboolean
is_in_text (VoletsRecordTable *self)
{
  return GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
}

static gboolean
is_in_popover (VoletsRecordTable     *self,
               const VoletsTableCell *cell)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER);

  return popover != NULL && gtk_widget_is_ancestor (popover, cell->widget);
}

/* Returns: whether the key moved the focus from a cell to another. */
gboolean
volets_record_table_handle_key (VoletsRecordTable *self,
                                guint              key,
                                GdkModifierType    modifiers)
{
  VoletsTableCell *cell = volets_record_table_get_focused_cell (self);
  gboolean is_shift_tab;

  if (cell == NULL || is_in_popover (self, cell))
    return FALSE;

  is_shift_tab = key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && modifiers == GDK_SHIFT_MASK);
  if (is_shift_tab)
    return move_along (self, cell, GTK_DIR_TAB_BACKWARD);
  if (modifiers != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return move_along (self, cell, GTK_DIR_TAB_FORWARD);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return is_in_text (self) && move_up_or_down (self, cell, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return is_in_text (self) && move_up_or_down (self, cell, 1);
    case GDK_KEY_Escape:
      return volets_table_column_is_field (cell->column)
             && volets_record_table_focus_cell (self, volets_table_cell_get_row (cell), 0);
    default:
      return FALSE;
    }
}

/**
 * volets_record_table_focus:
 * @self: a table
 * @row: a row, from zero, or VOLETS_FINDING_NONE
 * @field: a field of it, or VOLETS_FINDING_NONE
 *
 * Moves the focus to the cell, or to the nearest thing there is: the first cell of the row, the
 * first row, the button that adds one.
 *
 * Returns: whether the focus is in the table now
 */
gboolean
volets_record_table_focus (VoletsRecordTable *self,
                           int                row,
                           int                field)
{
  guint n_rows;

  g_return_val_if_fail (VOLETS_IS_RECORD_TABLE (self), FALSE);

  n_rows = get_n_rows (self);
  if (n_rows == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->empty_add));

  row = CLAMP (row, 0, (int) n_rows - 1);
  for (guint i = 0; field != VOLETS_FINDING_NONE && i < self->columns->len; i++)
    {
      if (get_column (self, i)->field == field)
        return volets_record_table_focus_cell (self, (guint) row, i);
    }

  return volets_record_table_focus_first_cell (self, (guint) row);
}
