/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/review.h"

#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/filing-xml.h"
#include "support/changes.h"
#include "support/reviewed.h"
#include "support/samples.h"

/* Answers that no error is said of, however they were typed: the schema must not be stricter. */
static const char *const PASSABLE[] = {
  "demandeur/siret=218 401 370 00018",
  "demandeur/siret=218\u00a0401\u00a0370\u00a000018",
  "demandeur/siret=218.401.370.00018",
  "demandeur/codePostal=84 110",
  "demandeur/courriel= mairie@commune.example ",
  "demandeur/courriel=MAIRIE+x@Commune.Example",
  "demandeur/telephone=  ",
  "demandeur/iban=  ",
  "projet/notes= \n ",
  "seance/president= ",
  "services/produit=  |services/fournisseur=\t",
  "accompagnement/ien= |accompagnement/projet=\n",
  "ecoles[1]/uai=0849001c",
  "equipement[1]/portee=projet",
  "equipement[1]/motif= ",
  "formations[1]/formateur= ",
  "communes[1]/nom= Vaison ",
  "ecoles[1]/commune=84 137",
};

static void
test_passable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PASSABLE); i++)
    {
      VoletsDossier *dossier = volets_test_load_example (VOLETS_TEST_EXAMPLE);
      g_auto (VoletsTestReview) review = { 0 };
      g_autoptr (GBytes) filing = NULL;
      g_autoptr (GError) error = NULL;

      volets_test_change (dossier, PASSABLE[i]);
      volets_test_review_init (&review, dossier, "snee-2021", VOLETS_TEST_TODAY);
      g_assert_cmpuint (volets_review_count (review.findings, VOLETS_SEVERITY_ERROR), ==, 0);
      filing = volets_filing_write (dossier, review.subsidy, &error);
      g_assert_no_error (error);
    }
}

static void
test_example (gconstpointer data)
{
  g_auto (VoletsTestReview) review = { 0 };
  g_autofree char *all = NULL;

  volets_test_review_init (&review, volets_test_load_example (data), "snee-2021",
                           VOLETS_TEST_TODAY);
  all = volets_test_review_describe (&review);
  if (volets_review_count (review.findings, VOLETS_SEVERITY_ERROR) > 0)
    g_error ("%s", all);
  volets_test_review_assert_well_formed (&review);
}

static void
test_empty (gconstpointer data)
{
  g_auto (VoletsTestReview) review = { 0 };

  volets_test_review_init (&review, volets_dossier_new (data), data, VOLETS_TEST_TODAY);
  g_assert_cmpuint (volets_review_count (review.findings, VOLETS_SEVERITY_ERROR), >, 10);
  volets_test_review_assert_well_formed (&review);
}

/* Rows without any answer, in every list. */
static void
test_empty_rows (gconstpointer data)
{
  VoletsDossier *dossier = volets_dossier_new (data);
  g_auto (VoletsTestReview) review = { 0 };

  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      if (volets_section_get_info (i)->row_element != NULL)
        volets_dossier_append (dossier, i);
    }
  volets_test_review_init (&review, dossier, data, VOLETS_TEST_TODAY);
  volets_test_review_assert_well_formed (&review);
}

/* Every field with some text, none of them right. */
static void
test_full_of_nonsense (gconstpointer data)
{
  g_auto (VoletsTestReview) review = { 0 };

  volets_test_review_init (&review, volets_test_new_full_dossier (), data, VOLETS_TEST_TODAY);
  g_assert_nonnull (volets_test_review_find (&review, "siret-invalide", "demandeur/siret"));
  volets_test_review_assert_well_formed (&review);
}

/* The same from an object that was edited as from one that was read, and each time it is asked. */
static void
test_pure (void)
{
  VoletsDossier *edited = volets_test_load_example (VOLETS_TEST_EXAMPLE);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (VoletsTestReview) first = { 0 };
  g_auto (VoletsTestReview) second = { 0 };
  g_auto (VoletsTestReview) third = { 0 };
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;
  g_autofree char *third_text = NULL;

  volets_test_change (edited, "ecoles[1]/uai=0849002D|demandeur/siret=1|equipement[2]/ecole=e9");
  bytes = volets_dossier_write (edited);
  volets_test_review_init (&first, edited, "snee-2021", VOLETS_TEST_TODAY);
  volets_test_review_init (&second, volets_dossier_read (bytes, NULL, NULL), "snee-2021",
                           VOLETS_TEST_TODAY);
  volets_test_review_init (&third, g_object_ref (edited), "snee-2021", VOLETS_TEST_TODAY);
  first_text = volets_test_review_describe (&first);
  second_text = volets_test_review_describe (&second);
  third_text = volets_test_review_describe (&third);
  g_assert_cmpstr (first_text, ==, second_text);
  g_assert_cmpstr (first_text, ==, third_text);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char    *name;
    GTestDataFunc  test;
  } CALL_TESTS[] = {
    { "empty-dossier", test_empty },
    { "empty-rows", test_empty_rows },
    { "full-of-nonsense", test_full_of_nonsense },
  };
  g_auto (GStrv) calls = volets_call_store_list ();
  g_auto (GStrv) examples = NULL;

  g_test_init (&argc, &argv, NULL);

  examples = volets_test_list_files ("data/examples", ".volets");
  for (guint i = 0; examples[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/review/example-has-no-error/%s", examples[i]);

      g_test_add_data_func (path, examples[i], test_example);
    }
  for (guint i = 0; calls[i] != NULL; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (CALL_TESTS); j++)
        {
          g_autofree char *path = g_strdup_printf ("/review/%s/%s", CALL_TESTS[j].name, calls[i]);

          g_test_add_data_func (path, calls[i], CALL_TESTS[j].test);
        }
    }
  g_test_add_func ("/review/passable-answers-can-be-filed", test_passable);
  g_test_add_func ("/review/pure", test_pure);

  return g_test_run ();
}
