/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/chart-labels.h"

#include "documents/sheet-look.h"

/* What is free between two labels, in points. */
#define GAP 14.0

/* What leads from a part to its label: how far it goes down before and after it turns, how far one
 * turns below the other where both turn to the same side, how thick it is, and how far its ends are
 * from the left of what they join, in points. */
#define LEADER_START 4.0
#define LEADER_END 4.0
#define LEADER_STEP 3.0
#define LEADER_WIDTH 0.8
#define LEADER_INDENT 3.0

/* A name is wrapped where it is longer than this and than its amount, in points. */
#define NAME_WIDTH 118.0

/* Where the labels are wider than the bar they shrink, a tenth at a time. */
#define STEP 0.1
#define SMALLEST 0.5

/* What a text may be wider than was measured, in points. */
#define SLACK 0.3

#define MOST_LINES 16

static const VoletsTextStyle NAME_STYLE = { 9, FALSE, VOLETS_COLOUR_INK };
static const VoletsTextStyle AMOUNT_STYLE = { 11, TRUE, VOLETS_COLOUR_INK };
static const VoletsTextStyle SHARE_STYLE = { 8.5, FALSE, VOLETS_COLOUR_MUTED };

static VoletsTextStyle
scale_style (const VoletsTextStyle *style,
             double                 scale)
{
  VoletsTextStyle scaled = *style;

  scaled.size *= scale;
  return scaled;
}

static double
measure_label (VoletsTypesetter       *typesetter,
               const VoletsChartLabel *label,
               double                  scale)
{
  double name = volets_typesetter_measure (typesetter, &NAME_STYLE, label->name);
  double word = volets_typesetter_measure_word (typesetter, &NAME_STYLE, label->name);
  double amount = volets_typesetter_measure (typesetter, &AMOUNT_STYLE, label->amount);
  double share = label->share != NULL
                   ? volets_typesetter_measure (typesetter, &SHARE_STYLE, label->share) : 0;

  return MAX (MAX (MAX (MIN (name, NAME_WIDTH), word), amount), share) * scale + SLACK;
}

/* Each under its part, or as near to that as the others leave it. */
static gboolean
share_out (VoletsChartLabel *labels,
           guint             n_labels,
           double            x,
           double            width)
{
  double next = x, end = x + width;

  for (guint i = 0; i < n_labels; i++)
    {
      labels[i].x = MAX (labels[i].anchor, next);
      next = labels[i].x + labels[i].width + GAP;
    }
  for (guint i = n_labels; i > 0; i--)
    {
      labels[i - 1].x = MIN (labels[i - 1].x, end - labels[i - 1].width);
      end = labels[i - 1].x - GAP;
    }

  return n_labels == 0 || labels[0].x > x - SLACK;
}

static double
get_label_height (VoletsTypesetter       *typesetter,
                  const VoletsChartLabel *label,
                  double                  scale)
{
  VoletsTextStyle name = scale_style (&NAME_STYLE, scale);
  VoletsTextStyle amount = scale_style (&AMOUNT_STYLE, scale);
  VoletsTextStyle share = scale_style (&SHARE_STYLE, scale);
  guint n_lines = volets_typesetter_count_lines (typesetter, &name, label->name, label->width);

  return n_lines * volets_typesetter_get_pitch (&name) + volets_typesetter_get_pitch (&amount)
         + (label->share != NULL ? volets_typesetter_get_pitch (&share) : 0);
}

static int
get_turn (const VoletsChartLabel *label)
{
  if (label->x > label->anchor + LEADER_INDENT)
    return 1;
  return label->x < label->anchor - LEADER_INDENT ? -1 : 0;
}

/* How many leaders turn above that of a label: those that would cross it. */
static guint
count_above (const VoletsChartLabel *labels,
             guint                   n_labels,
             guint                   position)
{
  int turn = get_turn (&labels[position]);
  guint n_above = 0;

  for (guint i = 0; turn != 0 && i < n_labels; i++)
    n_above += get_turn (&labels[i]) == turn && (turn > 0 ? i > position : i < position);

  return n_above;
}

static double
get_leader_height (const VoletsChartLabel *labels,
                   guint                   n_labels)
{
  guint most = 0;

  for (guint i = 0; i < n_labels; i++)
    most = MAX (most, count_above (labels, n_labels, i));

  return LEADER_START + most * LEADER_STEP + LEADER_END;
}

