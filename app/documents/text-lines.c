/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/text-lines.h"

#include <string.h>

/* Sums of the same widths in another order differ by less, in sizes of the letters. */
#define EPSILON 0.0001

/* The spaces at which a line ends hang in the margin, those that do not break it too: a line ends
 * at one where not even what it joins has room. */
static gsize
trim (const char *start,
      const char *end)
{
  const char *before;

  while (end > start && g_unichar_isspace (g_utf8_get_char (before = g_utf8_prev_char (end))))
    end = before;

  return (gsize) (end - start);
}

static void
add_line (GArray            *lines,
          VoletsFontMetrics *metrics,
          const char        *text,
          const char        *start,
          const char        *end)
{
  VoletsTextLine line = { .start = (gsize) (start - text), .length = trim (start, end) };

  line.width = volets_font_metrics_measure (metrics, start, line.length);
  g_array_append_val (lines, line);
}

/* Between words, and within one where a line does not even hold that. */
static void
break_paragraph (GArray            *lines,
                 VoletsFontMetrics *metrics,
                 const gsize       *breaks,
                 const char        *text,
                 const char        *start,
                 const char        *end,
                 double             width)
{
  const char *p = start, *last_break = start;
  double x = 0;

  while (p < end)
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);

      while (text + *breaks < p)
        breaks++;
      if (text + *breaks == p)
        last_break = p;
      if (p > start && !g_unichar_isspace (c)
          && x + volets_font_metrics_get_step (metrics, c, 0) > width + EPSILON)
        {
          if (last_break > start)
            p = last_break;
          add_line (lines, metrics, text, start, p);
          start = last_break = p;
          x = 0;
          continue;
        }
      x += volets_font_metrics_get_step (metrics, c, next < end ? g_utf8_get_char (next) : 0);
      p = next;
    }

  add_line (lines, metrics, text, start, end);
}

/**
 * volets_text_lines_break:
 * @metrics: metrics that cover @text
 * @breaks: where lines may begin
 * @text: a clean text
 * @width: of the lines, in sizes of the letters
 *
 * Returns: (transfer full) (element-type VoletsTextLine): the lines of @text, at least one
 */
GArray *
volets_text_lines_break (VoletsFontMetrics *metrics,
                         VoletsLineBreaks  *breaks,
                         const char        *text,
                         double             width)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (VoletsTextLine));
  const char *start = text;

  for (;;)
    {
      const char *end = start + strcspn (start, "\n");

      if (volets_font_metrics_measure (metrics, start, trim (start, end)) <= width + EPSILON)
        add_line (lines, metrics, text, start, end);
      else
        break_paragraph (lines, metrics, volets_line_breaks_find (breaks, text), text, start, end,
                         width);
      if (*end == '\0')
        return lines;
      start = end + 1;
    }
}

/**
 * volets_text_lines_measure:
 * @metrics: metrics that cover @text
 * @text: a clean text
 *
 * Returns: the width of @text where it is not wrapped, in sizes of the letters
 */
double
volets_text_lines_measure (VoletsFontMetrics *metrics,
                           const char        *text)
{
  double widest = 0;

  for (const char *start = text;; start++)
    {
      gsize length = strcspn (start, "\n");

      widest = MAX (widest, volets_font_metrics_measure (metrics, start, length));
      start += length;
      if (*start == '\0')
        return widest;
    }
}

/**
 * volets_text_lines_measure_word:
 * @metrics: metrics that cover @text
 * @breaks: where lines may begin
 * @text: a clean text
 *
 * Returns: the width of the widest part of @text that does not wrap, in sizes of the letters
 */
double
volets_text_lines_measure_word (VoletsFontMetrics *metrics,
                                VoletsLineBreaks  *breaks,
                                const char        *text)
{
  const gsize *ends = volets_line_breaks_find (breaks, text);
  const char *start = text;
  double widest = 0;

  while (*start != '\0')
    {
      const char *end = text + *ends++;

      widest = MAX (widest, volets_font_metrics_measure (metrics, start, trim (start, end)));
      start = end;
    }

  return widest;
}
