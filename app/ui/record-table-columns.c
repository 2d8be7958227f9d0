/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table-private.h"

#include <glib/gi18n.h>

#include "ui/cell-face.h"
#include "ui/text-size.h"

#define NUMBERS_WIDTH 44
/* How far a column that takes what is left gives way before the table scrolls, in per cent. */
#define EXPANDING_SHRINK 65
/* The same where its cells have more lines. */
#define LARGE_EXPANDING_SHRINK 45
/* From this text size on, in per cent, a row has more lines: it is not to be wider than a page on
 * a small screen.
 */
#define LARGE_TEXT 120
/* Between the cells that are stacked in one column. */
#define LINE_SPACING 4

/* On the first line of the row, where it has more than one. A new text asks for no new layout. */
static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The place of a row to click on, and to have the focus there: its fields take the clicks and the
 * keys for themselves.
 */
static GtkWidget *
create_number (void)
{
  return g_object_new (ADW_TYPE_BIN,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_HEADER,
                       "focusable", TRUE,
                       "child", create_label ("dim-label"),
                       "css-name", "rownumber",
                       NULL);
}

static VoletsFieldKind
get_kind (VoletsSection section,
          int           field)
{
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (section)->get_type ());

  return klass->fields[field].kind;
}

static gboolean
has_numbers (VoletsSection section,
             int           field)
{
  if (field == VOLETS_FINDING_NONE)
    return TRUE;

  switch (get_kind (section, field))
    {
    case VOLETS_FIELD_MONEY:
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
    case VOLETS_FIELD_RATE:
      return TRUE;
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
    case VOLETS_FIELD_BOOLEAN:
    case VOLETS_FIELD_CHOICE:
    default:
      return FALSE;
    }
}

static GtkWidget *
create_widget (const VoletsTableColumn *column)
{
  VoletsSection section = column->table->section;
  GtkWidget *face;

  if (volets_table_column_is_field (column))
    {
      face = volets_cell_face_new (volets_field_choices_are_offered (section,
                                                                     (guint) column->field),
                                   has_numbers (section, column->field));
      gtk_widget_set_valign (face, GTK_ALIGN_START);
      return face;
    }

  return column->write != NULL ? create_label ("computed") : create_number ();
}

static void
free_cell (gpointer data)
{
  VoletsTableCell *cell = data;

  g_object_unref (cell->widget);
  g_free (cell);
}

/* Pressing the button moved the focus to the row, as GTK does with all it does not know. */
static void
check_released_cb (VoletsTableCell *cell)
{
  if (cell->editor != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell->editor));
}

/* Before the check box itself, which keeps the rest from hearing of it. */
static void
keep_focus (VoletsTableCell *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (check_released_cb), cell);
  gtk_widget_add_controller (cell->widget, GTK_EVENT_CONTROLLER (click));
}

static VoletsTableCell *
create_cell (VoletsTableColumn *column,
             GtkListItem       *item)
{
  VoletsTableCell *cell = g_new0 (VoletsTableCell, 1);

  cell->column = column;
  cell->item = item;
  cell->widget = g_object_ref_sink (create_widget (column));
  g_object_set_data (G_OBJECT (cell->widget), VOLETS_TABLE_CELL, cell);
  g_signal_connect_swapped (item, "notify::position", G_CALLBACK (volets_table_cell_place), cell);
  if (column->is_check)
    keep_focus (cell);

  return cell;
}

/* Where it stands with the text as large as it is. */
static const VoletsTablePlace *
get_place (const VoletsTableColumn *column)
{
  return column->table->is_large ? &column->large_place : &column->place;
}

static gboolean
is_in (const VoletsTableColumn *column,
       const VoletsTableColumn *host)
{
  return column == host || get_place (column)->above == host;
}

static guint
count_lines (const VoletsTableColumn *host)
{
  const GPtrArray *columns = host->table->columns;
  guint n_lines = 1;

  for (guint i = 0; i < columns->len; i++)
    {
      const VoletsTableColumn *column = g_ptr_array_index (columns, i);

      if (is_in (column, host))
        n_lines = MAX (n_lines, get_place (column)->line + 1);
    }

  return n_lines;
}

