/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/attachment-watch.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/attachment.h"
#include "engine/finding.h"
#include "support/calls.h"
#include "support/temp-folder.h"

/* What is known of the files attached to a dossier, while it and they change. */

typedef struct {
  VoletsTestFolder       folder;
  VoletsDossier         *dossier;
  VoletsAttachmentWatch *watch;
  guint                  n_changes;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (VoletsCall) call = NULL;

  volets_test_folder_set_up (&fixture->folder, NULL);
  fixture->dossier = volets_dossier_new ("snee-2021");
  call = volets_test_find_call ("snee-2021");
  fixture->watch = volets_attachment_watch_new (fixture->dossier, call, fixture->folder.file);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  if (fixture->watch != NULL)
    g_assert_finalize_object (fixture->watch);
  g_assert_finalize_object (fixture->dossier);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  volets_test_folder_tear_down (&fixture->folder, NULL);
}

static VoletsRecord *
attach_content (Fixture    *fixture,
                const char *name,
                const char *content)
{
  g_autoptr (GFile) file = volets_test_folder_put (&fixture->folder, name, content);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autoptr (VoletsRecord) record = g_object_new (VOLETS_TYPE_ATTACHMENT, NULL);

  volets_record_set_text (record, VOLETS_ATTACHMENT_PATH, name);
  volets_record_set_number (record, VOLETS_ATTACHMENT_SIZE, (gint64) strlen (content));
  volets_record_set_text (record, VOLETS_ATTACHMENT_SHA256, sha256);
  g_list_store_append (volets_dossier_get_list (fixture->dossier, VOLETS_SECTION_ATTACHMENTS),
                       record);

  return record;
}

static VoletsRecord *
attach (Fixture    *fixture,
        const char *name)
{
  return attach_content (fixture, name, "École;9\n");
}

