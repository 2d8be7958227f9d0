/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/subsidy.h"

#include "engine/dossier-xml.h"
#include "engine/expense.h"
#include "engine/field.h"
#include "engine/money.h"
#include "support/calls.h"
#include "support/cases.h"
#include "support/dossier-builder.h"
#include "support/dossier-sketch.h"
#include "support/subsidy-figures.h"

static VoletsSubsidy *
compute (VoletsCall    *call,
         VoletsDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  VoletsSubsidy *subsidy = volets_subsidy_compute (call, dossier, &error);

  g_assert_no_error (error);
  g_assert_nonnull (subsidy);

  return subsidy;
}

/* « 3 500 », « 8 641,97 » */
static gint64
read_euros (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 centimes = 0;

  volets_money_parse (text, &centimes, &error);
  g_assert_no_error (error);

  return centimes;
}

static gint64
read_count (const char *text)
{
  return read_euros (text) / 100;
}

static gint64
get_volet_amount (const VoletsSubsidy *subsidy,
                  guint                index)
{
  if (index >= subsidy->volets->len)
    return 0;

  return ((const VoletsVoletResult *) g_ptr_array_index (subsidy->volets, index))->amount;
}

static void
test_one_commune (gconstpointer data)
{
  const char *const *columns = data;
  g_autoptr (VoletsCall) call = volets_test_find_call (columns[1]);
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (columns[1]);
  g_autoptr (VoletsSubsidy) subsidy = NULL;

  volets_test_add_commune (dossier, "84137");
  volets_test_add_school (dossier, "e1", "84137", VOLETS_SCHOOL_KIND_ELEMENTAIRE,
                          read_count (columns[3]), read_count (columns[5]));
  volets_test_add_expense (dossier, VOLETS_SECTION_EQUIPMENT, "e1", read_euros (columns[2]));
  volets_test_add_expense (dossier, VOLETS_SECTION_SERVICE_LINES, "e1", read_euros (columns[4]));

  subsidy = compute (call, dossier);
  g_test_message ("%s", columns[0]);
  g_assert_cmpint (get_volet_amount (subsidy, 0), ==, read_euros (columns[6]));
  g_assert_cmpint (get_volet_amount (subsidy, 1), ==, read_euros (columns[7]));
  g_assert_cmpint (subsidy->amount, ==, read_euros (columns[8]));
  g_assert_cmpint (subsidy->remainder, ==, read_euros (columns[9]));
  g_assert_cmpint (subsidy->own_share, ==, subsidy->remainder);
}

static void
test_project (gconstpointer data)
{
  const char *const *columns = data;
  g_autoptr (VoletsCall) call = volets_test_find_call (columns[0]);
  g_autoptr (VoletsDossier) dossier = volets_test_sketch_dossier (columns[0], columns[1]);
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);

  volets_test_check_figures (subsidy, columns[2]);
}

static void
test_lines_name_their_rule_and_their_place (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("snee-2021");
  g_autoptr (VoletsDossier) dossier =
    volets_test_sketch_dossier ("snee-2021", "A=60/900 B=1/20 e:A1=220000 e:B1=4000");
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);
  const VoletsVoletResult *equipment = g_ptr_array_index (subsidy->volets, 0);
  const VoletsUnitResult *unit = g_ptr_array_index (equipment->units, 0);
  const VoletsVolet *rule = g_ptr_array_index (call->volets, 0);

  g_assert_true (subsidy->call == call);
  g_assert_true (equipment->rule == rule);
  g_assert_cmpstr (unit->key, ==, "A");
  g_assert_cmpstr (unit->name, ==, "Commune A");
  for (guint i = 0; i < unit->ceilings->len; i++)
    g_assert_true (g_array_index (unit->ceilings, VoletsLimitResult, i).rule
                   == g_ptr_array_index (rule->ceilings, i));
  for (guint i = 0; i < unit->brackets->len; i++)
    g_assert_true (g_array_index (unit->brackets, VoletsBracketResult, i).rule
                   == g_ptr_array_index (rule->brackets, i));

  g_assert_true (volets_unit_result_get_binding (unit)
                 == &g_array_index (unit->ceilings, VoletsLimitResult, 0));
  g_assert_true (volets_volet_result_get_binding (equipment)
                 == volets_unit_result_get_binding (unit));
}