/* What is on the same line shares it. */
static GtkWidget *
stack_cells (const GPtrArray *cells)
{
  const VoletsTableCell *first = g_ptr_array_index (cells, 0);
  guint n_lines = count_lines (first->column);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACING);

  gtk_box_append (GTK_BOX (lines), first->widget);
  for (guint i = 1; i < n_lines; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, LINE_SPACING);

      for (guint j = 1; j < cells->len; j++)
        {
          const VoletsTableCell *cell = g_ptr_array_index (cells, j);

          if (get_place (cell->column)->line == i)
            gtk_box_append (GTK_BOX (line), cell->widget);
        }
      gtk_box_append (GTK_BOX (lines), line);
    }

  return lines;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          VoletsTableColumn  *host)
{
  const GPtrArray *columns = host->table->columns;
  GPtrArray *cells = g_ptr_array_new_with_free_func (free_cell);
  VoletsTableCell *cell = create_cell (host, item);

  g_ptr_array_add (cells, cell);
  for (guint i = 0; i < columns->len; i++)
    {
      VoletsTableColumn *column = g_ptr_array_index (columns, i);

      if (column != host && is_in (column, host))
        g_ptr_array_add (cells, create_cell (column, item));
    }
  /* The item loses its widget before it is torn down. */
  g_object_set_data_full (G_OBJECT (item), VOLETS_TABLE_CELL, cells,
                          (GDestroyNotify) g_ptr_array_unref);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, cells->len > 1 ? stack_cells (cells) : cell->widget);
}

static void
foreach_cell (GtkListItem *item,
              void       (*function) (VoletsTableCell *cell))
{
  GPtrArray *cells = g_object_get_data (G_OBJECT (item), VOLETS_TABLE_CELL);

  for (guint i = 0; i < cells->len; i++)
    function (g_ptr_array_index (cells, i));
}

/* A cell of a stack that has no width shares what is left; where text is large, all do. */
static void
scale_cell (const VoletsTableCell *cell)
{
  const VoletsTableColumn *column = cell->column;
  gboolean has_width = column->width > 0 && !column->table->is_large;

  if (get_place (column)->above == NULL)
    return;

  gtk_widget_set_hexpand (cell->widget, !has_width);
  if (has_width)
    gtk_widget_set_size_request (cell->widget,
                                 volets_text_size_scale (GTK_WIDGET (column->table),
                                                         column->width), -1);
}

static void
bind_cell (VoletsTableCell *cell)
{
  scale_cell (cell);
  volets_table_cell_bind (cell);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         VoletsTableColumn  *column)
{
  foreach_cell (item, bind_cell);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           VoletsTableColumn  *column)
{
  foreach_cell (item, volets_table_cell_unbind);
}

static void
detach_cell (VoletsTableCell *cell)
{
  g_signal_handlers_disconnect_by_data (cell->item, cell);
  g_object_set_data (G_OBJECT (cell->widget), VOLETS_TABLE_CELL, NULL);
  volets_table_cell_teardown (cell);
}

static void
teardown_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             VoletsTableColumn  *column)
{
  foreach_cell (item, detach_cell);
  gtk_list_item_set_child (item, NULL);
}

/* Wide enough for each of the columns that take its place where text is large. */
static int
find_width (const VoletsTableColumn *host)
{
  const GPtrArray *columns = host->table->columns;
  int width = host->width;

  for (guint i = 0; host->table->is_large && i < columns->len; i++)
    {
      const VoletsTableColumn *column = g_ptr_array_index (columns, i);

      if (column->column != NULL && is_in (column, host))
        width = MAX (width, column->width);
    }

  return width;
}

static void
scale_column (VoletsTableColumn *column)
{
  int width = column->column != NULL ? find_width (column) : -1;

  if (width <= 0)
    return;
  if (gtk_column_view_column_get_expand (column->column))
    width = width * (column->table->is_large ? LARGE_EXPANDING_SHRINK : EXPANDING_SHRINK) / 100;

  gtk_column_view_column_set_fixed_width (column->column,
                                          volets_text_size_scale (GTK_WIDGET (column->table),
                                                                  width));
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = NULL;

  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);

  return label;
}

/* Titles stand in the order of the columns of the view. */
static GtkWidget *
find_title (const VoletsTableColumn *column)
{
  GtkColumnView *view = column->table->view;
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (columns, i);

      if (other == column->column)
        break;
    }

  return title;
}

