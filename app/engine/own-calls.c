/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/own-calls.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/call-reader.h"
#include "engine/call-store.h"
#include "engine/storage.h"
#include "engine/xml.h"

#define SUFFIX ".xml"

/* An id comes from a file of anybody: it must not lead to another folder. */
static gboolean
is_id (const char *text)
{
  return text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0' && *text != '\0';
}

static VoletsCall *
read_call (GFile   *file,
           GBytes **bytes,
           GError **error)
{
  g_autoptr (GBytes) content = volets_storage_read (file, VOLETS_XML_MAX_SIZE, NULL, error);
  VoletsCall *call = content != NULL ? volets_call_read (content, error) : NULL;

  if (call != NULL && bytes != NULL)
    *bytes = g_steal_pointer (&content);

  return call;
}

/* The call @id in a folder, or NULL; an error only where it is there and cannot be used. */
static VoletsCall *
find_in (GFile       *folder,
         const char  *id,
         GError     **error)
{
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autofree char *display_name = g_file_get_parse_name (file);
  g_autoptr (VoletsCall) call = NULL;

  if (!g_file_query_exists (file, NULL))
    return NULL;

  call = read_call (file, NULL, error);
  if (call == NULL)
    {
      g_prefix_error (error, "l’appel « %s » (%s) : ", id, display_name);
      return NULL;
    }
  if (!g_str_equal (call->id, id))
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                   "le fichier %s décrit l’appel « %s », et non « %s » ; renommez-le",
                   display_name, call->id, id);
      return NULL;
    }

  return g_steal_pointer (&call);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * volets_own_calls_get_folder:
 *
 * Returns: (transfer full) (type filename): where the calls are kept; it may not be there yet
 */
char *
volets_own_calls_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "volets", "calls", NULL);
}

/**
 * volets_own_calls_list:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the calls that are kept, in their
 *   order; one that came with the program since is none of them
 */
char **
volets_own_calls_list (void)
{
  g_autofree char *folder = volets_own_calls_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_auto (GStrv) shipped = volets_call_store_list ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *name;
  char **ids;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_str_has_suffix (name, SUFFIX)
                              ? g_strndup (name, strlen (name) - strlen (SUFFIX)) : NULL;

      if (id != NULL && is_id (id) && !g_strv_contains ((const char *const *) shipped, id))
        g_strv_builder_add (builder, id);
    }

  ids = g_strv_builder_end (builder);
  qsort (ids, g_strv_length (ids), sizeof *ids, compare_names);

  return ids;
}

/**
 * volets_own_calls_find:
 * @id: (nullable): the id of a call that does not come with the program
 * @dossier: (nullable): the file of a dossier that answers it
 * @error: a sentence, where the call is there and cannot be used
 *
 * Looks for a call that is kept, then for a file with its name beside the dossier: a folder that
 * was sent to somebody else has all that it needs.
 *
 * Returns: (transfer full) (nullable): the call; %NULL without an error where there is none
 */
VoletsCall *
volets_own_calls_find (const char  *id,
                       GFile       *dossier,
                       GError     **error)
{
  g_autofree char *path = volets_own_calls_get_folder ();
  g_autoptr (GFile) kept = g_file_new_for_path (path);
  g_autoptr (GFile) beside = dossier != NULL ? g_file_get_parent (dossier) : NULL;
  GError *local_error = NULL;
  VoletsCall *call;

  if (id == NULL || !is_id (id))
    return NULL;

  call = find_in (kept, id, &local_error);
  if (call == NULL && local_error == NULL && beside != NULL)
    call = find_in (beside, id, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return call;
}

/* Nobody should have to guess by which of two calls of one name an amount was computed. */
static gboolean
check_name (const VoletsCall  *call,
            GError           **error)
{
  g_autoptr (VoletsCall) shipped = volets_call_store_find (call->id);

  if (shipped == NULL)
    return TRUE;

  g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
               "l’appel « %s » vient déjà avec Volets ; donnez un autre identifiant à celui-ci "
               "(attribut id)", call->id);
  return FALSE;
}

/**
 * volets_own_calls_keep:
 * @file: a call file
 * @error: a sentence without the name of the file, in G_IO_ERROR or VOLETS_XML_ERROR:
 *   VOLETS_XML_ERROR_OTHER_KIND for a dossier
 *
 * Reads a call and keeps a copy, in the place of the one of that id that was kept before; that one
 * stays beside it.
 *
 * Returns: (transfer full) (nullable): the call
 */
VoletsCall *
volets_own_calls_keep (GFile   *file,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VoletsCall) call = NULL;
  g_autofree char *folder = volets_own_calls_get_folder ();
  g_autofree char *name = NULL;
  g_autoptr (GFile) kept = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  call = read_call (file, &bytes, error);
  if (call == NULL || !check_name (call, error))
    return NULL;

  name = g_strconcat (call->id, SUFFIX, NULL);
  kept = g_file_new_build_filename (folder, name, NULL);
  if (g_file_equal (kept, file))
    return g_steal_pointer (&call);
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !volets_storage_save (kept, bytes, NULL, NULL, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                     "l’appel ne peut pas être gardé dans « %s » ; vérifiez les droits sur ce "
                     "dossier", folder);
      return NULL;
    }

  return g_steal_pointer (&call);
}