static void
test_floor_binds_rather_than_a_ceiling (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("enir-2017");
  g_autoptr (VoletsDossier) dossier =
    volets_test_sketch_dossier ("enir-2017", "A=1/20,1/20 e:A1=2000 e:A2=5000");
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);
  const VoletsVoletResult *project = g_ptr_array_index (subsidy->volets, 0);
  const VoletsUnitResult *first = g_ptr_array_index (project->units, 0);
  const VoletsUnitResult *second = g_ptr_array_index (project->units, 1);

  g_assert_true (volets_unit_result_get_binding (first)
                 == &g_array_index (first->floors, VoletsLimitResult, 0));
  g_assert_null (volets_unit_result_get_binding (second));
  g_assert_true (volets_volet_result_get_binding (project)
                 == volets_unit_result_get_binding (first));
}

/* Two communes would have a bracket and a ceiling each. */
static void
test_one_commune_is_one_however_its_code_is_typed (void)
{
  static const char *const TYPED[] = { "84 990", "84\u202f990", "84.990", "84990 " };
  g_autoptr (VoletsCall) call = volets_test_find_call ("snee-2021");

  for (gsize i = 0; i < G_N_ELEMENTS (TYPED); i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
      g_autoptr (VoletsSubsidy) subsidy = NULL;

      volets_test_add_commune (dossier, TYPED[i]);
      volets_test_add_commune (dossier, "84991");
      volets_test_add_school (dossier, "e1", "84990", VOLETS_SCHOOL_KIND_ELEMENTAIRE, 60, 900);
      volets_test_add_school (dossier, "e2", TYPED[i], VOLETS_SCHOOL_KIND_ELEMENTAIRE, 60, 900);
      volets_test_add_expense (dossier, VOLETS_SECTION_EQUIPMENT, "e1", 200000 * 100);
      volets_test_add_expense (dossier, VOLETS_SECTION_EQUIPMENT, "e2", 200000 * 100);
      subsidy = compute (call, dossier);

      g_assert_cmpuint (subsidy->n_communes, ==, 1);
      g_assert_cmpint (subsidy->amount, ==, (140000 + 100000) * 100);
    }
}

static void
test_subsidy_outlives_its_dossier (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("snee-2021");
  VoletsDossier *dossier = volets_test_sketch_dossier ("snee-2021", "A=5/125 e:A1=17500");
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);
  g_autoptr (VoletsSubsidy) again = volets_subsidy_ref (subsidy);

  g_assert_finalize_object (dossier);
  g_clear_pointer (&call, volets_call_unref);
  g_clear_pointer (&subsidy, volets_subsidy_unref);

  volets_test_check_figures (again, "amount=12250.00 equipement/A.ceiling1.limit=17500.00");
  g_assert_cmpstr (again->call->id, ==, "snee-2021");
}

static void
test_computing_changes_neither_call_nor_dossier (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("snee-2021");
  g_autoptr (VoletsDossier) dossier =
    volets_test_sketch_dossier ("snee-2021", "A=5/125 B=2/30m,3/60? e:*=70000@20 s:A1=99 public=5");
  g_autoptr (GBytes) before = volets_dossier_write (dossier);
  g_autoptr (VoletsSubsidy) first = compute (call, dossier);
  g_autoptr (VoletsSubsidy) second = compute (call, dossier);
  g_autoptr (GBytes) after = volets_dossier_write (dossier);

  g_assert_true (volets_test_same_figures (first, second));
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_rows_without_any_answer_count_for_nothing (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("snee-2021");
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_autoptr (VoletsSubsidy) subsidy = NULL;

  for (VoletsSection section = 0; section < VOLETS_N_SECTIONS; section++)
    {
      if (volets_section_get_info (section)->row_element == NULL)
        continue;
      volets_dossier_append (dossier, section);
      volets_dossier_append (dossier, section);
    }

  subsidy = compute (call, dossier);
  volets_test_check_figures (subsidy, "schools=2 classes=0 declared=0.00 amount=0.00 own=0.00");
}

/* The law asks for a share of public money, whatever the call does not say. */
static void
test_call_without_own_share_only_refuses_too_much (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("essai-projet-borne");
  g_autoptr (VoletsDossier) dossier =
    volets_test_sketch_dossier ("essai-projet-borne", "A=1/20 e:A1=100 public=30");
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);
  g_autoptr (VoletsSubsidy) too_much = NULL;

  volets_test_check_figures (subsidy, "own=0.00 own-needed=0.00 own-enough=1");
  volets_test_add_funder (dossier, VOLETS_FUNDER_KIND_PRIVATE, 1);
  too_much = compute (call, dossier);
  volets_test_check_figures (too_much, "own=-0.01 own-needed=0.00 own-enough=0");
}

