/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/recovery.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/project.h"
#include "support/dossier-builder.h"
#include "support/temp-folder.h"
#include "display.h"
#include "state-folder.h"

#define CALL_ID "snee-2021"
/* In milliseconds: a copy that were to come would be there, unless the machine is slow. */
#define LONG_ENOUGH 1000

/* What files in the folder are called. */
#define SOME_ID "0f0a4c4e-6f5b-4d57-9d62-0d6b4a6f7a11"
#define OTHER_ID "7b1f4a50-2b1d-4b8e-8a36-1d1b7a9e0c22"

/* How the program runs itself as the one that crashes. */
#define CHILD_OPTION "--edit-until-killed"

typedef VoletsTestFolder Fixture;

static const char *program;

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* Where nothing must come; what must is waited for. */
static void
wait_in_vain (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (LONG_ENOUGH, quit_cb, loop);
  g_main_loop_run (loop);
}

static guint
count_names (const char *end)
{
  g_autofree char *folder = volets_test_state_get_path ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_names = 0;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    n_names += g_str_has_suffix (name, end);

  return n_names;
}

static guint
count_files (void)
{
  return count_names ("");
}

/* Without what somebody is just writing. */
static guint
count_copies (void)
{
  return count_names (".volets");
}

/* Returns the bytes of the only copy in the folder, NULL without. */
static char *
read_copy (void)
{
  g_autofree char *folder = volets_test_state_get_path ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  char *text = NULL;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".volets"))
        continue;
      g_assert_null (text);
      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
    }

  return text;
}

static gboolean
copy_has (const char *words)
{
  g_autofree char *copy = read_copy ();

  return copy != NULL && strstr (copy, words) != NULL;
}

static gboolean
copy_differs (const char *before)
{
  g_autofree char *copy = read_copy ();

  return copy != NULL && !g_str_equal (copy, before);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  volets_test_folder_set_up (fixture, data);
  g_assert_cmpuint (count_files (), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = volets_recovery_list ();

  for (guint i = 0; i < entries->len; i++)
    volets_recovery_discard (g_ptr_array_index (entries, i), NULL);
  g_assert_cmpuint (count_files (), ==, 0);
  volets_test_folder_tear_down (fixture, data);
}

static VoletsEditor *
new_editor (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  g_autoptr (VoletsCall) call = volets_call_store_find (CALL_ID);

  return volets_editor_new (dossier, call);
}

static void
set_title (VoletsEditor *editor,
           const char   *title)
{
  volets_record_set_text (volets_dossier_get_record (volets_editor_get_dossier (editor),
                                                     VOLETS_SECTION_PROJECT),
                          VOLETS_PROJECT_TITLE, title);
}

static void
assert_saves (VoletsEditor *editor,
              GFile        *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (volets_editor_save (editor, file, FALSE, &error));
  g_assert_no_error (error);
}

static VoletsEditor *
open_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  VoletsEditor *editor = volets_editor_open (file, &error);

  g_assert_no_error (error);
  return editor;
}

static VoletsEditor *
open_entry (const VoletsRecovery *entry)
{
  g_autoptr (GError) error = NULL;
  VoletsEditor *editor = volets_recovery_open (entry, &error);

  g_assert_no_error (error);
  return editor;
}

static gboolean
type_cb (gpointer data)
{
  static guint n_keys;
  g_autofree char *title = g_strdup_printf ("Frappe %u", ++n_keys);

  set_title (data, title);
  return G_SOURCE_CONTINUE;
}

/* The program that crashes: types without a pause, and says when there is something to lose. */
static int
edit_until_killed (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VoletsEditor *editor = g_file_query_exists (file, NULL) ? open_file (file) : new_editor ();

  set_title (editor, "Tapé avant la panne");
  volets_test_add_school (volets_editor_get_dossier (editor), "e1", "84137",
                          VOLETS_SCHOOL_KIND_PRIMAIRE, 3, 60);
  VOLETS_TEST_WAIT (copy_has ("Tapé avant la panne"));
  g_timeout_add (1, type_cb, editor);
  puts ("ready");
  fflush (stdout);
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  g_assert_not_reached ();
}

static GSubprocess *
start_child (Fixture *fixture)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                         CHILD_OPTION, path, NULL);
  char said[6] = "";
  gsize n_read;

  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (child), said, 5, &n_read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "ready");

  return child;
}

static void
kill_child (GSubprocess *child)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_object_unref (child);
}

