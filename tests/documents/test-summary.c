/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "act.h"
#include "documents/pdf-reader.h"
#include "documents/summary.h"
#include "engine/call-store.h"
#include "engine/commune.h"
#include "engine/dossier-xml.h"
#include "engine/expense.h"
#include "engine/money.h"
#include "engine/school.h"

#define DAY "2021-03-15"

static GBytes *
render (const Act  *paper,
        const char *day)
{
  g_autoptr (VoletsDocument) summary = volets_summary_new (paper->dossier, paper->subsidy, day);
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (paper->dossier);
  const VoletsPdfInfo info = { .fingerprint = fingerprint, .date = day };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = volets_pdf_render (summary, &info, &error);

  g_assert_no_error (error);
  return bytes;
}

static Pdf *
open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  Pdf *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Both without spaces, since a page breaks lines where its cells do. */
static void
assert_holds (const char *flat_text,
              const char *wanted)
{
  g_autofree char *flat = reader_squeeze (wanted);

  if (strstr (flat_text, flat) == NULL)
    g_error ("the summary does not hold « %s »", wanted);
}

static void
assert_holds_amount (const char *flat_text,
                     gint64      amount)
{
  g_autofree char *text = volets_money_format (amount);

  assert_holds (flat_text, text);
}

static void
test_every_amount_school_and_line_is_there (gconstpointer name)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;

  act_load (&paper, name);
  bytes = render (&paper, DAY);
  pdf = open_pdf (bytes);
  pages = reader_get_text (pdf);
  text = reader_squeeze (pages);

  assert_holds_amount (text, paper.subsidy->amount);
  assert_holds_amount (text, paper.subsidy->declared);
  assert_holds_amount (text, paper.subsidy->own_share);
  for (guint i = 0; i < paper.subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (paper.subsidy->volets, i);

      assert_holds (text, volet->rule->title);
      assert_holds_amount (text, volet->declared);
      assert_holds_amount (text, volet->eligible);
      assert_holds_amount (text, volet->retained);
      assert_holds_amount (text, volet->amount);
      for (guint j = 0; volet->rule->brackets->len > 0 && j < volet->units->len; j++)
        {
          const VoletsUnitResult *unit = g_ptr_array_index (volet->units, j);

          assert_holds_amount (text, unit->eligible);
          assert_holds_amount (text, unit->amount);
        }
    }
  for (guint i = 0; i < volets_dossier_get_n_rows (paper.dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (paper.dossier, VOLETS_SECTION_SCHOOLS, i);

      assert_holds (text, volets_record_get_text (school, VOLETS_SCHOOL_UAI));
    }
  for (guint i = 0; i < volets_dossier_get_n_rows (paper.dossier, VOLETS_SECTION_EQUIPMENT); i++)
    {
      VoletsRecord *line = volets_dossier_get_row (paper.dossier, VOLETS_SECTION_EQUIPMENT, i);

      assert_holds_amount (text, volets_record_get_number (line, VOLETS_EXPENSE_UNIT_PRICE));
    }
}

static void
test_vaison_reads_as_it_was_awarded (void)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;

  act_load (&paper, "vaison-la-romaine");
  bytes = render (&paper, DAY);
  pdf = open_pdf (bytes);
  page = reader_get_page_text (pdf, 0);
  text = reader_squeeze (page);

  /* The first page alone says what a councillor votes on. */
  assert_holds (text, "Objet : Un socle numérique pour les écoles élémentaires");
  assert_holds (text, "Subvention demandée à l’État");
  assert_holds (text, "55 500,00 €");
  assert_holds (text, "État (demandé)");
  assert_holds (text, "Part de la commune");
  assert_holds (text, "31,08 %");
  assert_holds (text, "2 écoles, 15 classes et 150 élèves dans 1 commune");
  assert_holds (text, "Il est proposé au conseil municipal : • d’approuver le projet et son plan "
                "de financement, équilibré à 55 500,00 € TTC ;");
  assert_holds (text, "• de solliciter de l’État une subvention de 38 250,00 € ;");
  assert_holds (text, "• d’autoriser le maire à signer la demande");
  assert_holds (text, "• de financer ce qui reste à la charge de la commune, soit 17 250,00 €.");
  assert_holds (text, "Synthèse établie le 15 mars 2021");
}

