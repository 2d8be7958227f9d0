/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file held before it was saved: one version, for who finds the new one broken. */

char     *volets_previous_version_get_folder     (void);
GFile    *volets_previous_version_get_file       (GFile *file);
gboolean  volets_previous_version_is_beside      (GFile *file);
void      volets_previous_version_keep_elsewhere (GFile *file);

G_END_DECLS
