/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * VoletsSheetFill:
 * @cr: where to draw
 * @colour: 0xRRGGBB, of the rectangles that are not drawn yet
 * @n_waiting: how many these are
 *
 * Fills rectangles, in their order; those of one colour that follow one another are drawn at once,
 * which takes Cairo less time and the file less room. Rules are rectangles too: their thickness
 * does not depend on a pen. Begins with { .cr = cr } and ends with volets_sheet_fill_finish().
 */
typedef struct {
  cairo_t *cr;
  guint32  colour;
  guint    n_waiting;
} VoletsSheetFill;

void volets_sheet_fill_add    (VoletsSheetFill *self,
                               guint32          colour,
                               double           x,
                               double           y,
                               double           width,
                               double           height);
void volets_sheet_fill_finish (VoletsSheetFill *self);

G_END_DECLS
