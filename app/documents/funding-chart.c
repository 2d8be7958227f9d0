/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/funding-chart.h"

#include "documents/sheet-look.h"

/* In points on paper, in pixels on screen. */
#define GAP 2.0
#define LEAST_WIDTH 5.0
#define RADIUS 5.0
#define LINE 1.0
#define HATCH_PITCH 6.0
#define HATCH_LINE 1.8
#define DOT_PITCH 5.0
#define DOT_RADIUS 1.1

/* How much of its ink there is behind a hatching, per cent. */
#define TINT 14

const VoletsFundingColours volets_funding_colours_print = {
  .inks = {
    [VOLETS_FUNDING_STATE] = VOLETS_COLOUR_ACCENT,
    [VOLETS_FUNDING_PUBLIC] = VOLETS_COLOUR_ACCENT,
    [VOLETS_FUNDING_PRIVATE] = VOLETS_COLOUR_ACCENT,
    [VOLETS_FUNDING_OWN] = VOLETS_COLOUR_ACCENT,
  },
  .paper = 0xffffff,
};

/* A part of the bar; its corners are round where the bar ends. */
typedef struct {
  double x;
  double y;
  double width;
  double height;
  double left_radius;
  double right_radius;
} Box;

static void
trace (cairo_t   *cr,
       const Box *box,
       double     inset)
{
  double left = box->x + inset, right = box->x + box->width - inset;
  double top = box->y + inset, bottom = box->y + box->height - inset;
  double left_radius = MAX (0, box->left_radius - inset);
  double right_radius = MAX (0, box->right_radius - inset);

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - right_radius, top + right_radius, right_radius, -G_PI_2, 0);
  cairo_arc (cr, right - right_radius, bottom - right_radius, right_radius, 0, G_PI_2);
  cairo_arc (cr, left + left_radius, bottom - left_radius, left_radius, G_PI_2, G_PI);
  cairo_arc (cr, left + left_radius, top + left_radius, left_radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static guint32
mix (guint32 ink,
     guint32 paper)
{
  guint32 mixed = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    mixed |= ((ink >> shift & 0xff) * TINT + (paper >> shift & 0xff) * (100 - TINT)) / 100 << shift;

  return mixed;
}

static void
draw_diagonals (cairo_t   *cr,
                const Box *box)
{
  cairo_set_line_width (cr, HATCH_LINE);
  for (double offset = -box->height; offset < box->width; offset += HATCH_PITCH)
    {
      cairo_move_to (cr, box->x + offset, box->y + box->height);
      cairo_line_to (cr, box->x + offset + box->height, box->y);
    }
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t   *cr,
           const Box *box)
{
  gboolean shifted = FALSE;

  for (double y = DOT_PITCH / 2; y < box->height; y += DOT_PITCH / 2)
    {
      for (double x = shifted ? DOT_PITCH : DOT_PITCH / 2; x < box->width; x += DOT_PITCH)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, box->x + x, box->y + y, DOT_RADIUS, 0, 2 * G_PI);
        }
      shifted = !shifted;
    }
  cairo_fill (cr);
}

static void
draw_part (cairo_t                    *cr,
           const Box                  *box,
           VoletsFundingKind           kind,
           const VoletsFundingColours *colours)
{
  guint32 ink = colours->inks[kind];

  cairo_save (cr);
  trace (cr, box, 0);
  cairo_clip (cr);
  volets_typesetter_use_colour (cr, kind == VOLETS_FUNDING_STATE ? ink
                                    : kind == VOLETS_FUNDING_OWN ? colours->paper
                                                                 : mix (ink, colours->paper));
  cairo_paint (cr);
  volets_typesetter_use_colour (cr, ink);
  if (kind == VOLETS_FUNDING_PUBLIC)
    draw_diagonals (cr, box);
  else if (kind == VOLETS_FUNDING_PRIVATE)
    draw_dots (cr, box);
  cairo_restore (cr);

  volets_typesetter_use_colour (cr, ink);
  trace (cr, box, LINE / 2);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
}

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
 * Draws a bar whose parts are as wide as they are large, but for those that could not be seen,
 * which get the least width that can. Where nobody pays anything it is an empty outline.
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
  Box box = { .x = x, .y = y, .width = width, .height = height };
  double radius = MIN (RADIUS, MIN (width, height) / 2);
  double total = 0, room = width, large = 0;
  guint n_shown = 0, n_drawn = 0;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (parts != NULL || n_parts == 0);
  g_return_if_fail (colours != NULL);

  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i].amount <= 0)
        continue;
      total += (double) parts[i].amount;
      n_shown++;
    }
  if (n_shown == 0)
    {
      box.left_radius = box.right_radius = radius;
      draw_part (cr, &box, VOLETS_FUNDING_OWN, colours);
      return;
    }

  room = MAX (0, width - GAP * (n_shown - 1));
  for (guint i = 0; i < n_parts; i++)
    {
      double amount = MAX (0.0, (double) parts[i].amount);

      if (amount > 0 && amount / total * width < LEAST_WIDTH)
        room = MAX (0, room - LEAST_WIDTH);
      else
        large += amount;
    }
  for (guint i = 0; i < n_parts; i++)
    {
      double amount = (double) parts[i].amount;

      if (amount <= 0)
        continue;
      box.width = amount / total * width < LEAST_WIDTH ? LEAST_WIDTH : room * amount / large;
      box.left_radius = n_drawn == 0 ? MIN (radius, box.width / 2) : 0;
      box.right_radius = n_drawn == n_shown - 1 ? MIN (radius, box.width / 2) : 0;
      draw_part (cr, &box, parts[i].kind, colours);
      box.x += box.width + GAP;
      n_drawn++;
    }
}
