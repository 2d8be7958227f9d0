/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* French typography. The papers and the sentences of the engine are French whatever the locale. */

/* Between a number and its unit, and before « : ». */
#define VOLETS_NBSP "\u00a0"
/* Between the groups of three digits, and before « ; », « ! » and « ? ». */
#define VOLETS_NNBSP "\u202f"

gboolean volets_french_is_space     (gunichar     c);
char    *volets_french_group_digits (guint64      number);
char    *volets_french_count        (gint64       count,
                                     const char  *singular,
                                     const char  *plural);
gboolean volets_french_date_is_valid (const char *iso_date);
char    *volets_french_date         (const char  *iso_date);
char    *volets_french_join         (const char *const *items);
char    *volets_french_of           (const char  *noun);
char    *volets_french_of_person    (const char  *name);
char    *volets_french_to           (const char  *noun);
char    *volets_french_the          (const char  *noun,
                                     gboolean     is_feminine);
char    *volets_french_capitalise   (const char  *text);
char    *volets_french_fold         (const char  *text);
char    *volets_french_typeset      (const char  *text);

G_END_DECLS
