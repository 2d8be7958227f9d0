/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *volets_shown_path_write        (const char *path);
gboolean  volets_shown_path_is_in_portal (const char *path);

G_END_DECLS
