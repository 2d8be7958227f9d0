/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-row.h"

#include <string.h>

/* A column of text may be narrower than its longest word where that is longer than this, in
 * points: one odd word must not take the width from all the others. */
#define LONGEST_WORD 84.0

/* What a text may be wider than was measured at another size, in points. */
#define SLACK 0.3

/**
 * volets_sheet_row_new:
 * @kind: what the row is
 * @cells: (array zero-terminated=1): its texts
 * @columns: the columns of the grid it is for
 *
 * Returns: (transfer full): a row
 */
VoletsSheetRow *
volets_sheet_row_new (VoletsSheetRowKind       kind,
                      const char *const       *cells,
                      const VoletsSheetColumn *columns)
{
  VoletsSheetRow *self = g_new0 (VoletsSheetRow, 1);

  self->kind = kind;
  self->n_cells = g_strv_length ((GStrv) cells);
  self->cells = g_new0 (char *, self->n_cells + 1);
  self->naturals = g_new0 (double, self->n_cells);
  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i] = kind == VOLETS_SHEET_ROW_BODY && columns[i].verbatim
                       ? volets_typesetter_clean_verbatim (cells[i])
                       : volets_typesetter_clean (cells[i]);

  return self;
}

/**
 * volets_sheet_row_free:
 * @self: (transfer full): a row
 */
void
volets_sheet_row_free (VoletsSheetRow *self)
{
  g_strfreev (self->cells);
  g_free (self->naturals);
  g_free (self);
}

static gboolean
is_label (const VoletsSheetLook *look,
          guint                  cell)
{
  return look->in_pairs ? cell % 2 == 0 : cell == 0;
}

/**
 * volets_sheet_row_get_style:
 * @self: a row
 * @look: how its grid is drawn
 * @cell: which of its cells, from 0
 * @scale: the size of the text over that of @look
 *
 * Returns: how the text of the cell looks
 */
VoletsTextStyle
volets_sheet_row_get_style (const VoletsSheetRow  *self,
                            const VoletsSheetLook *look,
                            guint                  cell,
                            double                 scale)
{
  VoletsTextStyle style = look->styles[self->kind];

  style.size *= scale;
  if (self->kind == VOLETS_SHEET_ROW_BODY && is_label (look, cell))
    {
      style.colour = look->first_colour;
      style.bold = style.bold || look->label_bold;
    }

  return style;
}

/**
 * volets_sheet_row_get_cell_tag:
 * @self: a row
 * @look: how its grid is drawn
 * @cell: which of its cells, from 0
 *
 * Returns: (transfer none) (nullable): the structure tag of the cell
 */
const char *
volets_sheet_row_get_cell_tag (const VoletsSheetRow  *self,
                               const VoletsSheetLook *look,
                               guint                  cell)
{
  if (self->kind == VOLETS_SHEET_ROW_HEAD || self->kind == VOLETS_SHEET_ROW_GROUP)
    return look->head_tag;

  return is_label (look, cell) ? look->first_tag : look->cell_tag;
}

/**
 * volets_sheet_row_measure:
 * @self: a row
 * @typesetter: what measures the text
 * @look: how its grid is drawn
 * @columns: the columns of its grid, which learn what they want
 */
void
volets_sheet_row_measure (VoletsSheetRow        *self,
                          VoletsTypesetter      *typesetter,
                          const VoletsSheetLook *look,
                          VoletsSheetColumn     *columns)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      VoletsTextStyle style = volets_sheet_row_get_style (self, look, i, 1);
      double natural = volets_typesetter_measure (typesetter, &style, self->cells[i]);

      self->naturals[i] = natural;
      if (self->kind == VOLETS_SHEET_ROW_HEAD)
        columns[i].header = MAX (columns[i].header, natural);
      else if (self->kind != VOLETS_SHEET_ROW_GROUP)
        columns[i].natural = MAX (columns[i].natural, natural);
    }
}

/**
 * volets_sheet_row_measure_least:
 * @self: a measured row
 * @typesetter: what measures the text
 * @look: how its grid is drawn
 * @columns: the columns of its grid, which learn what they need
 *
 * Amounts are not to be broken at all, nor the words of a header; other words as far as they are
 * words.
 */
void
volets_sheet_row_measure_least (VoletsSheetRow        *self,
                                VoletsTypesetter      *typesetter,
                                const VoletsSheetLook *look,
                                VoletsSheetColumn     *columns)
{
  if (self->kind == VOLETS_SHEET_ROW_GROUP)
    return;

  for (guint i = 0; i < self->n_cells; i++)
    {
      VoletsTextStyle style = volets_sheet_row_get_style (self, look, i, 1);
      double least = self->naturals[i];

      if (least <= columns[i].least)
        continue;
      if (columns[i].align != VOLETS_ALIGN_END || self->kind == VOLETS_SHEET_ROW_HEAD)
        least = volets_typesetter_measure_word (typesetter, &style, self->cells[i]);
      if (columns[i].align != VOLETS_ALIGN_END)
        least = MIN (least, LONGEST_WORD);
      columns[i].least = MAX (columns[i].least, least);
    }
}

/**
 * volets_sheet_row_count_lines:
 * @self: a measured row
 * @typesetter: what measures the text
 * @look: how its grid is drawn
 * @cell: which of its cells, from 0
 * @scale: the size of the text over that of @look
 * @width: of the text, in points
 *
 * Returns: how many lines the cell takes
 */
guint
volets_sheet_row_count_lines (VoletsSheetRow        *self,
                              VoletsTypesetter      *typesetter,
                              const VoletsSheetLook *look,
                              guint                  cell,
                              double                 scale,
                              double                 width)
{
  VoletsTextStyle style = volets_sheet_row_get_style (self, look, cell, scale);

  /* Most cells fit, and need not be laid out again to know it. */
  if (self->naturals[cell] * scale + SLACK <= width && strchr (self->cells[cell], '\n') == NULL)
    return 1;

  return volets_typesetter_count_lines (typesetter, &style, self->cells[cell], width);
}
