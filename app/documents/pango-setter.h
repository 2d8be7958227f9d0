/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "documents/text-style.h"

G_BEGIN_DECLS

/* Sets text with Pango, whatever script it is in and whatever fonts it takes. For the typesetter,
 * whose functions say what these do; but what the box of a text begins at is its first baseline,
 * and its height is that of one line. */
typedef struct _VoletsPangoSetter VoletsPangoSetter;

VoletsPangoSetter *volets_pango_setter_new           (PangoContext            *context,
                                                      double                   narrow_extra);
void               volets_pango_setter_free          (VoletsPangoSetter       *self);

double             volets_pango_setter_measure       (VoletsPangoSetter       *self,
                                                      const VoletsTextStyle   *style,
                                                      const char              *text);
double             volets_pango_setter_measure_word  (VoletsPangoSetter       *self,
                                                      const VoletsTextStyle   *style,
                                                      const char              *text);
guint              volets_pango_setter_count_lines   (VoletsPangoSetter       *self,
                                                      const VoletsTextStyle   *style,
                                                      const char              *text,
                                                      double                   width);
void               volets_pango_setter_draw          (VoletsPangoSetter       *self,
                                                      cairo_t                 *cr,
                                                      const VoletsTextStyle   *style,
                                                      const char              *text,
                                                      VoletsAlign              align,
                                                      const cairo_rectangle_t *box,
                                                      guint                    first_line,
                                                      guint                    n_lines);
void               volets_pango_setter_draw_short    (VoletsPangoSetter       *self,
                                                      cairo_t                 *cr,
                                                      const VoletsTextStyle   *style,
                                                      const char              *text,
                                                      VoletsAlign              align,
                                                      const cairo_rectangle_t *box);

G_END_DECLS
