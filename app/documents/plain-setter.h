/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "documents/text-style.h"

G_BEGIN_DECLS

/* Sets plain French text, as nearly all of a paper is, much faster than Pango sets any text, and
 * with the same result. For the typesetter, whose functions say what these do; but what the box of
 * a text begins at is its first baseline, and its height is that of one line. */
typedef struct _VoletsPlainSetter VoletsPlainSetter;

VoletsPlainSetter *volets_plain_setter_new              (PangoContext            *context);
void               volets_plain_setter_free             (VoletsPlainSetter       *self);

gboolean           volets_plain_setter_has_fonts        (VoletsPlainSetter       *self);
double             volets_plain_setter_get_narrow_extra (VoletsPlainSetter       *self);
gboolean           volets_plain_setter_covers           (VoletsPlainSetter       *self,
                                                         const VoletsTextStyle   *style,
                                                         const char              *text);
double             volets_plain_setter_measure          (VoletsPlainSetter       *self,
                                                         const VoletsTextStyle   *style,
                                                         const char              *text);
double             volets_plain_setter_measure_word     (VoletsPlainSetter       *self,
                                                         const VoletsTextStyle   *style,
                                                         const char              *text);
guint              volets_plain_setter_count_lines      (VoletsPlainSetter       *self,
                                                         const VoletsTextStyle   *style,
                                                         const char              *text,
                                                         double                   width);
void               volets_plain_setter_draw             (VoletsPlainSetter       *self,
                                                         cairo_t                 *cr,
                                                         const VoletsTextStyle   *style,
                                                         const char              *text,
                                                         VoletsAlign              align,
                                                         const cairo_rectangle_t *box,
                                                         guint                    first_line,
                                                         guint                    n_lines);

G_END_DECLS
