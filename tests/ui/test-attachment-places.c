/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor.h"

#include <glib/gstdio.h>

#include "engine/attachment-path.h"
#include "engine/attachment.h"
#include "engine/call-store.h"
#include "engine/dossier-file.h"
#include "engine/dossier-xml.h"
#include "engine/filing-xml.h"
#include "engine/project.h"
#include "support/temp-folder.h"
#include "state-folder.h"
#include "ui/autosave.h"
#include "ui/recovery.h"

/* Wherever the dossier goes, what is attached to it is found: a quote beside it, one in a folder
 * below, one that has nothing to do with it.
 */

#define CALL_ID "snee-2021"
#define N_FILES 3

typedef struct {
  VoletsTestFolder  folder;
  GFile            *attached[N_FILES];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  static const char *const NAMES[N_FILES] = {
    "mairie/devis.pdf", "mairie/pièces/rib.pdf", "ailleurs/délibération.pdf",
  };

  volets_test_folder_set_up (&fixture->folder, NULL);
  for (guint i = 0; i < N_FILES; i++)
    fixture->attached[i] = volets_test_folder_put (&fixture->folder, NAMES[i], "%PDF-1.7\n");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  for (guint i = 0; i < N_FILES; i++)
    g_object_unref (fixture->attached[i]);
  volets_test_folder_tear_down (&fixture->folder, NULL);
}

static GFile *
get_file (Fixture    *fixture,
          const char *name)
{
  GFile *file = g_file_new_build_filename (fixture->folder.folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (g_file_peek_path (file));

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);

  return file;
}

static void
attach (VoletsDossier *dossier,
        GFile         *file,
        GFile         *place)
{
  VoletsRecord *record = volets_dossier_append (dossier, VOLETS_SECTION_ATTACHMENTS);
  g_autofree char *path = volets_attachment_path_write (file, place, NULL);
  g_autofree char *sha256 = g_strnfill (64, 'a');

  volets_record_set_text (record, VOLETS_ATTACHMENT_KEY, "devis");
  volets_record_set_text (record, VOLETS_ATTACHMENT_PATH, path);
  volets_record_set_number (record, VOLETS_ATTACHMENT_SIZE, 9);
  volets_record_set_text (record, VOLETS_ATTACHMENT_SHA256, sha256);
}

/* A dossier that could be filed, with all of them, as it would be in mairie/. */
static VoletsEditor *
open_dossier (Fixture *fixture)
{
  g_autofree char *example_path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                         "vaison-la-romaine.volets", NULL);
  g_autoptr (GFile) example = g_file_new_for_path (example_path);
  g_autoptr (GFile) place = get_file (fixture, "mairie/école.volets");
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) dossier = volets_dossier_load (example, &error);
  g_autoptr (GBytes) bytes = NULL;
  VoletsEditor *editor;

  g_assert_no_error (error);
  for (guint i = 0; i < N_FILES; i++)
    attach (dossier, fixture->attached[i], place);
  bytes = volets_dossier_write (dossier);
  volets_test_save (place, g_bytes_get_data (bytes, NULL), NULL);
  editor = volets_editor_open (place, &error);
  g_assert_no_error (error);

  return editor;
}

static void
save_as (VoletsEditor *editor,
         GFile        *file)
{
  g_autoptr (GError) error = NULL;

  volets_editor_save (editor, file, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (volets_editor_get_modified (editor));
}

static void
assert_leads_to (VoletsDossier *dossier,
                 guint          row,
                 GFile         *place,
                 GFile         *expected)
{
  VoletsRecord *record = volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, row);
  const char *path = volets_record_get_text (record, VOLETS_ATTACHMENT_PATH);
  g_autoptr (GFile) file = volets_attachment_path_read (path, place);

  g_assert_nonnull (file);
  g_assert_cmpstr (g_file_peek_path (file), ==, g_file_peek_path (expected));
  g_assert_true (g_file_query_exists (file, NULL));
}

static void
assert_found (Fixture       *fixture,
              VoletsDossier *dossier,
              GFile         *place)
{
  for (guint i = 0; i < N_FILES; i++)
    assert_leads_to (dossier, i, place, fixture->attached[i]);
}

static void
assert_all_found (Fixture      *fixture,
                  VoletsEditor *editor)
{
  assert_found (fixture, volets_editor_get_dossier (editor), volets_editor_get_file (editor));
}

/* As whoever opens it next finds them. */
static void
assert_found_in_file (Fixture *fixture,
                      GFile   *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) dossier = volets_dossier_load (file, &error);

  g_assert_no_error (error);
  assert_found (fixture, dossier, file);
}

static const char *
get_path (VoletsEditor *editor,
          guint         row)
{
  return volets_record_get_text (volets_dossier_get_row (volets_editor_get_dossier (editor),
                                                         VOLETS_SECTION_ATTACHMENTS, row),
                                 VOLETS_ATTACHMENT_PATH);
}

