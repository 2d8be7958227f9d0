/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/limit-words.h"

#include "engine/french.h"
#include "engine/subsidy.h"
#include "support/calls.h"
#include "support/dossier-sketch.h"

#define N VOLETS_NBSP
#define F VOLETS_NNBSP

typedef struct {
  const char *call;
  const char *sketch;
  guint       volet;
  const char *expected;
} Case;

static VoletsSubsidy *
compute_sketch (const char *call_id,
                const char *sketch)
{
  g_autoptr (VoletsCall) call = volets_test_find_call (call_id);
  g_autoptr (VoletsDossier) dossier = volets_test_sketch_dossier (call_id, sketch);
  g_autoptr (GError) error = NULL;
  VoletsSubsidy *subsidy = volets_subsidy_compute (call, dossier, &error);

  g_assert_no_error (error);

  return subsidy;
}

/* Who shows a sentence sets its punctuation: what is compared is what is seen. */
static void
assert_seen (const char *sentence,
             const char *expected)
{
  g_autofree char *seen = volets_french_typeset (sentence);

  g_assert_cmpstr (seen, ==, expected);
}

static void
assert_volets (const Case *cases,
               gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (VoletsSubsidy) subsidy = compute_sketch (cases[i].call, cases[i].sketch);
      g_autofree char *sentence =
        volets_volet_result_explain (g_ptr_array_index (subsidy->volets, cases[i].volet));

      assert_seen (sentence, cases[i].expected);
    }
}

static void
test_room_is_told_up_to_the_nearest_ceiling (void)
{
  static const Case CASES[] = {
    { "snee-2021", "A=5/125 e:A1=16250", 0,
      "1" F "250,00" N "€ de dépense encore finançable avant le plafond par classe." },
    { "snee-2021", "A=5/125 e:A1=17499.99", 0,
      "0,01" N "€ de dépense encore finançable avant le plafond par classe." },
    { "snee-2021", "A=400/9000 e:A1=999000", 0,
      "1" F "000,00" N "€ de dépense encore finançable avant le plafond par commune." },
    { "snee-2021", "A=5/125 e:A1=1 s:A1=1000", 1,
      "1" F "500,00" N "€ de dépense encore finançable avant le plafond par élève." },
    { "snee-2021", "A=5/125 e:A1=17500", 0, "Le plafond par classe est atteint exactement." },
    { "snee-2021", "A=0/0", 0,
      "Le plafond par classe est de 0,00" N "€" N ": il n’y a pas encore de classe à compter." },
    { "snee-2021", "A=5/0", 1,
      "Le plafond par élève est de 0,00" N "€" N ": il n’y a pas encore d’élève à compter." },
    { "tne-86-2022", "A=5/125 e:A1=17500", 0, "Aucun plafond ne limite la dépense." },
    { "enir-2017", "A=5/125 e:A1=6000", 0, "Aucun plafond ne limite la dépense." },
    { "snee-2021", "A=5/125 e:A1=1", 2, "Ce volet ne donne pas de subvention au demandeur." },
  };

  assert_volets (CASES, G_N_ELEMENTS (CASES));
}

static void
test_what_is_cut_agrees_with_its_amount (void)
{
  static const Case CASES[] = {
    { "snee-2021", "A=5/125 e:A1=20000", 0,
      "2" F "500,00" N "€ de dépense dépassent le plafond par classe et ne sont pas retenus." },
    { "snee-2021", "A=5/125 e:A1=17502", 0,
      "2,00" N "€ de dépense dépassent le plafond par classe et ne sont pas retenus." },
    { "snee-2021", "A=5/125 e:A1=17501.99", 0,
      "1,99" N "€ de dépense dépasse le plafond par classe et n’est pas retenu." },
    { "snee-2021", "A=5/125 e:A1=17500.01", 0,
      "0,01" N "€ de dépense dépasse le plafond par classe et n’est pas retenu." },
    { "snee-2021", "A=5/125 s:A1=2600", 1,
      "2" F "600,00" N "€ de dépense dépassent le plafond par élève et ne sont pas retenus." },
    { "snee-2021", "A=300/7500 e:A1=1100000", 0,
      "50" F "000,00" N "€ de dépense dépassent le plafond par commune et ne sont pas retenus." },
    { "enir-2017", "A=1/20 e:A1=15000", 0,
      "500,00" N "€ de subvention dépassent le plafond par école, sur la subvention et ne sont pas "
      "retenus." },
    { "enir-2017", "A=1/20 e:A1=3000", 0,
      "Rien n’est versé sous le plancher par école, sur la subvention" N ": 1" F "500,00" N
      "€ de subvention sont perdus." },
    { "enir-2017", "A=1/20 e:A1=3", 0,
      "Rien n’est versé sous le plancher par école, sur la subvention" N ": 1,50" N
      "€ de subvention est perdu." },
    { "essai-planchers", "A=1/20 e:A1=999", 0,
      "Rien n’est versé sous le plancher par école" N ": 499,50" N "€ de subvention sont perdus." },
  };

  assert_volets (CASES, G_N_ELEMENTS (CASES));
}

