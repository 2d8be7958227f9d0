/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "engine/filing-xml.h"
#include "support/changes.h"
#include "support/reviewed.h"
#include "support/samples.h"

enum {
  COLUMN_CODE,
  COLUMN_SEVERITY,
  COLUMN_STEP,
  COLUMN_PATH,
  COLUMN_SOURCE,
  COLUMN_CALL,
  COLUMN_TODAY,
  COLUMN_CHANGES,
  COLUMN_SENTENCE,
  N_COLUMNS,
};

static const char *
get_or (const char *column,
        const char *otherwise)
{
  return g_str_equal (column, "-") ? otherwise : column;
}

static void
test_finding (gconstpointer data)
{
  const char *const *columns = data;
  VoletsDossier *dossier = volets_test_load_example (VOLETS_TEST_EXAMPLE);
  const char *call_id = get_or (columns[COLUMN_CALL], "snee-2021");
  const char *today = get_or (columns[COLUMN_TODAY], VOLETS_TEST_TODAY);
  g_auto (VoletsTestReview) before = { 0 };
  g_auto (VoletsTestReview) after = { 0 };
  const VoletsFinding *finding;
  g_autofree char *all = NULL;

  volets_test_review_init (&before, volets_test_load_example (VOLETS_TEST_EXAMPLE), "snee-2021",
                           VOLETS_TEST_TODAY);
  if (*columns[COLUMN_CHANGES] != '\0' || !g_str_equal (columns[COLUMN_CALL], "-")
      || !g_str_equal (columns[COLUMN_TODAY], "-"))
    g_assert_null (volets_test_review_find (&before, columns[COLUMN_CODE], columns[COLUMN_PATH]));

  volets_test_change (dossier, columns[COLUMN_CHANGES]);
  volets_test_review_init (&after, dossier, call_id, today);
  all = volets_test_review_describe (&after);
  finding = volets_test_review_find (&after, columns[COLUMN_CODE], columns[COLUMN_PATH]);
  if (finding == NULL)
    g_error ("%s at %s is not among:\n%s", columns[COLUMN_CODE], columns[COLUMN_PATH], all);
  g_assert_cmpstr (volets_severity_get_label (finding->severity), ==, columns[COLUMN_SEVERITY]);
  g_assert_cmpstr (volets_step_get_title (finding->step), ==, columns[COLUMN_STEP]);
  g_assert_cmpstr (finding->source != NULL ? finding->source->id : "-", ==,
                   columns[COLUMN_SOURCE]);
  g_test_message ("%s", finding->message);
  if (strstr (finding->message, columns[COLUMN_SENTENCE]) == NULL)
    g_error ("« %s » is not in « %s »", columns[COLUMN_SENTENCE], finding->message);
  volets_test_review_assert_well_formed (&after);
}

/* What blocks the filing is what the review calls an error, and nothing else. */
static void
test_filing_agrees (gconstpointer data)
{
  const char *const *columns = data;
  VoletsDossier *dossier = volets_test_load_example (VOLETS_TEST_EXAMPLE);
  g_auto (VoletsTestReview) review = { 0 };
  g_autoptr (GBytes) filing = NULL;
  g_autoptr (GError) error = NULL;

  volets_test_change (dossier, columns[COLUMN_CHANGES]);
  volets_test_review_init (&review, dossier, get_or (columns[COLUMN_CALL], "snee-2021"),
               get_or (columns[COLUMN_TODAY], VOLETS_TEST_TODAY));
  if (volets_review_count (review.findings, VOLETS_SEVERITY_ERROR) > 0)
    return;

  filing = volets_filing_write (dossier, review.subsidy, &error);
  g_assert_no_error (error);
}

static void
collect_codes (const char *file_name,
               GHashTable *codes)
{
  g_autofree char *path = volets_test_get_data_path ("app/engine", file_name);
  g_autoptr (GBytes) bytes = volets_test_load (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autoptr (GRegex) regex =
    g_regex_new ("(?:VOLETS_SEVERITY_[A-Z]+|severity),\\s*\"([a-z0-9-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_hash_table_add (codes, g_match_info_fetch (match, 1));
}

/* A finding that is new in the sources, and that nobody has provoked yet. */
static void
test_every_code (gconstpointer data)
{
  GHashTable *tested = (GHashTable *) data;
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) files = volets_test_list_files ("app/engine", ".c");
  GHashTableIter iter;
  gpointer code;

  for (guint i = 0; files[i] != NULL; i++)
    {
      if (g_str_has_prefix (files[i], "review") || g_str_has_prefix (files[i], "formats"))
        collect_codes (files[i], codes);
    }
  g_assert_cmpuint (g_hash_table_size (codes), >=, 40);
  g_hash_table_iter_init (&iter, codes);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    {
      if (!g_hash_table_contains (tested, code))
        g_error ("%s is in the sources, not in tests/fixtures/review.tsv", (const char *) code);
    }
}

static void
add_findings (GHashTable *tested)
{
  g_autofree char *path = volets_test_get_data_path ("tests/fixtures", "review.tsv");
  g_autoptr (GBytes) bytes = volets_test_load (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *filing_name = NULL;
      GStrv columns;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      columns = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (columns) != N_COLUMNS)
        g_error ("review.tsv:%u has %u columns", i + 1, g_strv_length (columns));
      g_hash_table_add (tested, g_strdup (columns[COLUMN_CODE]));
      name = g_strdup_printf ("/findings/provoked/%s/line-%u", columns[COLUMN_CODE], i + 1);
      filing_name = g_strdup_printf ("/findings/filing-agrees/%s/line-%u", columns[COLUMN_CODE],
                                     i + 1);
      g_test_add_data_func (filing_name, columns, test_filing_agrees);
      g_test_add_data_func_full (name, columns, test_finding, (GDestroyNotify) g_strfreev);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GHashTable) tested = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_test_init (&argc, &argv, NULL);

  add_findings (tested);
  g_test_add_data_func ("/findings/every-code-is-provoked", tested, test_every_code);

  return g_test_run ();
}
