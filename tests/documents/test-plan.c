/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"

#include <string.h>

#include "documents/expense-items.h"
#include "documents/funding-balance.h"
#include "engine/call-store.h"
#include "engine/funder.h"
#include "engine/money.h"
#include "support/dossier-builder.h"
#include "support/random-dossier.h"

#define N_RANDOM 60

static void
assert_same_amounts (const VoletsAmounts *a,
                     const VoletsAmounts *b)
{
  g_assert_cmpint (a->excluding_tax, ==, b->excluding_tax);
  g_assert_cmpint (a->tax, ==, b->tax);
  g_assert_cmpint (a->including_tax, ==, b->including_tax);
}

/* « 1 234,56 € » and « –1 234,56 € » in centimes. */
static gint64
read_amount (const char *text)
{
  gint64 centimes = 0;
  gboolean is_negative = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '-' || c == 0x2212 || c == 0x2013)
        is_negative = TRUE;
      else if (g_unichar_isdigit (c))
        centimes = centimes * 10 + g_unichar_digit_value (c);
    }

  return is_negative ? -centimes : centimes;
}

/* What stands in the column of the amounts between the head of the receipts and their total, added
 * up by someone who only has the paper; and the total. Lines are of « amount € share % ».
 */
static void
add_up_receipts (const char *page,
                 gint64     *sum,
                 gint64     *total,
                 gint64     *shares)
{
  const char *start = strstr (page, "Recettes État de la demande");
  g_auto (GStrv) lines = NULL;
  g_autoptr (GRegex) regex =
    g_regex_new ("([-−–]?\\d[\\d ]*,\\d\\d) € (?:([\\d]+(?:,\\d+)?) %|–)$", 0, 0, NULL);

  g_assert_nonnull (start);
  *sum = *total = *shares = 0;
  lines = g_strsplit (start, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *amount = NULL;
      g_autofree char *share = NULL;
      gint64 rate = 0;

      if (!g_regex_match (regex, g_strchomp (lines[i]), 0, &match))
        continue;
      amount = g_match_info_fetch (match, 1);
      share = g_match_info_fetch (match, 2);
      if (g_str_has_prefix (lines[i], "Total des recettes"))
        {
          *total = read_amount (amount);
          return;
        }
      *sum += read_amount (amount);
      if (share != NULL && *share != '\0')
        {
          g_assert_true (volets_rate_parse (share, &rate, NULL));
          *shares += rate;
        }
    }
  g_error ("the receipts have no total:\n%s", page);
}

static void
test_balances_to_the_cent (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_auto (Act) act = { 0 };
      g_autoptr (VoletsFundingBalance) balance = NULL;
      g_autoptr (GArray) items = NULL;
      g_autofree char *text = NULL;
      VoletsAmounts sum = { 0 };
      gint64 receipts, total, shares;

      act.dossier = volets_test_make_random_dossier (3, 8);
      act.call = volets_call_store_find (i % 3 == 0 ? "tne-86-2022" : "snee-2021");
      act_compute (&act);
      balance = volets_funding_balance_new (act.dossier, act.subsidy, VOLETS_BALANCE_ALL_FUNDERS);
      items = volets_expense_items_new (act.dossier);

      for (guint j = 0; j < items->len; j++)
        volets_amounts_add (&sum, &g_array_index (items, VoletsExpenseItem, j).amounts, NULL);
      assert_same_amounts (&sum, &act.subsidy->declared_amounts);
      if (act.subsidy->declared == 0)
        continue;

      text = act_read (&act, "plan");
      add_up_receipts (text, &receipts, &total, &shares);
      g_assert_cmpint (receipts, ==, total);
      g_assert_cmpint (total, ==, act.call->tax_included
                                    ? act.subsidy->declared_amounts.including_tax
                                    : act.subsidy->declared_amounts.excluding_tax);
      if (act.subsidy->own_share >= 0)
        g_assert_cmpint (shares, ==, VOLETS_RATE_UNIT);
    }
}

static void
test_one_thing_is_one_line (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *flat = NULL;

  act_load (&act, "syndicat-de-communes");
  text = act_read (&act, "plan");
  flat = reader_squeeze (text);

  /* Five schools have fifteen of them together, on five lines of the dossier. */
  g_assert_cmpuint (reader_count (text, "Vidéoprojecteur interactif"), ==, 1);
  act_assert_order (flat, WORDS (
    "Syndicat intercommunal à vocation scolaire de la Lède", "Plan de financement",
    "Projet", "Le numérique dans les cinq écoles du syndicat",
    "Au titre de", "Appel à projets pour un socle numérique", "SIRET", "25849901100017",
    "Dépenses Quantité HT TVA TTC", "Équipement des classes",
    "Vidéoprojecteur interactif 15 22 200,00 € 4 440,00 € 26 640,00 €", "Sous-total",
    "Équipement mutualisable", "Équipement de la direction – Imprimante",
    "Réseaux", "(non éligible)", "Services numériques",
    "Total des dépenses 55 371,05 € 11 004,61 € 66 375,66 €",
    "Recettes État de la demande Montant TTC Part", "Total des recettes 66 375,66 € 100 %",
    "Les recettes sont égales aux dépenses TTC : 66 375,66 €.",
    "Part du demandeur", "Le syndicat garde à sa charge 19 287,77 €",
    "au moins 20 %", "elle est respectée", "Source :", "Code général des collectivités",
    "(FCTVA)", "Fait à", "Montclar-sur-Lède", "Le président", "Prénom Nom"));
}

