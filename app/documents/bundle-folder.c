/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/bundle-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/storage.h"

#define CHUNK (256 * 1024)

/* Of the checksums of a folder that is to be replaced; no folder of ours comes near it. */
#define MAX_SUMS (1024 * 1024)
#define SUM_LENGTH 64

/* How often another hidden name is tried. */
#define MAX_NAMES 100

struct _VoletsBundleFolder {
  char      *path;
  char      *temporary;   /* NULL once it is in its place */
  gboolean   overwrite;
  GPtrArray *files;       /* of VoletsBundleFile */
};

static void
free_file (gpointer data)
{
  VoletsBundleFile *file = data;

  g_free (file->name);
  g_free (file->title);
  g_free (file->sha256);
  g_free (file);
}

/* Sets @error to what the system says in errno. */
static gboolean
refuse_errno (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
  volets_storage_explain (error);
  return FALSE;
}

static gboolean
exists (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0;
}

/* A name beside @path that nothing has: « .vaison-depot.3f2a », which no file list shows. */
static char *
find_free_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *hidden = g_strdup_printf (".%s.%08x", name, g_random_int ());
      g_autofree char *candidate = g_build_filename (folder, hidden, NULL);

      if (!exists (candidate))
        return g_steal_pointer (&candidate);
    }

  return g_build_filename (folder, name, NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* What is written is on the disk before it has its name. */
static void
sync_folder (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* The checksums of what a folder of ours held when it was made, by name; %NULL where it is none. */
static GHashTable *
read_sums (const char *path)
{
  g_autoptr (GFile) file = g_file_new_build_filename (path, VOLETS_BUNDLE_SUMS, NULL);
  g_autoptr (GBytes) bytes = volets_storage_read (file, MAX_SUMS, NULL, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *sums;
  gsize size;
  const char *data;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  text = g_strndup (data != NULL ? data : "", size);
  lines = g_strsplit (text, "\n", -1);
  sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strlen (lines[i]) > SUM_LENGTH + 2)
        g_hash_table_insert (sums, g_strdup (lines[i] + SUM_LENGTH + 2),
                             g_strndup (lines[i], SUM_LENGTH));
    }

  return sums;
}

static gboolean
is_unchanged (const char *path,
              const char *sha256)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *chunk = g_malloc (CHUNK);
  gssize length;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL)
      != G_FILE_TYPE_REGULAR)
    return FALSE;

  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL)
    return FALSE;
  while ((length = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, NULL, NULL)) > 0)
    g_checksum_update (checksum, (const guchar *) chunk, length);

  return length == 0 && g_str_equal (g_checksum_get_string (checksum), sha256);
}

/* Whether everything in the folder at @path is what was put there, and nothing else. */
static gboolean
is_ours (const char  *path,
         GError     **error)
{
  g_autoptr (GHashTable) sums = read_sums (path);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (sums == NULL || dir == NULL || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY,
                           "ce qui porte déjà ce nom n’est pas un dossier de dépôt fait par Volets "
                           "; choisissez un autre emplacement");
      return FALSE;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *shown = g_filename_display_name (name);
      const char *sum = g_hash_table_lookup (sums, name);

      if (g_str_equal (name, VOLETS_BUNDLE_SUMS) || (sum != NULL && is_unchanged (file, sum)))
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY,
                   sum != NULL ? "le dossier n’est pas remplacé : « %s » y a été modifié ; "
                                 "déplacez-le d’abord"
                               : "le dossier n’est pas remplacé : Volets n’y a pas mis « %s » ; "
                                 "déplacez-le d’abord", shown);
      return FALSE;
    }

  return TRUE;
}

/**
 * volets_bundle_folder_new:
 * @place: where the folder is going to be, on this PC
 * @overwrite: whether to replace one that is there
 * @error: %G_IO_ERROR_EXISTS where it is there and is not to be replaced
 *
 * Returns: (transfer full) (nullable): the folder, without files
 */
