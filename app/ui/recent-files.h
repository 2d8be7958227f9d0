/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dossiers opened last, in the list that all the programs of the desktop share. */

void       volets_recent_files_add  (GFile       *file,
                                     const char  *title);
GPtrArray *volets_recent_files_list (guint        max);

G_END_DECLS