/* What is signed is on the page of the signature, which does not begin in its middle. */
static void
test_nobody_signs_an_empty_page (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;

  act_load (&act, "syndicat-de-communes");
  pdf = act_print (&act, "plan");
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 2);
  page = reader_get_page_text (pdf, 1);
  text = reader_squeeze (page);
  act_assert_order (text, WORDS ("Part du demandeur", "Le syndicat garde à sa charge",
                                 "Fait à", "Le président", "Prénom Nom"));
}

/* FCTVA is information, never a receipt. */
static void
test_fctva_is_no_receipt (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *text = NULL;
  const char *total, *fctva;

  act_load (&act, "vaison-la-romaine");
  text = act_read (&act, "plan");
  total = strstr (text, "Total des recettes");
  fctva = strstr (text, "FCTVA");
  g_assert_nonnull (total);
  g_assert_true (fctva > total);
  g_assert_cmpuint (reader_count (text, "FCTVA"), ==, 1);
}

static void
test_says_when_the_applicant_pays_too_little (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *text = NULL;

  act_load (&act, "vaison-la-romaine");
  volets_test_add_funder (act.dossier, VOLETS_FUNDER_KIND_PUBLIC, 1700000);
  act_compute (&act);
  g_assert_false (act.subsidy->own_share_enough);
  text = act_squeeze (&act, "plan");
  act_assert_holds (text, "elle n’est pas respectée.");
  act_assert_lacks (text, "elle est respectée.");
}

static void
test_says_when_too_much_is_paid (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *text = NULL;

  act_load (&act, "vaison-la-romaine");
  volets_test_add_funder (act.dossier, VOLETS_FUNDER_KIND_PRIVATE, 2000000);
  act_compute (&act);
  text = act_squeeze (&act, "plan");
  act_assert_holds (text, "dépassent les dépenses TTC de 2 750,00 € : le plan est à revoir.");
  act_assert_lacks (text, "Les recettes sont égales");
}

static void
test_an_empty_plan_is_to_be_written_in (void)
{
  g_auto (GStrv) calls = volets_call_store_list ();

  for (guint i = 0; calls[i] != NULL; i++)
    {
      g_auto (Act) act = { 0 };
      g_autoptr (Pdf) pdf = NULL;
      g_autofree char *text = NULL;

      act_load_empty (&act, calls[i]);
      text = act_squeeze (&act, "plan");
      act_assert_order (text, WORDS ("Plan de financement", "Demandeur Projet Au titre de",
                                     "SIRET Dépenses HT TVA TTC Total des "
                                     "dépenses Recettes", "sollicité Total des recettes",
                                     "Le représentant légal"));
      act_assert_lacks (text, "€");
      act_assert_lacks (text, "à compléter");
      pdf = act_print (&act, "plan");
      g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 1);
    }
}

static void
test_many_things_go_on (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  act_load (&act, "vaison-la-romaine");
  for (guint i = 0; i < 300; i++)
    {
      VoletsRecord *line =
        volets_test_add_expense (act.dossier, VOLETS_SECTION_EQUIPMENT, NULL, 100);
      g_autofree char *label = g_strdup_printf ("Chose numéro %u", i);

      volets_record_set_text (line, VOLETS_EXPENSE_LABEL, label);
    }
  act_compute (&act);
  pdf = act_print (&act, "plan");
  g_assert_cmpint (poppler_document_get_n_pages (pdf), >, 5);
  reader_assert_within_margins (pdf);
  text = act_read (&act, "plan");
  g_assert_cmpuint (reader_count (text, "Chose numéro"), ==, 300);
  for (int i = 1; i < poppler_document_get_n_pages (pdf) - 1; i++)
    {
      g_autofree char *page = reader_get_page_text (pdf, i);

      g_assert_cmpuint (reader_count (page, "Quantité"), ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!act_can_read ())
    {
      g_print ("1..0 # SKIP pdftotext is not here\n");
      return 0;
    }

  g_test_add_func ("/plan/balances-to-the-cent", test_balances_to_the_cent);
  g_test_add_func ("/plan/one-thing-is-one-line", test_one_thing_is_one_line);
  g_test_add_func ("/plan/fctva-is-no-receipt", test_fctva_is_no_receipt);
  g_test_add_func ("/plan/says-when-the-applicant-pays-too-little",
                   test_says_when_the_applicant_pays_too_little);
  g_test_add_func ("/plan/says-when-too-much-is-paid", test_says_when_too_much_is_paid);
  g_test_add_func ("/plan/an-empty-plan-is-to-be-written-in",
                   test_an_empty_plan_is_to_be_written_in);
  g_test_add_func ("/plan/many-things-go-on", test_many_things_go_on);
  g_test_add_func ("/plan/nobody-signs-an-empty-page", test_nobody_signs_an_empty_page);

  return g_test_run ();
}
