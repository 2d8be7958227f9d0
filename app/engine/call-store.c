/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/call-store.h"

#include <stdlib.h>
#include <string.h>

#include "engine/call-reader.h"
#include "volets-data.h"

#define CALLS_PATH "/fr/volets/Volets/calls/"
#define SUFFIX ".xml"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * volets_call_store_list:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the calls, in their order
 */
char **
volets_call_store_list (void)
{
  char **names = g_resource_enumerate_children (volets_data_get_resource (), CALLS_PATH,
                                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    names[i][strlen (names[i]) - strlen (SUFFIX)] = '\0';
  qsort (names, g_strv_length (names), sizeof *names, compare_names);

  return names;
}

/**
 * volets_call_store_find:
 * @id: (nullable): the id of a call
 *
 * Returns: (transfer full) (nullable): the call, or %NULL where none of that id came along
 */
VoletsCall *
volets_call_store_find (const char *id)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VoletsCall *call;

  if (id == NULL)
    return NULL;

  path = g_strconcat (CALLS_PATH, id, SUFFIX, NULL);
  bytes = g_resource_lookup_data (volets_data_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;

  call = volets_call_read (bytes, &error);
  if (call == NULL)
    g_error ("the call %s is broken: %s", id, error->message);

  return call;
}
