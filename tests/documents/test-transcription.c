/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "act.h"
#include "documents/exports.h"
#include "documents/transcription.h"
#include "engine/applicant.h"
#include "engine/call-store.h"
#include "engine/commune.h"
#include "engine/project.h"
#include "engine/school.h"

#define DAY "2021-03-15"
#define N_SCHOOLS 300

static Pdf *
print (Act *paper)
{
  g_autoptr (VoletsDocument) sheet = NULL;

  act_compute (paper);
  sheet = volets_transcription_new (paper->dossier, paper->subsidy, DAY);
  return reader_print (sheet);
}

/* Both without spaces, since a page breaks lines where its cells do. */
static void
assert_holds (const char *flat_text,
              const char *wanted)
{
  g_autofree char *flat = reader_squeeze (wanted);

  if (strstr (flat_text, flat) == NULL)
    g_error ("the sheet does not hold « %s »", wanted);
}

/* What a file of a dossier says, as somebody types it. */
typedef struct {
  const char *flat_text;
  guint       n_answers;
} Search;

static void
search_cb (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              user_data,
           GError              **error)
{
  static const char *const ELSEWHERE[] = {
    "nature", "secteur", "famille", "portee", "forme", "etat", "attestation", "nonEligible",
    "pris", "reference", "modalite", "ecole", "commune", "notes", NULL,
  };
  Search *search = user_data;
  g_autofree char *answer = g_strstrip (g_strndup (text, length));

  if (*answer == '\0'
      || g_strv_contains (ELSEWHERE, g_markup_parse_context_get_element (context)))
    return;

  if (g_regex_match_simple ("^\\d+\\.\\d+$", answer, 0, 0))
    g_strdelimit (answer, ".", ',');
  else if (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d$", answer, 0, 0))
    {
      g_autofree char *date = g_strdup_printf ("%.2s/%.2s/%.4s", answer + 8, answer + 5, answer);

      g_free (answer);
      answer = g_steal_pointer (&date);
    }
  assert_holds (search->flat_text, answer);
  search->n_answers++;
}

static void
test_every_answer_is_there (gconstpointer name)
{
  const GMarkupParser parser = { .text = search_cb };
  g_autofree char *file = g_strconcat (name, ".volets", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", file, NULL);
  g_autofree char *dossier = NULL;
  g_auto (Act) paper = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  Search search = { 0 };

  g_file_get_contents (path, &dossier, NULL, &error);
  g_assert_no_error (error);
  act_load (&paper, name);
  pdf = print (&paper);
  pages = reader_get_text (pdf);
  text = reader_squeeze (pages);
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);

  search.flat_text = text;
  context = g_markup_parse_context_new (&parser, 0, &search, NULL);
  g_markup_parse_context_parse (context, dossier, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (search.n_answers, >, 50);
}

/* References and choices are what people call them. */
static void
test_names_stand_for_references (void)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;

  act_load (&paper, "vaison-la-romaine");
  pdf = print (&paper);
  pages = reader_get_text (pdf);
  text = reader_squeeze (pages);
  assert_holds (text, "Commune de l’école Vaison-la-Romaine");
  assert_holds (text, "École de la dépense École primaire du Pont");
  assert_holds (text, "Modalité Achat d’un service ENT du premier degré");
  assert_holds (text, "Portée tout le projet");
  assert_holds (text, "Attestation fiscale et sociale oui");
  assert_holds (text, "Subvention demandée en tout 38250,00 calculé");
  assert_holds (text, "Délibération du conseil à joindre, manque");
}

static void
test_the_order_is_that_of_the_form (void)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;

  act_load_form (&paper);
  pdf = print (&paper);
  pages = reader_get_text (pdf);
  text = reader_squeeze (pages);
  reader_assert_in_order (text, WORDS (
    "NuméroSIRET20006812000019prérempli", "VousêtesUnEPCIàfiscalitépropreprérempli",
    "EPCI29,puis200068120prérempli", "Communeduprojet29000Quimperprérempli",
    "J’attesteêtreàjourouiprérempli", "Début01/09/2021prérempli", "Vosécolessurlacarte",
    "Écoles1sur2:ÉcoledesTilleuls", "UAI0299001Bàlamain", "Élèves120prérempli",
    "Écoles2sur2:ÉcoleduPort", "UAI0299002Càlamain", "Dépenses1sur2:Écraninteractif",
    "TauxdeTVA20prérempli", "MontantTTC7407.36prérempli", "TauxdeTVA5.5prérempli",
    "Subventiondemandée6223.65prérempli", "Nombredeclasses7prérempli",
    "DélibérationLapiècen’estpasencoredansledossier.àjoindre,manque", "Devisfacultatif"));
}

