/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier-xml.h"

#include <string.h>

#include "engine/school.h"
#include "engine/xml.h"
#include "support/samples.h"

typedef struct {
  VoletsSection section;
  guint         field;
} Field;

static VoletsDossier *
read_back (VoletsDossier *dossier)
{
  g_autoptr (GBytes) bytes = volets_dossier_write (dossier);
  g_autoptr (GError) error = NULL;
  VoletsDossier *again = volets_dossier_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return again;
}

static VoletsDossier *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return volets_dossier_read (bytes, NULL, error);
}

static void
test_example (gconstpointer data)
{
  g_autofree char *path = volets_test_get_data_path ("data/examples", data);
  g_autoptr (GBytes) bytes = volets_test_load (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;
  g_autoptr (VoletsDossier) dossier = volets_dossier_read (bytes, &fingerprint, &error);
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  g_assert_null (fingerprint);
  written = volets_dossier_write (dossier);
  volets_test_assert_same_bytes (bytes, written);
}

static void
test_every_field (void)
{
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  g_autoptr (VoletsDossier) again = read_back (dossier);
  g_autoptr (GBytes) bytes = volets_dossier_write (dossier);
  g_autoptr (GBytes) bytes_again = volets_dossier_write (again);

  volets_test_assert_same_answers (dossier, again);
  volets_test_assert_same_bytes (bytes, bytes_again);
}

static void
count_field (VoletsSection section,
             guint         field,
             gpointer      user_data)
{
  const char *text = user_data;
  g_autofree char *value = volets_test_make_value (section, 0, field);
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  if (strstr (text, escaped) == NULL)
    g_error ("« %s » of %s is not in the file", value, volets_section_get_info (section)->name);
}

/* A reader and a writer that both forget a field would agree. */
static void
test_every_field_is_in_the_file (void)
{
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  g_autoptr (GBytes) bytes = volets_dossier_write (dossier);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  volets_test_foreach_field (count_field, text);
}

static void
test_xmllint_agrees (void)
{
  g_autoptr (VoletsDossier) full = volets_test_new_full_dossier ();
  g_autoptr (VoletsDossier) empty = volets_dossier_new (NULL);
  g_autofree char *schema = volets_test_get_data_path ("data/schemas", "dossier.xsd");
  VoletsDossier *dossiers[] = { full, empty };

  if (!volets_test_has_xmllint ())
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (dossiers); i++)
    {
      g_autoptr (GBytes) bytes = volets_dossier_write (dossiers[i]);
      g_autofree char *output = volets_test_run_xmllint (bytes, "--schema", schema);
    }
}

static void
test_one_missing (gconstpointer data)
{
  const Field *field = data;
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  VoletsRecord *record = volets_test_get_first_record (dossier, field->section);
  g_autoptr (VoletsDossier) again = NULL;

  volets_test_clear_field (record, field->field);
  again = read_back (dossier);
  volets_test_assert_same_answers (dossier, again);
}

static void
test_one_alone (gconstpointer data)
{
  const Field *field = data;
  g_autofree char *value = volets_test_make_value (field->section, 0, field->field);
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (NULL);
  g_autoptr (VoletsDossier) again = NULL;
  g_autoptr (GError) error = NULL;

  if (volets_section_get_info (field->section)->row_element != NULL)
    volets_dossier_append (dossier, field->section);
  volets_record_parse (volets_test_get_first_record (dossier, field->section), field->field, value,
                       &error);
  g_assert_no_error (error);
  again = read_back (dossier);
  volets_test_assert_same_answers (dossier, again);
}

/* Each choice of each list, in the section where the list stands. */
static void
test_every_choice (void)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      g_autoptr (VoletsRecordClass) klass =
        g_type_class_ref (volets_section_get_info (i)->get_type ());

      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_autoptr (GEnumClass) choices = NULL;

          if (klass->fields[j].kind != VOLETS_FIELD_CHOICE)
            continue;
          choices = g_type_class_ref (klass->fields[j].choices ());
          for (int choice = 1; choice <= choices->maximum; choice++)
            {
              g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
              g_autoptr (VoletsDossier) again = NULL;
              const char *nick = g_enum_get_value (choices, choice)->value_nick;
              gboolean is_service = g_str_equal (nick, "service")
                                    || g_str_equal (nick, "ressource");

              if (g_str_equal (klass->fields[j].element, "famille")
                  && is_service != (i == VOLETS_SECTION_SERVICE_LINES))
                continue;
              volets_record_set_number (volets_test_get_first_record (dossier, i), j, choice);
              again = read_back (dossier);
              volets_test_assert_same_answers (dossier, again);
            }
        }
    }
}

static void
test_largest_and_smallest (void)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      g_autoptr (VoletsRecordClass) klass =
        g_type_class_ref (volets_section_get_info (i)->get_type ());

      for (guint j = 0; j < klass->n_fields; j++)
        {
          const GParamSpecInt64 *pspec;

          if (!G_IS_PARAM_SPEC_INT64 (klass->pspecs[j + 1]))
            continue;
          pspec = G_PARAM_SPEC_INT64 (klass->pspecs[j + 1]);
          for (guint k = 0; k < 2; k++)
            {
              g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
              g_autoptr (VoletsDossier) again = NULL;

              volets_record_set_number (volets_test_get_first_record (dossier, i), j,
                                        k == 0 ? 0 : pspec->maximum);
              again = read_back (dossier);
              volets_test_assert_same_answers (dossier, again);
            }
        }
    }
}

