/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-block.h"
#include "documents/sheet.h"

G_BEGIN_DECLS

/**
 * VoletsSheetDrawingFuncs:
 * @measure: the height of the drawing, in points, for a width
 * @draw: draws it into a box of that size
 * @free: frees what the two are given
 *
 * A chart that is put into a paper.
 */
typedef struct {
  double (*measure) (VoletsTypesetter        *typesetter,
                     double                   width,
                     gpointer                 data);
  void   (*draw)    (VoletsTypesetter        *typesetter,
                     cairo_t                 *cr,
                     const cairo_rectangle_t *box,
                     gpointer                 data);
  void   (*free)    (gpointer                 data);
} VoletsSheetDrawingFuncs;

#define VOLETS_TYPE_SHEET_DRAWING (volets_sheet_drawing_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSheetDrawing, volets_sheet_drawing, VOLETS, SHEET_DRAWING,
                      VoletsSheetBlock)

const char *volets_sheet_drawing_get_alternative (VoletsSheetDrawing            *self);

void        volets_sheet_add_drawing             (VoletsSheet                   *sheet,
                                                  const VoletsSheetDrawingFuncs *funcs,
                                                  gpointer                       data,
                                                  const char                    *alternative);

G_END_DECLS
