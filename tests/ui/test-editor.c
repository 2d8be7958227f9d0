/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "documents/exports.h"
#include "engine/applicant.h"
#include "engine/call-store.h"
#include "engine/dossier-file.h"
#include "engine/dossier-xml.h"
#include "engine/project.h"
#include "engine/storage.h"
#include "support/dossier-builder.h"
#include "support/temp-folder.h"
#include "state-folder.h"

#define CALL_ID "snee-2021"
#define OPEN_DAY "2021-02-15"

typedef VoletsTestFolder Fixture;

static void
count_cb (gpointer  object,
          guint    *count)
{
  (*count)++;
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *count)
{
  (*count)++;
}

static void
run_main_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static VoletsEditor *
new_editor (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  g_autoptr (VoletsCall) call = volets_call_store_find (CALL_ID);
  VoletsEditor *editor;

  volets_test_add_commune (dossier, "84137");
  volets_test_add_school (dossier, "e1", "84137", VOLETS_SCHOOL_KIND_ELEMENTAIRE, 4, 90);
  volets_test_add_expense (dossier, VOLETS_SECTION_EQUIPMENT, "e1", 100000);
  editor = volets_editor_new (dossier, call);
  volets_editor_set_today (editor, OPEN_DAY);
  run_main_loop ();

  return editor;
}

static VoletsRecord *
get_project (VoletsEditor *editor)
{
  return volets_dossier_get_record (volets_editor_get_dossier (editor), VOLETS_SECTION_PROJECT);
}

static VoletsRecord *
get_row (VoletsEditor  *editor,
         VoletsSection  section,
         guint          row)
{
  return volets_dossier_get_row (volets_editor_get_dossier (editor), section, row);
}

static void
set_title (VoletsEditor *editor,
           const char   *title)
{
  volets_record_set_text (get_project (editor), VOLETS_PROJECT_TITLE, title);
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

static char *
get_backup_path (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return g_strconcat (path, "~", NULL);
}

static void
test_hundred_changes_make_one_update (void)
{
  VoletsEditor *editor = new_editor ();
  VoletsRecord *expense = get_row (editor, VOLETS_SECTION_EQUIPMENT, 0);
  guint n_updates = 0;

  g_signal_connect (editor, "updated", G_CALLBACK (count_cb), &n_updates);
  for (gint64 i = 1; i <= 100; i++)
    volets_record_set_number (expense, VOLETS_EXPENSE_UNIT_PRICE, i * 1000);
  g_assert_cmpuint (n_updates, ==, 0);
  g_assert_cmpint (volets_editor_get_subsidy (editor)->declared, ==, 100000);
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_cmpint (volets_editor_get_subsidy (editor)->declared, ==, 100 * 1000);

  volets_record_set_number (expense, VOLETS_EXPENSE_UNIT_PRICE, 5000);
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 2);
  g_assert_cmpint (volets_editor_get_subsidy (editor)->declared, ==, 5000);
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 2);

  g_assert_finalize_object (editor);
}

static void
test_flush_does_it_at_once (void)
{
  VoletsEditor *editor = new_editor ();
  guint n_updates = 0;

  g_signal_connect (editor, "updated", G_CALLBACK (count_cb), &n_updates);
  volets_editor_flush (editor);
  g_assert_cmpuint (n_updates, ==, 0);
  volets_record_set_number (get_row (editor, VOLETS_SECTION_EQUIPMENT, 0),
                            VOLETS_EXPENSE_UNIT_PRICE, 700);
  volets_editor_flush (editor);
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_cmpint (volets_editor_get_subsidy (editor)->declared, ==, 700);
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 1);

  g_assert_finalize_object (editor);
}

static gboolean
draw_cb (gpointer data)
{
  const guint *n_updates = data;

  g_assert_cmpuint (*n_updates, ==, 1);
  return G_SOURCE_REMOVE;
}

