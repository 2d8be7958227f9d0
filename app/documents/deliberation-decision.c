/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/deliberation-decision.h"

#include <string.h>

#include "documents/act-fields.h"
#include "documents/paper-words.h"
#include "documents/sheet-act.h"
#include "engine/applicant.h"
#include "engine/french.h"
#include "engine/money.h"
#include "engine/project.h"
#include "engine/session.h"
#include "engine/vote.h"

static const char *
get_outcome (VoletsVote vote)
{
  switch (vote)
    {
    case VOLETS_VOTE_UNANIMOUS:
      return "à l’unanimité";
    case VOLETS_VOTE_UNANIMOUS_OF_CAST:
      return "à l’unanimité des suffrages exprimés";
    case VOLETS_VOTE_MAJORITY:
      return "à la majorité des suffrages exprimés";
    case VOLETS_VOTE_UNKNOWN:
    default:
      return NULL;
    }
}

static void
add_formula (VoletsSheet               *sheet,
             const VoletsAssemblyWords *words,
             const char                *outcome)
{
  g_autofree char *assembly = volets_french_capitalise (words->assembly);
  g_autofree char *sentence =
    g_strdup_printf ("%s, après en avoir délibéré%s%s, décide :", assembly,
                     outcome != NULL ? ", " : "", outcome != NULL ? outcome : "");

  volets_sheet_add_paragraph (sheet, sentence);
  volets_sheet_keep_with_next (sheet);
}

static char *
write_approval (VoletsDossier       *dossier,
                const VoletsSubsidy *subsidy)
{
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);
  const char *title = volets_record_get_text (project, VOLETS_PROJECT_TITLE);
  g_autofree char *total = volets_money_format (subsidy->declared);
  GString *article = g_string_new ("D’approuver le projet");

  if (title != NULL)
    g_string_append_printf (article, " « %s »", title);
  g_string_append (article, " et son plan de financement");
  if (subsidy->declared > 0)
    g_string_append_printf (article, ", équilibré à %s" VOLETS_NBSP "%s", total,
                            subsidy->call->tax_included ? "TTC" : "HT");
  g_string_append_c (article, '.');

  return g_string_free (article, FALSE);
}

/* Where one volet gives all of it there is nothing to break down. */
static char *
write_breakdown (const VoletsSubsidy *subsidy)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);
      g_autofree char *amount = volets_money_format (volet->amount);
      g_autofree char *part = g_strdup_printf ("%s pour le volet « %s »", amount,
                                               volet->rule->title);

      if (volet->amount > 0)
        g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);

  return g_strv_length (parts) > 1 ? volets_french_join ((const char *const *) parts) : NULL;
}

static char *
write_request (const VoletsSubsidy *subsidy)
{
  g_autofree char *of_call = volets_paper_of_call (subsidy->call);
  g_autofree char *amount = volets_money_format (subsidy->amount);
  g_autofree char *breakdown = write_breakdown (subsidy);
  GString *article = g_string_new (NULL);

  g_string_append_printf (article, "De solliciter de l’État, au titre %s, ", of_call);
  if (subsidy->amount == 0)
    g_string_append (article, "la subvention que prévoit ce plan");
  else
    g_string_append_printf (article, "une subvention de %s", amount);
  if (breakdown != NULL)
    g_string_append_printf (article, ", soit %s", breakdown);
  g_string_append_c (article, '.');

  return g_string_free (article, FALSE);
}

/* « le maire, président de la caisse » is closed by a comma in the middle of a sentence. */
static char *
write_authorisation (const VoletsAssemblyWords *words)
{
  return g_strdup_printf ("D’autoriser %s%s à signer la demande de subvention, la convention à "
                          "intervenir avec l’État et tout document qui s’y rapporte.", words->head,
                          strchr (words->head, ',') != NULL ? "," : "");
}

static char *
write_credits (const VoletsSubsidy       *subsidy,
               const VoletsAssemblyWords *words)
{
  g_autofree char *of_body = volets_french_of (words->body);
  g_autofree char *total = volets_money_format (subsidy->declared_amounts.including_tax);

  if (subsidy->declared == 0)
    return g_strdup_printf ("D’inscrire au budget %s les crédits nécessaires.", of_body);

  return g_strdup_printf ("D’inscrire au budget %s les crédits nécessaires, soit "
                          "%s" VOLETS_NBSP "TTC.", of_body, total);
}

static char *
write_commitment (const VoletsSubsidy       *subsidy,
                  const VoletsAssemblyWords *words)
{
  g_autofree char *of_body = volets_french_of (words->body);
  g_autofree char *amount = volets_money_format (subsidy->own_share);

  if (subsidy->declared == 0 || subsidy->own_share < 0)
    return g_strdup_printf ("De s’engager à financer la part qui reste à la charge %s.", of_body);

  return g_strdup_printf ("De s’engager à financer la part qui reste à la charge %s, soit "
                          "%s" VOLETS_NBSP "%s.", of_body, amount,
                          subsidy->call->tax_included ? "TTC" : "HT");
}

