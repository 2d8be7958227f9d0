/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/storage.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/previous-version.h"
#include "support/temp-folder.h"

#define MIB (1024 * 1024)

static void
test_round_trip (VoletsTestFolder *fixture,
                 gconstpointer     data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) read = NULL;

  volets_test_save (fixture->file, "<dossier/>\n", NULL);
  read = volets_storage_read (fixture->file, MIB, &etag, &error);
  g_assert_no_error (error);
  g_assert_nonnull (etag);
  g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), "<dossier/>\n", 11);
  volets_test_folder_assert_n_files (fixture, 1);
}

static void
test_bound (VoletsTestFolder *fixture,
            gconstpointer     data)
{
  for (int excess = -1; excess <= 1; excess++)
    {
      g_autofree char *text = g_strnfill ((gsize) (MIB + excess), 'a');
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) read = NULL;

      volets_test_save (fixture->file, text, NULL);
      read = volets_storage_read (fixture->file, MIB, NULL, &error);
      if (excess <= 0)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (read), ==, (gsize) (MIB + excess));
          continue;
        }
      g_assert_null (read);
      volets_test_assert_refused (error, G_IO_ERROR_INVALID_DATA, "dépasse 1 Mio");
    }
}

static void
test_empty_file (VoletsTestFolder *fixture,
                 gconstpointer     data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read = NULL;

  volets_test_save (fixture->file, "", NULL);
  read = volets_storage_read (fixture->file, MIB, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (read), ==, 0);
}

static void
test_endless_device (VoletsTestFolder *fixture,
                     gconstpointer     data)
{
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read = volets_storage_read (zero, MIB, NULL, &error);

  g_assert_null (read);
  volets_test_assert_refused (error, G_IO_ERROR_INVALID_DATA, "dépasse 1 Mio");
}

static gpointer
write_to_pipe (gpointer data)
{
  FILE *file = fopen (data, "w");

  g_assert_nonnull (file);
  fputs ("<dossier/>", file);
  fclose (file);

  return NULL;
}

/* « volets check <(curl …) »: a pipe has no size, and gives its content in pieces. */
static void
test_pipe (VoletsTestFolder *fixture,
           gconstpointer     data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_to_pipe, path);
  read = volets_storage_read (fixture->file, MIB, NULL, &error);
  g_thread_join (writer);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), "<dossier/>", 10);
}

static void
test_cannot_be_read (VoletsTestFolder *fixture,
                     gconstpointer     data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) below = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_storage_read (fixture->file, MIB, NULL, &error));
  volets_test_assert_refused (error, G_IO_ERROR_NOT_FOUND, "n’existe pas");
  g_clear_error (&error);

  g_assert_null (volets_storage_read (folder, MIB, NULL, &error));
  volets_test_assert_refused (error, G_IO_ERROR_IS_DIRECTORY, "c’est un dossier");
  g_clear_error (&error);

  volets_test_save (fixture->file, "x", NULL);
  below = g_file_get_child (fixture->file, "x");
  g_assert_null (volets_storage_read (below, MIB, NULL, &error));
  volets_test_assert_refused (error, G_IO_ERROR_NOT_DIRECTORY, "passe par un fichier");

  g_assert_null (volets_storage_read (folder, MIB, NULL, NULL));
}

static void
test_backup (VoletsTestFolder *fixture,
             gconstpointer     data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *backup_path = g_strconcat (path, "~", NULL);
  g_autoptr (GFile) backup = g_file_new_for_path (backup_path);
  g_autofree char *etag = NULL;

  volets_test_save (fixture->file, "one", &etag);
  g_assert_false (g_file_query_exists (backup, NULL));
  volets_test_save (fixture->file, "two", &etag);
  volets_test_assert_holds (fixture->file, "two");
  volets_test_assert_holds (backup, "one");
  volets_test_save (fixture->file, "three", &etag);
  volets_test_assert_holds (fixture->file, "three");
  volets_test_assert_holds (backup, "two");
  volets_test_folder_assert_n_files (fixture, 2);
}

static void
test_changed_by_someone_else (VoletsTestFolder *fixture,
                              gconstpointer     data)
{
  g_autofree char *etag = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("mine", 4);
  g_autoptr (GError) error = NULL;
  const struct timespec times[] = { { 1600000000, 0 }, { 1600000000, 0 } };

  volets_test_save (fixture->file, "one", &etag);
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);

  g_assert_false (volets_storage_save (fixture->file, bytes, etag, NULL, &error));
  volets_test_assert_refused (error, G_IO_ERROR_WRONG_ETAG, "modifié par quelqu’un d’autre");
  volets_test_assert_holds (fixture->file, "theirs");
  volets_test_folder_assert_n_files (fixture, 1);

  /* Unless the person says so. */
  g_assert_true (volets_storage_save (fixture->file, bytes, NULL, NULL, NULL));
  volets_test_assert_holds (fixture->file, "mine");
}

