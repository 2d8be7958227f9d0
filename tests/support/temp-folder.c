/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/temp-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/storage.h"

void
volets_test_folder_set_up (VoletsTestFolder *self,
                           gconstpointer     data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("volets-été-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "Dossier de l’école.volets", NULL);
  self->file = g_file_new_for_path (path);
}

static GPtrArray *
list_names (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  return g_steal_pointer (&names);
}

static void
remove_all (const char *path)
{
  g_autoptr (GPtrArray) names = list_names (path);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
volets_test_folder_tear_down (VoletsTestFolder *self,
                              gconstpointer     data)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_object_unref (self->file);
}

/* A file of the folder, or of a folder in it, which is made. */
GFile *
volets_test_folder_put (VoletsTestFolder *self,
                        const char       *name,
                        const char       *content)
{
  GFile *file = g_file_new_build_filename (self->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (g_file_peek_path (file));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (g_file_peek_path (file), content, -1, &error);
  g_assert_no_error (error);

  return file;
}

void
volets_test_assert_holds (GFile      *file,
                          const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

void
volets_test_folder_assert_n_files (VoletsTestFolder *self,
                                   guint             n_files)
{
  g_autoptr (GPtrArray) names = list_names (self->folder);

  for (guint i = 0; i < names->len && names->len != n_files; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (names, i));
  g_assert_cmpuint (names->len, ==, n_files);
}

void
volets_test_save (GFile      *file,
                  const char *text,
                  char      **etag)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autofree char *new_etag = NULL;

  g_assert_true (volets_storage_save (file, bytes, etag != NULL ? *etag : NULL,
                                      &new_etag, &error));
  g_assert_no_error (error);
  if (etag != NULL)
    {
      g_free (*etag);
      *etag = g_steal_pointer (&new_etag);
    }
}

/* One sentence fragment in French, whatever the system says. */
void
volets_test_assert_refused (const GError *error,
                            int           code,
                            const char   *sentence)
{
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, sentence));
  g_assert_false (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\''));
}
