/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/chart-bar.h"
#include "engine/volet-result.h"

G_BEGIN_DECLS

/* A bar of the expense of a volet against its ceiling, the same on screen and on paper: what is
 * retained, what could be spent before the ceiling, and what is beyond it. */

typedef enum {
  VOLETS_CEILING_RETAINED,    /* solid */
  VOLETS_CEILING_HEADROOM,    /* an outline */
  VOLETS_CEILING_BEYOND,      /* diagonal lines */
} VoletsCeilingKind;

#define VOLETS_N_CEILING_KINDS (VOLETS_CEILING_BEYOND + 1)

/* How far the mark of the ceiling is above and below the bar. */
#define VOLETS_CEILING_MARK 3.0

void   volets_ceiling_chart_get_bar (const VoletsVoletResult *volet,
                                     guint32                  ink,
                                     VoletsChartPart         *bar);
double volets_ceiling_chart_draw    (cairo_t                 *cr,
                                     const cairo_rectangle_t *box,
                                     const VoletsVoletResult *volet,
                                     guint32                  ink,
                                     guint32                  paper);

G_END_DECLS