VoletsBundleFolder *
volets_bundle_folder_new (GFile     *place,
                          gboolean   overwrite,
                          GError   **error)
{
  g_autoptr (VoletsBundleFolder) self = NULL;

  g_return_val_if_fail (g_file_peek_path (place) != NULL, NULL);

  self = g_new0 (VoletsBundleFolder, 1);
  self->path = g_file_get_path (place);
  self->overwrite = overwrite;
  self->files = g_ptr_array_new_with_free_func (free_file);
  if (!overwrite && exists (self->path))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           "le dossier existe déjà ; choisissez un autre emplacement");
      return NULL;
    }
  if (exists (self->path) && !is_ours (self->path, error))
    return NULL;

  self->temporary = find_free_name (self->path);
  if (g_mkdir (self->temporary, 0777) != 0)
    {
      refuse_errno (error);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * volets_bundle_folder_free:
 * @self: (transfer full): a folder; one that is not finished leaves nothing behind
 */
void
volets_bundle_folder_free (VoletsBundleFolder *self)
{
  if (self->temporary != NULL)
    remove_folder (self->temporary);
  g_free (self->path);
  g_free (self->temporary);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static VoletsBundleFile *
add_file (VoletsBundleFolder *self,
          const char         *name,
          const char         *title,
          gint64              size,
          const char         *sha256)
{
  VoletsBundleFile *file = g_new0 (VoletsBundleFile, 1);

  file->name = g_strdup (name);
  file->title = g_strdup (title);
  file->size = size;
  file->sha256 = g_strdup (sha256);
  g_ptr_array_add (self->files, file);

  return file;
}

/**
 * volets_bundle_folder_write:
 * @self: a folder
 * @name: a name that is no other file's
 * @title: what it is, in French
 * @bytes: what it holds
 * @error: a #GIOErrorEnum
 *
 * Returns: (transfer none) (nullable): the file
 */
VoletsBundleFile *
volets_bundle_folder_write (VoletsBundleFolder  *self,
                            const char          *name,
                            const char          *title,
                            GBytes              *bytes,
                            GError             **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->temporary, name, NULL);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (!volets_storage_export (file, bytes, FALSE, error))
    return NULL;

  return add_file (self, name, title, (gint64) g_bytes_get_size (bytes), sha256);
}

static gboolean
write_all (int          fd,
           const char  *data,
           gsize        length,
           GError     **error)
{
  while (length > 0)
    {
      gssize n_written = write (fd, data, length);

      if (n_written < 0 && errno != EINTR)
        return refuse_errno (error);
      if (n_written > 0)
        {
          data += n_written;
          length -= (gsize) n_written;
        }
    }

  return TRUE;
}

/* Returns: how many bytes were copied, or -1 */
static gint64
copy_stream (GInputStream  *source,
             int            fd,
             GChecksum     *checksum,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  gint64 size = 0;
  gssize length;

  while ((length = g_input_stream_read (source, chunk, CHUNK, cancellable, error)) > 0)
    {
      if (!write_all (fd, chunk, (gsize) length, error))
        return -1;
      g_checksum_update (checksum, (const guchar *) chunk, length);
      size += length;
    }
  if (length < 0)
    {
      volets_storage_explain (error);
      return -1;
    }

  return fsync (fd) == 0 || refuse_errno (error) ? size : -1;
}

/**
 * volets_bundle_folder_copy:
 * @self: a folder
 * @name: a name that is no other file's
 * @title: what it is, in French
 * @source: a file, of any size
 * @cancellable: (nullable): what stops it
 * @error: a #GIOErrorEnum
 *
 * Returns: (transfer none) (nullable): the copy
 */
VoletsBundleFile *
volets_bundle_folder_copy (VoletsBundleFolder  *self,
                           const char          *name,
                           const char          *title,
                           GFile               *source,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autofree char *path = g_build_filename (self->temporary, name, NULL);
  g_autoptr (GFileInputStream) stream = g_file_read (source, cancellable, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 size;
  int fd;

  if (stream == NULL)
    {
      volets_storage_explain (error);
      return NULL;
    }
  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      refuse_errno (error);
      return NULL;
    }

  size = copy_stream (G_INPUT_STREAM (stream), fd, checksum, cancellable, error);
  close (fd);
  if (size < 0)
    {
      g_unlink (path);
      return NULL;
    }

  return add_file (self, name, title, size, g_checksum_get_string (checksum));
}

/**
 * volets_bundle_folder_get_files:
 * @self: a folder
 *
 * Returns: (transfer none) (element-type VoletsBundleFile): what is in it so far
 */
const GPtrArray *
volets_bundle_folder_get_files (VoletsBundleFolder *self)
{
  return self->files;
}

static gboolean
write_sums (VoletsBundleFolder  *self,
            GError             **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->temporary, VOLETS_BUNDLE_SUMS, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < self->files->len; i++)
    {
      const VoletsBundleFile *each = g_ptr_array_index (self->files, i);

      g_string_append_printf (text, "%s  %s\n", each->sha256, each->name);
    }
  bytes = g_bytes_new (text->str, text->len);

  return volets_storage_export (file, bytes, FALSE, error);
}

/* Puts the new folder where the old one is, which goes away once that is done. */
static gboolean
replace (VoletsBundleFolder  *self,
         GError             **error)
{
  g_autofree char *old = find_free_name (self->path);

  if (g_rename (self->path, old) != 0)
    return refuse_errno (error);
  if (g_rename (self->temporary, self->path) != 0)
    {
      refuse_errno (error);
      g_rename (old, self->path);
      return FALSE;
    }

  remove_folder (old);
  return TRUE;
}

/**
 * volets_bundle_folder_finish:
 * @self: a folder with its files
 * @error: a #GIOErrorEnum; nothing is then in the place of @self that was not there before
 *
 * Writes the checksums, and gives the folder its name.
 */
gboolean
volets_bundle_folder_finish (VoletsBundleFolder  *self,
                             GError             **error)
{
  g_autofree char *parent = g_path_get_dirname (self->path);

  if (!write_sums (self, error))
    return FALSE;
  sync_folder (self->temporary);

  if (self->overwrite && exists (self->path))
    {
      if (!is_ours (self->path, error) || !replace (self, error))
        return FALSE;
    }
  else if (g_rename (self->temporary, self->path) != 0)
    {
      return refuse_errno (error);
    }

  g_clear_pointer (&self->temporary, g_free);
  sync_folder (parent);
  return TRUE;
}
