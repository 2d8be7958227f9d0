/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-fill.h"

#include "documents/typesetter.h"

/**
 * volets_sheet_fill_add:
 * @self: rectangles
 * @colour: 0xRRGGBB
 * @x: the left side, in points
 * @y: the top, in points
 * @width: in points
 * @height: in points
 *
 * Adds a rectangle.
 */
void
volets_sheet_fill_add (VoletsSheetFill *self,
                       guint32          colour,
                       double           x,
                       double           y,
                       double           width,
                       double           height)
{
  if (colour != self->colour)
    volets_sheet_fill_finish (self);

  cairo_rectangle (self->cr, x, y, width, height);
  self->colour = colour;
  self->n_waiting++;
}

/**
 * volets_sheet_fill_finish:
 * @self: rectangles
 *
 * Draws those that are not drawn yet.
 */
void
volets_sheet_fill_finish (VoletsSheetFill *self)
{
  if (self->n_waiting == 0)
    return;

  volets_typesetter_use_colour (self->cr, self->colour);
  cairo_fill (self->cr);
  self->n_waiting = 0;
}
