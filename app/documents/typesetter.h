/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "documents/text-style.h"

G_BEGIN_DECLS

/* Sets text on lines of an even pitch, the same on paper, on screen and in a test. */
typedef struct _VoletsTypesetter VoletsTypesetter;

VoletsTypesetter *volets_typesetter_new          (void);
void              volets_typesetter_free         (VoletsTypesetter        *self);

gboolean          volets_typesetter_has_fonts    (VoletsTypesetter        *self);
char             *volets_typesetter_clean        (const char              *text);
char             *volets_typesetter_clean_verbatim (const char            *text);
void              volets_typesetter_use_colour   (cairo_t                 *cr,
                                                  guint32                  colour);
void              volets_typesetter_use_greys    (cairo_t                 *cr);
double            volets_typesetter_get_pitch    (const VoletsTextStyle   *style);
double            volets_typesetter_measure      (VoletsTypesetter        *self,
                                                  const VoletsTextStyle   *style,
                                                  const char              *text);
double            volets_typesetter_measure_word (VoletsTypesetter        *self,
                                                  const VoletsTextStyle   *style,
                                                  const char              *text);
guint             volets_typesetter_count_lines  (VoletsTypesetter        *self,
                                                  const VoletsTextStyle   *style,
                                                  const char              *text,
                                                  double                   width);
void              volets_typesetter_draw         (VoletsTypesetter        *self,
                                                  cairo_t                 *cr,
                                                  const VoletsTextStyle   *style,
                                                  const char              *text,
                                                  VoletsAlign              align,
                                                  const cairo_rectangle_t *box,
                                                  guint                    first_line,
                                                  guint                    n_lines);
void              volets_typesetter_draw_short   (VoletsTypesetter        *self,
                                                  cairo_t                 *cr,
                                                  const VoletsTextStyle   *style,
                                                  const char              *text,
                                                  VoletsAlign              align,
                                                  const cairo_rectangle_t *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsTypesetter, volets_typesetter_free)

G_END_DECLS