static void
test_saved_to_another_folder (Fixture       *fixture,
                              gconstpointer  unused)
{
  static const char *const PLACES[] = {
    "autre/école.volets", "mairie/2021/école.volets", "école.volets", "mairie/pièces/b.volets",
    "ailleurs/école.volets", "mairie/copie.volets",
  };
  g_autoptr (VoletsEditor) editor = open_dossier (fixture);
  g_autofree char *fingerprint =
    volets_dossier_get_fingerprint (volets_editor_get_dossier (editor));

  assert_all_found (fixture, editor);
  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      g_autoptr (GFile) place = get_file (fixture, PLACES[i]);
      g_autofree char *moved = NULL;

      save_as (editor, place);
      assert_all_found (fixture, editor);
      assert_found_in_file (fixture, place);

      /* The papers that were printed before still belong to it. */
      moved = volets_dossier_get_fingerprint (volets_editor_get_dossier (editor));
      g_assert_cmpstr (moved, ==, fingerprint);
    }
  /* There and back: what is below the folder of the dossier can be moved with it again. */
  g_assert_cmpstr (get_path (editor, 0), ==, "devis.pdf");
  g_assert_cmpstr (get_path (editor, 1), ==, "pièces/rib.pdf");
}

static void
test_saved_for_the_first_time (Fixture       *fixture,
                               gconstpointer  unused)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  g_autoptr (VoletsCall) call = volets_call_store_find (CALL_ID);
  g_autoptr (VoletsEditor) editor = volets_editor_new (dossier, call);
  g_autoptr (GFile) place = get_file (fixture, "mairie/école.volets");

  for (guint i = 0; i < N_FILES; i++)
    attach (dossier, fixture->attached[i], NULL);
  assert_all_found (fixture, editor);
  save_as (editor, place);
  assert_found_in_file (fixture, place);
  g_assert_cmpstr (get_path (editor, 0), ==, "devis.pdf");
}

static void
test_not_saved_leaves_all_as_it_was (Fixture       *fixture,
                                     gconstpointer  unused)
{
  g_autoptr (VoletsEditor) editor = open_dossier (fixture);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder.folder, "mairie",
                                                         "devis.pdf", "a.volets", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (volets_editor_save (editor, nowhere, FALSE, &error));
  g_assert_nonnull (error);
  g_assert_false (volets_editor_get_modified (editor));
  assert_all_found (fixture, editor);
}

