/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void volets_cli_print        (const char    *format,
                              ...) G_GNUC_PRINTF (1, 2);
void volets_cli_refuse       (const char    *name,
                              const char    *message);
void volets_cli_refuse_place (const char    *path,
                              const GError  *error);

G_END_DECLS