static void
assert_overflow (const char    *call_id,
                 VoletsDossier *dossier)
{
  g_autoptr (VoletsCall) call = volets_test_find_call (call_id);
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_subsidy_compute (call, dossier, &error));
  g_assert_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_OVERFLOW);
}

static VoletsRecord *
add_huge_line (VoletsDossier *dossier,
               VoletsSection  section)
{
  VoletsRecord *line = volets_test_add_expense (dossier, section, "e1", VOLETS_AMOUNT_MAX);

  volets_record_set_number (line, VOLETS_EXPENSE_QUANTITY, VOLETS_COUNT_MAX);

  return line;
}

static void
test_one_line_of_everything_still_fits (void)
{
  static const char *const CALLS[] = { "snee-2021", "enir-2017", "tne-86-2022", "detr-78-2017" };

  for (gsize i = 0; i < G_N_ELEMENTS (CALLS); i++)
    {
      g_autoptr (VoletsCall) call = volets_test_find_call (CALLS[i]);
      g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALLS[i]);
      g_autoptr (VoletsSubsidy) subsidy = NULL;
      VoletsRecord *line;

      volets_test_add_commune (dossier, "84137");
      volets_test_add_school (dossier, "e1", "84137", VOLETS_SCHOOL_KIND_PRIMAIRE,
                              VOLETS_COUNT_MAX, VOLETS_COUNT_MAX);
      line = add_huge_line (dossier, VOLETS_SECTION_EQUIPMENT);
      volets_record_set_number (line, VOLETS_EXPENSE_VAT_RATE, VOLETS_RATE_UNIT);

      subsidy = compute (call, dossier);
      g_assert_cmpint (subsidy->declared_amounts.including_tax, ==,
                       2 * VOLETS_AMOUNT_MAX * VOLETS_COUNT_MAX);
    }
}

static void
test_what_cannot_be_counted_is_said_not_wrapped (void)
{
  static const char *const CALLS[] = {
    "snee-2021", "enir-2017", "tne-86-2022", "detr-78-2017", "essai-bareme-entier",
    "essai-communes-bornees", "essai-ecole-par-ecole", "essai-planchers", "essai-projet-borne",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CALLS); i++)
    {
      g_autoptr (VoletsDossier) equipment = volets_dossier_new (CALLS[i]);
      g_autoptr (VoletsDossier) services = volets_dossier_new (CALLS[i]);
      g_autoptr (VoletsDossier) both = volets_dossier_new (CALLS[i]);

      for (guint j = 0; j < 10; j++)
        {
          add_huge_line (equipment, VOLETS_SECTION_EQUIPMENT);
          add_huge_line (services, VOLETS_SECTION_SERVICE_LINES);
        }
      for (guint j = 0; j < 5; j++)
        {
          add_huge_line (both, VOLETS_SECTION_EQUIPMENT);
          add_huge_line (both, VOLETS_SECTION_SERVICE_LINES);
        }
      assert_overflow (CALLS[i], equipment);
      assert_overflow (CALLS[i], services);
      assert_overflow (CALLS[i], both);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  volets_test_add_cases ("/subsidy/one-commune", "subsidy.tsv", 10, test_one_commune);
  volets_test_add_cases ("/subsidy/project", "subsidy-projects.tsv", 3, test_project);
  g_test_add_func ("/subsidy/lines-name-their-rule-and-their-place",
                   test_lines_name_their_rule_and_their_place);
  g_test_add_func ("/subsidy/floor-binds-rather-than-a-ceiling",
                   test_floor_binds_rather_than_a_ceiling);
  g_test_add_func ("/subsidy/one-commune-is-one-however-its-code-is-typed",
                   test_one_commune_is_one_however_its_code_is_typed);
  g_test_add_func ("/subsidy/subsidy-outlives-its-dossier", test_subsidy_outlives_its_dossier);
  g_test_add_func ("/subsidy/computing-changes-neither-call-nor-dossier",
                   test_computing_changes_neither_call_nor_dossier);
  g_test_add_func ("/subsidy/rows-without-any-answer-count-for-nothing",
                   test_rows_without_any_answer_count_for_nothing);
  g_test_add_func ("/subsidy/call-without-own-share-only-refuses-too-much",
                   test_call_without_own_share_only_refuses_too_much);
  g_test_add_func ("/subsidy/one-line-of-everything-still-fits",
                   test_one_line_of_everything_still_fits);
  g_test_add_func ("/subsidy/what-cannot-be-counted-is-said-not-wrapped",
                   test_what_cannot_be_counted_is_said_not_wrapped);

  return g_test_run ();
}
