/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/field-choices.h"
#include "engine/field-text.h"
#include "engine/project.h"
#include "engine/school.h"

static void
assert_read (VoletsRecord *record,
             guint         field,
             const char   *typed,
             const char   *shown)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  volets_field_text_read (record, field, typed, &error);
  g_assert_no_error (error);
  text = volets_field_text_write (record, field);
  g_assert_cmpstr (text, ==, shown);
}

static void
assert_refused (VoletsRecord *record,
                guint         field,
                const char   *typed)
{
  g_autofree char *before = volets_field_text_write (record, field);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (volets_field_text_read (record, field, typed, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = volets_field_text_write (record, field);
  g_assert_cmpstr (before, ==, after);
}

static void
test_amounts_and_numbers_as_people_type_them (void)
{
  g_autoptr (VoletsRecord) line = g_object_new (VOLETS_TYPE_EXPENSE, NULL);

  assert_read (line, VOLETS_EXPENSE_UNIT_PRICE, "1234.5", "1\u202f234,50");
  assert_read (line, VOLETS_EXPENSE_UNIT_PRICE, " 1 234,56 € ", "1\u202f234,56");
  assert_read (line, VOLETS_EXPENSE_VAT_RATE, "5,5 %", "5,5");
  assert_read (line, VOLETS_EXPENSE_QUANTITY, "1 500", "1\u202f500");
  assert_read (line, VOLETS_EXPENSE_QUANTITY, "", "");
  g_assert_cmpint (volets_record_get_number (line, VOLETS_EXPENSE_QUANTITY), ==, VOLETS_UNSET);

  /* What is wrong changes nothing: the last right value keeps counting. */
  assert_refused (line, VOLETS_EXPENSE_UNIT_PRICE, "12 50");
  assert_refused (line, VOLETS_EXPENSE_UNIT_PRICE, "99999999999");
  assert_refused (line, VOLETS_EXPENSE_VAT_RATE, "101");
  assert_refused (line, VOLETS_EXPENSE_QUANTITY, "1,5");
  assert_refused (line, VOLETS_EXPENSE_QUANTITY, "1000000");
  assert_refused (line, VOLETS_EXPENSE_QUANTITY, "beaucoup");
}

static void
assert_told (VoletsRecord *record,
             guint         field,
             const char   *typed,
             const char   *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (volets_field_text_read (record, field, typed, &error));
  g_assert_cmpstr (error->message, ==, sentence);
}

/* What to do about a wrong answer is right for its kind, and would be taken. */
static void
test_what_to_write_instead (void)
{
  g_autoptr (VoletsRecord) line = g_object_new (VOLETS_TYPE_EXPENSE, NULL);
  g_autoptr (VoletsRecord) school = g_object_new (VOLETS_TYPE_SCHOOL, NULL);

  assert_told (school, VOLETS_SCHOOL_CLASSES, "abc",
               "« abc » n’est pas un nombre entier ; écrivez par exemple 12.");
  assert_read (school, VOLETS_SCHOOL_CLASSES, "12", "12");
  assert_told (school, VOLETS_SCHOOL_CLASSES, "1,5",
               "« 1,5 » n’est pas un nombre entier ; écrivez par exemple 12.");
  assert_told (school, VOLETS_SCHOOL_CLASSES, "-3",
               "« -3 » est négatif ; saisissez un nombre positif ou nul.");
  assert_told (school, VOLETS_SCHOOL_CLASSES, "1000000",
               "« 1000000 » est trop grand ; il faut 999\u202f999 au plus.");
  assert_read (school, VOLETS_SCHOOL_CLASSES, "999 999", "999\u202f999");
  assert_told (school, VOLETS_SCHOOL_CLASSES, "99999999999999999999",
               "« 99999999999999999999 » est trop grand ; il faut 999\u202f999 au plus.");

  assert_told (line, VOLETS_EXPENSE_VAT_RATE, "vingt",
               "« vingt » n’est pas un taux ; écrivez par exemple 5,5.");
  assert_read (line, VOLETS_EXPENSE_VAT_RATE, "5,5", "5,5");
  assert_told (line, VOLETS_EXPENSE_VAT_RATE, "5,555",
               "« 5,555 » a trop de chiffres après la virgule ; arrondissez au centième.");
  assert_told (line, VOLETS_EXPENSE_VAT_RATE, "101",
               "« 101 » est trop grand ; il faut 100\u00a0% au plus.");
  assert_told (line, VOLETS_EXPENSE_UNIT_PRICE, "99999999999",
               "« 99999999999 » est trop grand ; il faut "
               "9\u202f999\u202f999\u202f999,99\u00a0€ au plus.");
  assert_read (line, VOLETS_EXPENSE_UNIT_PRICE, "9999999999,99",
               "9\u202f999\u202f999\u202f999,99");

  assert_told (school, VOLETS_SCHOOL_SECTOR, "mixte",
               "« mixte » n’est pas de ceux que l’on peut choisir, qui sont public et privé.");
  assert_told (line, VOLETS_EXPENSE_INELIGIBLE, "peut-être",
               "« peut-être » n’est ni oui ni non ; écrivez l’un ou l’autre.");
}

static void
test_dates_in_the_ways_they_are_written (void)
{
  g_autoptr (VoletsRecord) project = g_object_new (VOLETS_TYPE_PROJECT, NULL);
  static const char *const WAYS[] = {
    "31/03/2021", "31/3/2021", "31.03.21", "31 03 2021", "31-3-21", "2021-03-31", " 31/03/2021 ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (WAYS); i++)
    {
      volets_record_set_text (project, VOLETS_PROJECT_START_DATE, NULL);
      assert_read (project, VOLETS_PROJECT_START_DATE, WAYS[i], "31/03/2021");
      g_assert_cmpstr (volets_record_get_text (project, VOLETS_PROJECT_START_DATE), ==,
                       "2021-03-31");
    }
  assert_refused (project, VOLETS_PROJECT_START_DATE, "30/02/2021");
  assert_refused (project, VOLETS_PROJECT_START_DATE, "03/2021");

  /* A digit that is missing is no year of the Middle Ages. */
  assert_refused (project, VOLETS_PROJECT_START_DATE, "31/03/202");
  assert_refused (project, VOLETS_PROJECT_START_DATE, "31/03/1");
  assert_refused (project, VOLETS_PROJECT_START_DATE, "31/03/20211");
  assert_refused (project, VOLETS_PROJECT_START_DATE, "demain");
}

static void
test_choices_by_their_words (void)
{
  g_autoptr (VoletsRecord) school = g_object_new (VOLETS_TYPE_SCHOOL, NULL);

  assert_read (school, VOLETS_SCHOOL_KIND, "Élémentaire", "élémentaire");
  assert_read (school, VOLETS_SCHOOL_KIND, "elementaire", "élémentaire");
  assert_read (school, VOLETS_SCHOOL_SECTOR, "PUBLIQUE", "public");
  assert_read (school, VOLETS_SCHOOL_SECTOR, "privée", "privé");
  assert_read (school, VOLETS_SCHOOL_KIND, "", "");
  assert_refused (school, VOLETS_SCHOOL_KIND, "collège");
  assert_refused (school, VOLETS_SCHOOL_KIND, "maternelle et élémentaire");
}

/* A page that was pasted into the wrong field is not repeated in the sentence under it. */
static void
test_a_long_text_is_not_cited_whole (void)
{
  const struct {
    GType type;
    guint field;
    char  fill;
  } FIELDS[] = {
    { VOLETS_TYPE_PROJECT, VOLETS_PROJECT_START_DATE, 'x' },
    { VOLETS_TYPE_SCHOOL, VOLETS_SCHOOL_KIND, 'x' },
    { VOLETS_TYPE_SCHOOL, VOLETS_SCHOOL_CLASSES, 'x' },
    { VOLETS_TYPE_SCHOOL, VOLETS_SCHOOL_CLASSES, '9' },
    { VOLETS_TYPE_EXPENSE, VOLETS_EXPENSE_UNIT_PRICE, '-' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      g_autoptr (VoletsRecord) record = g_object_new (FIELDS[i].type, NULL);
      g_autofree char *page = g_strnfill (10000, FIELDS[i].fill);
      g_autoptr (GError) error = NULL;

      g_assert_false (volets_field_text_read (record, FIELDS[i].field, page, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), <, 300);
    }
}

static void
test_an_expense_is_for_the_project_or_for_one_school (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  VoletsRecord *school = volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);
  VoletsRecord *line = volets_dossier_append (dossier, VOLETS_SECTION_EQUIPMENT);
  g_autoptr (VoletsFieldChoices) choices = NULL;

  volets_record_set_text (school, VOLETS_SCHOOL_ID, "e1");
  volets_record_set_text (school, VOLETS_SCHOOL_NAME, "Les Lucioles");
  choices = volets_field_choices_new (dossier, VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_SCOPE);

  g_assert_cmpuint (volets_field_choices_get_selected (choices, line), ==, 0);
  g_assert_cmpstr (volets_field_choices_get_labels (choices)[1], ==, "Tout le projet");
  g_assert_cmpstr (volets_field_choices_get_labels (choices)[2], ==, "Les Lucioles");
  g_assert_null (volets_field_choices_get_labels (choices)[3]);

  volets_field_choices_select (choices, line, 2);
  g_assert_cmpint (volets_record_get_number (line, VOLETS_EXPENSE_SCOPE), ==,
                   VOLETS_EXPENSE_SCOPE_SCHOOL);
  g_assert_cmpstr (volets_record_get_text (line, VOLETS_EXPENSE_SCHOOL), ==, "e1");
  g_assert_cmpuint (volets_field_choices_get_selected (choices, line), ==, 2);

  volets_field_choices_select (choices, line, 1);
  g_assert_null (volets_record_get_text (line, VOLETS_EXPENSE_SCHOOL));
  g_assert_cmpuint (volets_field_choices_get_selected (choices, line), ==, 1);
}

static void
test_a_commune_is_chosen_however_its_code_is_typed (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  VoletsRecord *commune = volets_dossier_append (dossier, VOLETS_SECTION_COMMUNES);
  VoletsRecord *school = volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);
  g_autoptr (VoletsFieldChoices) choices = NULL;

  volets_record_set_text (commune, VOLETS_COMMUNE_INSEE, "84 137");
  volets_record_set_text (school, VOLETS_SCHOOL_COMMUNE, "84137");
  choices = volets_field_choices_new (dossier, VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_COMMUNE);
  g_assert_cmpuint (volets_field_choices_get_selected (choices, school), ==, 1);

  volets_record_set_text (school, VOLETS_SCHOOL_COMMUNE, "84.137");
  g_assert_cmpuint (volets_field_choices_get_selected (choices, school), ==, 1);
  volets_record_set_text (school, VOLETS_SCHOOL_COMMUNE, "84138");
  g_assert_cmpuint (volets_field_choices_get_selected (choices, school), ==, 0);
}

static void
test_families_are_those_of_the_volet (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_autoptr (VoletsFieldChoices) equipment =
    volets_field_choices_new (dossier, VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_FAMILY);
  g_autoptr (VoletsFieldChoices) services =
    volets_field_choices_new (dossier, VOLETS_SECTION_SERVICE_LINES, VOLETS_EXPENSE_FAMILY);

  g_assert_cmpuint (g_strv_length ((GStrv) volets_field_choices_get_labels (equipment)), ==, 5);
  g_assert_cmpuint (g_strv_length ((GStrv) volets_field_choices_get_labels (services)), ==, 3);
}

static void
test_a_school_is_in_a_commune_of_the_application (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  VoletsRecord *commune = volets_dossier_append (dossier, VOLETS_SECTION_COMMUNES);
  VoletsRecord *school = volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);
  g_autoptr (VoletsFieldChoices) choices = NULL;

  volets_record_set_text (commune, VOLETS_COMMUNE_INSEE, "84137");
  choices = volets_field_choices_new (dossier, VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_COMMUNE);
  volets_field_choices_select (choices, school, 1);
  g_assert_cmpstr (volets_record_get_text (school, VOLETS_SCHOOL_COMMUNE), ==, "84137");

  /* A commune that is not of the application any more is no choice, but stays what was typed. */
  volets_record_set_text (school, VOLETS_SCHOOL_COMMUNE, "99999");
  g_assert_cmpuint (volets_field_choices_get_selected (choices, school), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-text/amounts-and-numbers-as-people-type-them",
                   test_amounts_and_numbers_as_people_type_them);
  g_test_add_func ("/field-text/what-to-write-instead", test_what_to_write_instead);
  g_test_add_func ("/field-text/dates-in-the-ways-they-are-written",
                   test_dates_in_the_ways_they_are_written);
  g_test_add_func ("/field-text/choices-by-their-words", test_choices_by_their_words);
  g_test_add_func ("/field-text/a-long-text-is-not-cited-whole",
                   test_a_long_text_is_not_cited_whole);
  g_test_add_func ("/field-choices/an-expense-is-for-the-project-or-for-one-school",
                   test_an_expense_is_for_the_project_or_for_one_school);
  g_test_add_func ("/field-choices/a-commune-is-chosen-however-its-code-is-typed",
                   test_a_commune_is_chosen_however_its_code_is_typed);
  g_test_add_func ("/field-choices/families-are-those-of-the-volet",
                   test_families_are_those_of_the_volet);
  g_test_add_func ("/field-choices/a-school-is-in-a-commune-of-the-application",
                   test_a_school_is_in_a_commune_of_the_application);

  return g_test_run ();
}
