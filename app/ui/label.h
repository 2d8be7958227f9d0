/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Labels that are there only while they have something to say. */

void volets_label_show         (GtkLabel   *label,
                                const char *text);
void volets_label_show_typeset (GtkLabel   *label,
                                const char *words);
void volets_label_show_error   (GtkLabel   *label,
                                const char *words);

G_END_DECLS
