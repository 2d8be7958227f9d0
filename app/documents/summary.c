/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/summary.h"

#include "documents/citations.h"
#include "documents/funding-tables.h"
#include "documents/paper-words.h"
#include "documents/sheet.h"
#include "documents/summary-annexes.h"
#include "documents/summary-front.h"
#include "documents/summary-volets.h"
#include "engine/applicant.h"
#include "engine/french.h"
#include "engine/money.h"
#include "engine/project.h"

static void
add_own_share (VoletsSheet         *sheet,
               const VoletsSubsidy *subsidy)
{
  g_autofree char *rate = volets_rate_format (subsidy->own_share_rate);
  g_autofree char *least = NULL;
  g_autofree char *needed = volets_money_format (subsidy->own_share_needed);
  g_autofree char *sentence = NULL;

  if (subsidy->call->min_own_share == VOLETS_UNSET || subsidy->declared == 0)
    return;

  least = volets_rate_format (subsidy->call->min_own_share);
  sentence = g_strdup_printf ("Le demandeur garde %s du financement public à sa charge ; la règle "
                              "en demande au moins %s, soit %s : elle %s respectée.", rate, least,
                              needed, subsidy->own_share_enough ? "est" : "n’est pas");
  volets_sheet_add_note (sheet, sentence);
}

static void
add_description (VoletsSheet   *sheet,
                 VoletsDossier *dossier)
{
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);

  if (!volets_record_has (project, VOLETS_PROJECT_DESCRIPTION))
    return;

  volets_sheet_add_heading (sheet, 2, "Le projet");
  volets_sheet_add_paragraph (sheet, volets_record_get_text (project, VOLETS_PROJECT_DESCRIPTION));
}

/**
 * volets_summary_new:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day of the paper, 2021-03-31
 *
 * The summary that a councillor reads in two minutes: a first page to vote on, then volet by volet,
 * and annexes for whoever wants every line.
 *
 * Returns: (transfer full): the paper
 */
VoletsDocument *
volets_summary_new (VoletsDossier       *dossier,
                    const VoletsSubsidy *subsidy,
                    const char          *date)
{
  VoletsSheet *sheet = volets_sheet_new ("Synthèse de la demande de subvention");
  g_autoptr (VoletsFundingBalance) balance =
    volets_funding_balance_new (dossier, subsidy, VOLETS_BALANCE_ALL_FUNDERS);
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);
  g_autoptr (VoletsAssemblyWords) words = volets_assembly_words_new (applicant);
  const char *name = volets_paper_get_text (applicant, VOLETS_APPLICANT_NAME);
  g_autoptr (VoletsCitations) citations = volets_citations_new ();
  g_autofree char *mark = volets_paper_mark (dossier);
  g_autofree char *day = volets_french_date (date);
  g_autofree char *label = g_strdup_printf ("Synthèse établie le %s", day);
  g_autofree char *object =
    g_strdup_printf ("Objet : %s", volets_paper_get_text (project, VOLETS_PROJECT_TITLE));
  g_autofree char *short_name = g_strdup_printf ("%s – %s", name, subsidy->call->acronym);

  volets_sheet_set_overline (sheet, name);
  volets_sheet_set_subtitle (sheet, object);
  volets_sheet_set_short_name (sheet, short_name);
  volets_sheet_set_footer (sheet, mark, label);

  volets_summary_add_front (sheet, dossier, subsidy, words);
  add_description (sheet, dossier);
  volets_summary_add_volets (sheet, subsidy);
  volets_sheet_add_heading (sheet, 2, "Le plan de financement : qui paie");
  volets_funding_tables_add_receipts (sheet, balance, subsidy->call, VOLETS_PAPER_MISSING);
  add_own_share (sheet, subsidy);
  volets_sheet_add_heading (sheet, 2, "Le plan de financement : ce qui est acheté");
  volets_funding_tables_add_expenses (sheet, balance);

  volets_summary_add_schools (sheet, dossier, subsidy);
  volets_summary_add_expenses (sheet, dossier);
  volets_summary_add_computation (sheet, subsidy, citations);
  volets_summary_add_assumptions (sheet, subsidy, citations);

  return VOLETS_DOCUMENT (sheet);
}
