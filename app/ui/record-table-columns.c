/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table-private.h"

#include <glib/gi18n.h>

#define NUMBERS_WIDTH 44
/* How far a column that takes what is left gives way before the table scrolls, in per cent. */
#define EXPANDING_SHRINK 65
/* What gtk-xft-dpi is at 100 % text, in its own unit. */
#define NORMAL_TEXT_SIZE (96 * 1024)

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
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

static GtkWidget *
create_widget (const VoletsTableColumn *column)
{
  if (volets_table_column_is_field (column))
    return adw_bin_new ();

  return column->write != NULL ? create_label ("computed") : create_number ();
}

static void
free_cell (gpointer data)
{
  VoletsTableCell *cell = data;

  g_object_unref (cell->widget);
  g_free (cell);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          VoletsTableColumn  *column)
{
  VoletsTableCell *cell = g_new0 (VoletsTableCell, 1);

  cell->column = column;
  cell->item = item;
  cell->widget = g_object_ref_sink (create_widget (column));
  /* The item loses its widget before it is torn down. */
  g_object_set_data_full (G_OBJECT (item), VOLETS_TABLE_CELL, cell, free_cell);
  g_object_set_data (G_OBJECT (cell->widget), VOLETS_TABLE_CELL, cell);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, cell->widget);
  g_signal_connect_swapped (item, "notify::position", G_CALLBACK (volets_table_cell_place), cell);
}

static VoletsTableCell *
get_cell (GtkListItem *item)
{
  return g_object_get_data (G_OBJECT (item), VOLETS_TABLE_CELL);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         VoletsTableColumn  *column)
{
  volets_table_cell_bind (get_cell (item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           VoletsTableColumn  *column)
{
  volets_table_cell_unbind (get_cell (item));
}

static void
teardown_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             VoletsTableColumn  *column)
{
  VoletsTableCell *cell = get_cell (item);

  g_signal_handlers_disconnect_by_data (item, cell);
  g_object_set_data (G_OBJECT (cell->widget), VOLETS_TABLE_CELL, NULL);
  volets_table_cell_teardown (cell);
  gtk_list_item_set_child (item, NULL);
}

/* A width is in pixels, which the text outgrows when it is enlarged. */
static void
scale_column (VoletsTableColumn *column,
              int                text_size)
{
  gint64 width = column->width;

  if (width <= 0)
    return;
  if (gtk_column_view_column_get_expand (column->column))
    width = width * EXPANDING_SHRINK / 100;

  gtk_column_view_column_set_fixed_width (column->column,
                                          (int) (width * text_size / NORMAL_TEXT_SIZE));
}

static int
get_text_size (VoletsRecordTable *self)
{
  int text_size = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &text_size, NULL);

  return text_size > 0 ? text_size : NORMAL_TEXT_SIZE;
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

/* Titles stand in the order of the columns. */
static GtkWidget *
find_title (const VoletsTableColumn *column)
{
  VoletsRecordTable *self = column->table;
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = gtk_widget_get_first_child (header);

  for (guint i = 0; title != NULL && g_ptr_array_index (self->columns, i) != column; i++)
    title = gtk_widget_get_next_sibling (title);

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
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
}

static gboolean
has_numbers (VoletsSection section,
             int           field)
{
  g_autoptr (VoletsRecordClass) klass = NULL;

  if (field == VOLETS_FINDING_NONE)
    return TRUE;

  klass = g_type_class_ref (volets_section_get_info (section)->get_type ());
  switch (klass->fields[field].kind)
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

static VoletsTableColumn *
add_column (VoletsRecordTable *self,
            int                field,
            const char        *title,
            int                width)
{
  VoletsTableColumn *column = g_new0 (VoletsTableColumn, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  column->table = self;
  column->field = field;
  column->title = g_strdup (title);
  column->width = width;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), column);
  column->column = gtk_column_view_column_new (title, factory);
  column->spares = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  g_ptr_array_add (self->columns, column);

  return column;
}

static void
append_column (VoletsTableColumn *column)
{
  VoletsRecordTable *self = column->table;

  scale_column (column, get_text_size (self));
  gtk_column_view_append_column (self->view, column->column);
  if (has_numbers (self->section, column->field))
    align_title (column);
}

void
volets_table_column_free (VoletsTableColumn *self)
{
  g_object_unref (self->column);
  g_ptr_array_unref (self->spares);
  g_free (self->title);
  g_free (self);
}

gboolean
volets_table_column_is_field (const VoletsTableColumn *self)
{
  return self->field != VOLETS_FINDING_NONE;
}

/* Into sight, sideways: GTK 4.8 does that for rows only. */
void
volets_table_column_scroll_to (VoletsTableColumn *self)
{
  GtkWidget *view = GTK_WIDGET (self->table->view);
  GtkAdjustment *across = gtk_scrollbar_get_adjustment (self->table->scrollbar);
  GtkWidget *title = find_title (self);
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
  VoletsTableColumn *column = add_column (self, VOLETS_FINDING_NONE, _("No."), NUMBERS_WIDTH);

  gtk_column_view_column_set_resizable (column->column, FALSE);
  append_column (column);
}

void
volets_record_table_scale_columns (VoletsRecordTable *self)
{
  int text_size = get_text_size (self);

  self->row_height = -1;
  for (guint i = 0; i < self->columns->len; i++)
    scale_column (g_ptr_array_index (self->columns, i), text_size);
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
 */
void
volets_record_table_add_field (VoletsRecordTable *self,
                               guint              field,
                               const char        *title,
                               int                width,
                               gboolean           expand)
{
  VoletsTableColumn *column;

  g_return_if_fail (VOLETS_IS_RECORD_TABLE (self));

  column = add_column (self, (int) field, title, width);
  gtk_column_view_column_set_expand (column->column, expand);
  append_column (column);
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
 */
void
volets_record_table_add_computed (VoletsRecordTable *self,
                                  const char        *title,
                                  int                width,
                                  VoletsRecordText   write,
                                  gpointer           user_data)
{
  VoletsTableColumn *column;

  g_return_if_fail (VOLETS_IS_RECORD_TABLE (self));
  g_return_if_fail (write != NULL);

  column = add_column (self, VOLETS_FINDING_NONE, title, width);
  column->write = write;
  column->user_data = user_data;
  append_column (column);
}
