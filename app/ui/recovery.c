/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/recovery.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/dossier-file.h"
#include "ui/editor-private.h"

static const char *const SUFFIXES[] = {
  VOLETS_AUTOSAVE_DOSSIER_SUFFIX,
  VOLETS_AUTOSAVE_ORIGIN_SUFFIX,
  VOLETS_AUTOSAVE_LOCK_SUFFIX,
};

/* Returns what the files of one dossier are called, or NULL for a file that is none of them. */
static char *
parse_name (const char *name)
{
  const char *end = strchr (name, '.');
  g_autofree char *id = end != NULL ? g_strndup (name, (gsize) (end - name)) : NULL;

  return id != NULL && g_uuid_string_is_valid (id) ? g_steal_pointer (&id) : NULL;
}

static char *
get_value (GKeyFile   *origin,
           const char *key)
{
  g_autofree char *value = g_key_file_get_string (origin, VOLETS_AUTOSAVE_GROUP, key, NULL);

  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}

/* The date that was written down, else that of the file. */
static GDateTime *
read_date (GKeyFile   *origin,
           const char *path)
{
  g_autofree char *text = get_value (origin, VOLETS_AUTOSAVE_KEY_DATE);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GDateTime *date = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;
  GStatBuf status;

  if (date == NULL && g_stat (path, &status) == 0)
    date = g_date_time_new_from_unix_utc (status.st_mtime);

  return date != NULL ? date : g_date_time_new_from_unix_utc (0);
}

/* The file beside the dossier may be missing: the dossier itself is what counts. */
static VoletsRecovery *
read_entry (const char *id)
{
  g_autofree char *path = volets_autosave_get_path (id, VOLETS_AUTOSAVE_DOSSIER_SUFFIX);
  g_autofree char *origin_path = volets_autosave_get_path (id, VOLETS_AUTOSAVE_ORIGIN_SUFFIX);
  g_autofree char *address = NULL;
  g_autoptr (GKeyFile) origin = g_key_file_new ();
  VoletsRecovery *self = g_new0 (VoletsRecovery, 1);

  g_key_file_load_from_file (origin, origin_path, G_KEY_FILE_NONE, NULL);
  address = get_value (origin, VOLETS_AUTOSAVE_KEY_FILE);

  self->id = g_strdup (id);
  self->title = get_value (origin, VOLETS_AUTOSAVE_KEY_TITLE);
  if (self->title == NULL)
    self->title = g_strdup ("Dossier sans titre");
  self->call_id = get_value (origin, VOLETS_AUTOSAVE_KEY_CALL);
  self->file = address != NULL ? g_file_new_for_uri (address) : NULL;
  self->etag = get_value (origin, VOLETS_AUTOSAVE_KEY_ETAG);
  self->date = read_date (origin, path);

  return self;
}

/* A process that was killed while it wrote leaves files that nobody looks for. The lock alone may
 * be that of a process that has just begun.
 */
static void
remove_scrap (const char *folder,
              const char *name,
              const char *id)
{
  g_autofree char *dossier = volets_autosave_get_path (id, VOLETS_AUTOSAVE_DOSSIER_SUFFIX);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    {
      if (g_str_equal (name + strlen (id), SUFFIXES[i])
          && (g_str_equal (SUFFIXES[i], VOLETS_AUTOSAVE_LOCK_SUFFIX)
              || g_file_test (dossier, G_FILE_TEST_EXISTS)))
        return;
    }

  if (!volets_autosave_is_locked (id))
    g_unlink (path);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const VoletsRecovery *first = *(const VoletsRecovery *const *) a;
  const VoletsRecovery *second = *(const VoletsRecovery *const *) b;

  return g_date_time_compare (second->date, first->date);
}

/**
 * volets_recovery_list:
 *
 * Returns: (transfer full) (element-type VoletsRecovery): the unsaved dossiers that no living
 *   process has, the latest first
 */
GPtrArray *
volets_recovery_list (void)
{
  g_autofree char *folder = volets_autosave_get_path (NULL, NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_recovery_free);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *id = parse_name (name);

      if (id == NULL)
        continue;
      if (!g_str_equal (name + strlen (id), VOLETS_AUTOSAVE_DOSSIER_SUFFIX))
        remove_scrap (folder, name, id);
      else if (!volets_autosave_is_locked (id))
        g_ptr_array_add (entries, read_entry (id));
    }
  g_ptr_array_sort (entries, compare_entries);

  return entries;
}

void
volets_recovery_free (VoletsRecovery *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->call_id);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_date_time_unref (self->date);
  g_free (self);
}

/**
 * volets_recovery_open:
 * @self: an unsaved dossier
 * @error: a sentence; G_IO_ERROR_BUSY where another process opened it first
 *
 * The copy stays until the dossier is saved or the editor disposed of.
 *
 * Returns: (transfer full) (nullable): an editor of it, modified, whose file is the one it was
 *   opened from
 */
VoletsEditor *
volets_recovery_open (const VoletsRecovery  *self,
                      GError               **error)
{
  g_autofree char *path = volets_autosave_get_path (self->id, VOLETS_AUTOSAVE_DOSSIER_SUFFIX);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (VoletsAutosave) autosave = volets_autosave_new (self->id);
  g_autoptr (VoletsDossier) dossier = NULL;
  g_autoptr (VoletsCall) call = NULL;

  if (!volets_autosave_lock (autosave, error))
    return NULL;

  dossier = volets_dossier_load (copy, error);
  if (dossier != NULL)
    call = volets_dossier_find_call (dossier, self->file, error);
  if (call == NULL)
    {
      /* Where somebody else was done with it meanwhile, the lock is all there is. */
      if (!g_file_query_exists (copy, NULL))
        volets_autosave_remove (autosave);
      return NULL;
    }

  return volets_editor_new_recovered (dossier, call, self->file, self->etag, autosave);
}

/**
 * volets_recovery_discard:
 * @self: an unsaved dossier
 * @error: a #GIOErrorEnum, a sentence in French; G_IO_ERROR_BUSY where another process has it
 *
 * Removes the copy for good.
 */
gboolean
volets_recovery_discard (const VoletsRecovery  *self,
                         GError               **error)
{
  g_autoptr (VoletsAutosave) autosave = volets_autosave_new (self->id);

  if (!volets_autosave_lock (autosave, error))
    return FALSE;

  volets_autosave_remove (autosave);
  return TRUE;
}
