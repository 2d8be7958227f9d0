/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/typesetter.h"

G_BEGIN_DECLS

/**
 * VoletsSheetColumn:
 * @align: the side its text is on; amounts are at the end
 * @weight: its part of the width that is left, or 0 for as wide as what is in it
 * @most: the part of the whole width it may take, up to 1, or 0 for all
 * @verbatim: whether its rows keep their text as it is, without French typography
 * @natural: what its widest cell takes on one line, in points at the size measured
 * @header: what its header takes on one line
 * @least: what it needs for no amount and no usual word to be broken
 * @low: the least width, with its padding; for the computation
 * @high: the largest width that is of use, with its padding; for the computation
 * @width: the result, in points, with its padding
 */
typedef struct {
  VoletsAlign align;
  double      weight;
  double      most;
  gboolean    verbatim;
  double      natural;
  double      header;
  double      least;
  double      low;
  double      high;
  double      width;
} VoletsSheetColumn;

gboolean volets_sheet_columns_share (VoletsSheetColumn *columns,
                                     guint              n_columns,
                                     double             scale,
                                     double             padding,
                                     double             total);

G_END_DECLS
