/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-column.h"

/* Twice what a text may be wider than was measured at another size, in points. */
#define SLACK 0.6

/* What a header takes on two lines, of what it takes on one. */
#define WRAPPED_HEADER 0.58

/* How much sooner a column without a weight gets what it wants than one of weight 1. */
#define NATURAL_WEIGHT 2.0

/* Halving the width of a page so many times leaves less than a printer's dot. */
#define N_HALVINGS 40

static void
bound (VoletsSheetColumn *column,
       gboolean           headers_wrap,
       double             scale,
       double             padding,
       double             total)
{
  double header = headers_wrap ? column->header * WRAPPED_HEADER : column->header;
  double content = MAX (column->natural, header);

  column->low = column->least * scale + padding + SLACK;
  column->high = content * scale + padding + SLACK;
  if (column->most > 0)
    column->high = MIN (column->high, column->most * total);
  column->high = MAX (column->high, column->low);
}

static double
sum (const VoletsSheetColumn *columns,
     guint                    n_columns,
     gsize                    offset)
{
  double result = 0;

  for (guint i = 0; i < n_columns; i++)
    result += G_STRUCT_MEMBER (double, &columns[i], offset);

  return result;
}

/* Every column as wide as a common level says, but for its bounds. */
static double
fill (VoletsSheetColumn *columns,
      guint              n_columns,
      double             level)
{
  for (guint i = 0; i < n_columns; i++)
    {
      double weight = columns[i].weight > 0 ? columns[i].weight : NATURAL_WEIGHT;

      columns[i].width = CLAMP (level * weight, columns[i].low, columns[i].high);
    }

  return sum (columns, n_columns, G_STRUCT_OFFSET (VoletsSheetColumn, width));
}

static void
find_level (VoletsSheetColumn *columns,
            guint              n_columns,
            double             total)
{
  double low = 0, high = total;

  /* The level that fills the width is below the width over the least weight. */
  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i].weight > 0)
        high = MAX (high, total / columns[i].weight);
    }

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      double level = (low + high) / 2;

      if (fill (columns, n_columns, level) > total)
        high = level;
      else
        low = level;
    }

  fill (columns, n_columns, low);
}

static void
share_spare (VoletsSheetColumn *columns,
             guint              n_columns,
             double             total)
{
  double weights = sum (columns, n_columns, G_STRUCT_OFFSET (VoletsSheetColumn, weight));
  double wanted = sum (columns, n_columns, G_STRUCT_OFFSET (VoletsSheetColumn, high));
  double spare = total - wanted;

  for (guint i = 0; i < n_columns; i++)
    {
      double part = weights > 0 ? columns[i].weight / weights : columns[i].high / wanted;

      columns[i].width = columns[i].high + spare * part;
    }
}

/**
 * volets_sheet_columns_share:
 * @columns: (array length=n_columns): the columns, whose widths are set
 * @n_columns: how many there are
 * @scale: the size of the text over the size it was measured at
 * @padding: what each has beside its text, in points
 * @total: what there is to share, in points
 *
 * Gives each column what it needs, then what it wants, then a part of the spare by weight.
 *
 * Returns: %FALSE if there is less than they need; then each has less in proportion
 */
gboolean
volets_sheet_columns_share (VoletsSheetColumn *columns,
                            guint              n_columns,
                            double             scale,
                            double             padding,
                            double             total)
{
  double needed;

  for (guint headers_wrap = 0; headers_wrap <= 1; headers_wrap++)
    {
      for (guint i = 0; i < n_columns; i++)
        bound (&columns[i], headers_wrap, scale, padding, total);
      if (sum (columns, n_columns, G_STRUCT_OFFSET (VoletsSheetColumn, high)) <= total)
        {
          share_spare (columns, n_columns, total);
          return TRUE;
        }
    }

  needed = sum (columns, n_columns, G_STRUCT_OFFSET (VoletsSheetColumn, low));
  if (needed <= total)
    {
      find_level (columns, n_columns, total);
      return TRUE;
    }

  for (guint i = 0; i < n_columns; i++)
    columns[i].width = columns[i].low * total / needed;
  return FALSE;
}