/* The folder goes to another disk as a whole. */
static void
test_moved_with_its_folder (Fixture       *fixture,
                            gconstpointer  unused)
{
  g_autoptr (VoletsEditor) editor = open_dossier (fixture);
  g_autoptr (GFile) from = get_file (fixture, "mairie");
  g_autoptr (GFile) to = get_file (fixture, "archives");
  g_autoptr (GFile) place = get_file (fixture, "mairie/école.volets");
  g_autoptr (GFile) moved = g_file_new_build_filename (fixture->folder.folder, "archives",
                                                       "école.volets", NULL);
  g_autoptr (VoletsDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  save_as (editor, place);
  g_rename (g_file_peek_path (from), g_file_peek_path (to));
  dossier = volets_dossier_load (moved, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *below = i < 2 ? g_file_get_relative_path (from, fixture->attached[i]) : NULL;
      g_autoptr (GFile) expected = below != NULL ? g_file_resolve_relative_path (to, below)
                                                 : g_object_ref (fixture->attached[i]);

      assert_leads_to (dossier, i, moved, expected);
    }
}

/* Deleted in one place, back in another. */
static void
test_undone_after_it_was_saved_elsewhere (Fixture       *fixture,
                                          gconstpointer  unused)
{
  const guint rows[] = { 0, 1 };
  g_autoptr (VoletsEditor) editor = open_dossier (fixture);
  g_autoptr (GFile) place = get_file (fixture, "autre/école.volets");

  volets_editor_delete_rows (editor, VOLETS_SECTION_ATTACHMENTS, rows, 2, "Pièces retirées");
  save_as (editor, place);
  g_assert_true (volets_editor_undo (editor));
  assert_all_found (fixture, editor);
  save_as (editor, place);
  assert_found_in_file (fixture, place);
}

/* What a crash leaves of @editor, which goes away: the copy, and what there is to know of it. */
static void
crash (VoletsEditor *editor)
{
  g_autofree char *folder = volets_test_state_get_path ();
  char *names[2] = { NULL }, *contents[2] = { NULL };
  g_autoptr (GError) error = NULL;

  while (names[0] == NULL || names[1] == NULL)
    {
      g_autoptr (GDir) directory = NULL;
      const char *name;

      g_main_context_iteration (NULL, TRUE);
      directory = g_dir_open (folder, 0, NULL);
      while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
        {
          gboolean is_dossier = g_str_has_suffix (name, VOLETS_AUTOSAVE_DOSSIER_SUFFIX);
          guint kind = is_dossier ? 1 : 0;

          /* What is being written has a name of its own until it is whole. */
          if (names[kind] == NULL
              && (is_dossier || g_str_has_suffix (name, VOLETS_AUTOSAVE_ORIGIN_SUFFIX)))
            names[kind] = g_build_filename (folder, name, NULL);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_file_get_contents (names[i], &contents[i], NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_finalize_object (editor);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_file_set_contents (names[i], contents[i], -1, &error);
      g_assert_no_error (error);
      g_free (names[i]);
      g_free (contents[i]);
    }
}

static VoletsEditor *
recover (void)
{
  g_autoptr (GPtrArray) entries = volets_recovery_list ();
  g_autoptr (GError) error = NULL;
  VoletsEditor *editor;

  g_assert_cmpuint (entries->len, ==, 1);
  editor = volets_recovery_open (g_ptr_array_index (entries, 0), &error);
  g_assert_no_error (error);

  return editor;
}

static void
change (VoletsEditor *editor)
{
  volets_record_set_text (volets_dossier_get_record (volets_editor_get_dossier (editor),
                                                     VOLETS_SECTION_PROJECT),
                          VOLETS_PROJECT_TITLE, "Changé");
}

/* The copy that a crash leaves lies far from the dossier. */
static void
test_recovered (Fixture       *fixture,
                gconstpointer  unused)
{
  VoletsEditor *crashed = open_dossier (fixture);
  g_autoptr (VoletsEditor) editor = NULL;
  g_autoptr (GFile) place = get_file (fixture, "autre/école.volets");

  save_as (crashed, place);
  change (crashed);
  crash (crashed);

  editor = recover ();
  assert_all_found (fixture, editor);
  save_as (editor, NULL);
  assert_found_in_file (fixture, place);
}

static void
test_recovered_before_it_was_ever_saved (Fixture       *fixture,
                                         gconstpointer  unused)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  g_autoptr (VoletsCall) call = volets_call_store_find (CALL_ID);
  VoletsEditor *crashed = volets_editor_new (dossier, call);
  g_autoptr (VoletsEditor) editor = NULL;
  g_autoptr (GFile) place = get_file (fixture, "mairie/école.volets");

  for (guint i = 0; i < N_FILES; i++)
    attach (dossier, fixture->attached[i], NULL);
  crash (crashed);

  editor = recover ();
  assert_all_found (fixture, editor);
  save_as (editor, place);
  assert_found_in_file (fixture, place);
}

/* A filing is never saved over: the dossier in it has no file, and still its attachments. */
static void
test_opened_from_a_filing (Fixture       *fixture,
                           gconstpointer  unused)
{
  g_autoptr (VoletsEditor) editor = open_dossier (fixture);
  g_autoptr (VoletsEditor) filed = NULL;
  g_autoptr (GFile) place = get_file (fixture, "mairie/école-depot.xml");
  g_autoptr (GFile) elsewhere = get_file (fixture, "autre/école.volets");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = volets_filing_write (volets_editor_get_dossier (editor),
                               volets_editor_get_subsidy (editor), &error);
  g_assert_no_error (error);
  volets_test_save (place, g_bytes_get_data (bytes, NULL), NULL);
  filed = volets_editor_open (place, &error);
  g_assert_no_error (error);

  g_assert_null (volets_editor_get_file (filed));
  g_assert_false (volets_editor_get_modified (filed));
  assert_all_found (fixture, filed);
  save_as (filed, elsewhere);
  assert_found_in_file (fixture, elsewhere);
}

int
main (int    argc,
      char **argv)
{
  int status;

  volets_test_state_set_up ();
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/attachment-places/saved-to-another-folder", test_saved_to_another_folder);
  ADD ("/attachment-places/saved-for-the-first-time", test_saved_for_the_first_time);
  ADD ("/attachment-places/not-saved-leaves-all-as-it-was", test_not_saved_leaves_all_as_it_was);
  ADD ("/attachment-places/moved-with-its-folder", test_moved_with_its_folder);
  ADD ("/attachment-places/undone-after-it-was-saved-elsewhere",
       test_undone_after_it_was_saved_elsewhere);
  ADD ("/attachment-places/recovered", test_recovered);
  ADD ("/attachment-places/recovered-before-it-was-ever-saved",
       test_recovered_before_it_was_ever_saved);
  ADD ("/attachment-places/opened-from-a-filing", test_opened_from_a_filing);

  status = g_test_run ();
  volets_test_state_tear_down ();

  return status;
}
