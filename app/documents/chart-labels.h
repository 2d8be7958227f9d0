/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/typesetter.h"

G_BEGIN_DECLS

/**
 * VoletsChartLabel:
 * @name: what the part is
 * @amount: how large it is
 * @share: (nullable): of the whole
 * @anchor: where the part begins on the bar, in points
 * @x: where the label begins, once it has its place
 * @width: what it takes there
 *
 * What is written under a part of a bar, so that nobody has to look for it in a legend. The texts
 * are clean ones.
 */
typedef struct {
  char   *name;
  char   *amount;
  char   *share;
  double  anchor;
  double  x;
  double  width;
} VoletsChartLabel;

void    volets_chart_label_clear   (VoletsChartLabel        *self);

double  volets_chart_labels_place  (VoletsTypesetter        *typesetter,
                                    VoletsChartLabel        *labels,
                                    guint                    n_labels,
                                    double                   x,
                                    double                   width,
                                    double                  *height);
void    volets_chart_labels_draw   (VoletsTypesetter        *typesetter,
                                    cairo_t                 *cr,
                                    const VoletsChartLabel  *labels,
                                    guint                    n_labels,
                                    double                   scale,
                                    double                   y);

G_END_DECLS
