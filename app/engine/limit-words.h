/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/volet-result.h"

G_BEGIN_DECLS

/* The limits of a call and what comes of them, in words. All returned texts are French, with
 * plain spaces for volets_french_typeset() to mend.
 */

char *volets_limit_describe       (const VoletsLimitResult  *limit);
char *volets_limit_name           (const VoletsLimit        *rule,
                                   gboolean                  is_floor);
char *volets_unit_result_explain  (const VoletsUnitResult   *unit);
char *volets_volet_result_explain (const VoletsVoletResult  *volet);

G_END_DECLS