static void
wait (Fixture *fixture)
{
  while (volets_attachment_watch_is_busy (fixture->watch))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_state (Fixture               *fixture,
              VoletsRecord          *record,
              VoletsAttachmentState  state)
{
  const VoletsAttachmentVerdict *verdict =
    volets_attachment_watch_get_verdict (fixture->watch, record);

  g_assert_nonnull (verdict);
  g_assert_cmpuint (verdict->state, ==, state);
}

static void
remove_file (Fixture    *fixture,
             const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder.folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_read_when_it_is_attached (Fixture       *fixture,
                               gconstpointer  unused)
{
  VoletsRecord *record = attach (fixture, "devis.csv");

  g_assert_true (volets_attachment_watch_is_busy (fixture->watch));
  g_assert_null (volets_attachment_watch_get_verdict (fixture->watch, record));
  wait (fixture);
  assert_state (fixture, record, VOLETS_ATTACHMENT_STATE_FINE);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_what_is_known_stays_until_something_else_is (Fixture       *fixture,
                                                  gconstpointer  unused)
{
  VoletsRecord *record = attach (fixture, "devis.csv");
  const VoletsAttachmentVerdict *verdict;

  wait (fixture);
  verdict = volets_attachment_watch_get_verdict (fixture->watch, record);
  volets_attachment_watch_refresh (fixture->watch);
  g_assert_true (volets_attachment_watch_get_verdict (fixture->watch, record) == verdict);
  wait (fixture);
  g_assert_true (volets_attachment_watch_get_verdict (fixture->watch, record) == verdict);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  remove_file (fixture, "devis.csv");
  volets_attachment_watch_refresh (fixture->watch);
  assert_state (fixture, record, VOLETS_ATTACHMENT_STATE_FINE);
  wait (fixture);
  assert_state (fixture, record, VOLETS_ATTACHMENT_STATE_MISSING);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

static void
test_rows_come_and_go (Fixture       *fixture,
                       gconstpointer  unused)
{
  GListStore *list = volets_dossier_get_list (fixture->dossier, VOLETS_SECTION_ATTACHMENTS);
  VoletsRecord *first = g_object_ref (attach (fixture, "a.csv"));
  VoletsRecord *second = attach (fixture, "b.csv");
  VoletsRecord *third = attach (fixture, "c.csv");

  /* The first may be under way when it goes. */
  g_main_context_iteration (NULL, FALSE);
  g_list_store_remove (list, 0);
  g_assert_null (volets_attachment_watch_get_verdict (fixture->watch, first));
  wait (fixture);
  g_assert_null (volets_attachment_watch_get_verdict (fixture->watch, first));
  assert_state (fixture, second, VOLETS_ATTACHMENT_STATE_FINE);
  assert_state (fixture, third, VOLETS_ATTACHMENT_STATE_FINE);

  g_list_store_append (list, first);
  wait (fixture);
  assert_state (fixture, first, VOLETS_ATTACHMENT_STATE_FINE);
  g_object_unref (first);
}

static void
test_elsewhere_it_is_another_file (Fixture       *fixture,
                                   gconstpointer  unused)
{
  g_autoptr (GFile) elsewhere = g_file_new_build_filename (fixture->folder.folder, "autre",
                                                           "a.volets", NULL);
  VoletsRecord *record = attach (fixture, "devis.csv");

  wait (fixture);
  volets_attachment_watch_set_place (fixture->watch, elsewhere);
  g_assert_null (volets_attachment_watch_get_verdict (fixture->watch, record));
  wait (fixture);
  assert_state (fixture, record, VOLETS_ATTACHMENT_STATE_MISSING);

  volets_attachment_watch_set_place (fixture->watch, NULL);
  wait (fixture);
  assert_state (fixture, record, VOLETS_ATTACHMENT_STATE_MISSING);
  g_assert_null (volets_attachment_watch_get_file (fixture->watch, record));
}

static void
test_findings_have_the_row_of_now (Fixture       *fixture,
                                   gconstpointer  unused)
{
  g_autoptr (GPtrArray) none = NULL, findings = NULL;
  const VoletsFinding *finding;

  attach (fixture, "a.csv");
  attach (fixture, "b.csv");
  attach (fixture, "c.csv");
  remove_file (fixture, "c.csv");
  none = volets_attachment_watch_review (fixture->watch);
  g_assert_cmpuint (none->len, ==, 0);
  wait (fixture);
  g_list_store_remove (volets_dossier_get_list (fixture->dossier, VOLETS_SECTION_ATTACHMENTS), 0);

  findings = volets_attachment_watch_review (fixture->watch);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->row, ==, 1);
  g_assert_cmpstr (finding->code, ==, "piece-introuvable");
  g_assert_nonnull (strstr (finding->message, "Pièce 2 : le fichier « c.csv »"));
}

/* As the command line says it, and of the row that it is in now. */
static void
test_what_is_in_a_file (Fixture       *fixture,
                        gconstpointer  unused)
{
  g_autoptr (GPtrArray) findings = NULL, moved = NULL;
  const VoletsFinding *finding;

  attach (fixture, "a.csv");
  attach_content (fixture, "b.pdf", "%PDF-1.7\n");
  wait (fixture);
  findings = volets_attachment_watch_review (fixture->watch);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->code, ==, "piece-abimee");
  g_assert_cmpint (finding->row, ==, 1);

  g_list_store_remove (volets_dossier_get_list (fixture->dossier, VOLETS_SECTION_ATTACHMENTS), 0);
  wait (fixture);
  moved = volets_attachment_watch_review (fixture->watch);
  g_assert_cmpuint (moved->len, ==, 1);
  finding = g_ptr_array_index (moved, 0);
  g_assert_cmpint (finding->row, ==, 0);
  g_assert_nonnull (strstr (finding->message, "Pièce 1 : "));
}

/* Files are read one after the other; nobody waits for those that are not wanted. */
static void
test_nothing_happens_after_the_end (Fixture       *fixture,
                                    gconstpointer  unused)
{
  for (guint i = 0; i < 100; i++)
    attach (fixture, "devis.csv");
  while (fixture->n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&fixture->watch));
  g_assert_cmpuint (fixture->n_changes, <, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/attachment-watch/read-when-it-is-attached", test_read_when_it_is_attached);
  ADD ("/attachment-watch/what-is-known-stays-until-something-else-is",
       test_what_is_known_stays_until_something_else_is);
  ADD ("/attachment-watch/rows-come-and-go", test_rows_come_and_go);
  ADD ("/attachment-watch/elsewhere-it-is-another-file", test_elsewhere_it_is_another_file);
  ADD ("/attachment-watch/findings-have-the-row-of-now", test_findings_have_the_row_of_now);
  ADD ("/attachment-watch/what-is-in-a-file", test_what_is_in_a_file);
  ADD ("/attachment-watch/nothing-happens-after-the-end", test_nothing_happens_after_the_end);

  return g_test_run ();
}