static void
test_several_places_are_counted (void)
{
  static const Case CASES[] = {
    { "snee-2021", "A=2/40 B=3/60 e:A1=8000 e:B1=9000", 0,
      "Un plafond est dépassé dans 1 des 2 communes." },
    { "snee-2021", "A=2/40 B=3/60 e:A1=8000 e:B1=90000", 0,
      "Un plafond est dépassé dans 2 des 2 communes." },
    { "snee-2021", "A=2/40 B=3/60 e:A1=6000 e:B1=9000", 0,
      "2" F "500,00" N "€ de dépense encore finançable avant les plafonds, dans l’ensemble des 2 "
      "communes." },
    { "enir-2017", "A=1/20,1/20,1/20 e:A1=15000 e:A2=10 e:A3=5000", 0,
      "Une limite joue dans 2 des 3 écoles." },
    { "enir-2017", "A=1/20,1/20 e:A1=5000 e:A2=5000", 0, "Aucun plafond ne limite la dépense." },
  };

  assert_volets (CASES, G_N_ELEMENTS (CASES));
}

static void
test_ceiling_wider_than_a_place_speaks_when_it_is_nearer (void)
{
  static const Case CASES[] = {
    { "essai-projet-borne", "A=20/400 e:A1=40000", 0,
      "10" F "000,00" N "€ de dépense encore finançable avant le plafond par projet." },
    { "essai-projet-borne", "A=20/400 e:A1=50000", 0,
      "Le plafond par projet est atteint exactement." },
    { "essai-projet-borne", "A=20/400 e:A1=60000", 0,
      "10" F "000,00" N "€ de dépense dépassent le plafond par projet et ne sont pas retenus." },
    { "essai-projet-borne", "A=20/400 e:A1=80000", 0,
      "20" F "000,00" N "€ de dépense dépassent le plafond par projet et ne sont pas retenus." },
    { "essai-projet-borne", "A=10/200 e:A1=30000", 0,
      "5" F "000,00" N "€ de dépense encore finançable avant le plafond par classe." },
    { "essai-projet-borne", "A=10/200 e:A1=36000", 0,
      "1" F "000,00" N "€ de dépense dépassent le plafond par classe et ne sont pas retenus." },
    { "essai-projet-borne", "A=10/200 B=10/200 e:A1=30000 e:B1=10000", 0,
      "10" F "000,00" N "€ de dépense encore finançable avant le plafond par projet." },
    { "essai-communes-bornees", "A=1/20 e:A1=5000", 0,
      "15" F "000,00" N "€ de dépense encore finançable avant le plafond par commune." },
  };

  assert_volets (CASES, G_N_ELEMENTS (CASES));
}

static void
test_place_of_a_grouping_has_a_sentence_of_its_own (void)
{
  g_autoptr (VoletsSubsidy) subsidy =
    compute_sketch ("snee-2021", "A=2/40 B=3/60 e:A1=8000 e:B1=9000");
  const VoletsVoletResult *equipment = g_ptr_array_index (subsidy->volets, 0);
  g_autofree char *first = volets_unit_result_explain (g_ptr_array_index (equipment->units, 0));
  g_autofree char *second = volets_unit_result_explain (g_ptr_array_index (equipment->units, 1));

  assert_seen (first, "1" F "000,00" N "€ de dépense dépassent le plafond par classe et ne sont "
                      "pas retenus.");
  assert_seen (second, "1" F "500,00" N "€ de dépense encore finançable avant le plafond par "
                       "classe.");
}

