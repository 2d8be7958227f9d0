/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * VoletsFontMetrics:
 *
 * The glyphs of a font and how far each is from the next, for the letters, figures and signs of
 * French text from left to right: HarfBuzz is asked once for each pair of characters and not once
 * for each text. What it finds for a whole text is the sum of what it finds for its pairs, as long
 * as no ligature and no mark comes in; texts with other characters are for Pango.
 */
typedef struct _VoletsFontMetrics VoletsFontMetrics;

VoletsFontMetrics *volets_font_metrics_new              (PangoFont         *font);
void               volets_font_metrics_free             (VoletsFontMetrics *self);

double             volets_font_metrics_get_narrow_extra (VoletsFontMetrics *self);
gboolean           volets_font_metrics_covers           (VoletsFontMetrics *self,
                                                         const char        *text);
double             volets_font_metrics_get_step         (VoletsFontMetrics *self,
                                                         gunichar           character,
                                                         gunichar           next);
double             volets_font_metrics_measure          (VoletsFontMetrics *self,
                                                         const char        *text,
                                                         gsize              length);
void               volets_font_metrics_place            (VoletsFontMetrics *self,
                                                         const char        *text,
                                                         gsize              length,
                                                         double             size,
                                                         GArray            *glyphs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsFontMetrics, volets_font_metrics_free)

G_END_DECLS
