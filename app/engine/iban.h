/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bank accounts, read and reported like identifiers. */

gboolean volets_iban_check          (const char  *text,
                                     GError     **error);
gboolean volets_iban_is_public_bank (const char  *iban);

G_END_DECLS