static void
add_articles (VoletsSheet               *sheet,
              VoletsDossier             *dossier,
              const VoletsSubsidy       *subsidy,
              const VoletsAssemblyWords *words)
{
  g_autofree char *approval = write_approval (dossier, subsidy);
  g_autofree char *request = write_request (subsidy);
  g_autofree char *authorisation = write_authorisation (words);
  g_autofree char *credits = write_credits (subsidy, words);
  g_autofree char *commitment = write_commitment (subsidy, words);

  volets_sheet_add_articles (sheet,
    volets_paper_cells ("Article 1er –", "Article 2 –", "Article 3 –", "Article 4 –",
                        "Article 5 –"),
    volets_paper_cells (approval, request, authorisation, credits, commitment));
}

static void
add_vote (VoletsSheet   *sheet,
          VoletsDossier *dossier,
          const char    *outcome)
{
  VoletsRecord *session = volets_dossier_get_record (dossier, VOLETS_SECTION_SESSION);
  g_autofree char *votes_for = volets_act_count (session, VOLETS_SESSION_FOR);
  g_autofree char *against = volets_act_count (session, VOLETS_SESSION_AGAINST);
  g_autofree char *abstentions = volets_act_count (session, VOLETS_SESSION_ABSTENTIONS);
  g_autofree char *adopted = outcome != NULL ? g_strdup_printf ("adoptée %s", outcome)
                                             : g_strdup ("");

  volets_sheet_add_fields (sheet, 4, volets_paper_cells ("Pour", votes_for, "Contre", against,
                                                         "Abstentions", abstentions,
                                                         "Délibération", adopted));
}

/* A date before the session is that of the convocation’s posting. */
static char *
get_posting_day (VoletsRecord *session)
{
  const char *posting = volets_record_get_text (session, VOLETS_SESSION_POSTING_DATE);
  const char *day = volets_record_get_text (session, VOLETS_SESSION_DATE);

  if (posting == NULL || day == NULL || strcmp (posting, day) < 0)
    return g_strdup ("");

  return volets_act_day (session, VOLETS_SESSION_POSTING_DATE);
}

static void
add_certificate (VoletsSheet               *sheet,
                 VoletsDossier             *dossier,
                 const VoletsCall          *call,
                 const VoletsAssemblyWords *words)
{
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  VoletsRecord *session = volets_dossier_get_record (dossier, VOLETS_SECTION_SESSION);
  VoletsApplicantKind kind = volets_record_get_number (applicant, VOLETS_APPLICANT_KIND);
  g_autofree char *head = volets_french_capitalise (words->head);
  g_autofree char *mentions = volets_paper_join (call->act_mentions, kind, " ");
  g_autofree char *posting = get_posting_day (session);
  g_autofree char *certificate = volets_paper_join (call->act_certificates, kind, " ");
  g_autoptr (GString) sentence = g_string_new ("Pour extrait certifié conforme.");

  if (*mentions != '\0')
    volets_sheet_add_note (sheet, mentions);
  if (*certificate != '\0')
    g_string_append_printf (sentence, " %s%s %s", head, strchr (head, ',') != NULL ? "," : "",
                            certificate);
  volets_sheet_add_paragraph (sheet, sentence->str);
  volets_sheet_keep_with_next (sheet);
  volets_sheet_add_fields (sheet, 2,
    volets_paper_cells ("Publiée ou affichée le", posting, "Transmise à la préfecture le", "",
                        "Fait à", volets_act_text (applicant, VOLETS_APPLICANT_CITY), "Le", ""));
  volets_sheet_keep_with_next (sheet);
  volets_sheet_add_signatures (sheet, volets_paper_cells (head, "Secrétaire de séance"),
    volets_paper_cells (volets_act_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_NAME),
                        volets_act_text (session, VOLETS_SESSION_SECRETARY)));
}

/**
 * volets_deliberation_add_decision:
 * @sheet: a délibération
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @words: what the applicant and its assembly are called
 *
 * Adds what is decided, how it was voted, the certificate and the signatures.
 */
void
volets_deliberation_add_decision (VoletsSheet               *sheet,
                                  VoletsDossier             *dossier,
                                  const VoletsSubsidy       *subsidy,
                                  const VoletsAssemblyWords *words)
{
  VoletsRecord *session = volets_dossier_get_record (dossier, VOLETS_SECTION_SESSION);
  const char *outcome = get_outcome (volets_vote_read (session));

  add_formula (sheet, words, outcome);
  add_articles (sheet, dossier, subsidy, words);
  add_vote (sheet, dossier, outcome);
  add_certificate (sheet, dossier, subsidy->call, words);
}