/* GTK lays out and draws at this priority, and it may have asked for that before the change. */
static void
test_nothing_is_drawn_before_the_update (void)
{
  VoletsEditor *editor = new_editor ();
  guint n_updates = 0;

  g_signal_connect (editor, "updated", G_CALLBACK (count_cb), &n_updates);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, draw_cb, &n_updates, NULL);
  set_title (editor, "Projet");
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 1);

  g_assert_finalize_object (editor);
}

static void
change_once_cb (VoletsEditor *editor,
                guint        *n_updates)
{
  if ((*n_updates)++ == 0)
    set_title (editor, "Changé pendant la mise à jour");
}

static void
test_change_during_an_update_makes_one_more (void)
{
  VoletsEditor *editor = new_editor ();
  guint n_updates = 0;

  g_signal_connect (editor, "updated", G_CALLBACK (change_once_cb), &n_updates);
  set_title (editor, "Projet");
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 2);

  g_assert_finalize_object (editor);
}

static void
test_every_change_is_noticed (void)
{
  VoletsEditor *editor = new_editor ();
  VoletsDossier *dossier = volets_editor_get_dossier (editor);
  guint n_updates = 0, n_expected = 0;

  g_signal_connect (editor, "updated", G_CALLBACK (count_cb), &n_updates);
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      VoletsRecord *record;

      if (volets_section_get_info (i)->row_element != NULL)
        {
          record = volets_dossier_append (dossier, i);
          volets_editor_flush (editor);
          g_assert_cmpuint (n_updates, ==, ++n_expected);
        }
      else
        record = volets_dossier_get_record (dossier, i);
      g_object_notify (G_OBJECT (record), volets_record_get_fields (record, NULL)[0].name);
      volets_editor_flush (editor);
      g_assert_cmpuint (n_updates, ==, ++n_expected);
    }
  volets_dossier_set_call_id (dossier, NULL);
  volets_editor_flush (editor);
  g_assert_cmpuint (n_updates, ==, ++n_expected);

  g_assert_finalize_object (editor);
}

static void
test_row_that_left_is_not_listened_to (void)
{
  VoletsEditor *editor = new_editor ();
  GListStore *list =
    volets_dossier_get_list (volets_editor_get_dossier (editor), VOLETS_SECTION_EQUIPMENT);
  VoletsRecord *row = g_object_ref (get_row (editor, VOLETS_SECTION_EQUIPMENT, 0));
  guint n_updates = 0;

  /* Twice in the list, then once, then not at all. */
  g_list_store_insert (list, 0, row);
  g_list_store_remove (list, 1);
  run_main_loop ();
  g_signal_connect (editor, "updated", G_CALLBACK (count_cb), &n_updates);
  volets_record_set_number (row, VOLETS_EXPENSE_QUANTITY, 5);
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 1);

  g_list_store_remove_all (list);
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 2);
  volets_record_set_number (row, VOLETS_EXPENSE_QUANTITY, 6);
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 2);

  g_assert_finalize_object (row);
  g_assert_finalize_object (editor);
}

/* A window may hold the dossier longer than the editor. */
static void
test_dossier_outlives_its_editor (void)
{
  VoletsEditor *editor = new_editor ();
  VoletsDossier *dossier = g_object_ref (volets_editor_get_dossier (editor));

  volets_record_set_text (volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT),
                          VOLETS_PROJECT_TITLE, "Avant");
  g_assert_finalize_object (editor);
  volets_record_set_text (volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT),
                          VOLETS_PROJECT_TITLE, "Après");
  volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);
  run_main_loop ();

  g_assert_finalize_object (dossier);
}

static void
test_amounts_too_large_have_no_subsidy (void)
{
  VoletsEditor *editor = new_editor ();
  VoletsDossier *dossier = volets_editor_get_dossier (editor);

  for (guint i = 0; i < 12; i++)
    volets_record_set_number (volets_test_add_expense (dossier, VOLETS_SECTION_EQUIPMENT, "e1",
                                                       VOLETS_AMOUNT_MAX),
                              VOLETS_EXPENSE_QUANTITY, VOLETS_COUNT_MAX);
  run_main_loop ();
  g_assert_null (volets_editor_get_subsidy (editor));
  g_assert_nonnull (volets_editor_get_findings (editor));

  g_list_store_remove_all (volets_dossier_get_list (dossier, VOLETS_SECTION_EQUIPMENT));
  run_main_loop ();
  g_assert_nonnull (volets_editor_get_subsidy (editor));

  g_assert_finalize_object (editor);
}

