/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/storage.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/temp-folder.h"

#define MIB (1024 * 1024)

typedef gboolean (*WriteFunc) (GFile   *file,
                               GBytes  *bytes,
                               GError **error);

static gboolean
write_by_save (GFile   *file,
               GBytes  *bytes,
               GError **error)
{
  return volets_storage_save (file, bytes, NULL, NULL, error);
}

static gboolean
write_by_export (GFile   *file,
                 GBytes  *bytes,
                 GError **error)
{
  return volets_storage_export (file, bytes, TRUE, error);
}

static void
test_permissions (VoletsTestFolder *fixture,
                  gconstpointer     data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("y", 1);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is forbidden to root");
      return;
    }

  volets_test_save (fixture->file, "x", NULL);
  g_chmod (path, 0);
  g_assert_null (volets_storage_read (fixture->file, MIB, NULL, &error));
  volets_test_assert_refused (error, G_IO_ERROR_PERMISSION_DENIED, "pas le droit");
  g_clear_error (&error);

  g_chmod (path, 0600);
  g_chmod (fixture->folder, 0500);
  g_assert_false (volets_storage_save (fixture->file, bytes, NULL, NULL, &error));
  volets_test_assert_refused (error, G_IO_ERROR_CANT_CREATE_BACKUP, "à un autre endroit");
  g_clear_error (&error);
  g_assert_false (volets_storage_export (fixture->file, bytes, TRUE, &error));
  volets_test_assert_refused (error, G_IO_ERROR_PERMISSION_DENIED, "pas le droit");
  g_chmod (fixture->folder, 0700);
  volets_test_assert_holds (fixture->file, "x");
}

static void
test_folder_is_gone (VoletsTestFolder *fixture,
                     gconstpointer     data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_false (volets_storage_save (fixture->file, bytes, NULL, NULL, &error));
  volets_test_assert_refused (error, G_IO_ERROR_NOT_FOUND, "n’existe pas");
  g_clear_error (&error);
  g_assert_false (volets_storage_export (fixture->file, bytes, FALSE, &error));
  volets_test_assert_refused (error, G_IO_ERROR_NOT_FOUND, "n’existe pas");
}

/* In a child of its own: the limit cannot be taken back. */
static void
write_within_limit (GFile     *file,
                    WriteFunc  write_file)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      const struct rlimit limit = { 100000, 100000 };
      g_autofree char *text = g_strnfill (MIB, 'b');
      g_autoptr (GBytes) bytes = g_bytes_new (text, MIB);
      g_autoptr (GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      g_assert_false (write_file (file, bytes, &error));
      volets_test_assert_refused (error, G_IO_ERROR_NO_SPACE, "trop grand pour cet emplacement");
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_writing_breaks_off (VoletsTestFolder *fixture,
                         gconstpointer     data)
{
  const WriteFunc write_file = (WriteFunc) data;

  volets_test_save (fixture->file, "one", NULL);
  write_within_limit (fixture->file, write_file);
  volets_test_assert_holds (fixture->file, "one");
  volets_test_folder_assert_n_files (fixture, 1);
}

static void
test_full_disk (VoletsTestFolder *fixture,
                gconstpointer     data)
{
  const WriteFunc write_file = (WriteFunc) data;
  g_autofree char *text = g_strnfill (MIB, 'b');
  g_autoptr (GBytes) bytes = g_bytes_new (text, MIB);
  g_autoptr (GError) error = NULL;

  if (mount ("volets-test", fixture->folder, "tmpfs", 0, "size=200k") != 0)
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }

  volets_test_save (fixture->file, "one", NULL);
  g_assert_false (write_file (fixture->file, bytes, &error));
  volets_test_assert_refused (error, G_IO_ERROR_NO_SPACE, "le disque est plein");
  volets_test_assert_holds (fixture->file, "one");
  volets_test_folder_assert_n_files (fixture, 1);
  g_assert_cmpint (umount2 (fixture->folder, MNT_DETACH), ==, 0);
}

static void
test_read_only_disk (VoletsTestFolder *fixture,
                     gconstpointer     data)
{
  const WriteFunc write_file = (WriteFunc) data;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("two", 3);
  g_autoptr (GError) error = NULL;

  if (mount ("volets-test", fixture->folder, "tmpfs", 0, "size=200k") != 0)
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }

  volets_test_save (fixture->file, "one", NULL);
  g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  g_assert_false (write_file (fixture->file, bytes, &error));
  volets_test_assert_refused (error, G_IO_ERROR_READ_ONLY, "lecture seule");
  volets_test_assert_holds (fixture->file, "one");
  g_assert_cmpint (umount2 (fixture->folder, MNT_DETACH), ==, 0);
}

/* What the system says is never handed on in its own language alone. */
static void
test_every_refusal_is_french (VoletsTestFolder *fixture,
                              gconstpointer     data)
{
  static const struct {
    int         number;
    int         code;
    const char *sentence;
  } CASES[] = {
    { ENOSPC, G_IO_ERROR_NO_SPACE, "le disque est plein" },
    { EFBIG, G_IO_ERROR_NO_SPACE, "trop grand" },
    { EDQUOT, G_IO_ERROR_NO_SPACE, "vous avez droit" },
    { EIO, G_IO_ERROR_FAILED, "bien branché" },
    { ESTALE, G_IO_ERROR_FAILED, "vérifiez le réseau" },
    { ENOTCONN, G_IO_ERROR_NOT_CONNECTED, "vérifiez le réseau" },
    { EBUSY, G_IO_ERROR_BUSY, "un autre programme" },
    { EACCES, G_IO_ERROR_PERMISSION_DENIED, "pas le droit" },
    { EXDEV, G_IO_ERROR_FAILED, "choisissez un autre emplacement" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = g_error_new (G_IO_ERROR,
                                              (int) g_io_error_from_errno (CASES[i].number),
                                              "Failed to write file: %s",
                                              g_strerror (CASES[i].number));

      volets_storage_explain (&error);
      volets_test_assert_refused (error, CASES[i].code, CASES[i].sentence);
      g_assert_null (strstr (error->message, "Failed"));
      g_assert_null (strstr (error->message, g_strerror (CASES[i].number)));
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *name;
    void      (*test) (VoletsTestFolder *, gconstpointer);
    WriteFunc   data;
  } TESTS[] = {
    { "every-refusal-is-french", test_every_refusal_is_french },
    { "permissions", test_permissions },
    { "save/writing-breaks-off", test_writing_breaks_off, write_by_save },
    { "save/full-disk", test_full_disk, write_by_save },
    { "save/read-only-disk", test_read_only_disk, write_by_save },
    { "folder-is-gone", test_folder_is_gone },
    { "export/writing-breaks-off", test_writing_breaks_off, write_by_export },
    { "export/full-disk", test_full_disk, write_by_export },
    { "export/read-only-disk", test_read_only_disk, write_by_export },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (TESTS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/storage-failures/%s", TESTS[i].name);

      g_test_add_vtable (path, sizeof (VoletsTestFolder), (gconstpointer) TESTS[i].data,
                         (GTestFixtureFunc) volets_test_folder_set_up,
                         (GTestFixtureFunc) TESTS[i].test,
                         (GTestFixtureFunc) volets_test_folder_tear_down);
    }

  return g_test_run ();
}