static void
draw_leader (cairo_t                *cr,
             const VoletsChartLabel *label,
             double                  y,
             double                  height,
             guint                   n_above)
{
  double top = label->anchor + LEADER_INDENT;
  double bottom = get_turn (label) == 0 ? top : label->x + LEADER_INDENT;
  double turn = LEADER_START + n_above * LEADER_STEP;

  volets_sheet_look_fill (cr, VOLETS_COLOUR_MUTED, top, y, LEADER_WIDTH, turn);
  volets_sheet_look_fill (cr, VOLETS_COLOUR_MUTED, MIN (top, bottom), y + turn,
                          ABS (top - bottom) + LEADER_WIDTH, LEADER_WIDTH);
  volets_sheet_look_fill (cr, VOLETS_COLOUR_MUTED, bottom, y + turn, LEADER_WIDTH,
                          height - turn - 1);
}

static void
draw_line (VoletsTypesetter      *typesetter,
           cairo_t               *cr,
           const VoletsTextStyle *style,
           const char            *text,
           cairo_rectangle_t     *box)
{
  guint n_lines = volets_typesetter_count_lines (typesetter, style, text, box->width);

  volets_typesetter_draw (typesetter, cr, style, text, VOLETS_ALIGN_START, box, 0, MOST_LINES);
  box->y += n_lines * volets_typesetter_get_pitch (style);
}

/**
 * volets_chart_label_clear:
 * @self: a label
 *
 * Frees its texts.
 */
void
volets_chart_label_clear (VoletsChartLabel *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->amount, g_free);
  g_clear_pointer (&self->share, g_free);
}

/**
 * volets_chart_labels_place:
 * @typesetter: what measures the text
 * @labels: (array length=n_labels): the labels, with their anchors from left to right
 * @n_labels: how many there are
 * @x: where the bar begins, in points
 * @width: of the bar, in points
 * @height: (out): what they take below the bar, in points
 *
 * Finds a place for each label where it is over no other.
 *
 * Returns: the size of their letters, over the usual size
 */
double
volets_chart_labels_place (VoletsTypesetter *typesetter,
                           VoletsChartLabel *labels,
                           guint             n_labels,
                           double            x,
                           double            width,
                           double           *height)
{
  double scale = 1;

  for (;; scale -= STEP)
    {
      for (guint i = 0; i < n_labels; i++)
        labels[i].width = measure_label (typesetter, &labels[i], scale);
      if (share_out (labels, n_labels, x, width) || scale - STEP < SMALLEST)
        break;
    }

  *height = 0;
  for (guint i = 0; i < n_labels; i++)
    *height = MAX (*height, get_label_height (typesetter, &labels[i], scale));
  *height += get_leader_height (labels, n_labels);

  return scale;
}

/**
 * volets_chart_labels_draw:
 * @typesetter: what draws the text
 * @cr: where to draw
 * @labels: (array length=n_labels): labels with their places
 * @n_labels: how many there are
 * @scale: what volets_chart_labels_place() returned
 * @y: where the bar ends, in points
 */
void
volets_chart_labels_draw (VoletsTypesetter       *typesetter,
                          cairo_t                *cr,
                          const VoletsChartLabel *labels,
                          guint                   n_labels,
                          double                  scale,
                          double                  y)
{
  VoletsTextStyle name = scale_style (&NAME_STYLE, scale);
  VoletsTextStyle amount = scale_style (&AMOUNT_STYLE, scale);
  VoletsTextStyle share = scale_style (&SHARE_STYLE, scale);

  double leader = get_leader_height (labels, n_labels);

  for (guint i = 0; i < n_labels; i++)
    {
      cairo_rectangle_t box = { labels[i].x, y + leader, labels[i].width, 0 };

      draw_leader (cr, &labels[i], y, leader, count_above (labels, n_labels, i));
      draw_line (typesetter, cr, &name, labels[i].name, &box);
      draw_line (typesetter, cr, &amount, labels[i].amount, &box);
      if (labels[i].share != NULL)
        draw_line (typesetter, cr, &share, labels[i].share, &box);
    }
}