/* What the save itself returned is good for the next save: no false alarm. */
static void
test_saved_twice (VoletsTestFolder *fixture,
                  gconstpointer     data)
{
  g_autofree char *etag = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autofree char *read_etag = NULL;
      g_autoptr (GBytes) read = NULL;

      volets_test_save (fixture->file, text, &etag);
      read = volets_storage_read (fixture->file, MIB, &read_etag, NULL);
      g_assert_cmpstr (read_etag, ==, etag);
    }
}

/* Another program removed the file: saving brings it back rather than losing the answers. */
static void
test_removed_by_someone_else (VoletsTestFolder *fixture,
                              gconstpointer     data)
{
  g_autofree char *etag = NULL;

  volets_test_save (fixture->file, "one", &etag);
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  volets_test_save (fixture->file, "two", &etag);
  volets_test_assert_holds (fixture->file, "two");
}

static void
test_export (VoletsTestFolder *fixture,
             gconstpointer     data)
{
  g_autoptr (GBytes) one = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) two = g_bytes_new_static ("two", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (volets_storage_export (fixture->file, one, FALSE, &error));
  g_assert_no_error (error);
  volets_test_assert_holds (fixture->file, "one");
  g_assert_false (volets_storage_export (fixture->file, two, FALSE, &error));
  volets_test_assert_refused (error, G_IO_ERROR_EXISTS, "existe déjà");
  g_clear_error (&error);
  volets_test_assert_holds (fixture->file, "one");
  g_assert_true (volets_storage_export (fixture->file, two, TRUE, &error));
  g_assert_no_error (error);
  volets_test_assert_holds (fixture->file, "two");
  volets_test_folder_assert_n_files (fixture, 1);
}

static void
test_export_to_a_folder (VoletsTestFolder *fixture,
                         gconstpointer     data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (volets_storage_export (folder, bytes, TRUE, &error));
  volets_test_assert_refused (error, G_IO_ERROR_IS_DIRECTORY, "c’est un dossier");
  g_clear_error (&error);
  g_assert_false (volets_storage_save (folder, bytes, NULL, NULL, &error));
  volets_test_assert_refused (error, G_IO_ERROR_IS_DIRECTORY, "c’est un dossier");
}

/* In a sandbox nothing can be left beside a file. The runtime folder of this test stands for that
 * of one.
 */
static void
test_previous_version_in_the_portal (VoletsTestFolder *fixture,
                                     gconstpointer     data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "5a1b2c3d", NULL);
  g_autofree char *previous_folder = volets_previous_version_get_folder ();
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "école.volets", NULL);
  g_autoptr (GFile) beside = g_file_new_build_filename (folder, "école.volets~", NULL);
  g_autoptr (GFile) previous = volets_previous_version_get_file (file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  volets_test_save (file, "un", NULL);
  volets_test_save (file, "deux", NULL);
  volets_test_assert_holds (previous, "un");
  volets_test_save (file, "trois", NULL);
  volets_test_assert_holds (file, "trois");
  volets_test_assert_holds (previous, "deux");
  g_assert_false (g_file_query_exists (beside, NULL));

  /* What is new is saved even where the other cannot be. */
  g_assert_true (g_file_delete (previous, NULL, NULL));
  g_assert_cmpint (g_rmdir (previous_folder), ==, 0);
  g_assert_true (g_file_set_contents (previous_folder, "", 0, NULL));
  volets_test_save (file, "quatre", NULL);
  volets_test_assert_holds (file, "quatre");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *name;
    void      (*test) (VoletsTestFolder *, gconstpointer);
  } TESTS[] = {
    { "read/round-trip", test_round_trip },
    { "read/bound", test_bound },
    { "read/empty", test_empty_file },
    { "read/endless-device", test_endless_device },
    { "read/pipe", test_pipe },
    { "read/cannot-be-read", test_cannot_be_read },
    { "save/keeps-the-previous-version", test_backup },
    { "save/the-previous-version-in-the-portal", test_previous_version_in_the_portal },
    { "save/changed-by-someone-else", test_changed_by_someone_else },
    { "save/again-and-again", test_saved_twice },
    { "save/removed-by-someone-else", test_removed_by_someone_else },
    { "export/overwrites-only-when-told", test_export },
    { "export/to-a-folder", test_export_to_a_folder },
  };
  VoletsTestFolder home;
  int status;

  volets_test_folder_set_up (&home, NULL);
  g_setenv ("XDG_RUNTIME_DIR", home.folder, TRUE);
  g_setenv ("XDG_STATE_HOME", home.folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (TESTS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/storage/%s", TESTS[i].name);

      g_test_add_vtable (path, sizeof (VoletsTestFolder), NULL,
                         (GTestFixtureFunc) volets_test_folder_set_up,
                         (GTestFixtureFunc) TESTS[i].test,
                         (GTestFixtureFunc) volets_test_folder_tear_down);
    }

  status = g_test_run ();
  volets_test_folder_tear_down (&home, NULL);

  return status;
}
