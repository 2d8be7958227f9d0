/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/ceiling-chart.h"

#include "documents/sheet-look.h"

#define MARK_WIDTH 2.0

/**
 * volets_ceiling_chart_get_bar:
 * @volet: what was computed of a volet
 * @ink: 0xRRGGBB
 * @bar: (out caller-allocates) (array fixed-size=3): the parts of its bar, for each kind
 */
void
volets_ceiling_chart_get_bar (const VoletsVoletResult *volet,
                              guint32                  ink,
                              VoletsChartPart         *bar)
{
  bar[VOLETS_CEILING_RETAINED] = (VoletsChartPart) {
    .hatch = VOLETS_CHART_HATCH_SOLID, .ink = ink, .amount = volet->retained,
  };
  bar[VOLETS_CEILING_HEADROOM] = (VoletsChartPart) {
    .hatch = VOLETS_CHART_HATCH_NONE, .ink = ink,
    .amount = volet->headroom != VOLETS_UNSET ? volet->headroom : 0,
  };
  bar[VOLETS_CEILING_BEYOND] = (VoletsChartPart) {
    .hatch = VOLETS_CHART_HATCH_DIAGONALS, .ink = ink,
    .amount = volet->eligible - volet->retained,
  };
}

/* In the middle of the gap where there is something on both sides. */
static double
find_ceiling (const VoletsChartPart   *bar,
              const cairo_rectangle_t *box)
{
  double end = box->x;

  for (guint i = 0; i <= VOLETS_CEILING_HEADROOM; i++)
    end = MAX (end, bar[i].x + bar[i].width);
  if (bar[VOLETS_CEILING_BEYOND].width > 0)
    return (end + bar[VOLETS_CEILING_BEYOND].x) / 2;

  return end == box->x ? box->x + box->width : end;
}

/**
 * volets_ceiling_chart_draw:
 * @cr: where to draw
 * @box: where the chart is, in points or pixels, the mark of the ceiling included
 * @volet: what was computed of a volet
 * @ink: 0xRRGGBB
 * @paper: 0xRRGGBB, what is behind
 *
 * Draws the bar, and a mark where the ceiling is if there is one.
 *
 * Returns: where the ceiling is on the line, or where the bar ends
 */
double
volets_ceiling_chart_draw (cairo_t                 *cr,
                           const cairo_rectangle_t *box,
                           const VoletsVoletResult *volet,
                           guint32                  ink,
                           guint32                  paper)
{
  VoletsChartPart bar[VOLETS_N_CEILING_KINDS];
  cairo_rectangle_t inner = {
    box->x, box->y + VOLETS_CEILING_MARK, box->width, box->height - 2 * VOLETS_CEILING_MARK,
  };
  double ceiling;

  volets_ceiling_chart_get_bar (volet, ink, bar);
  volets_chart_bar_draw (cr, &inner, bar, VOLETS_N_CEILING_KINDS, ink, paper);
  ceiling = find_ceiling (bar, &inner);
  if (volet->headroom != VOLETS_UNSET)
    volets_sheet_look_fill (cr, ink, CLAMP (ceiling - MARK_WIDTH / 2, box->x,
                                            box->x + box->width - MARK_WIDTH),
                            box->y, MARK_WIDTH, box->height);

  return ceiling;
}