/* Over numbers, which are to the end; GTK has no property for it. */
static void
align_title (const VoletsTableColumn *column)
{
  GtkWidget *title = find_title (column);
  GtkLabel *label = title != NULL ? find_label (title) : NULL;

  if (label == NULL)
    return;

  gtk_label_set_xalign (label, 1);
  gtk_label_set_justify (label, GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
}

/* What is not always there, or is a check box, says itself what it is. */
static gboolean
is_in_title (const VoletsTableColumn *column)
{
  return column->condition == VOLETS_FINDING_NONE && !column->is_check;
}

/* « École · Commune · Nature »: what is stacked has no header of its own. Where text is large, the
 * header has the lines that the rows have.
 */
static void
show_title (VoletsTableColumn *host)
{
  const GPtrArray *columns = host->table->columns;
  g_autoptr (GString) title = g_string_new (host->title);
  guint n_lines = count_lines (host);

  for (guint line = 1; line < n_lines; line++)
    {
      gboolean is_first = host->table->is_large;

      for (guint i = 0; i < columns->len; i++)
        {
          const VoletsTableColumn *column = g_ptr_array_index (columns, i);

          if (column == host || !is_in (column, host) || get_place (column)->line != line
              || !is_in_title (column))
            continue;

          g_string_append (title, is_first ? "\n" : " · ");
          g_string_append (title, column->title);
          is_first = FALSE;
        }
    }
  gtk_column_view_column_set_title (host->column, title->str);
}

static void
show_column (VoletsTableColumn *column)
{
  scale_column (column);
  show_title (column);
  gtk_column_view_append_column (column->table->view, column->column);
  if (has_numbers (column->table->section, column->field))
    align_title (column);
}

/* All columns anew, with the cells that they have now. */
static void
arrange_columns (VoletsRecordTable *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      VoletsTableColumn *column = g_ptr_array_index (self->columns, i);

      if (get_place (column)->above == NULL)
        show_column (column);
    }
}

static VoletsTableColumn *
add_column (VoletsRecordTable *self,
            int                field,
            const char        *title)
{
  VoletsTableColumn *column = g_new0 (VoletsTableColumn, 1);

  column->table = self;
  column->field = field;
  column->title = g_strdup (title);
  column->width = -1;
  column->condition = VOLETS_FINDING_NONE;
  column->is_check = field != VOLETS_FINDING_NONE
                     && get_kind (self->section, field) == VOLETS_FIELD_BOOLEAN;
  column->spares = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->columns, column);

  return column;
}

/* Returns: its place among the columns. */
static guint
append_column (VoletsTableColumn *column,
               int                width,
               gboolean           expand)
{
  VoletsRecordTable *self = column->table;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), column);
  column->width = width;
  column->column = gtk_column_view_column_new (column->title, factory);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_expand (column->column, expand);
  show_column (column);

  return self->columns->len - 1;
}

void
volets_table_column_free (VoletsTableColumn *self)
{
  g_clear_object (&self->column);
  g_ptr_array_unref (self->spares);
  g_free (self->title);
  g_free (self);
}

gboolean
volets_table_column_is_field (const VoletsTableColumn *self)
{
  return self->field != VOLETS_FINDING_NONE;
}

/* Whether no title stands above it. */
gboolean
volets_table_column_is_stacked (const VoletsTableColumn *self)
{
  return self->place.above != NULL || (self->table->is_large && self->large_place.above != NULL);
}

/* Into sight, sideways: GTK 4.8 does that for rows only. */
void
volets_table_column_scroll_to (VoletsTableColumn *self)
{
  GtkWidget *view = GTK_WIDGET (self->table->view);
  GtkAdjustment *across = gtk_scrollbar_get_adjustment (self->table->scrollbar);
  const VoletsTableColumn *host = get_place (self)->above;
  GtkWidget *title = find_title (host != NULL ? host : self);
  graphene_rect_t bounds;
  double start;

  if (title == NULL || !gtk_widget_compute_bounds (title, view, &bounds))
    return;

  start = gtk_adjustment_get_value (across) + bounds.origin.x;
  gtk_adjustment_clamp_page (across, start, start + bounds.size.width);
}

/* The first column: what refusals of a paste and screen readers call the rows. */
void
volets_record_table_add_numbers (VoletsRecordTable *self)
{
  VoletsTableColumn *column = add_column (self, VOLETS_FINDING_NONE, _("No."));

  append_column (column, NUMBERS_WIDTH, FALSE);
  gtk_column_view_column_set_resizable (column->column, FALSE);
}

