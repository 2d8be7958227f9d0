/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the lines of a text may begin, by the rules of Unicode. Pango is asked once for each text
 * of a paper, since many of them are there more than once and all are both measured and drawn. */
typedef struct _VoletsLineBreaks VoletsLineBreaks;

VoletsLineBreaks *volets_line_breaks_new  (void);
void              volets_line_breaks_free (VoletsLineBreaks *self);

const gsize      *volets_line_breaks_find (VoletsLineBreaks *self,
                                           const char       *text);

G_END_DECLS
