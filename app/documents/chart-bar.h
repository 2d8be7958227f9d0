/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A bar of parts, the same on screen and on paper. Each part has a hatching, so that the bar can be
 * read without its colours. */

typedef enum {
  VOLETS_CHART_HATCH_SOLID,
  VOLETS_CHART_HATCH_DIAGONALS,
  VOLETS_CHART_HATCH_DOTS,
  VOLETS_CHART_HATCH_NONE,        /* an outline */
} VoletsChartHatch;

/**
 * VoletsChartPart:
 * @hatch: what tells it from the others
 * @ink: 0xRRGGBB
 * @amount: centimes; what is not above zero is not drawn
 * @x: where it begins, once it has its place
 * @width: what it takes there, zero where it is not drawn
 */
typedef struct {
  VoletsChartHatch hatch;
  guint32          ink;
  gint64           amount;
  double           x;
  double           width;
} VoletsChartPart;

void volets_chart_bar_place (VoletsChartPart         *parts,
                             guint                    n_parts,
                             double                   x,
                             double                   width);
void volets_chart_bar_draw  (cairo_t                 *cr,
                             const cairo_rectangle_t *box,
                             VoletsChartPart         *parts,
                             guint                    n_parts,
                             guint32                  ink,
                             guint32                  paper);

G_END_DECLS
