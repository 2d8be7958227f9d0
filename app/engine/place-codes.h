/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The codes of communes, post offices and départements; read and reported like identifiers. */

gboolean volets_insee_check           (const char  *text,
                                       GError     **error);
gboolean volets_postal_code_check     (const char  *text,
                                       GError     **error);
gboolean volets_departement_check     (const char  *text,
                                       GError     **error);

char    *volets_insee_get_departement (const char  *insee);

G_END_DECLS