static void
test_review_goes_by_the_given_day (void)
{
  VoletsEditor *editor = new_editor ();
  guint n_findings = volets_editor_get_findings (editor)->len;
  guint n_updates = 0;

  g_signal_connect (editor, "updated", G_CALLBACK (count_cb), &n_updates);
  volets_editor_set_today (editor, "2040-01-01");
  volets_editor_set_today (editor, "2040-01-01");
  run_main_loop ();
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_cmpuint (volets_editor_get_findings (editor)->len, ==, n_findings + 1);
  g_assert_false (volets_editor_get_modified (editor));

  g_assert_finalize_object (editor);
}

static void
test_modified_is_said_once (void)
{
  VoletsEditor *editor = new_editor ();
  guint n_notifies = 0;

  g_signal_connect (editor, "notify::modified", G_CALLBACK (count_notify_cb), &n_notifies);
  g_assert_false (volets_editor_get_modified (editor));
  set_title (editor, "Projet");
  g_assert_true (volets_editor_get_modified (editor));
  set_title (editor, "Projet de l’école");
  volets_dossier_append (volets_editor_get_dossier (editor), VOLETS_SECTION_FUNDERS);
  g_assert_cmpuint (n_notifies, ==, 1);

  g_assert_finalize_object (editor);
}

static void
test_title (Fixture       *fixture,
            gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  VoletsRecord *applicant =
    volets_dossier_get_record (volets_editor_get_dossier (editor), VOLETS_SECTION_APPLICANT);
  guint n_notifies = 0;

  g_signal_connect (editor, "notify::title", G_CALLBACK (count_notify_cb), &n_notifies);
  g_assert_cmpstr (volets_editor_get_title (editor), ==, "Nouveau dossier");
  assert_saves (editor, fixture->file);
  g_assert_cmpstr (volets_editor_get_title (editor), ==, "Dossier de l’école.volets");
  volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, "Commune de Vaison");
  volets_editor_flush (editor);
  g_assert_cmpstr (volets_editor_get_title (editor), ==, "Commune de Vaison");
  set_title (editor, " Le numérique\nà l’école ");
  volets_editor_flush (editor);
  g_assert_cmpstr (volets_editor_get_title (editor), ==, "Le numérique à l’école");
  set_title (editor, " \n ");
  volets_editor_flush (editor);
  g_assert_cmpstr (volets_editor_get_title (editor), ==, "Commune de Vaison");
  g_assert_cmpuint (n_notifies, ==, 4);

  g_assert_finalize_object (editor);
}

static void
test_saved_dossier_opens_again (Fixture       *fixture,
                                gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  VoletsEditor *again;
  guint n_notifies = 0;

  g_signal_connect (editor, "notify::file", G_CALLBACK (count_notify_cb), &n_notifies);
  g_assert_null (volets_editor_get_file (editor));
  set_title (editor, "Projet");
  assert_saves (editor, fixture->file);
  g_assert_false (volets_editor_get_modified (editor));
  g_assert_true (g_file_equal (volets_editor_get_file (editor), fixture->file));
  g_assert_cmpuint (n_notifies, ==, 1);

  again = open_file (fixture->file);
  g_assert_true (g_file_equal (volets_editor_get_file (again), fixture->file));
  g_assert_cmpstr (volets_editor_get_title (again), ==, "Projet");
  g_assert_cmpstr (volets_editor_get_call (again)->id, ==, CALL_ID);
  g_assert_false (volets_editor_get_modified (again));
  g_assert_false (volets_editor_get_read_only (again));
  g_assert_cmpint (volets_editor_get_subsidy (again)->declared, ==, 100000);

  g_assert_finalize_object (again);
  g_assert_finalize_object (editor);
}

