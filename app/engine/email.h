/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* E-mail addresses, reported like identifiers. */

gboolean volets_email_check (const char  *text,
                             GError     **error);
char    *volets_email_trim  (const char  *text);

G_END_DECLS
