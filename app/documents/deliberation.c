/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/deliberation.h"

#include "documents/act-fields.h"
#include "documents/assembly-words.h"
#include "documents/deliberation-decision.h"
#include "documents/deliberation-statement.h"
#include "documents/funding-tables.h"
#include "documents/paper-words.h"
#include "documents/sheet-act.h"
#include "engine/applicant.h"
#include "engine/commune.h"
#include "engine/departements.h"
#include "engine/french.h"
#include "engine/place-codes.h"
#include "engine/project.h"
#include "engine/session.h"

/* The one that all communes of the project are in; "" where they are in several, or unknown. */
static char *
write_departement (VoletsDossier *dossier)
{
  guint n_rows = volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMUNES);
  g_autofree char *code = NULL;
  char *name = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      VoletsRecord *commune = volets_dossier_get_row (dossier, VOLETS_SECTION_COMMUNES, i);
      const char *insee = volets_record_get_text (commune, VOLETS_COMMUNE_INSEE);
      g_autofree char *own = insee != NULL ? volets_insee_get_departement (insee) : NULL;

      if (own == NULL || (code != NULL && !g_str_equal (code, own)))
        return g_strdup ("");
      g_free (code);
      code = g_steal_pointer (&own);
    }
  if (code != NULL)
    name = volets_departement_get_name (code);

  return name != NULL ? name : g_strdup ("");
}

static void
add_session (VoletsSheet   *sheet,
             VoletsDossier *dossier,
             gboolean       has_issuer)
{
  VoletsRecord *session = volets_dossier_get_record (dossier, VOLETS_SECTION_SESSION);
  g_autofree char *departement = write_departement (dossier);
  g_autofree char *day = volets_act_day (session, VOLETS_SESSION_DATE);
  g_autofree char *convocation = volets_act_day (session, VOLETS_SESSION_CONVOCATION_DATE);
  g_autofree char *posting = volets_act_day (session, VOLETS_SESSION_POSTING_DATE);
  g_autofree char *members = volets_act_count (session, VOLETS_SESSION_MEMBERS);
  g_autofree char *present = volets_act_count (session, VOLETS_SESSION_PRESENT);
  g_autofree char *proxies = volets_act_count (session, VOLETS_SESSION_PROXIES);
  g_autofree char *voting = volets_act_count (session, VOLETS_SESSION_VOTING);

  if (!has_issuer)
    volets_sheet_add_fields (sheet, 1, volets_paper_cells ("Collectivité", ""));
  volets_sheet_add_fields (sheet, 2,
    volets_paper_cells ("Département", departement,
                        "Délibération n°", volets_act_text (session, VOLETS_SESSION_NUMBER),
                        "Date de la séance", day,
                        "Lieu de la séance", volets_act_text (session, VOLETS_SESSION_PLACE),
                        "Date de convocation", convocation,
                        "Date d’affichage", posting,
                        "Présidence de séance", volets_act_text (session, VOLETS_SESSION_PRESIDENT),
                        "Secrétaire de séance",
                        volets_act_text (session, VOLETS_SESSION_SECRETARY)));
  volets_sheet_add_fields (sheet, 4,
                           volets_paper_cells ("Membres en exercice", members, "Présents", present,
                                               "Procurations", proxies, "Votants", voting));
}

static void
add_object (VoletsSheet      *sheet,
            VoletsDossier    *dossier,
            const VoletsCall *call)
{
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);
  const char *title = volets_record_get_text (project, VOLETS_PROJECT_TITLE);
  g_autoptr (GString) object = g_string_new ("Demande de subvention à l’État et plan de "
                                             "financement");

  if (title != NULL)
    g_string_append_printf (object, " du projet « %s »", title);
  g_string_append_printf (object, " (%s, %u)", call->acronym, call->year);
  volets_sheet_add_articles (sheet, volets_paper_cells ("Objet :"),
                             volets_paper_cells (object->str));
}