static void
test_save_keeps_the_version_before (Fixture       *fixture,
                                    gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *backup_path = get_backup_path (fixture->file);
  g_autoptr (GFile) backup = g_file_new_for_path (backup_path);
  VoletsEditor *before;

  set_title (editor, "Première version");
  assert_saves (editor, fixture->file);
  set_title (editor, "Deuxième version");
  assert_saves (editor, NULL);
  before = open_file (backup);
  g_assert_cmpstr (volets_editor_get_title (before), ==, "Première version");

  /* The editor knows its own writing from that of others, as often as it saves. */
  set_title (editor, "Troisième version");
  assert_saves (editor, NULL);
  assert_saves (editor, fixture->file);
  volets_test_folder_assert_n_files (fixture, 2);

  g_assert_finalize_object (before);
  g_assert_finalize_object (editor);
}

/* Two secretaries open the same file of the shared folder. */
static void
test_file_changed_by_another_is_not_overwritten (Fixture       *fixture,
                                                 gconstpointer  data)
{
  VoletsEditor *first = new_editor ();
  VoletsEditor *second;
  VoletsEditor *again;
  g_autoptr (GError) error = NULL;

  assert_saves (first, fixture->file);
  second = open_file (fixture->file);
  set_title (second, "De la seconde");
  assert_saves (second, NULL);

  set_title (first, "De la première");
  g_assert_false (volets_editor_save (first, NULL, FALSE, &error));
  volets_test_assert_refused (error, G_IO_ERROR_WRONG_ETAG, "modifié par quelqu’un d’autre");
  g_assert_true (volets_editor_get_modified (first));
  g_clear_error (&error);

  g_assert_true (volets_editor_save (first, NULL, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (volets_editor_get_modified (first));
  again = open_file (fixture->file);
  volets_editor_flush (again);
  g_assert_cmpstr (volets_editor_get_title (again), ==, "De la première");

  g_assert_finalize_object (again);
  g_assert_finalize_object (second);
  g_assert_finalize_object (first);
}

static void
test_save_without_a_file_asks_for_one (void)
{
  VoletsEditor *editor = new_editor ();
  g_autoptr (GError) error = NULL;

  g_assert_false (volets_editor_save (editor, NULL, FALSE, &error));
  volets_test_assert_refused (error, G_IO_ERROR_INVALID_FILENAME, "choisissez où");

  g_assert_finalize_object (editor);
}

static void
test_save_that_fails_changes_nothing (Fixture       *fixture,
                                      gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  g_autoptr (GFile) below = g_file_get_child (fixture->file, "dossier.volets");
  g_autoptr (GError) error = NULL;

  set_title (editor, "Projet");
  assert_saves (editor, fixture->file);
  set_title (editor, "Projet changé");
  g_assert_false (volets_editor_save (editor, below, FALSE, &error));
  g_assert_nonnull (error);
  g_assert_true (volets_editor_get_modified (editor));
  g_assert_true (g_file_equal (volets_editor_get_file (editor), fixture->file));
  assert_saves (editor, NULL);

  g_assert_finalize_object (editor);
}

/* Root may write everywhere: whether a file can be written is asked as somebody else. */
static void
become_somebody (gboolean somebody)
{
  if (geteuid () == 0)
    g_assert_cmpint (setreuid (somebody ? 65534 : 0, (uid_t) -1), ==, 0);
}

static void
test_read_only_file_is_saved_elsewhere (Fixture       *fixture,
                                        gconstpointer  data)
{
  VoletsEditor *editor = new_editor ();
  VoletsEditor *reader;
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *other_path = g_strconcat (path, ".volets", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (other_path);
  g_autoptr (GError) error = NULL;
  guint n_notifies = 0;

  assert_saves (editor, fixture->file);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  become_somebody (TRUE);
  reader = open_file (fixture->file);
  g_assert_true (volets_editor_get_read_only (reader));
  g_signal_connect (reader, "notify::read-only", G_CALLBACK (count_notify_cb), &n_notifies);

  set_title (reader, "Changé quand même");
  g_assert_false (volets_editor_save (reader, NULL, FALSE, &error));
  volets_test_assert_refused (error, G_IO_ERROR_READ_ONLY, "lecture seule");
  g_clear_error (&error);
  g_assert_false (volets_editor_save (reader, fixture->file, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_assert_true (volets_editor_get_modified (reader));
  become_somebody (FALSE);

  assert_saves (reader, other);
  g_assert_false (volets_editor_get_read_only (reader));
  g_assert_false (volets_editor_get_modified (reader));
  g_assert_cmpuint (n_notifies, ==, 1);

  g_assert_finalize_object (reader);
  g_assert_finalize_object (editor);
}

/* Returns: (transfer full): what the file holds then */
static GBytes *
write_export (GFile      *file,
              const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "vaison-la-romaine.volets", NULL);
  g_autoptr (GFile) example = g_file_new_for_path (path);
  g_autoptr (VoletsDossier) dossier = NULL;
  g_autoptr (VoletsCall) call = NULL;
  g_autoptr (VoletsSubsidy) subsidy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_exports;
  const VoletsExport *export = volets_exports_get (&n_exports);

  dossier = volets_dossier_load (example, &error);
  g_assert_no_error (error);
  call = volets_dossier_find_call (dossier, NULL, &error);
  g_assert_no_error (error);
  subsidy = volets_subsidy_compute (call, dossier, &error);
  g_assert_no_error (error);
  while (!g_str_equal (export->name, name))
    export++;
  bytes = volets_export_make (export, dossier, subsidy, OPEN_DAY, &error);
  g_assert_no_error (error);
  volets_storage_export (file, bytes, TRUE, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&bytes);
}

/* It was sent, or is a paper: whatever is changed in it goes into a file of its own. */
static void
test_export_opens_as_a_dossier_without_file (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const char *const NAMES[] = { "xml", "summary" };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autoptr (GBytes) bytes = write_export (fixture->file, NAMES[i]);
      g_autoptr (GBytes) kept = NULL;
      g_autoptr (GError) error = NULL;
      VoletsEditor *editor = open_file (fixture->file);

      g_assert_null (volets_editor_get_file (editor));
      g_assert_false (volets_editor_get_modified (editor));
      g_assert_false (volets_editor_get_read_only (editor));
      g_assert_cmpint (volets_editor_get_subsidy (editor)->amount, >, 0);
      set_title (editor, "Un autre projet");
      g_assert_false (volets_editor_save (editor, NULL, FALSE, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
      kept = volets_storage_read (fixture->file, G_MAXINT32, NULL, NULL);
      g_assert_true (g_bytes_equal (kept, bytes));

      g_assert_finalize_object (editor);
    }
}

static void
assert_cannot_open (GFile      *file,
                    const char *text,
                    const char *sentence)
{
  g_autoptr (GError) error = NULL;

  volets_test_save (file, text, NULL);
  g_assert_null (volets_editor_open (file, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_what_cannot_be_opened_is_refused (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_editor_open (fixture->file, &error));
  volets_test_assert_refused (error, G_IO_ERROR_NOT_FOUND, "n’existe pas");

  assert_cannot_open (fixture->file,
                      "<dossier xmlns=\"" VOLETS_DOSSIER_NAMESPACE "\" version=\"1\"></dossier>",
                      "le dossier ne dit pas à quel appel il répond");
  assert_cannot_open (fixture->file,
                      "<dossier xmlns=\"" VOLETS_DOSSIER_NAMESPACE "\" appel=\"lune-2030\" "
                      "version=\"1\"></dossier>",
                      "l’appel « lune-2030 » n’est pas connu");
}

/* The largest grouping: what one key costs is only said, not judged. */
static void
test_thousand_schools_and_ten_thousand_lines (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  g_autoptr (VoletsCall) call = volets_call_store_find (CALL_ID);
  VoletsEditor *editor;
  guint n_updates = 0;
  gint64 start;

  for (guint i = 1; i <= 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      volets_test_add_school (dossier, id, "84137", VOLETS_SCHOOL_KIND_ELEMENTAIRE, 4, 90);
      for (guint j = 0; j < 10; j++)
        volets_test_add_expense (dossier, VOLETS_SECTION_EQUIPMENT, id, 100 * (j + 1));
    }

  start = g_get_monotonic_time ();
  editor = volets_editor_new (dossier, call);
  g_test_message ("opened in %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - start);
  g_signal_connect (editor, "updated", G_CALLBACK (count_cb), &n_updates);
  for (guint i = 0; i < 10000; i++)
    volets_record_set_number (get_row (editor, VOLETS_SECTION_EQUIPMENT, i),
                              VOLETS_EXPENSE_QUANTITY, 2);
  start = g_get_monotonic_time ();
  volets_editor_flush (editor);
  g_test_message ("updated in %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - start);
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_cmpint (volets_editor_get_subsidy (editor)->declared, ==, 1000 * 5500 * 2);

  start = g_get_monotonic_time ();
  g_list_store_remove_all (volets_dossier_get_list (dossier, VOLETS_SECTION_EQUIPMENT));
  g_test_message ("emptied in %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - start);

  g_assert_finalize_object (editor);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  volets_test_state_set_up ();

#define ADD_WITH_FOLDER(path, test)                                                           \
  g_test_add (path, Fixture, NULL, volets_test_folder_set_up, test, volets_test_folder_tear_down)

  g_test_add_func ("/editor/a-hundred-changes-make-one-update",
                   test_hundred_changes_make_one_update);
  g_test_add_func ("/editor/flush-does-it-at-once", test_flush_does_it_at_once);
  g_test_add_func ("/editor/nothing-is-drawn-before-the-update",
                   test_nothing_is_drawn_before_the_update);
  g_test_add_func ("/editor/a-change-during-an-update-makes-one-more",
                   test_change_during_an_update_makes_one_more);
  g_test_add_func ("/editor/every-change-is-noticed", test_every_change_is_noticed);
  g_test_add_func ("/editor/a-row-that-left-is-not-listened-to",
                   test_row_that_left_is_not_listened_to);
  g_test_add_func ("/editor/the-dossier-outlives-its-editor", test_dossier_outlives_its_editor);
  g_test_add_func ("/editor/amounts-too-large-have-no-subsidy",
                   test_amounts_too_large_have_no_subsidy);
  g_test_add_func ("/editor/the-review-goes-by-the-given-day", test_review_goes_by_the_given_day);
  g_test_add_func ("/editor/modified-is-said-once", test_modified_is_said_once);
  ADD_WITH_FOLDER ("/editor/title", test_title);
  g_test_add_func ("/editor/a-thousand-schools-and-ten-thousand-lines",
                   test_thousand_schools_and_ten_thousand_lines);

  ADD_WITH_FOLDER ("/editor/file/a-saved-dossier-opens-again", test_saved_dossier_opens_again);
  ADD_WITH_FOLDER ("/editor/file/save-keeps-the-version-before",
                   test_save_keeps_the_version_before);
  ADD_WITH_FOLDER ("/editor/file/a-file-changed-by-another-is-not-overwritten",
                   test_file_changed_by_another_is_not_overwritten);
  g_test_add_func ("/editor/file/save-without-a-file-asks-for-one",
                   test_save_without_a_file_asks_for_one);
  ADD_WITH_FOLDER ("/editor/file/a-save-that-fails-changes-nothing",
                   test_save_that_fails_changes_nothing);
  ADD_WITH_FOLDER ("/editor/file/a-read-only-file-is-saved-elsewhere",
                   test_read_only_file_is_saved_elsewhere);
  ADD_WITH_FOLDER ("/editor/file/an-export-opens-as-a-dossier-without-file",
                   test_export_opens_as_a_dossier_without_file);
  ADD_WITH_FOLDER ("/editor/file/what-cannot-be-opened-is-refused",
                   test_what_cannot_be_opened_is_refused);

  status = g_test_run ();
  volets_test_state_tear_down ();

  return status;
}