static void
test_empty (void)
{
  const char *expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<dossier xmlns=\"urn:volets:dossier:1\" version=\"1\">\n"
                         "</dossier>\n";
  g_autoptr (GBytes) expected_bytes = g_bytes_new (expected, strlen (expected));
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (NULL);
  g_autoptr (GBytes) bytes = volets_dossier_write (dossier);
  g_autoptr (VoletsDossier) again = read_back (dossier);

  volets_test_assert_same_bytes (expected_bytes, bytes);
  volets_test_assert_same_answers (dossier, again);
  g_assert_null (volets_dossier_get_call_id (again));
}

static void
test_empty_rows_are_kept (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_autoptr (VoletsDossier) again = NULL;

  volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);
  volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);
  volets_dossier_append (dossier, VOLETS_SECTION_EQUIPMENT);
  again = read_back (dossier);
  volets_test_assert_same_answers (dossier, again);
}

#define WRITTEN_ELSEWHERE(projet)                                                              \
  "<?xml version='1.0'?><!-- à la main --><v:dossier xmlns:v='urn:volets:dossier:1'\r\n"       \
  "  version=' 1 ' appel=' snee-2021 '><v:projet>" projet "</v:projet></v:dossier><!-- fin -->"

/* What an editor, or another program, makes of a file without changing what it says. */
static void
test_written_elsewhere (void)
{
  static const struct {
    const char *content;
    guint       field;
    const char *value;
  } CASES[] = {
    { "<v:intitule><![CDATA[A <& B]]></v:intitule>", 0, "A <& B" },
    { "<v:intitule>A<!-- x -->B<?y z?>C</v:intitule>", 0, "ABC" },
    { "<v:intitule>A &#233; &#x20AC; &lt;</v:intitule>", 0, "A é € <" },
    { "<v:intitule>A\r\nB</v:intitule>", 0, "A\nB" },
    { "<v:intitule>  A  </v:intitule>", 0, "  A  " },
    { "<v:dateDebut>\n    2021-03-31\n  </v:dateDebut>", 3, "2021-03-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GString) text = g_string_new (WRITTEN_ELSEWHERE ("@"));
      g_autoptr (GError) error = NULL;
      g_autoptr (VoletsDossier) dossier = NULL;

      g_string_replace (text, "@", CASES[i].content, 1);
      dossier = read_text (text->str, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (volets_dossier_get_call_id (dossier), ==, "snee-2021");
      g_assert_cmpstr (volets_record_get_text (
                         volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT),
                         CASES[i].field), ==, CASES[i].value);
    }
}

/* Values that the schema takes with spaces around them. */
static void
test_pretty_printed_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) dossier =
    read_text ("<dossier xmlns='urn:volets:dossier:1' version='1'><ecoles><ecole id=' e1 '>"
               "<nature>\n elementaire\n </nature><classes> 8 </classes></ecole></ecoles>"
               "<equipement><depense><prixUnitaireHT>\t12.50 </prixUnitaireHT><tauxTVA> 5.5 "
               "</tauxTVA><nonEligible> 1 </nonEligible></depense></equipement></dossier>", &error);
  VoletsRecord *school;

  g_assert_no_error (error);
  school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, 0);
  g_assert_cmpstr (volets_record_get_text (school, VOLETS_SCHOOL_ID), ==, "e1");
  g_assert_cmpstr (volets_record_get_choice (school, VOLETS_SCHOOL_KIND), ==, "elementaire");
  g_assert_cmpint (volets_record_get_number (school, VOLETS_SCHOOL_CLASSES), ==, 8);
}

static void
test_byte_order_mark (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) dossier =
    read_text ("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
               "<dossier xmlns=\"urn:volets:dossier:1\" version=\"1\"/>", &error);

  g_assert_no_error (error);
  g_assert_nonnull (dossier);
}

static void
add_field (VoletsSection section,
           guint         field,
           gpointer      user_data)
{
  const VoletsSectionInfo *info = volets_section_get_info (section);
  g_autoptr (VoletsRecordClass) klass = g_type_class_ref (info->get_type ());
  const char *element = klass->fields[field].element;
  g_autofree char *missing = g_strdup_printf ("/dossier-xml/one-missing/%s/%s", info->element,
                                              element);
  g_autofree char *alone = g_strdup_printf ("/dossier-xml/one-alone/%s/%s", info->element,
                                            element);
  Field where = { section, field };

  g_test_add_data_func_full (missing, g_memdup2 (&where, sizeof where), test_one_missing, g_free);
  g_test_add_data_func_full (alone, g_memdup2 (&where, sizeof where), test_one_alone, g_free);
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) examples = NULL;

  g_test_init (&argc, &argv, NULL);

  examples = volets_test_list_files ("data/examples", ".volets");
  for (guint i = 0; examples[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/dossier-xml/example/%s", examples[i]);

      g_test_add_data_func (path, examples[i], test_example);
    }
  g_test_add_func ("/dossier-xml/every-field-comes-back", test_every_field);
  g_test_add_func ("/dossier-xml/every-field-is-in-the-file", test_every_field_is_in_the_file);
  g_test_add_func ("/dossier-xml/xmllint-agrees", test_xmllint_agrees);
  g_test_add_func ("/dossier-xml/every-choice-comes-back", test_every_choice);
  g_test_add_func ("/dossier-xml/largest-and-smallest-come-back", test_largest_and_smallest);
  g_test_add_func ("/dossier-xml/an-empty-dossier-is-a-file", test_empty);
  g_test_add_func ("/dossier-xml/rows-without-answers-are-kept", test_empty_rows_are_kept);
  g_test_add_func ("/dossier-xml/written-by-another-program", test_written_elsewhere);
  g_test_add_func ("/dossier-xml/pretty-printed-values", test_pretty_printed_values);
  g_test_add_func ("/dossier-xml/byte-order-mark", test_byte_order_mark);
  volets_test_foreach_field (add_field, NULL);

  return g_test_run ();
}