void
volets_record_table_scale_columns (VoletsRecordTable *self)
{
  gboolean is_large = volets_text_size_scale (GTK_WIDGET (self), 100) >= LARGE_TEXT;

  self->row_height = -1;
  if (is_large != self->is_large)
    {
      self->is_large = is_large;
      arrange_columns (self);
    }
  for (guint i = 0; i < self->columns->len; i++)
    scale_column (g_ptr_array_index (self->columns, i));
  for (guint i = 0; i < self->cells->len; i++)
    scale_cell (g_ptr_array_index (self->cells, i));
}

/**
 * volets_record_table_add_field:
 * @self: a table
 * @field: a field of its section
 * @title: the title of the column, translated; with the number of the row it names a cell
 * @width: in pixels at 100 % text, or -1 for what the widest row in sight takes
 * @expand: whether it takes the space that is left, and gives way a little where there is none
 *
 * Adds a column in which @field is edited. Numbers are to the end of it.
 *
 * Returns: the column, for volets_record_table_stack_field()
 */
guint
volets_record_table_add_field (VoletsRecordTable *self,
                               guint              field,
                               const char        *title,
                               int                width,
                               gboolean           expand)
{
  g_return_val_if_fail (VOLETS_IS_RECORD_TABLE (self), 0);

  return append_column (add_column (self, (int) field, title), width, expand);
}

/**
 * volets_record_table_add_computed:
 * @self: a table
 * @title: the title of the column, translated
 * @width: in pixels at 100 % text, or -1 for what the widest row in sight takes
 * @write: called for a row in sight whenever it, or anything in the dossier, changed
 * @user_data: for @write; outlives the table
 *
 * Adds a column that shows what is computed, to the end of it as numbers are.
 *
 * Returns: the column, for volets_record_table_stack_field()
 */
guint
volets_record_table_add_computed (VoletsRecordTable *self,
                                  const char        *title,
                                  int                width,
                                  VoletsRecordText   write,
                                  gpointer           user_data)
{
  VoletsTableColumn *column;

  g_return_val_if_fail (VOLETS_IS_RECORD_TABLE (self), 0);
  g_return_val_if_fail (write != NULL, 0);

  column = add_column (self, VOLETS_FINDING_NONE, title);
  column->write = write;
  column->user_data = user_data;

  return append_column (column, width, FALSE);
}

/**
 * volets_record_table_stack_field:
 * @self: a table without rows yet
 * @above: a column
 * @field: a field of its section
 * @title: the title, translated; with the number of the row it names a cell
 * @width: in pixels at 100 % text, or -1 for what is left
 * @condition: a field, yes or no, without which @field is not asked for, or VOLETS_FINDING_NONE
 *
 * Edits @field in the column @above, on a second line of the row, so that all of a row is in sight.
 * Tab comes to it after all columns that were added before.
 *
 * Returns: the column, for volets_record_table_place_large()
 */
guint
volets_record_table_stack_field (VoletsRecordTable *self,
                                 guint              above,
                                 guint              field,
                                 const char        *title,
                                 int                width,
                                 int                condition)
{
  VoletsTableColumn *column;

  g_return_val_if_fail (VOLETS_IS_RECORD_TABLE (self), 0);
  g_return_val_if_fail (above < self->columns->len, 0);

  column = add_column (self, (int) field, title);
  column->place.above = g_ptr_array_index (self->columns, above);
  column->place.line = 1;
  column->large_place = column->place;
  column->width = width;
  column->condition = condition;
  show_title (column->place.above);

  return self->columns->len - 1;
}

/**
 * volets_record_table_place_large:
 * @self: a table without a dossier yet
 * @column: a column
 * @above: a column that is never stacked
 * @line: a line of the row, from one
 *
 * Where text is large, @column stands in the column @above, on line @line of the row, so that all
 * of it is in sight then too.
 */
void
volets_record_table_place_large (VoletsRecordTable *self,
                                 guint              column,
                                 guint              above,
                                 guint              line)
{
  VoletsTableColumn *placed;

  g_return_if_fail (VOLETS_IS_RECORD_TABLE (self));
  g_return_if_fail (self->editor == NULL);
  g_return_if_fail (column < self->columns->len && above < self->columns->len);
  g_return_if_fail (line > 0);

  placed = g_ptr_array_index (self->columns, column);
  placed->large_place.above = g_ptr_array_index (self->columns, above);
  placed->large_place.line = line;
}
