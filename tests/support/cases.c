/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/cases.h"

#include <string.h>

/**
 * volets_test_add_cases:
 * @path: where the tests go, « /money/parse »
 * @file_name: a file of tests/cases, with one case a line and tabs between its columns
 * @n_columns: how many columns it has
 * @test: gets a %NULL-terminated array of the columns, without their escapes
 *
 * Adds one test a line, called after it. Empty lines and those that start with # are for readers.
 */
void
volets_test_add_cases (const char    *path,
                       const char    *file_name,
                       guint          n_columns,
                       GTestDataFunc  test)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "cases", file_name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (file, &contents, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/line-%03u", path, i + 1);
      GStrv columns;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;

      columns = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (columns) != n_columns)
        g_error ("%s:%u has %u columns instead of %u", file_name, i + 1,
                 g_strv_length (columns), n_columns);
      for (guint j = 0; j < n_columns; j++)
        {
          char *escaped = columns[j];

          columns[j] = g_strcompress (escaped);
          g_free (escaped);
        }
      g_test_add_data_func_full (name, columns, test, (GDestroyNotify) g_strfreev);
    }
}
