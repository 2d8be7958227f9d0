/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-grid.h"

/* How much the text of a table shrinks at a time, in points. */
#define SHRINK_STEP 0.5

/* A head of more lines is not repeated: it would leave no room for the rows. */
#define MOST_HEAD_LINES 6

#define THIN_RULE 0.5
#define STRONG_RULE 0.9
#define UNDERLINE 1.5

struct _VoletsSheetGrid {
  VoletsSheetBlock       parent_instance;

  const VoletsSheetLook *look;
  GArray                *columns;
  GPtrArray             *rows;
  gboolean               keeps_groups;

  /* Known once the grid is prepared. */
  double                 width;
  double                 scale;
};

G_DEFINE_FINAL_TYPE (VoletsSheetGrid, volets_sheet_grid, VOLETS_TYPE_SHEET_BLOCK)

static VoletsSheetRow *
get_row (VoletsSheetGrid *self,
         guint            position)
{
  return g_ptr_array_index (self->rows, position);
}

static VoletsSheetColumn *
get_column (VoletsSheetGrid *self,
            guint            position)
{
  return &g_array_index (self->columns, VoletsSheetColumn, position);
}

static double
get_base_size (VoletsSheetGrid *self)
{
  return self->look->styles[VOLETS_SHEET_ROW_BODY].size;
}

static double
get_pitch (VoletsSheetGrid *self)
{
  VoletsTextStyle style = self->look->styles[VOLETS_SHEET_ROW_BODY];

  style.size *= self->scale;
  return volets_typesetter_get_pitch (&style);
}

/* A group has the whole width for its only cell. */
static double
get_text_width (VoletsSheetGrid      *self,
                const VoletsSheetRow *row,
                guint                 column)
{
  double width = row->kind == VOLETS_SHEET_ROW_GROUP ? self->width
                                                     : get_column (self, column)->width;

  return MAX (width - 2 * self->look->pad_x, 0);
}

static VoletsAlign
get_align (VoletsSheetGrid      *self,
           const VoletsSheetRow *row,
           guint                 column)
{
  if (row->kind == VOLETS_SHEET_ROW_GROUP)
    return VOLETS_ALIGN_START;
  return get_column (self, column)->align;
}

static void
share_width (VoletsSheetGrid  *self,
             VoletsTypesetter *typesetter)
{
  VoletsSheetColumn *columns = (VoletsSheetColumn *) (gpointer) self->columns->data;
  double base = get_base_size (self);
  double smallest = self->look->smallest > 0 ? self->look->smallest : base;
  double natural = 0;

  for (guint i = 0; i < self->columns->len; i++)
    columns[i].natural = columns[i].header = columns[i].least = 0;
  for (guint i = 0; i < self->rows->len; i++)
    volets_sheet_row_measure (get_row (self, i), typesetter, self->look, columns);

  /* Most tables have room for everything on one line; then nobody asks for the words. */
  for (guint i = 0; i < self->columns->len; i++)
    natural += MAX (columns[i].natural, columns[i].header) + 2 * self->look->pad_x + 1;
  for (guint i = 0; i < self->rows->len && natural > self->width; i++)
    volets_sheet_row_measure_least (get_row (self, i), typesetter, self->look, columns);

  for (double size = base; size >= smallest; size -= SHRINK_STEP)
    {
      self->scale = size / base;
      if (volets_sheet_columns_share (columns, self->columns->len, self->scale,
                                      2 * self->look->pad_x, self->width))
        return;
    }
}

static guint
count_lines (VoletsSheetGrid  *self,
             VoletsTypesetter *typesetter,
             VoletsSheetRow   *row,
             guint             column)
{
  return volets_sheet_row_count_lines (row, typesetter, self->look, column, self->scale,
                                       get_text_width (self, row, column));
}

/* Whether the group that a row is in goes on after it. */
static gboolean
is_in_group (VoletsSheetGrid *self,
             guint            position)
{
  return self->keeps_groups && get_row (self, position + 1)->kind == VOLETS_SHEET_ROW_BODY;
}

static gboolean
is_kept (VoletsSheetGrid *self,
         guint            position)
{
  VoletsSheetRowKind kind = get_row (self, position)->kind;

  if (position + 1 == self->rows->len)
    return self->look->keep_next;

  return self->rows->len <= self->look->whole_rows
         || kind == VOLETS_SHEET_ROW_HEAD || kind == VOLETS_SHEET_ROW_GROUP
         || get_row (self, position + 1)->kind == VOLETS_SHEET_ROW_TOTAL
         || is_in_group (self, position);
}