/* French typography would curl the apostrophe and make the spaces of « » ones that do not break. */
static void
test_an_answer_stands_as_it_was_typed (void)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  act_load_form (&paper);
  pdf = print (&paper);
  text = reader_get_text (pdf);
  g_assert_nonnull (strstr (text, "d’« écrans » ; à 70 % : l'essentiel."));
}

static void
test_what_is_wrong_or_missing_is_said (void)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;
  VoletsRecord *applicant;

  act_load_form (&paper);
  applicant = volets_dossier_get_record (paper.dossier, VOLETS_SECTION_APPLICANT);
  volets_record_set_text (applicant, VOLETS_APPLICANT_SIRET, NULL);
  volets_record_set_text (applicant, VOLETS_APPLICANT_EMAIL, "contact");
  pdf = print (&paper);
  pages = reader_get_text (pdf);
  text = reader_squeeze (pages);
  assert_holds (text, "Le contrôle du dossier trouve encore 2 erreurs");
  assert_holds (text, "Numéro SIRET « SIRET » est à renseigner.");

  /* Once in the words that explain them, once beside each answer: the EPCI is the SIRET's too. */
  g_assert_cmpuint (reader_count (text, "àcompléter"), ==, 3);
  g_assert_cmpuint (reader_count (text, "àcorriger"), ==, 2);
}

/* No block begins on one page and ends on the next, however many there are. */
static void
test_schools_are_whole_blocks (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_auto (Act) paper = { .dossier = g_object_ref (dossier) };
  g_autoptr (Pdf) pdf = NULL;
  guint n_found = 0;

  paper.call = volets_call_store_find ("snee-2021");
  for (guint i = 0; i < N_SCHOOLS; i++)
    {
      VoletsRecord *school = volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *name = g_strdup_printf ("École numéro %u.", i + 1);

      volets_record_set_text (school, VOLETS_SCHOOL_ID, id);
      volets_record_set_text (school, VOLETS_SCHOOL_NAME, name);
      volets_record_set_number (school, VOLETS_SCHOOL_PUPILS, 100000 + i);
    }

  pdf = print (&paper);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autofree char *page = reader_get_page_text (pdf, i);
      g_autofree char *text = reader_squeeze (page);
      guint n_begun = reader_count (text, "sur300:Écolenuméro");

      if (n_begun > 0)
        g_assert_nonnull (strstr (text, "FaitQuestionRéponseàsaisirRemarque"));
      for (guint j = 0; j < n_begun; j++, n_found++)
        {
          g_autofree char *title = g_strdup_printf ("Écolenuméro%u.", n_found + 1);
          g_autofree char *pupils = g_strdup_printf ("%u", 100000 + n_found);

          g_assert_nonnull (strstr (text, title));
          g_assert_nonnull (strstr (text, pupils));
        }
    }
  g_assert_cmpuint (n_found, ==, N_SCHOOLS);
}

static void
test_same_answers_same_bytes (void)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  act_load_form (&paper);
  first = act_make (&paper, "transcription", DAY);
  second = act_make (&paper, "transcription", DAY);
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const EXAMPLES[] = {
    "vaison-la-romaine", "ecole-de-village", "syndicat-de-communes",
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (EXAMPLES); i++)
    {
      g_autofree char *path = g_strconcat ("/transcription/every-answer-is-there/", EXAMPLES[i],
                                           NULL);

      g_test_add_data_func (path, EXAMPLES[i], test_every_answer_is_there);
    }
  g_test_add_func ("/transcription/names-stand-for-references", test_names_stand_for_references);
  g_test_add_func ("/transcription/the-order-is-that-of-the-form",
                   test_the_order_is_that_of_the_form);
  g_test_add_func ("/transcription/an-answer-stands-as-it-was-typed",
                   test_an_answer_stands_as_it_was_typed);
  g_test_add_func ("/transcription/what-is-wrong-or-missing-is-said",
                   test_what_is_wrong_or_missing_is_said);
  g_test_add_func ("/transcription/schools-are-whole-blocks",
                   test_schools_are_whole_blocks);
  g_test_add_func ("/transcription/same-answers-same-bytes", test_same_answers_same_bytes);

  return g_test_run ();
}
