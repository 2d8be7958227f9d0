/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier-xml.h"
#include "support/samples.h"

#define N_WRITES 40

/* Takes back every answer, one by one, and every row. */
static void
empty_dossier (VoletsDossier *dossier)
{
  for (VoletsSection section = 0; section < VOLETS_N_SECTIONS; section++)
    {
      gboolean is_list = volets_section_get_info (section)->row_element != NULL;
      guint n_records = is_list ? volets_dossier_get_n_rows (dossier, section) : 1;

      for (guint i = 0; i < n_records; i++)
        {
          VoletsRecord *record = is_list ? volets_dossier_get_row (dossier, section, i)
                                         : volets_dossier_get_record (dossier, section);
          guint n_fields;

          volets_record_get_fields (record, &n_fields);
          for (guint field = 0; field < n_fields; field++)
            volets_test_clear_field (record, field);
        }
      if (is_list)
        g_list_store_remove_all (volets_dossier_get_list (dossier, section));
    }
}

static void
test_snapshot_is_the_dossier (void)
{
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  g_autoptr (VoletsDossierSnapshot) snapshot = volets_dossier_snapshot_new (dossier);
  g_autoptr (GBytes) expected = volets_dossier_write (dossier);
  g_autoptr (GBytes) bytes = volets_dossier_write_snapshot (snapshot);

  volets_test_assert_same_bytes (expected, bytes);
}

static void
test_snapshot_stays_as_it_was (void)
{
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  g_autoptr (VoletsDossier) untouched = volets_dossier_new (NULL);
  g_autoptr (GBytes) before = volets_dossier_write (dossier);
  g_autoptr (GBytes) empty = volets_dossier_write (untouched);
  g_autoptr (VoletsDossierSnapshot) snapshot = volets_dossier_snapshot_new (dossier);
  g_autoptr (GBytes) then = NULL;
  g_autoptr (GBytes) now = NULL;

  empty_dossier (dossier);
  volets_dossier_set_call_id (dossier, NULL);
  then = volets_dossier_write_snapshot (snapshot);
  now = volets_dossier_write (dossier);
  volets_test_assert_same_bytes (before, then);
  volets_test_assert_same_bytes (empty, now);
}

static void
test_snapshot_outlives_the_dossier (void)
{
  VoletsDossier *dossier = volets_test_new_full_dossier ();
  g_autoptr (GBytes) before = volets_dossier_write (dossier);
  g_autoptr (VoletsDossierSnapshot) snapshot = volets_dossier_snapshot_new (dossier);
  g_autoptr (GBytes) after = NULL;

  g_assert_finalize_object (dossier);
  after = volets_dossier_write_snapshot (snapshot);
  volets_test_assert_same_bytes (before, after);
}

static gpointer
write_many_times (gpointer data)
{
  GPtrArray *written = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < N_WRITES; i++)
    g_ptr_array_add (written, volets_dossier_write_snapshot (data));

  return written;
}

/* Somebody types while the copy for a crash is made. */
static void
test_snapshot_is_read_while_the_dossier_changes (void)
{
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  g_autoptr (GBytes) before = volets_dossier_write (dossier);
  g_autoptr (VoletsDossierSnapshot) snapshot = volets_dossier_snapshot_new (dossier);
  GThread *thread = g_thread_new ("writer", write_many_times, snapshot);
  g_autoptr (GPtrArray) written = NULL;

  empty_dossier (dossier);
  written = g_thread_join (thread);
  for (guint i = 0; i < written->len; i++)
    volets_test_assert_same_bytes (before, g_ptr_array_index (written, i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier-snapshot/is-the-dossier", test_snapshot_is_the_dossier);
  g_test_add_func ("/dossier-snapshot/stays-as-it-was", test_snapshot_stays_as_it_was);
  g_test_add_func ("/dossier-snapshot/outlives-the-dossier", test_snapshot_outlives_the_dossier);
  g_test_add_func ("/dossier-snapshot/is-read-while-the-dossier-changes",
                   test_snapshot_is_read_while_the_dossier_changes);

  return g_test_run ();
}