static void
append_row_slices (VoletsSheetGrid *self,
                   guint            position,
                   GArray          *slices)
{
  VoletsSheetRow *row = get_row (self, position);
  guint step = row->n_lines > self->look->whole_lines ? 1 : row->n_lines;

  for (guint line = 0; line < row->n_lines; line += step)
    {
      gboolean is_first = line == 0, is_last = line + step == row->n_lines;
      VoletsSheetSlice slice = {
        .block = VOLETS_SHEET_BLOCK (self),
        .row = position,
        .first_line = line,
        .n_lines = step,
        .height = step * get_pitch (self),
        .wants_head = row->kind != VOLETS_SHEET_ROW_HEAD,
      };

      if (is_first)
        slice.height += self->look->pad_y;
      else
        slice.lead = self->look->pad_y;
      if (is_last)
        slice.height += self->look->pad_y;
      if (is_first && position == 0)
        slice.before = self->look->before;
      if (is_last && position + 1 == self->rows->len)
        slice.after = self->look->after;

      /* No line of a text alone, neither at the bottom of a page nor at the top of one. */
      slice.keep_next = is_last ? is_kept (self, position)
                                : is_first || line + 2 == row->n_lines;
      g_array_append_val (slices, slice);
    }
}

static void
draw_shade (VoletsSheetGrid        *self,
            VoletsSheetFill        *fill,
            double                  x,
            const VoletsSheetSlice *slice)
{
  VoletsSheetRowKind kind = get_row (self, slice->row)->kind;
  guint32 colour = kind == VOLETS_SHEET_ROW_HEAD ? VOLETS_COLOUR_SHADE : VOLETS_COLOUR_LIGHT;

  if (self->look->ruled && kind != VOLETS_SHEET_ROW_BODY)
    volets_sheet_fill_add (fill, colour, x, slice->y, self->width, slice->height);
}

static void
draw_rules (VoletsSheetGrid        *self,
            VoletsSheetFill        *fill,
            double                  x,
            const VoletsSheetSlice *slice)
{
  VoletsSheetRow *row = get_row (self, slice->row);
  gboolean is_last_row = slice->row + 1 == self->rows->len;
  gboolean is_strong = row->kind == VOLETS_SHEET_ROW_HEAD
                       || row->kind == VOLETS_SHEET_ROW_TOTAL
                       || (is_last_row && self->look->head_tag != NULL)
                       || (!is_last_row
                           && get_row (self, slice->row + 1)->kind == VOLETS_SHEET_ROW_TOTAL);
  double bottom = slice->y + slice->height;

  if (slice->first_line + slice->n_lines < row->n_lines)
    return;

  if (self->look->underlined)
    volets_sheet_fill_add (fill, VOLETS_COLOUR_ACCENT, x, bottom - UNDERLINE, self->width,
                           UNDERLINE);
  else if (self->look->ruled && is_strong)
    volets_sheet_fill_add (fill, VOLETS_COLOUR_ACCENT, x, bottom - STRONG_RULE, self->width,
                           STRONG_RULE);
  else if (self->look->ruled)
    volets_sheet_fill_add (fill, self->look->rule_colour, x, bottom - THIN_RULE, self->width,
                           THIN_RULE);
}

static void
draw_cell (VoletsSheetGrid        *self,
           VoletsTypesetter       *typesetter,
           cairo_t                *cr,
           double                  x,
           const VoletsSheetSlice *slice,
           guint                   column)
{
  VoletsSheetRow *row = get_row (self, slice->row);
  VoletsTextStyle style = volets_sheet_row_get_style (row, self->look, column, self->scale);
  cairo_rectangle_t box = {
    .x = x + self->look->pad_x,
    .y = slice->y + (slice->first_line == 0 ? self->look->pad_y : 0),
    .width = get_text_width (self, row, column),
  };

  /* Short headers stand on the rule beside those that wrap. */
  if (row->kind == VOLETS_SHEET_ROW_HEAD && slice->n_lines == row->n_lines)
    box.y += (row->n_lines - count_lines (self, typesetter, row, column)) * get_pitch (self);

  volets_typesetter_draw (typesetter, cr, &style, row->cells[column],
                          get_align (self, row, column), &box,
                          slice->first_line, slice->n_lines);
}

/* A text that goes over the page is one P of a Span on each page, because a P that holds text
 * itself would take in the foot and the head of the pages. */
static gboolean
is_part_of_text (VoletsSheetGrid        *self,
                 const VoletsSheetSlice *slice)
{
  return self->look->block_tag == NULL && !(slice->opens && slice->closes);
}

