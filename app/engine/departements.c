/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/departements.h"

#include "volets-data.h"

#define PATH "/fr/volets/Volets/territory/departements.ini"
#define GROUP "departements"

/**
 * volets_departement_get_name:
 * @code: the code of a département, « 84 », « 2A », « 971 »
 *
 * Returns: (transfer full) (nullable): what it is called, « Vaucluse »; %NULL where there is none
 *   of that code
 */
char *
volets_departement_get_name (const char *code)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GKeyFile) names = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  bytes = g_resource_lookup_data (volets_data_get_resource (), PATH, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  if (bytes == NULL || !g_key_file_load_from_bytes (names, bytes, G_KEY_FILE_NONE, &error))
    g_error ("the names of the départements are broken: %s", error->message);

  return g_key_file_get_string (names, GROUP, code, NULL);
}
