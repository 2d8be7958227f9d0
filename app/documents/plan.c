/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/plan.h"

#include "documents/act-fields.h"
#include "documents/assembly-words.h"
#include "documents/funding-tables.h"
#include "documents/paper-words.h"
#include "documents/sheet-act.h"
#include "engine/applicant.h"
#include "engine/french.h"
#include "engine/money.h"
#include "engine/project.h"

static void
add_identity (VoletsSheet      *sheet,
              VoletsDossier    *dossier,
              const VoletsCall *call,
              gboolean          has_issuer)
{
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);
  g_autofree char *name = g_strdup_printf ("%s (%s, %u)", call->title, call->acronym, call->year);

  if (!has_issuer)
    volets_sheet_add_fields (sheet, 1, volets_paper_cells ("Demandeur", ""));
  volets_sheet_add_fields (sheet, 1,
    volets_paper_cells ("Projet", volets_act_text (project, VOLETS_PROJECT_TITLE),
                        "Au titre de", name,
                        "SIRET", volets_act_text (applicant, VOLETS_APPLICANT_SIRET)));
}

static void
add_equality (VoletsSheet                *sheet,
              const VoletsSubsidy        *subsidy,
              const VoletsFundingBalance *balance)
{
  g_autofree char *total = volets_money_format (balance->base_total);
  g_autofree char *excess = volets_money_format (MAX (0, -subsidy->own_share));
  const char *base = subsidy->call->tax_included ? "TTC" : "HT";
  g_autofree char *sentence =
    subsidy->own_share < 0
      ? g_strdup_printf ("Les financements annoncés dépassent les dépenses %s de %s : le plan est "
                         "à revoir.", base, excess)
      : g_strdup_printf ("Les recettes sont égales aux dépenses %s : %s. Les parts sont arrondies "
                         "au plus fort reste.", base, total);

  volets_sheet_add_note (sheet, sentence);
}

static char *
cite (const VoletsProvenance *provenance)
{
  if (provenance->source == NULL)
    return g_strdup ("");

  return g_strdup_printf (" Source : %s%s%s.", provenance->source->title,
                          provenance->source->publisher != NULL ? ", " : "",
                          provenance->source->publisher != NULL ? provenance->source->publisher
                                                                : "");
}

/* The part of public financing that the law leaves to the applicant. From here on all stays on the
 * page of the signature, where a page has room for it: nobody signs an empty one. */
static void
add_own_share (VoletsSheet               *sheet,
               const VoletsSubsidy       *subsidy,
               const VoletsAssemblyWords *words)
{
  const VoletsCall *call = subsidy->call;
  g_autofree char *body = volets_french_capitalise (words->body);
  g_autofree char *rate = volets_rate_format (subsidy->own_share_rate);
  g_autofree char *own = volets_money_format (MAX (0, subsidy->own_share));
  g_autofree char *needed = volets_money_format (subsidy->own_share_needed);
  g_autofree char *source = cite (&call->own_share_provenance);
  g_autofree char *least = NULL;
  g_autofree char *sentence = NULL;

  if (call->min_own_share == VOLETS_UNSET)
    return;

  least = volets_rate_format (call->min_own_share);
  volets_sheet_add_heading (sheet, 2, "Part du demandeur");
  if (subsidy->declared > 0)
    {
      sentence = g_strdup_printf ("%s garde à sa charge %s, soit %s du financement public. La "
                                  "règle en demande au moins %s, soit %s : elle %s respectée.",
                                  body, own, rate, least, needed,
                                  subsidy->own_share_enough ? "est" : "n’est pas");
      volets_sheet_add_paragraph (sheet, sentence);
      volets_sheet_keep_with_next (sheet);
    }
  if (call->own_share_provenance.note != NULL)
    {
      g_autofree char *rule = g_strconcat (call->own_share_provenance.note, source, NULL);

      volets_sheet_add_note (sheet, rule);
      volets_sheet_keep_with_next (sheet);
    }
}

static void
add_mentions (VoletsSheet         *sheet,
              const VoletsCall    *call,
              VoletsApplicantKind  applicant)
{
  g_autofree char *mentions = volets_paper_join (call->plan_mentions, applicant, "\n");

  if (*mentions == '\0')
    return;

  volets_sheet_add_note (sheet, mentions);
  volets_sheet_keep_with_next (sheet);
}

static void
add_signature (VoletsSheet               *sheet,
               VoletsRecord              *applicant,
               const VoletsAssemblyWords *words)
{
  g_autofree char *head = volets_french_capitalise (words->head);

  volets_sheet_add_fields (sheet, 2,
    volets_paper_cells ("Fait à", volets_act_text (applicant, VOLETS_APPLICANT_CITY), "Le", ""));
  volets_sheet_keep_with_next (sheet);
  volets_sheet_add_signatures (sheet, volets_paper_cells (head),
    volets_paper_cells (volets_act_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_NAME)));
}

/**
 * volets_plan_new:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day of the paper, 2021-03-31
 *
 * The plan de financement: what is bought, thing by thing, who pays for it, and the least that the
 * applicant has to pay itself. What is not known is a line or a row to write it in by hand.
 *
 * Returns: (transfer full): the paper
 */
VoletsDocument *
volets_plan_new (VoletsDossier       *dossier,
                 const VoletsSubsidy *subsidy,
                 const char          *date)
{
  VoletsSheet *sheet = volets_sheet_new ("Plan de financement");
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  VoletsApplicantKind kind = volets_record_get_number (applicant, VOLETS_APPLICANT_KIND);
  g_autoptr (VoletsAssemblyWords) words = volets_assembly_words_new (applicant);
  g_autoptr (VoletsFundingBalance) balance =
    volets_funding_balance_new (dossier, subsidy, VOLETS_BALANCE_ALL_FUNDERS);
  g_autofree char *mark = volets_paper_mark (dossier);
  g_autofree char *day = volets_french_date (date);
  g_autofree char *label = g_strdup_printf ("Plan établi le %s", day);
  g_autofree char *short_name =
    g_strdup_printf ("%s%sPlan de financement, %s", words->title != NULL ? words->title : "",
                     words->title != NULL ? " – " : "", subsidy->call->acronym);

  volets_sheet_set_letterhead (sheet, words->title);
  volets_sheet_set_short_name (sheet, short_name);
  volets_sheet_set_footer (sheet, mark, label);

  add_identity (sheet, dossier, subsidy->call, words->title != NULL);
  if (subsidy->declared == 0)
    {
      volets_funding_tables_add_blank (sheet, subsidy->call);
    }
  else
    {
      volets_funding_tables_add_items (sheet, balance, dossier);
      volets_funding_tables_add_receipts (sheet, balance, subsidy->call, "");
      add_equality (sheet, subsidy, balance);
    }
  add_own_share (sheet, subsidy, words);
  add_mentions (sheet, subsidy->call, kind);
  add_signature (sheet, applicant, words);

  return VOLETS_DOCUMENT (sheet);
}