static void
write_scrap (const char *name,
             const char *text)
{
  g_autofree char *folder = volets_test_state_get_path ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* What a crash leaves, without waiting for one. */
static void
leave_copy (void)
{
  g_autofree char *folder = volets_test_state_get_path ();

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  write_scrap (SOME_ID ".volets", "<dossier xmlns=\"" VOLETS_DOSSIER_NAMESPACE "\" "
                                  "appel=\"" CALL_ID "\" version=\"1\"></dossier>");
  write_scrap (SOME_ID ".ini", "[Recovery]\nTitle=Le projet\n");
  write_scrap (SOME_ID ".lock", "");
}

static VoletsRecovery *
list_one (GPtrArray **entries)
{
  *entries = volets_recovery_list ();
  g_assert_cmpuint ((*entries)->len, ==, 1);

  return g_ptr_array_index (*entries, 0);
}

static gboolean
type_last_cb (gpointer data)
{
  set_title (data, "Le dernier mot");
  return G_SOURCE_REMOVE;
}

static void
test_last_change_is_kept (Fixture       *fixture,
                          gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *folder = volets_test_state_get_path ();
  g_autofree char *copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf status;

  set_title (editor, "Le premier mot");
  g_assert_cmpuint (count_files (), ==, 0);
  g_timeout_add (400, type_last_cb, editor);
  VOLETS_TEST_WAIT (copy_has ("Le dernier mot"));
  copy = read_copy ();
  bytes = volets_dossier_write (volets_editor_get_dossier (editor));
  g_assert_cmpmem (copy, strlen (copy), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_null (volets_editor_get_recovery_error (editor));

  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_finalize_object (editor);
  g_assert_cmpuint (count_files (), ==, 0);
}

/* Somebody who never stops typing is not the one who loses it all. */
static void
test_typing_does_not_put_it_off (Fixture       *fixture,
                                 gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  guint source = g_timeout_add (20, type_cb, editor);
  g_autofree char *first = NULL;

  VOLETS_TEST_WAIT (copy_has ("Frappe"));
  first = read_copy ();
  VOLETS_TEST_WAIT (copy_differs (first));

  g_source_remove (source);
  g_assert_finalize_object (editor);
}

static void
test_nothing_is_kept_of_what_is_unchanged (Fixture       *fixture,
                                           gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();

  wait_in_vain ();
  g_assert_cmpuint (count_files (), ==, 0);

  g_assert_finalize_object (editor);
}

static void
test_saved_dossier_has_no_copy (Fixture       *fixture,
                                gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();

  set_title (editor, "Projet");
  VOLETS_TEST_WAIT (copy_has ("Projet"));
  g_assert_cmpuint (count_files (), ==, 3);
  assert_saves (editor, fixture->file);
  g_assert_cmpuint (count_files (), ==, 0);

  /* Saved before there was a copy: none comes afterwards. */
  set_title (editor, "Projet changé");
  assert_saves (editor, NULL);
  wait_in_vain ();
  g_assert_cmpuint (count_files (), ==, 0);

  set_title (editor, "Projet changé encore");
  VOLETS_TEST_WAIT (copy_has ("Projet changé encore"));
  g_assert_cmpuint (count_files (), ==, 3);

  g_assert_finalize_object (editor);
}

/* The thread that writes may be on its way when the window is closed. */
static void
test_copy_does_not_come_after_the_end (Fixture       *fixture,
                                       gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      VoletsEditor *editor = new_editor ();
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

      set_title (editor, "Projet");
      g_timeout_add (700, quit_cb, loop);
      g_main_loop_run (loop);
      g_object_unref (editor);
      g_usleep (20000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpuint (count_files (), ==, 0);
    }
}

static void
test_killed_program_leaves_what_was_typed (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const VoletsRecovery *entry;
  gint64 start = g_get_real_time () / G_USEC_PER_SEC;
  VoletsEditor *editor;
  VoletsDossier *dossier;

  kill_child (start_child (fixture));
  entry = list_one (&entries);
  g_assert_null (entry->file);
  g_assert_null (entry->etag);
  g_assert_cmpstr (entry->call_id, ==, CALL_ID);
  g_assert_nonnull (entry->title);
  g_assert_cmpint (g_date_time_to_unix (entry->date), >=, start);
  g_assert_cmpint (g_date_time_to_unix (entry->date), <=, g_get_real_time () / G_USEC_PER_SEC);

  editor = open_entry (entry);
  dossier = volets_editor_get_dossier (editor);
  g_assert_true (volets_editor_get_modified (editor));
  g_assert_null (volets_editor_get_file (editor));
  g_assert_true (g_str_has_prefix (volets_editor_get_title (editor), "Tapé avant la panne")
                 || g_str_has_prefix (volets_editor_get_title (editor), "Frappe"));
  g_assert_cmpuint (volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS), ==, 1);

  assert_saves (editor, fixture->file);
  g_assert_cmpuint (count_files (), ==, 0);
  g_assert_finalize_object (editor);
}

/* A crash finds the program anywhere, in the middle of writing its copy too. */
static void
test_killed_at_any_time (Fixture       *fixture,
                         gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      GSubprocess *child = start_child (fixture);
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GPtrArray) left = NULL;

      g_usleep ((gulong) g_test_rand_int_range (600000, 800000));
      kill_child (child);
      g_object_unref (open_entry (list_one (&entries)));
      left = volets_recovery_list ();
      g_assert_cmpuint (left->len, ==, 0);
      g_assert_cmpuint (count_files (), ==, 0);
    }
}

