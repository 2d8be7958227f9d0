/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/summary.h"

#include "documents/citations.h"
#include "documents/funding-tables.h"
#include "documents/paper-words.h"
#include "documents/sheet.h"
#include "documents/summary-annexes.h"
#include "engine/applicant.h"
#include "engine/french.h"
#include "engine/limit-words.h"
#include "engine/money.h"
#include "engine/project.h"

static void
add_figures (VoletsSheet         *sheet,
             const VoletsSubsidy *subsidy)
{
  g_autofree char *amount = volets_money_format (subsidy->amount);
  g_autofree char *declared = volets_money_format (subsidy->declared);
  g_autofree char *remainder = volets_money_format (subsidy->remainder);
  g_autofree char *rate = volets_rate_format (subsidy->effective_rate);
  g_autofree char *cost = g_strdup_printf ("Dépenses (%s)",
                                           subsidy->call->tax_included ? "TTC" : "HT");

  volets_sheet_add_figures (sheet,
                            volets_paper_cells ("Subvention demandée à l’État", cost,
                                                "Reste à financer", "Part de l’État"),
                            volets_paper_cells (amount, declared, remainder, rate));
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

static void
add_essentials (VoletsSheet         *sheet,
                VoletsDossier       *dossier,
                const VoletsSubsidy *subsidy)
{
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  g_autofree char *schools = volets_french_count (subsidy->n_schools, "école", "écoles");
  g_autofree char *classes = volets_french_count (subsidy->n_classes, "classe", "classes");
  g_autofree char *pupils = volets_french_count (subsidy->n_pupils, "élève", "élèves");
  g_autofree char *communes = volets_french_count (subsidy->n_communes, "commune", "communes");
  g_autofree char *who = g_strdup_printf ("%s, %s",
    volets_paper_get_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_NAME),
    volets_paper_get_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_ROLE));
  g_autofree char *what = g_strdup_printf ("%s, %s et %s dans %s", schools, classes, pupils,
                                           communes);
  g_autofree char *dates = write_dates (project);

  volets_sheet_add_terms (sheet,
    volets_paper_cells ("Projet", "Concerne", "Représentant légal", "SIRET", "Lieu",
                        "Calendrier"),
    volets_paper_cells (volets_paper_get_text (project, VOLETS_PROJECT_TITLE), what, who,
                        volets_paper_get_text (applicant, VOLETS_APPLICANT_SIRET),
                        volets_paper_get_text (project, VOLETS_PROJECT_PLACE), dates));
  if (volets_record_has (project, VOLETS_PROJECT_DESCRIPTION))
    volets_sheet_add_paragraph (sheet,
                                volets_record_get_text (project, VOLETS_PROJECT_DESCRIPTION));
}

static void
add_amounts (VoletsSheetTable *table,
             gboolean          is_total,
             const char       *label,
             const gint64     *amounts,
             guint             n_amounts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cells = NULL;

  g_strv_builder_add (builder, label);
  for (guint i = 0; i < n_amounts; i++)
    {
      g_autofree char *amount = volets_money_format (amounts[i]);

      g_strv_builder_add (builder, amount);
    }
  cells = g_strv_builder_end (builder);

  if (is_total)
    volets_sheet_table_add_total (table, (const char *const *) cells);
  else
    volets_sheet_table_add_row (table, (const char *const *) cells);
}

static char *
explain_volet (const VoletsVoletResult *volet)
{
  const VoletsLimitResult *binding = volets_volet_result_get_binding (volet);
  g_autofree char *sentence = volets_volet_result_explain (volet);
  g_autofree char *limit = NULL;

  if (binding == NULL || volet->units->len > 1)
    return g_strdup_printf ("%s : %s", volet->rule->title, sentence);

  limit = volets_limit_describe (binding);
  return g_strdup_printf ("%s : %s (%s)", volet->rule->title, sentence, limit);
}

static void
add_volets (VoletsSheet         *sheet,
            const VoletsSubsidy *subsidy)
{
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;

  volets_sheet_add_heading (sheet, 2, "Les volets de la demande");
  volets_sheet_table_add_column (table, "Volet", VOLETS_ALIGN_START, 1);
  volets_sheet_table_add_column (table, "Déclaré", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Éligible", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Retenu", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Subvention", VOLETS_ALIGN_END, 0);
  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);
      const gint64 amounts[] = {
        volet->declared, volet->eligible, volet->retained, volet->amount,
      };
      g_autofree char *sentence = explain_volet (volet);

      add_amounts (table, FALSE, volet->rule->title, amounts, G_N_ELEMENTS (amounts));
      g_strv_builder_add (sentences, sentence);
    }
  {
    const gint64 totals[] = {
      subsidy->declared, subsidy->eligible, subsidy->retained, subsidy->amount,
    };

    add_amounts (table, TRUE, "Total", totals, G_N_ELEMENTS (totals));
  }
  volets_sheet_add_table (sheet, table);
  items = g_strv_builder_end (sentences);
  volets_sheet_add_list (sheet, (const char *const *) items);
}

static void
add_own_share (VoletsSheet         *sheet,
               const VoletsSubsidy *subsidy)
{
  g_autofree char *rate = volets_rate_format (subsidy->own_share_rate);
  g_autofree char *least = NULL;
  g_autofree char *needed = volets_money_format (subsidy->own_share_needed);
  g_autofree char *sentence = NULL;

  if (subsidy->call->min_own_share == VOLETS_UNSET)
    return;

  least = volets_rate_format (subsidy->call->min_own_share);
  sentence = g_strdup_printf ("Le demandeur garde %s du financement public à sa charge ; la règle "
                              "en demande au moins %s, soit %s : elle %s respectée.", rate, least,
                              needed, subsidy->own_share_enough ? "est" : "n’est pas");
  volets_sheet_add_note (sheet, sentence);
}

/**
 * volets_summary_new:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day of the paper, 2021-03-31
 *
 * The summary that a councillor reads in two minutes, and annexes for whoever wants every line.
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
  const char *name = volets_paper_get_text (applicant, VOLETS_APPLICANT_NAME);
  g_autoptr (VoletsCitations) citations = volets_citations_new ();
  g_autofree char *mark = volets_paper_mark (dossier);
  g_autofree char *day = volets_french_date (date);
  g_autofree char *label = g_strdup_printf ("Synthèse établie le %s", day);
  g_autofree char *subtitle = g_strdup_printf ("%s (%s, %u)", subsidy->call->title,
                                               subsidy->call->acronym, subsidy->call->year);
  g_autofree char *short_name = g_strdup_printf ("%s – %s", name, subsidy->call->acronym);

  volets_sheet_set_overline (sheet, name);
  volets_sheet_set_subtitle (sheet, subtitle);
  volets_sheet_set_short_name (sheet, short_name);
  volets_sheet_set_footer (sheet, mark, label);

  add_figures (sheet, subsidy);
  add_essentials (sheet, dossier, subsidy);
  add_volets (sheet, subsidy);
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
