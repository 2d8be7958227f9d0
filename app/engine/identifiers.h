/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/identifier-text.h"

G_BEGIN_DECLS

/* The numbers by which the administration knows a legal person, an establishment and a school.
 *
 * Every check takes what a person typed or pasted, with spaces of any kind, dots and dashes, and
 * reports in VOLETS_IDENTIFIER_ERROR one sentence for the person. What passes is kept in the form
 * of volets_identifier_compact ().
 */

gboolean    volets_siren_check           (const char  *text,
                                          GError     **error);
gboolean    volets_siret_check           (const char  *text,
                                          GError     **error);
gboolean    volets_uai_check             (const char  *text,
                                          GError     **error);

const char *volets_siren_guess_kind      (const char  *siren);
char        volets_uai_letter            (const char  *seven_digits);

G_END_DECLS
