/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/samples.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/dossier-xml.h"

/**
 * volets_test_get_data_path:
 * @folder: a folder of the source tree, « data/examples »
 * @name: (nullable): a file of it
 *
 * Returns: (transfer full): its path
 */
char *
volets_test_get_data_path (const char *folder,
                           const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", folder, name, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * volets_test_list_files:
 * @folder: a folder of the source tree
 * @suffix: how their names end
 *
 * Returns: (transfer full): the names of its files in their order, at least one
 */
char **
volets_test_list_files (const char *folder,
                        const char *suffix)
{
  g_autofree char *path = volets_test_get_data_path (folder, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, suffix))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_assert_cmpuint (names->len, >, 0);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

GBytes *
volets_test_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, size);
}

VoletsDossier *
volets_test_load_dossier (const char *path)
{
  g_autoptr (GBytes) bytes = volets_test_load (path);
  g_autoptr (GError) error = NULL;
  VoletsDossier *dossier = volets_dossier_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (VOLETS_IS_DOSSIER (dossier));

  return dossier;
}

/**
 * volets_test_load_example:
 * @name: a file of data/examples
 *
 * Returns: (transfer full): what it holds
 */
VoletsDossier *
volets_test_load_example (const char *name)
{
  g_autofree char *path = volets_test_get_data_path ("data/examples", name);

  return volets_test_load_dossier (path);
}

/**
 * volets_test_foreach_field:
 * @func: called for each field of each section
 * @user_data: for @func
 */
void
volets_test_foreach_field (VoletsTestFieldFunc func,
                           gpointer            user_data)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      g_autoptr (VoletsRecordClass) klass =
        g_type_class_ref (volets_section_get_info (i)->get_type ());

      for (guint j = 0; j < klass->n_fields; j++)
        func (i, j, user_data);
    }
}

/**
 * volets_test_get_first_record:
 * @dossier: a dossier
 * @section: a section, with at least one row where it is a list
 *
 * Returns: (transfer none): its record, or its first one
 */
VoletsRecord *
volets_test_get_first_record (VoletsDossier *dossier,
                              VoletsSection  section)
{
  return volets_section_get_info (section)->row_element != NULL
           ? volets_dossier_get_row (dossier, section, 0)
           : volets_dossier_get_record (dossier, section);
}

/**
 * volets_test_make_value:
 * @section: a section
 * @row: a row of it
 * @field: one of its fields
 *
 * Returns: (transfer full): a value that the field can have, as files have it
 */
char *
volets_test_make_value (VoletsSection section,
                        guint         row,
                        guint         field)
{
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (section)->get_type ());
  const VoletsField *known = &klass->fields[field];

  switch (known->kind)
    {
    case VOLETS_FIELD_TEXT:
      return g_strdup_printf ("%s n° %u <%s & co>", known->label, row + 1, known->element);
    case VOLETS_FIELD_ID:
      return g_strdup_printf ("e%u", row + 1);
    case VOLETS_FIELD_DATE:
      return g_strdup_printf ("2021-%02u-%02u", row + 1, field + 1);
    case VOLETS_FIELD_MONEY:
      return g_strdup_printf ("%u.%02u", 1000 * (row + 1), field);
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
      return g_strdup_printf ("%u", 10 * (row + 1) + field);
    case VOLETS_FIELD_RATE:
      return g_strdup_printf ("%u.5", 5 + row);
    case VOLETS_FIELD_BOOLEAN:
      return g_strdup ("true");
    case VOLETS_FIELD_CHOICE:
      {
        g_autoptr (GEnumClass) choices = g_type_class_ref (known->choices ());
        /* The families of equipment come first, those of services last. */
        int choice = section == VOLETS_SECTION_SERVICE_LINES ? choices->maximum : 1;

        return g_strdup (g_enum_get_value (choices, choice)->value_nick);
      }
    default:
      g_assert_not_reached ();
    }
}

static void
fill_record (VoletsRecord  *record,
             VoletsSection  section,
             guint          row)
{
  guint n_fields;

  volets_record_get_fields (record, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = volets_test_make_value (section, row, i);
      g_autoptr (GError) error = NULL;

      volets_record_parse (record, i, value, &error);
      g_assert_no_error (error);
    }
}

