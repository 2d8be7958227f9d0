/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/summary-front.h"

#include <string.h>

#include "documents/paper-words.h"
#include "documents/summary-charts.h"
#include "engine/applicant.h"
#include "engine/french.h"
#include "engine/money.h"
#include "engine/project.h"

static void
add_figures (VoletsSheet               *sheet,
             const VoletsSubsidy       *subsidy,
             const VoletsAssemblyWords *words)
{
  g_autofree char *amount = volets_money_format (subsidy->amount);
  g_autofree char *declared = volets_money_format (subsidy->declared);
  g_autofree char *own = volets_money_format (subsidy->own_share);
  g_autofree char *rate = volets_rate_format (subsidy->effective_rate);
  g_autofree char *to_body = volets_french_to (words->body);
  g_autofree char *cost = g_strdup_printf ("Dépenses du projet (%s)",
                                           subsidy->call->tax_included ? "TTC" : "HT");
  g_autofree char *left = g_strdup_printf ("Ce qui reste %s", to_body);

  volets_sheet_add_figures (sheet,
                            volets_paper_cells ("Subvention demandée à l’État", cost,
                                                "Part de l’État dans les dépenses", left),
                            volets_paper_cells (amount, declared, rate, own));
}

static char *
write_dates (VoletsRecord *project)
{
  const char *start = volets_record_get_text (project, VOLETS_PROJECT_START_DATE);
  const char *end = volets_record_get_text (project, VOLETS_PROJECT_END_DATE);
  g_autofree char *start_day = start != NULL ? volets_french_date (start) : NULL;
  g_autofree char *end_day = end != NULL ? volets_french_date (end) : NULL;

  return g_strdup_printf ("du %s au %s", start != NULL ? start_day : VOLETS_PAPER_MISSING,
                          end != NULL ? end_day : VOLETS_PAPER_MISSING);
}

/* « 2 écoles, 15 classes et 150 élèves dans 1 commune » */
static char *
write_schools (const VoletsSubsidy *subsidy)
{
  g_autofree char *schools = volets_french_count (subsidy->n_schools, "école", "écoles");
  g_autofree char *classes = volets_french_count (subsidy->n_classes, "classe", "classes");
  g_autofree char *pupils = volets_french_count (subsidy->n_pupils, "élève", "élèves");
  g_autofree char *communes = volets_french_count (subsidy->n_communes, "commune", "communes");

  if (subsidy->n_schools == 0)
    return g_strdup (VOLETS_PAPER_MISSING);

  return g_strdup_printf ("%s, %s et %s dans %s", schools, classes, pupils, communes);
}

static char *
write_representative (VoletsRecord *applicant)
{
  const char *name = volets_record_get_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_NAME);
  const char *role = volets_record_get_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_ROLE);

  if (name == NULL && role == NULL)
    return g_strdup (VOLETS_PAPER_MISSING);

  return g_strdup_printf ("%s, %s", name != NULL ? name : VOLETS_PAPER_MISSING,
                          role != NULL ? role : VOLETS_PAPER_MISSING);
}

static void
add_essentials (VoletsSheet         *sheet,
                VoletsDossier       *dossier,
                const VoletsSubsidy *subsidy)
{
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  const VoletsCall *call = subsidy->call;
  g_autofree char *title = g_strdup_printf ("%s (%s, %u)", call->title, call->acronym, call->year);
  g_autofree char *schools = write_schools (subsidy);
  g_autofree char *dates = write_dates (project);
  g_autofree char *representative = write_representative (applicant);

  volets_sheet_add_heading (sheet, 2, "L’essentiel");
  volets_sheet_add_terms (sheet,
    volets_paper_cells ("Appel à projets", "Concerne", "Lieu", "Calendrier",
                        "Représentant légal"),
    volets_paper_cells (title, schools, volets_paper_get_text (project, VOLETS_PROJECT_PLACE),
                        dates, representative));
}

/* As the délibération says it, in fewer words. */
static void
add_decision (VoletsSheet               *sheet,
              const VoletsSubsidy       *subsidy,
              const VoletsAssemblyWords *words)
{
  const char *base = subsidy->call->tax_included ? "TTC" : "HT";
  g_autofree char *of_assembly = volets_french_of (words->assembly);
  g_autofree char *to_assembly = volets_french_to (words->assembly);
  g_autofree char *of_body = volets_french_of (words->body);
  g_autofree char *total = volets_money_format (subsidy->declared);
  g_autofree char *amount = volets_money_format (subsidy->amount);
  g_autofree char *own = volets_money_format (subsidy->own_share);
  g_autofree char *heading = g_strdup_printf ("La décision attendue %s", of_assembly);
  g_autofree char *opening = g_strdup_printf ("Il est proposé %s :", to_assembly);
  g_autofree char *balance = g_strdup_printf (", équilibré à %s %s", total, base);
  g_autofree char *approval =
    g_strdup_printf ("d’approuver le projet et son plan de financement%s ;",
                     subsidy->declared > 0 ? balance : "");
  g_autofree char *sum = g_strdup_printf ("une subvention de %s", amount);
  g_autofree char *request =
    g_strdup_printf ("de solliciter de l’État %s ;",
                     subsidy->amount > 0 ? sum : "la subvention de cet appel à projets");
  g_autofree char *authorisation =
    g_strdup_printf ("d’autoriser %s%s à signer la demande et tout document qui s’y rapporte ;",
                     words->head, strchr (words->head, ',') != NULL ? "," : "");
  g_autofree char *share = g_strdup_printf (", soit %s", own);
  g_autofree char *commitment =
    g_strdup_printf ("de financer ce qui reste à la charge %s%s.", of_body,
                     subsidy->declared > 0 && subsidy->own_share >= 0 ? share : "");

  volets_sheet_add_heading (sheet, 2, heading);
  volets_sheet_add_paragraph (sheet, opening);
  volets_sheet_keep_with_next (sheet);
  volets_sheet_add_list (sheet, volets_paper_cells (approval, request, authorisation, commitment));
}

/**
 * volets_summary_add_front:
 * @sheet: the summary
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @words: what the applicant and its assembly are called
 *
 * Adds what a councillor has to know to vote: what it is about, the amount, who pays, what is
 * decided.
 */
void
volets_summary_add_front (VoletsSheet               *sheet,
                          VoletsDossier             *dossier,
                          const VoletsSubsidy       *subsidy,
                          const VoletsAssemblyWords *words)
{
  add_figures (sheet, subsidy, words);
  volets_sheet_add_heading (sheet, 2, "Qui paie");
  volets_summary_add_funding_chart (sheet, subsidy, words);
  add_essentials (sheet, dossier, subsidy);
  add_decision (sheet, subsidy, words);
  volets_sheet_add_page_break (sheet);
}
