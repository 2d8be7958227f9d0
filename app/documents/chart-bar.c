/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/chart-bar.h"

#include "documents/typesetter.h"

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
draw_part (cairo_t          *cr,
           const Box        *box,
           VoletsChartHatch  hatch,
           guint32           ink,
           guint32           paper)
{
  cairo_save (cr);
  trace (cr, box, 0);
  cairo_clip (cr);
  volets_typesetter_use_colour (cr, hatch == VOLETS_CHART_HATCH_SOLID ? ink
                                    : hatch == VOLETS_CHART_HATCH_NONE ? paper
                                                                       : mix (ink, paper));
  cairo_paint (cr);
  volets_typesetter_use_colour (cr, ink);
  if (hatch == VOLETS_CHART_HATCH_DIAGONALS)
    draw_diagonals (cr, box);
  else if (hatch == VOLETS_CHART_HATCH_DOTS)
    draw_dots (cr, box);
  cairo_restore (cr);

  volets_typesetter_use_colour (cr, ink);
  trace (cr, box, LINE / 2);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
}

/**
 * volets_chart_bar_place:
 * @parts: (array length=n_parts): the parts, from left to right
 * @n_parts: how many there are
 * @x: where the bar begins, in points or pixels, as all lengths here
 * @width: of the whole bar
 *
 * Makes the parts as wide as they are large, but for those that could not be seen, which get the
 * least width that can.
 */
void
volets_chart_bar_place (VoletsChartPart *parts,
                        guint            n_parts,
                        double           x,
                        double           width)
{
  double total = 0, room = width, large = 0;
  guint n_shown = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      parts[i].x = parts[i].width = 0;
      if (parts[i].amount <= 0)
        continue;
      total += (double) parts[i].amount;
      n_shown++;
    }
  if (n_shown == 0)
    return;

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
      parts[i].x = x;
      parts[i].width = amount / total * width < LEAST_WIDTH ? LEAST_WIDTH : room * amount / large;
      x += parts[i].width + GAP;
    }
}

/**
 * volets_chart_bar_draw:
 * @cr: where to draw
 * @box: where the bar is
 * @parts: (array length=n_parts): the parts, which get their places
 * @n_parts: how many there are
 * @ink: 0xRRGGBB, of an empty outline, where there is nothing above zero
 * @paper: 0xRRGGBB, what is behind
 */
void
volets_chart_bar_draw (cairo_t                 *cr,
                       const cairo_rectangle_t *box,
                       VoletsChartPart         *parts,
                       guint                    n_parts,
                       guint32                  ink,
                       guint32                  paper)
{
  double radius = MIN (RADIUS, MIN (box->width, box->height) / 2);
  double end = box->x;
  Box part = { .x = box->x, .y = box->y, .width = box->width, .height = box->height };

  volets_chart_bar_place (parts, n_parts, box->x, box->width);
  for (guint i = 0; i < n_parts; i++)
    end = MAX (end, parts[i].x + parts[i].width);
  if (end == box->x)
    {
      part.left_radius = part.right_radius = radius;
      draw_part (cr, &part, VOLETS_CHART_HATCH_NONE, ink, paper);
      return;
    }

  for (guint i = 0; i < n_parts; i++)
    {
      gboolean is_first = parts[i].x == box->x, is_last = parts[i].x + parts[i].width == end;

      if (parts[i].width <= 0)
        continue;
      part.x = parts[i].x;
      part.width = parts[i].width;
      part.left_radius = is_first ? MIN (radius, part.width / 2) : 0;
      part.right_radius = is_last ? MIN (radius, part.width / 2) : 0;
      draw_part (cr, &part, parts[i].hatch, parts[i].ink, paper);
    }
}