static void
volets_sheet_grid_prepare (VoletsSheetBlock *block,
                           VoletsTypesetter *typesetter,
                           double            width)
{
  VoletsSheetGrid *self = VOLETS_SHEET_GRID (block);

  self->width = width;
  self->scale = 1;
  share_width (self, typesetter);

  for (guint i = 0; i < self->rows->len; i++)
    {
      VoletsSheetRow *row = get_row (self, i);

      row->n_lines = 1;
      for (guint j = 0; j < row->n_cells; j++)
        row->n_lines = MAX (row->n_lines, count_lines (self, typesetter, row, j));
    }
}

static void
volets_sheet_grid_append_slices (VoletsSheetBlock *block,
                                 GArray           *slices)
{
  VoletsSheetGrid *self = VOLETS_SHEET_GRID (block);

  for (guint i = 0; i < self->rows->len; i++)
    append_row_slices (self, i, slices);
}

static const char *
volets_sheet_grid_get_tag (VoletsSheetBlock       *block,
                           const VoletsSheetSlice *slice)
{
  VoletsSheetGrid *self = VOLETS_SHEET_GRID (block);

  return is_part_of_text (self, slice) ? self->look->first_tag : self->look->block_tag;
}

static gboolean
volets_sheet_grid_get_head (VoletsSheetBlock *block,
                            VoletsSheetSlice *head)
{
  VoletsSheetGrid *self = VOLETS_SHEET_GRID (block);
  VoletsSheetRow *row = get_row (self, 0);

  if (row->kind != VOLETS_SHEET_ROW_HEAD || row->n_lines > MOST_HEAD_LINES)
    return FALSE;

  *head = (VoletsSheetSlice) {
    .block = block,
    .n_lines = row->n_lines,
    .height = row->n_lines * get_pitch (self) + 2 * self->look->pad_y,
  };
  return TRUE;
}

static void
volets_sheet_grid_draw_ground (VoletsSheetBlock       *block,
                               VoletsSheetFill        *fill,
                               double                  x,
                               const VoletsSheetSlice *slice)
{
  draw_shade (VOLETS_SHEET_GRID (block), fill, x, slice);
  draw_rules (VOLETS_SHEET_GRID (block), fill, x, slice);
}

/* A row that is split has a TR on each page, because Cairo ends no cell to go on with it later:
 * what is read is the first part of every cell, then the second of every cell. */
static void
volets_sheet_grid_draw_slice (VoletsSheetBlock       *block,
                              VoletsTypesetter       *typesetter,
                              cairo_t                *cr,
                              double                  x,
                              const VoletsSheetSlice *slice,
                              gboolean                tagged)
{
  VoletsSheetGrid *self = VOLETS_SHEET_GRID (block);
  VoletsSheetRow *row = get_row (self, slice->row);

  volets_sheet_block_begin_tag (cr, self->look->row_tag, tagged);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const char *tag = is_part_of_text (self, slice)
                          ? "Span" : volets_sheet_row_get_cell_tag (row, self->look, i);

      volets_sheet_block_begin_tag (cr, tag, tagged);
      draw_cell (self, typesetter, cr, x, slice, i);
      volets_sheet_block_end_tag (cr, tag, tagged);
      x += get_column (self, i)->width;
    }
  volets_sheet_block_end_tag (cr, self->look->row_tag, tagged);
}

static void
volets_sheet_grid_finalize (GObject *object)
{
  VoletsSheetGrid *self = VOLETS_SHEET_GRID (object);

  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (volets_sheet_grid_parent_class)->finalize (object);
}

static void
volets_sheet_grid_class_init (VoletsSheetGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VoletsSheetBlockClass *block_class = VOLETS_SHEET_BLOCK_CLASS (klass);

  object_class->finalize = volets_sheet_grid_finalize;

  block_class->prepare = volets_sheet_grid_prepare;
  block_class->append_slices = volets_sheet_grid_append_slices;
  block_class->get_tag = volets_sheet_grid_get_tag;
  block_class->get_head = volets_sheet_grid_get_head;
  block_class->draw_ground = volets_sheet_grid_draw_ground;
  block_class->draw_slice = volets_sheet_grid_draw_slice;
}

static void
volets_sheet_grid_init (VoletsSheetGrid *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (VoletsSheetColumn));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_sheet_row_free);
}

/**
 * volets_sheet_grid_new:
 * @look: how it is drawn; kept, not copied
 *
 * Returns: (transfer full): a grid without columns and rows
 */
VoletsSheetGrid *
volets_sheet_grid_new (const VoletsSheetLook *look)
{
  VoletsSheetGrid *self = g_object_new (VOLETS_TYPE_SHEET_GRID, NULL);

  self->look = look;
  return self;
}