static void
test_limit_is_named_after_its_unit (void)
{
  static const struct {
    VoletsUnit  unit;
    gboolean    on_subsidy;
    gboolean    is_floor;
    const char *expected;
  } CASES[] = {
    { VOLETS_UNIT_CLASS, FALSE, FALSE, "plafond par classe" },
    { VOLETS_UNIT_PUPIL, FALSE, FALSE, "plafond par élève" },
    { VOLETS_UNIT_SCHOOL, TRUE, FALSE, "plafond par école, sur la subvention" },
    { VOLETS_UNIT_COMMUNE, FALSE, FALSE, "plafond par commune" },
    { VOLETS_UNIT_PROJECT, TRUE, FALSE, "plafond par projet, sur la subvention" },
    { VOLETS_UNIT_SCHOOL, TRUE, TRUE, "plancher par école, sur la subvention" },
    { VOLETS_UNIT_COMMUNE, FALSE, TRUE, "plancher par commune" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      VoletsLimit limit = { .unit = CASES[i].unit, .on_subsidy = CASES[i].on_subsidy };
      g_autofree char *name = volets_limit_name (&limit, CASES[i].is_floor);

      g_assert_cmpstr (name, ==, CASES[i].expected);
    }
}

static void
test_limit_is_multiplied_unless_there_is_one_place (void)
{
  static const struct {
    VoletsUnit  unit;
    gint64      amount;
    gint64      count;
    const char *expected;
  } CASES[] = {
    { VOLETS_UNIT_CLASS, 350000, 15,
      "15" N "classes × 3" F "500,00" N "€ = 52" F "500,00" N "€" },
    { VOLETS_UNIT_CLASS, 350000, 2, "2" N "classes × 3" F "500,00" N "€ = 7" F "000,00" N "€" },
    { VOLETS_UNIT_CLASS, 350000, 1, "1" N "classe × 3" F "500,00" N "€ = 3" F "500,00" N "€" },
    { VOLETS_UNIT_CLASS, 350000, 0, "0" N "classe × 3" F "500,00" N "€ = 0,00" N "€" },
    { VOLETS_UNIT_PUPIL, 2000, 1425,
      "1" F "425" N "élèves × 20,00" N "€ = 28" F "500,00" N "€" },
    { VOLETS_UNIT_SCHOOL, 700000, 3, "3" N "écoles × 7" F "000,00" N "€ = 21" F "000,00" N "€" },
    { VOLETS_UNIT_COMMUNE, 100000000, 1, "1" F "000" F "000,00" N "€" },
    { VOLETS_UNIT_COMMUNE, 1500000, 2,
      "2" N "communes × 15" F "000,00" N "€ = 30" F "000,00" N "€" },
    { VOLETS_UNIT_PROJECT, 5000000, 1, "50" F "000,00" N "€" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      VoletsLimit rule = { .unit = CASES[i].unit, .amount = CASES[i].amount };
      VoletsLimitResult limit = {
        .rule = &rule,
        .count = CASES[i].count,
        .limit = CASES[i].amount * CASES[i].count,
      };
      g_autofree char *described = volets_limit_describe (&limit);

      g_assert_cmpstr (described, ==, CASES[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/limit-words/room-is-told-up-to-the-nearest-ceiling",
                   test_room_is_told_up_to_the_nearest_ceiling);
  g_test_add_func ("/limit-words/what-is-cut-agrees-with-its-amount",
                   test_what_is_cut_agrees_with_its_amount);
  g_test_add_func ("/limit-words/several-places-are-counted", test_several_places_are_counted);
  g_test_add_func ("/limit-words/ceiling-wider-than-a-place-speaks-when-it-is-nearer",
                   test_ceiling_wider_than_a_place_speaks_when_it_is_nearer);
  g_test_add_func ("/limit-words/place-of-a-grouping-has-a-sentence-of-its-own",
                   test_place_of_a_grouping_has_a_sentence_of_its_own);
  g_test_add_func ("/limit-words/limit-is-named-after-its-unit",
                   test_limit_is_named_after_its_unit);
  g_test_add_func ("/limit-words/limit-is-multiplied-unless-there-is-one-place",
                   test_limit_is_multiplied_unless_there_is_one_place);

  return g_test_run ();
}