/* What is not known of it is in the fields above, to be written there. */
static void
add_opening (VoletsSheet               *sheet,
             VoletsDossier             *dossier,
             const VoletsAssemblyWords *words)
{
  VoletsRecord *session = volets_dossier_get_record (dossier, VOLETS_SECTION_SESSION);
  const char *president = volets_record_get_text (session, VOLETS_SESSION_PRESIDENT);
  const char *agreement = words->assembly_is_feminine ? "e" : "";
  g_autofree char *day = volets_act_day (session, VOLETS_SESSION_DATE);
  g_autofree char *convocation = volets_act_day (session, VOLETS_SESSION_CONVOCATION_DATE);
  g_autofree char *assembly = *day != '\0' ? g_strdup_printf ("Le %s, %s", day, words->assembly)
                                           : volets_french_capitalise (words->assembly);
  g_autoptr (GString) sentence = g_string_new (assembly);

  g_string_append_printf (sentence, ", légalement convoqué%s", agreement);
  if (*convocation != '\0')
    g_string_append_printf (sentence, " le %s", convocation);
  g_string_append_printf (sentence, ", s’est réuni%s", agreement);
  if (president != NULL)
    {
      g_autofree char *of_president = volets_french_of_person (president);

      g_string_append_printf (sentence, " sous la présidence %s", of_president);
    }
  g_string_append_c (sentence, '.');
  volets_sheet_add_paragraph (sheet, sentence->str);
}

static void
add_visas (VoletsSheet         *sheet,
           const VoletsCall    *call,
           VoletsApplicantKind  applicant)
{
  g_autofree char *visas = volets_paper_join (call->visas, applicant, "\n");

  if (*visas != '\0')
    volets_sheet_add_paragraph (sheet, visas);
}

static void
add_plan (VoletsSheet         *sheet,
          VoletsDossier       *dossier,
          const VoletsSubsidy *subsidy)
{
  g_autoptr (VoletsFundingBalance) balance =
    volets_funding_balance_new (dossier, subsidy, VOLETS_BALANCE_ALL_FUNDERS);

  volets_sheet_add_heading (sheet, 2, "Plan de financement");
  if (subsidy->declared == 0)
    {
      volets_funding_tables_add_blank (sheet, subsidy->call);
      return;
    }
  volets_funding_tables_add_expenses (sheet, balance);
  volets_funding_tables_add_receipts (sheet, balance, subsidy->call, "");
}

/**
 * volets_deliberation_new:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day of the paper, 2021-03-31; the act has that of its session alone
 *
 * The délibération by which the assembly of the applicant approves the project and its plan, and
 * asks for the subsidy. It is what real ones are: see domain.md, « Délibération et plan de
 * financement ».
 *
 * Returns: (transfer full): the paper
 */
VoletsDocument *
volets_deliberation_new (VoletsDossier       *dossier,
                         const VoletsSubsidy *subsidy,
                         const char          *date)
{
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  VoletsApplicantKind kind = volets_record_get_number (applicant, VOLETS_APPLICANT_KIND);
  g_autoptr (VoletsAssemblyWords) words = volets_assembly_words_new (applicant);
  g_autofree char *of_assembly = volets_french_of (words->assembly);
  g_autofree char *title = g_strdup_printf ("Extrait du registre des délibérations %s",
                                            of_assembly);
  g_autofree char *mark = volets_paper_mark (dossier);
  g_autofree char *short_name =
    g_strdup_printf ("%s%sDélibération, %s", words->title != NULL ? words->title : "",
                     words->title != NULL ? " – " : "", subsidy->call->acronym);
  g_autofree char *of_head = volets_french_of (words->head);
  g_autofree char *statement = g_strdup_printf ("Exposé %s", of_head);
  VoletsSheet *sheet = volets_sheet_new (title);

  volets_sheet_set_letterhead (sheet, words->title);
  volets_sheet_set_short_name (sheet, short_name);
  volets_sheet_set_footer (sheet, mark, "Délibération");

  add_session (sheet, dossier, words->title != NULL);
  add_object (sheet, dossier, subsidy->call);
  add_opening (sheet, dossier, words);
  add_visas (sheet, subsidy->call, kind);

  volets_sheet_add_heading (sheet, 2, statement);
  volets_deliberation_add_statement (sheet, dossier, subsidy, words);
  add_plan (sheet, dossier, subsidy);

  volets_sheet_add_heading (sheet, 2, "Décision");
  volets_deliberation_add_decision (sheet, dossier, subsidy, words);

  return VOLETS_DOCUMENT (sheet);
}
