/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/funding/figure-grid.h"

#include "ui/text-size.h"

/* In pixels at 100 % text. */
#define COLUMN_SPACING 18

struct _VoletsFigureGrid {
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkGrid   *grid;
  char     **headings;
  GPtrArray *lines;     /* of GtkLabel *[], one array for each line */
  GtkWidget *rule;      /* above the total */
  guint      n_lines;
};

G_DEFINE_FINAL_TYPE (VoletsFigureGrid, volets_figure_grid, GTK_TYPE_WIDGET)

/* The headings are in row 0; the rule takes a row of its own above the last line. */
#define GET_ROW(line) ((int) (line) * 2 + 1)

static GtkLabel *
add_cell (VoletsFigureGrid *self,
          guint             column,
          int               row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (column == 0)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
      gtk_widget_set_hexpand (label, TRUE);
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_grid_attach (self->grid, label, (int) column, row, 1, 1);

  return GTK_LABEL (label);
}

static void
set_cell (VoletsFigureGrid *self,
          GtkLabel         *label,
          guint             column,
          const char       *line,
          const char       *text)
{
  g_autofree char *name = NULL;

  gtk_label_set_text (label, text);
  if (column == 0)
    return;

  /* A figure that is read out of its line says what it is. */
  name = g_strdup_printf ("%s, %s, %s", line, self->headings[column], text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkLabel **
add_line (VoletsFigureGrid *self)
{
  guint n_columns = g_strv_length (self->headings);
  GtkLabel **labels = g_new0 (GtkLabel *, n_columns);

  for (guint i = 0; i < n_columns; i++)
    labels[i] = add_cell (self, i, GET_ROW (self->lines->len));
  g_ptr_array_add (self->lines, labels);

  return labels;
}

static void
set_line_style (VoletsFigureGrid *self,
                guint             line,
                gboolean          is_shown,
                gboolean          is_total)
{
  GtkLabel **labels = g_ptr_array_index (self->lines, line);

  for (guint i = 0; self->headings[i] != NULL; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (labels[i]), is_shown);
      if (is_total)
        gtk_widget_add_css_class (GTK_WIDGET (labels[i]), "heading");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (labels[i]), "heading");
    }
}

static void
place_rule (VoletsFigureGrid *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));
  GtkLayoutChild *place;

  gtk_widget_set_visible (self->rule, self->n_lines > 1);
  if (self->n_lines < 2)
    return;

  place = gtk_layout_manager_get_layout_child (layout, self->rule);
  g_object_set (place, "row", GET_ROW (self->n_lines - 1) - 1,
                "column-span", (int) g_strv_length (self->headings), NULL);
}

static GtkSizeRequestMode
volets_figure_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As wide as one likes, and as high as the grid is at that width: a scroller alone would keep the
 * room that the grid needs where it is narrowest.
 */
static void
volets_figure_grid_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  VoletsFigureGrid *self = VOLETS_FIGURE_GRID (widget);
  int least_width, natural_width;

  gtk_widget_measure (GTK_WIDGET (self->grid), GTK_ORIENTATION_HORIZONTAL, -1, &least_width,
                      &natural_width, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scroller, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, natural_width);
      return;
    }

  gtk_widget_measure (GTK_WIDGET (self->grid), orientation,
                      for_size < 0 ? natural_width : MAX (for_size, least_width), minimum, natural,
                      NULL, NULL);
}

static void
volets_figure_grid_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  gtk_widget_allocate (VOLETS_FIGURE_GRID (widget)->scroller, width, height, baseline, NULL);
}

static void
volets_figure_grid_dispose (GObject *object)
{
  VoletsFigureGrid *self = VOLETS_FIGURE_GRID (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (volets_figure_grid_parent_class)->dispose (object);
}

static void
volets_figure_grid_finalize (GObject *object)
{
  VoletsFigureGrid *self = VOLETS_FIGURE_GRID (object);

  g_strfreev (self->headings);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (volets_figure_grid_parent_class)->finalize (object);
}

static void
volets_figure_grid_class_init (VoletsFigureGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = volets_figure_grid_dispose;
  object_class->finalize = volets_figure_grid_finalize;
  widget_class->get_request_mode = volets_figure_grid_get_request_mode;
  widget_class->measure = volets_figure_grid_measure;
  widget_class->size_allocate = volets_figure_grid_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
volets_figure_grid_init (VoletsFigureGrid *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->scroller = gtk_scrolled_window_new ();
  self->grid = GTK_GRID (grid);
  self->rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  volets_text_size_bind (grid, "column-spacing", COLUMN_SPACING);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_visible (self->rule, FALSE);
  gtk_grid_attach (self->grid, self->rule, 0, 0, 1, 1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), grid);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  /* The Tab key stops at it, for the arrows to scroll. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->scroller),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * volets_figure_grid_set_headings:
 * @self: a grid that has no line yet
 * @headings: (array zero-terminated=1): what is above each column, that of the labels first
 */
void
volets_figure_grid_set_headings (VoletsFigureGrid  *self,
                                 const char *const *headings)
{
  g_return_if_fail (VOLETS_IS_FIGURE_GRID (self));
  g_return_if_fail (self->headings == NULL);

  self->headings = g_strdupv ((char **) headings);
  for (guint i = 0; headings[i] != NULL; i++)
    {
      GtkLabel *label = add_cell (self, i, 0);

      gtk_label_set_text (label, headings[i]);
      gtk_widget_remove_css_class (GTK_WIDGET (label), "numeric");
      gtk_widget_add_css_class (GTK_WIDGET (label), "caption-heading");
      gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
    }
}

/**
 * volets_figure_grid_set_line:
 * @self: a grid
 * @line: which line, at most one after the last there is
 * @cells: (array zero-terminated=1): a label, and a figure for each other column
 */
void
volets_figure_grid_set_line (VoletsFigureGrid  *self,
                             guint              line,
                             const char *const *cells)
{
  GtkLabel **labels;

  g_return_if_fail (VOLETS_IS_FIGURE_GRID (self));
  g_return_if_fail (line <= self->lines->len);
  g_return_if_fail (g_strv_length ((char **) cells) == g_strv_length (self->headings));

  labels = line < self->lines->len ? g_ptr_array_index (self->lines, line) : add_line (self);
  for (guint i = 0; cells[i] != NULL; i++)
    set_cell (self, labels[i], i, cells[0], cells[i]);
}

/**
 * volets_figure_grid_set_n_lines:
 * @self: a grid
 * @n_lines: how many lines are shown, the last of which is the total
 */
void
volets_figure_grid_set_n_lines (VoletsFigureGrid *self,
                                guint             n_lines)
{
  g_return_if_fail (VOLETS_IS_FIGURE_GRID (self));
  g_return_if_fail (n_lines <= self->lines->len);

  self->n_lines = n_lines;
  for (guint i = 0; i < self->lines->len; i++)
    set_line_style (self, i, i < n_lines, i + 1 == n_lines);
  place_rule (self);
}
