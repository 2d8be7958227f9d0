/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a large grouping takes: to compute, to review, and to write and read as a file. It
 * prints figures and passes no judgement; the goals it prints beside them are those of the project.
 *
 * Argument: data/schemas/dossier.xsd, for xmllint. With --read FILE the program only reads FILE,
 * to be measured as a whole process like xmllint is.
 */
#include <stdlib.h>

#include <glib/gstdio.h>

#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/review.h"
#include "engine/storage.h"
#include "engine/subsidy.h"
#include "engine/xml.h"
#include "figures.h"
#include "support/big-dossier.h"

#define CALL_ID "snee-2021"

#define N_COMPUTE_RUNS 200
#define N_READ_RUNS 15
#define N_BATCH_RUNS 50

static VoletsDossier *
make_dossier (guint n_lines)
{
  VoletsDossier *dossier = volets_dossier_new (CALL_ID);

  volets_test_fill_big_dossier (dossier, n_lines);

  return dossier;
}

static gint64
measure_compute (VoletsCall *call,
                 guint       n_lines)
{
  g_autoptr (VoletsDossier) dossier = make_dossier (n_lines);
  g_autofree char *what =
    g_strdup_printf ("compute, %d schools, %u lines", VOLETS_TEST_N_SCHOOLS, n_lines);
  gint64 times[N_COMPUTE_RUNS];

  for (guint i = 0; i < N_COMPUTE_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (VoletsSubsidy) subsidy = volets_subsidy_compute (call, dossier, NULL);

      if (subsidy == NULL || subsidy->amount == 0)
        g_error ("the dossier has no subsidy");
      g_clear_pointer (&subsidy, volets_subsidy_unref);
      times[i] = g_get_monotonic_time () - start;
    }

  return volets_bench_report (what, times, N_COMPUTE_RUNS);
}

static void
measure_review (VoletsCall *call)
{
  g_autoptr (VoletsDossier) dossier = make_dossier (VOLETS_TEST_N_LINES);
  g_autoptr (VoletsSubsidy) subsidy = volets_subsidy_compute (call, dossier, NULL);
  gint64 times[N_BATCH_RUNS];

  for (guint i = 0; i < N_BATCH_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) findings = volets_review (call, dossier, subsidy, "2021-02-01");

      times[i] = g_get_monotonic_time () - start;
      if (i == 0)
        g_print ("%u findings\n", findings->len);
    }
  volets_bench_report ("review of all", times, N_BATCH_RUNS);
}

static void
measure_write (void)
{
  g_autoptr (VoletsDossier) dossier = make_dossier (VOLETS_TEST_N_LINES);
  gint64 times[N_BATCH_RUNS];

  for (guint i = 0; i < N_BATCH_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GBytes) bytes = volets_dossier_write (dossier);

      times[i] = g_get_monotonic_time () - start;
    }
  volets_bench_report ("write, without a file", times, N_BATCH_RUNS);
}

static VoletsDossier *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_storage_read (file, VOLETS_XML_MAX_SIZE, NULL, &error);
  VoletsDossier *dossier = NULL;

  if (bytes != NULL)
    dossier = volets_dossier_read (bytes, NULL, &error);
  if (dossier == NULL)
    g_error ("%s: %s", path, error->message);

  return dossier;
}

static void
measure_read (const char *path)
{
  gint64 times[N_BATCH_RUNS];

  for (guint i = 0; i < N_BATCH_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (VoletsDossier) dossier = read_file (path);

      times[i] = g_get_monotonic_time () - start;
    }
  volets_bench_report ("read and validate, inside the process", times, N_BATCH_RUNS);
}

static gint64
run_once (const char *const *argv)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                     | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", argv[0], error->message);

  return g_get_monotonic_time () - start;
}

/* Turn by turn, so that what else the machine does weighs on both. */
static void
compare_with_xmllint (const char *self,
                      const char *schema,
                      const char *path)
{
  const char *const ours[] = { self, "--read", path, NULL };
  const char *const theirs[] = { "xmllint", "--noout", "--schema", schema, path, NULL };
  gint64 our_times[N_READ_RUNS], their_times[N_READ_RUNS], our_median, their_median;
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");

  if (xmllint == NULL)
    {
      g_print ("xmllint is not there: nothing to compare with\n");
      return;
    }

  run_once (ours);
  run_once (theirs);
  for (guint i = 0; i < N_READ_RUNS; i++)
    {
      our_times[i] = run_once (ours);
      their_times[i] = run_once (theirs);
    }

  our_median = volets_bench_report ("read and validate, whole process", our_times, N_READ_RUNS);
  their_median =
    volets_bench_report ("xmllint --noout --schema, whole process", their_times, N_READ_RUNS);
  g_print ("%-44s %.2f (goal: under 2)\n", "  ratio of the medians",
           (double) our_median / (double) their_median);
}

static void
measure_files (const char *self,
               const char *schema)
{
  g_autoptr (VoletsDossier) dossier = make_dossier (VOLETS_TEST_N_LINES);
  g_autoptr (GBytes) bytes = volets_dossier_write (dossier);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("volets-bench-XXXXXX", &error);
  g_autofree char *path = NULL;

  if (folder == NULL)
    g_error ("%s", error->message);
  path = g_build_filename (folder, "dossier.volets", NULL);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);

  g_print ("file of %d schools and %d lines: %.2f MB\n", VOLETS_TEST_N_SCHOOLS,
           VOLETS_TEST_N_LINES, (double) g_bytes_get_size (bytes) / 1e6);
  measure_read (path);
  compare_with_xmllint (self, schema, path);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  static const guint SIZES[] = { 2500, 5000, VOLETS_TEST_N_LINES, 20000 };
  g_autoptr (VoletsCall) call = NULL;

  if (argc == 3 && g_str_equal (argv[1], "--read"))
    {
      g_autoptr (VoletsDossier) dossier = read_file (argv[2]);

      return volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS) > 0 ? EXIT_SUCCESS
                                                                            : EXIT_FAILURE;
    }
  if (argc != 2)
    {
      g_printerr ("Usage: %s SCHEMA\n", argv[0]);
      return 2;
    }

  call = volets_call_store_find (CALL_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      gint64 median = measure_compute (call, SIZES[i]);

      g_print ("%-44s %8.1f ns a line%s\n", "  that is", (double) median * 1000 / SIZES[i],
               SIZES[i] == VOLETS_TEST_N_LINES ? " (goal: under 5 ms in all)" : "");
    }
  measure_review (call);
  measure_write ();
  measure_files (argv[0], argv[1]);

  return EXIT_SUCCESS;
}