/**
 * volets_test_new_full_dossier:
 *
 * Returns: (transfer full): a dossier with every field of every section, lists with two rows
 */
VoletsDossier *
volets_test_new_full_dossier (void)
{
  VoletsDossier *dossier = volets_dossier_new ("snee-2021");

  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      if (volets_section_get_info (i)->row_element == NULL)
        {
          fill_record (volets_dossier_get_record (dossier, i), i, 0);
          continue;
        }
      for (guint row = 0; row < 2; row++)
        fill_record (volets_dossier_append (dossier, i), i, row);
    }

  return dossier;
}

void
volets_test_clear_field (VoletsRecord *record,
                         guint         field)
{
  switch (volets_record_get_fields (record, NULL)[field].kind)
    {
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
      volets_record_set_text (record, field, NULL);
      break;
    case VOLETS_FIELD_BOOLEAN:
    case VOLETS_FIELD_CHOICE:
      volets_record_set_number (record, field, 0);
      break;
    case VOLETS_FIELD_MONEY:
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
    case VOLETS_FIELD_RATE:
    default:
      volets_record_set_number (record, field, VOLETS_UNSET);
    }
}

static void
assert_same_record (VoletsRecord *expected,
                    VoletsRecord *actual)
{
  guint n_fields;

  volets_record_get_fields (expected, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *first = volets_record_format (expected, i);
      g_autofree char *second = volets_record_format (actual, i);

      g_assert_cmpstr (first, ==, second);
    }
}

/* Field by field, without the writer of the files. */
void
volets_test_assert_same_answers (VoletsDossier *expected,
                                 VoletsDossier *actual)
{
  g_assert_cmpstr (volets_dossier_get_call_id (expected), ==, volets_dossier_get_call_id (actual));
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      if (volets_section_get_info (i)->row_element == NULL)
        {
          assert_same_record (volets_dossier_get_record (expected, i),
                              volets_dossier_get_record (actual, i));
          continue;
        }
      g_assert_cmpuint (volets_dossier_get_n_rows (expected, i), ==,
                        volets_dossier_get_n_rows (actual, i));
      for (guint row = 0; row < volets_dossier_get_n_rows (expected, i); row++)
        assert_same_record (volets_dossier_get_row (expected, i, row),
                            volets_dossier_get_row (actual, i, row));
    }
}

void
volets_test_assert_same_bytes (GBytes *expected,
                               GBytes *actual)
{
  gsize expected_size, actual_size;
  const char *expected_data = g_bytes_get_data (expected, &expected_size);
  const char *actual_data = g_bytes_get_data (actual, &actual_size);
  g_autofree char *expected_text = g_strndup (expected_data, expected_size);
  g_autofree char *actual_text = g_strndup (actual_data, actual_size);

  g_assert_cmpstr (expected_text, ==, actual_text);
  g_assert_cmpmem (expected_data, expected_size, actual_data, actual_size);
}

/**
 * volets_test_has_xmllint:
 *
 * Skips the test where the independent tool is not installed.
 */
gboolean
volets_test_has_xmllint (void)
{
  g_autofree char *path = g_find_program_in_path ("xmllint");

  if (path == NULL)
    g_test_skip ("xmllint is not installed");

  return path != NULL;
}

/**
 * volets_test_run_xmllint:
 * @bytes: an XML file
 * @option: « --c14n », « --schema »
 * @argument: (nullable): what follows it
 *
 * Fails the test where xmllint finds something wrong.
 *
 * Returns: (transfer full): what it writes
 */
char *
volets_test_run_xmllint (GBytes     *bytes,
                         const char *option,
                         const char *argument)
{
  g_autofree char *folder = g_dir_make_tmp ("volets-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file.xml", NULL);
  const char *arguments[] = { "xmllint", "--nonet", path, option, argument, NULL };
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int status;

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                &complaints, &status, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("xmllint %s: %s", option, complaints);

  return g_steal_pointer (&output);
}