/**
 * volets_sheet_grid_new_text:
 * @look: how it is drawn; kept, not copied
 * @text: what it says
 *
 * Returns: (transfer full): a grid of one cell
 */
VoletsSheetBlock *
volets_sheet_grid_new_text (const VoletsSheetLook *look,
                            const char            *text)
{
  VoletsSheetGrid *self = volets_sheet_grid_new (look);

  volets_sheet_grid_add_column (self, VOLETS_ALIGN_START, 1, 0);
  volets_sheet_grid_add_row (self, VOLETS_SHEET_ROW_BODY, (const char *[]) { text, NULL });

  return VOLETS_SHEET_BLOCK (self);
}

/**
 * volets_sheet_grid_add_column:
 * @self: a grid without rows
 * @align: the side its text is on
 * @weight: its part of the width that is left, or 0 for as wide as what is in it
 * @most: the part of the whole width it may take, up to 1, or 0 for all
 */
void
volets_sheet_grid_add_column (VoletsSheetGrid *self,
                              VoletsAlign      align,
                              double           weight,
                              double           most)
{
  VoletsSheetColumn column = { .align = align, .weight = weight, .most = most };

  g_return_if_fail (VOLETS_IS_SHEET_GRID (self));
  g_return_if_fail (self->rows->len == 0);

  g_array_append_val (self->columns, column);
}

/**
 * volets_sheet_grid_set_verbatim:
 * @self: a grid with a column and without rows
 *
 * Has the rows of the last column keep their text as it is.
 */
void
volets_sheet_grid_set_verbatim (VoletsSheetGrid *self)
{
  g_return_if_fail (VOLETS_IS_SHEET_GRID (self));
  g_return_if_fail (self->columns->len > 0 && self->rows->len == 0);

  get_column (self, self->columns->len - 1)->verbatim = TRUE;
}

/**
 * volets_sheet_grid_keep_groups:
 * @self: a grid
 *
 * Has each group stay on one page, where a page has room for it.
 */
void
volets_sheet_grid_keep_groups (VoletsSheetGrid *self)
{
  g_return_if_fail (VOLETS_IS_SHEET_GRID (self));

  self->keeps_groups = TRUE;
}

guint
volets_sheet_grid_get_n_columns (VoletsSheetGrid *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_GRID (self), 0);

  return self->columns->len;
}

/**
 * volets_sheet_grid_add_row:
 * @self: a grid with its columns
 * @kind: what the row is
 * @cells: (array zero-terminated=1): one text for each column; only one where @kind is a group
 */
void
volets_sheet_grid_add_row (VoletsSheetGrid    *self,
                           VoletsSheetRowKind  kind,
                           const char *const  *cells)
{
  g_return_if_fail (VOLETS_IS_SHEET_GRID (self));
  g_return_if_fail (self->columns->len > 0);
  g_return_if_fail (g_strv_length ((GStrv) cells)
                    == (kind == VOLETS_SHEET_ROW_GROUP ? 1 : self->columns->len));

  g_ptr_array_add (self->rows, volets_sheet_row_new (kind, cells, get_column (self, 0)));
}

/**
 * volets_sheet_grid_set_look:
 * @self: a grid that is not prepared yet
 * @look: how it is drawn; kept, not copied
 */
void
volets_sheet_grid_set_look (VoletsSheetGrid       *self,
                            const VoletsSheetLook *look)
{
  g_return_if_fail (VOLETS_IS_SHEET_GRID (self));

  self->look = look;
}

const VoletsSheetLook *
volets_sheet_grid_get_look (VoletsSheetGrid *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_GRID (self), NULL);

  return self->look;
}

/**
 * volets_sheet_grid_get_column:
 * @self: a grid
 * @position: which of its columns, from 0
 *
 * Returns: (transfer none): the column, which has its width where the grid is prepared
 */
const VoletsSheetColumn *
volets_sheet_grid_get_column (VoletsSheetGrid *self,
                              guint            position)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_GRID (self), NULL);
  g_return_val_if_fail (position < self->columns->len, NULL);

  return get_column (self, position);
}

guint
volets_sheet_grid_get_n_rows (VoletsSheetGrid *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_GRID (self), 0);

  return self->rows->len;
}

const VoletsSheetRow *
volets_sheet_grid_get_row (VoletsSheetGrid *self,
                           guint            position)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_GRID (self), NULL);
  g_return_val_if_fail (position < self->rows->len, NULL);

  return get_row (self, position);
}
