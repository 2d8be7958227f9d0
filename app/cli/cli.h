/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean volets_cli_handles (const char  *argument);
int      volets_cli_run     (int          argc,
                             char        *argv[]);

G_END_DECLS
