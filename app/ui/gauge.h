/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/volet-result.h"

G_BEGIN_DECLS

/**
 * VoletsGauge:
 *
 * How far an expense is from one limit of the call: a bar, the two amounts, and a sentence. What
 * is over the limit is told by the sentence and an icon, not by the colour alone.
 */
#define VOLETS_TYPE_GAUGE (volets_gauge_get_type ())
G_DECLARE_FINAL_TYPE (VoletsGauge, volets_gauge, VOLETS, GAUGE, GtkListBoxRow)

GtkWidget *volets_gauge_new          (void);

void       volets_gauge_set_title    (VoletsGauge              *self,
                                      const char               *title);
void       volets_gauge_set_limit    (VoletsGauge              *self,
                                      const VoletsLimitResult  *limit);
void       volets_gauge_set_sentence (VoletsGauge              *self,
                                      const char               *sentence,
                                      gboolean                  is_warning);

G_END_DECLS
