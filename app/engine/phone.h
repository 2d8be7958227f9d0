/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* French telephone numbers, read and reported like identifiers. */

gboolean volets_phone_check  (const char  *text,
                              GError     **error);
char    *volets_phone_format (const char  *text);

G_END_DECLS