static void
test_what_limits_a_volet_is_one_sentence (void)
{
  g_auto (Act) paper = { 0 };
  g_autofree char *text = NULL;

  act_load (&paper, "ecole-de-village");
  text = act_squeeze (&paper, "summary");
  assert_holds (text, "et ne sont pas retenus (1 classe × 3 500,00 € = 3 500,00 €).");
}

/* The annex names the commune of a school whether or not their codes are typed alike. */
static void
test_a_commune_has_one_name_however_its_code_is_typed (void)
{
  g_auto (Act) paper = { 0 };
  g_autofree char *text = NULL;

  act_load (&paper, "vaison-la-romaine");
  volets_record_set_text (volets_dossier_get_row (paper.dossier, VOLETS_SECTION_COMMUNES, 0),
                          VOLETS_COMMUNE_INSEE, "84 137");
  volets_record_set_text (volets_dossier_get_row (paper.dossier, VOLETS_SECTION_SCHOOLS, 0),
                          VOLETS_SCHOOL_COMMUNE, "84.137");
  act_compute (&paper);
  text = act_squeeze (&paper, "summary");
  assert_holds (text, "dans 1 commune");
  act_assert_lacks (text, "84.137");
  act_assert_lacks (text, "84137");
}

static void
test_the_mark_on_every_page_is_that_of_the_answers (void)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;
  g_autofree char *read = NULL;
  g_autofree char *mark = NULL;

  act_load (&paper, "syndicat-de-communes");
  bytes = render (&paper, DAY);
  pdf = open_pdf (bytes);
  fingerprint = volets_dossier_get_fingerprint (paper.dossier);
  mark = g_strndup (fingerprint, 16);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), >, 1);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autofree char *text = reader_get_page_text (pdf, i);

      g_assert_nonnull (strstr (text, mark));
    }

  read = volets_pdf_read_fingerprint (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, fingerprint);
}

static void
test_same_answers_and_same_day_give_the_same_bytes (void)
{
  g_auto (Act) paper = { 0 };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) later = NULL;

  act_load (&paper, "vaison-la-romaine");
  first = render (&paper, DAY);
  second = render (&paper, DAY);
  later = render (&paper, "2021-03-16");
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, later));
}

static void
test_an_empty_dossier_is_a_paper_all_the_same (void)
{
  g_auto (GStrv) calls = volets_call_store_list ();

  for (guint i = 0; calls[i] != NULL; i++)
    {
      g_auto (Act) paper = { .dossier = volets_dossier_new (calls[i]) };
      g_autoptr (GBytes) bytes = NULL;

      paper.call = volets_call_store_find (calls[i]);
      paper.subsidy = volets_subsidy_compute (paper.call, paper.dossier, NULL);
      bytes = render (&paper, DAY);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
    }
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
      g_autofree char *path = g_strconcat ("/summary/every-amount-school-and-line-is-there/",
                                           EXAMPLES[i], NULL);

      g_test_add_data_func (path, EXAMPLES[i], test_every_amount_school_and_line_is_there);
    }
  g_test_add_func ("/summary/vaison-reads-as-it-was-awarded", test_vaison_reads_as_it_was_awarded);
  if (act_can_read ())
    {
      g_test_add_func ("/summary/what-limits-a-volet-is-one-sentence",
                       test_what_limits_a_volet_is_one_sentence);
      g_test_add_func ("/summary/a-commune-has-one-name-however-its-code-is-typed",
                       test_a_commune_has_one_name_however_its_code_is_typed);
    }
  g_test_add_func ("/summary/the-mark-on-every-page-is-that-of-the-answers",
                   test_the_mark_on_every_page_is_that_of_the_answers);
  g_test_add_func ("/summary/same-answers-and-same-day-give-the-same-bytes",
                   test_same_answers_and_same_day_give_the_same_bytes);
  g_test_add_func ("/summary/an-empty-dossier-is-a-paper-all-the-same",
                   test_an_empty_dossier_is_a_paper_all_the_same);

  return g_test_run ();
}