static void
test_recovered_file_is_the_one_it_was (Fixture       *fixture,
                                       gconstpointer  data)
{
  VoletsEditor *author = new_editor ();
  g_autoptr (GPtrArray) entries = NULL;
  VoletsEditor *editor;
  const VoletsRecovery *entry;

  set_title (author, "Avant");
  assert_saves (author, fixture->file);
  g_assert_finalize_object (author);

  kill_child (start_child (fixture));
  entry = list_one (&entries);
  g_assert_true (g_file_equal (entry->file, fixture->file));
  editor = open_entry (entry);
  g_assert_true (g_file_equal (volets_editor_get_file (editor), fixture->file));
  assert_saves (editor, NULL);
  volets_test_folder_assert_n_files (fixture, 2);

  g_assert_finalize_object (editor);
}

static void
test_recovered_file_changed_since_is_not_overwritten (Fixture       *fixture,
                                                      gconstpointer  data)
{
  VoletsEditor *author = new_editor ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  VoletsEditor *editor;

  assert_saves (author, fixture->file);
  kill_child (start_child (fixture));
  set_title (author, "Changé par quelqu’un d’autre");
  assert_saves (author, NULL);
  editor = open_entry (list_one (&entries));
  g_assert_false (volets_editor_save (editor, NULL, FALSE, &error));
  volets_test_assert_refused (error, G_IO_ERROR_WRONG_ETAG, "quelqu’un d’autre");
  g_assert_cmpuint (count_files (), ==, 3);

  g_assert_finalize_object (editor);
  g_assert_finalize_object (author);
}

/* It was opened again and crashed again, before anything was typed. */
static void
test_recovered_dossier_stays_until_it_is_saved (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) none = NULL;
  VoletsEditor *editor;

  leave_copy ();
  editor = open_entry (list_one (&entries));
  wait_in_vain ();
  g_assert_cmpuint (count_files (), ==, 3);

  /* Nor is it offered to another window meanwhile. */
  none = volets_recovery_list ();
  g_assert_cmpuint (none->len, ==, 0);

  set_title (editor, "Changé depuis");
  VOLETS_TEST_WAIT (copy_has ("Changé depuis"));
  g_assert_cmpuint (count_files (), ==, 3);

  g_assert_finalize_object (editor);
  g_assert_cmpuint (count_files (), ==, 0);
}

