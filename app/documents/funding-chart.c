/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/funding-chart.h"

#include "documents/sheet-look.h"

const VoletsFundingColours volets_funding_colours_print = {
  .inks = {
    [VOLETS_FUNDING_STATE] = VOLETS_COLOUR_ACCENT,
    [VOLETS_FUNDING_PUBLIC] = 0x5e3a80,
    [VOLETS_FUNDING_PRIVATE] = 0x8f4a12,
    [VOLETS_FUNDING_OWN] = VOLETS_COLOUR_INK,
  },
  .paper = 0xffffff,
};

static const VoletsChartHatch HATCHES[VOLETS_N_FUNDING_KINDS] = {
  [VOLETS_FUNDING_STATE] = VOLETS_CHART_HATCH_SOLID,
  [VOLETS_FUNDING_PUBLIC] = VOLETS_CHART_HATCH_DIAGONALS,
  [VOLETS_FUNDING_PRIVATE] = VOLETS_CHART_HATCH_DOTS,
  [VOLETS_FUNDING_OWN] = VOLETS_CHART_HATCH_NONE,
};

/**
 * volets_funding_parts_fill:
 * @parts: (out caller-allocates) (array fixed-size=4): a part for each kind, in their order
 * @subsidy: what was computed
 *
 * Tells who pays what of the expense declared.
 */
void
volets_funding_parts_fill (VoletsFundingPart   *parts,
                           const VoletsSubsidy *subsidy)
{
  const gint64 amounts[VOLETS_N_FUNDING_KINDS] = {
    [VOLETS_FUNDING_STATE] = subsidy->amount,
    [VOLETS_FUNDING_PUBLIC] = subsidy->public_funders,
    [VOLETS_FUNDING_PRIVATE] = subsidy->private_funders,
    [VOLETS_FUNDING_OWN] = subsidy->own_share,
  };

  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    parts[i] = (VoletsFundingPart) { (VoletsFundingKind) i, amounts[i] };
}

/**
 * volets_funding_chart_get_bar:
 * @parts: (array length=n_parts): who pays what, from left to right
 * @n_parts: how many there are
 * @colours: what to draw it with
 * @bar: (out caller-allocates) (array length=n_parts): the parts of the bar of that
 */
void
volets_funding_chart_get_bar (const VoletsFundingPart    *parts,
                              guint                       n_parts,
                              const VoletsFundingColours *colours,
                              VoletsChartPart            *bar)
{
  for (guint i = 0; i < n_parts; i++)
    bar[i] = (VoletsChartPart) {
      .hatch = HATCHES[parts[i].kind],
      .ink = colours->inks[parts[i].kind],
      .amount = parts[i].amount,
    };
}

/**
 * volets_funding_chart_draw:
 * @cr: where to draw
 * @x: the left side, in points or pixels, as all lengths here
 * @y: the top
 * @width: of the whole bar
 * @height: of the bar
 * @parts: (array length=n_parts): who pays what, from left to right
 * @n_parts: how many there are
 * @colours: what to draw it with
 *
 * Draws a bar whose parts are as wide as they are large. Where nobody pays anything it is an empty
 * outline.
 */
void
volets_funding_chart_draw (cairo_t                    *cr,
                           double                      x,
                           double                      y,
                           double                      width,
                           double                      height,
                           const VoletsFundingPart    *parts,
                           guint                       n_parts,
                           const VoletsFundingColours *colours)
{
  g_autofree VoletsChartPart *bar = g_new (VoletsChartPart, n_parts);
  const cairo_rectangle_t box = { x, y, width, height };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (parts != NULL || n_parts == 0);
  g_return_if_fail (colours != NULL);

  volets_funding_chart_get_bar (parts, n_parts, colours, bar);
  volets_chart_bar_draw (cr, &box, bar, n_parts, colours->inks[VOLETS_FUNDING_OWN],
                         colours->paper);
}
