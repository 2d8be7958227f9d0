/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/font-metrics.h"
#include "documents/line-breaks.h"

G_BEGIN_DECLS

/**
 * VoletsTextLine:
 * @start: where it begins in its text, in bytes
 * @length: how much of the text it is without the space or the line feed that ends it
 * @width: in sizes of the letters
 */
typedef struct {
  gsize  start;
  gsize  length;
  double width;
} VoletsTextLine;

GArray *volets_text_lines_break        (VoletsFontMetrics *metrics,
                                        VoletsLineBreaks  *breaks,
                                        const char        *text,
                                        double             width);
double  volets_text_lines_measure      (VoletsFontMetrics *metrics,
                                        const char        *text);
double  volets_text_lines_measure_word (VoletsFontMetrics *metrics,
                                        VoletsLineBreaks  *breaks,
                                        const char        *text);

G_END_DECLS