static void
test_discarded_dossier_is_gone (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  leave_copy ();
  g_assert_true (volets_recovery_discard (list_one (&entries), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (), ==, 0);
  none = volets_recovery_list ();
  g_assert_cmpuint (none->len, ==, 0);

  /* Twice, or opened after all, from a list that is out of date. */
  g_assert_true (volets_recovery_discard (g_ptr_array_index (entries, 0), NULL));
  g_assert_null (volets_recovery_open (g_ptr_array_index (entries, 0), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (), ==, 0);
}

static void
test_living_program_is_not_listed (Fixture       *fixture,
                                   gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  GSubprocess *child = start_child (fixture);
  g_autoptr (GPtrArray) living = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  set_title (editor, "Ouvert ici");
  VOLETS_TEST_WAIT (count_copies () == 2);
  living = volets_recovery_list ();
  g_assert_cmpuint (living->len, ==, 0);
  g_assert_cmpuint (count_copies (), ==, 2);

  kill_child (child);
  list_one (&entries);

  g_assert_finalize_object (editor);
}

/* Two windows offer the same dossier; the first one to open it has it. */
static void
test_opened_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  VoletsEditor *editor;
  const VoletsRecovery *entry;

  leave_copy ();
  entry = list_one (&entries);
  editor = open_entry (entry);
  g_assert_null (volets_recovery_open (entry, &error));
  volets_test_assert_refused (error, G_IO_ERROR_BUSY, "déjà ouvert");
  g_clear_error (&error);
  g_assert_false (volets_recovery_discard (entry, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpuint (count_files (), ==, 3);

  g_assert_finalize_object (editor);
}

static void
remove_scrap (const char *name)
{
  g_autofree char *folder = volets_test_state_get_path ();
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_damaged_files (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const VoletsRecovery *entry;

  /* Without the file beside it, with one that is no key file, and what was being written. */
  write_scrap (SOME_ID ".volets", "<dossier");
  write_scrap (SOME_ID ".ini", "\x01\xff [[");
  write_scrap (SOME_ID ".volets.A1B2C3", "<doss");
  write_scrap (OTHER_ID ".ini.A1B2C3", "[Reco");
  write_scrap (OTHER_ID ".ini", "[Recovery]\n");
  write_scrap ("notes.txt", "rien à voir");
  entry = list_one (&entries);
  g_assert_cmpstr (entry->title, ==, "Dossier sans titre");
  g_assert_nonnull (entry->date);
  g_assert_null (entry->file);
  g_assert_cmpuint (count_files (), ==, 3);

  g_assert_null (volets_recovery_open (entry, &error));
  g_assert_nonnull (error);
  g_assert_true (volets_recovery_discard (entry, NULL));
  remove_scrap ("notes.txt");
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *count)
{
  (*count)++;
}

static void
test_folder_that_cannot_be_written (Fixture       *fixture,
                                    gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *folder = volets_test_state_get_path ();
  g_autofree char *copy = NULL;
  guint n_notifies = 0;

  g_signal_connect (editor, "notify::recovery-error", G_CALLBACK (count_notify_cb), &n_notifies);
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));

  set_title (editor, "Projet");
  VOLETS_TEST_WAIT (volets_editor_get_recovery_error (editor) != NULL);
  g_assert_nonnull (strstr (volets_editor_get_recovery_error (editor), "copie de secours"));
  set_title (editor, "Projet changé");
  wait_in_vain ();
  g_assert_cmpuint (n_notifies, ==, 1);
  assert_saves (editor, fixture->file);

  /* The next copy works again. */
  g_assert_cmpint (g_remove (folder), ==, 0);
  set_title (editor, "Projet changé encore");
  VOLETS_TEST_WAIT (volets_editor_get_recovery_error (editor) == NULL);
  g_assert_cmpuint (n_notifies, ==, 2);
  copy = read_copy ();
  g_assert_nonnull (copy);

  g_assert_finalize_object (editor);
}

int
main (int    argc,
      char **argv)
{
  int status;

  if (argc == 3 && g_str_equal (argv[1], CHILD_OPTION))
    return edit_until_killed (argv[2]);

  volets_test_state_set_up ();
  g_test_init (&argc, &argv, NULL);
  program = argv[0];

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/recovery/the-last-change-is-kept", test_last_change_is_kept);
  ADD ("/recovery/typing-does-not-put-it-off", test_typing_does_not_put_it_off);
  ADD ("/recovery/nothing-is-kept-of-what-is-unchanged", test_nothing_is_kept_of_what_is_unchanged);
  ADD ("/recovery/a-saved-dossier-has-no-copy", test_saved_dossier_has_no_copy);
  ADD ("/recovery/the-copy-does-not-come-after-the-end", test_copy_does_not_come_after_the_end);
  ADD ("/recovery/a-killed-program-leaves-what-was-typed",
       test_killed_program_leaves_what_was_typed);
  ADD ("/recovery/killed-at-any-time", test_killed_at_any_time);
  ADD ("/recovery/the-file-is-the-one-it-was", test_recovered_file_is_the_one_it_was);
  ADD ("/recovery/a-file-changed-since-is-not-overwritten",
       test_recovered_file_changed_since_is_not_overwritten);
  ADD ("/recovery/stays-until-it-is-saved", test_recovered_dossier_stays_until_it_is_saved);
  ADD ("/recovery/discarded-is-gone", test_discarded_dossier_is_gone);
  ADD ("/recovery/a-living-program-is-not-listed", test_living_program_is_not_listed);
  ADD ("/recovery/opened-once", test_opened_once);
  ADD ("/recovery/damaged-files", test_damaged_files);
  ADD ("/recovery/a-folder-that-cannot-be-written", test_folder_that_cannot_be_written);

  status = g_test_run ();
  volets_test_state_tear_down ();

  return status;
}
