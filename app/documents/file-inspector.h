/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "documents/file-inspection.h"

G_BEGIN_DECLS

/* Looks into files that may have been made to harm whoever opens them. It runs the program that it
 * is part of once more, which looks into one file with little time and memory, and ends: where that
 * goes wrong, the program itself goes on.
 */

gboolean             volets_file_inspector_is_asked (int            argc,
                                                     char          *argv[]);
int                  volets_file_inspector_answer   (char          *argv[]);

VoletsFileInspection volets_file_inspector_run      (GFile         *file,
                                                     GCancellable  *cancellable);

G_END_DECLS
