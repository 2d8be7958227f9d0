/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* What stands beside the label of a field on an official paper: the answer, or "" for a line to
 * write it on by hand.
 */

const char *volets_act_text  (VoletsRecord *record,
                              guint         field);
char       *volets_act_day   (VoletsRecord *record,
                              guint         field);
char       *volets_act_count (VoletsRecord *record,
                              guint         field);

G_END_DECLS
