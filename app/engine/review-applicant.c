/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/review-context.h"

#include "engine/applicant.h"
#include "engine/commune.h"
#include "engine/french.h"
#include "engine/iban.h"
#include "engine/identifiers.h"
#include "engine/place-codes.h"
#include "engine/session.h"

/* A call that is closed, or not open yet. */
void
volets_review_calendar (VoletsReviewContext *context)
{
  const VoletsCallDate *closing = volets_call_find_date (context->call, TRUE);
  const VoletsCallDate *opening = volets_call_find_date (context->call, FALSE);

  if (closing != NULL && g_strcmp0 (context->today, closing->day) > 0)
    {
      g_autofree char *day = volets_french_date (closing->day);

      volets_review_add (context, VOLETS_SEVERITY_WARNING, "appel-clos", VOLETS_SECTION_PROJECT,
                         VOLETS_FINDING_NONE, VOLETS_FINDING_NONE, closing->provenance.source,
                         "L’appel est clos depuis le %s : la plateforme ne prendra sans doute "
                         "plus le dossier.", day);
    }
  if (opening != NULL && g_strcmp0 (context->today, opening->day) < 0)
    {
      g_autofree char *day = volets_french_date (opening->day);

      volets_review_add (context, VOLETS_SEVERITY_WARNING, "appel-pas-ouvert",
                         VOLETS_SECTION_PROJECT, VOLETS_FINDING_NONE, VOLETS_FINDING_NONE,
                         opening->provenance.source, "L’appel n’ouvre que le %s ; attendez ce jour "
                         "pour déposer.", day);
    }
}

static void
check_siren (VoletsReviewContext *context,
             VoletsRecord        *applicant)
{
  const char *siret = volets_record_get_text (applicant, VOLETS_APPLICANT_SIRET);
  const char *kind = volets_record_get_choice (applicant, VOLETS_APPLICANT_KIND);
  const char *guessed;
  g_autofree char *siren = NULL;

  if (siret == NULL || kind == NULL || !volets_siret_check (siret, NULL))
    return;

  siren = volets_identifier_compact (siret);
  siren[9] = '\0';
  guessed = volets_siren_guess_kind (siren);
  if (guessed != NULL && !g_str_equal (guessed, kind))
    volets_review_add (context, VOLETS_SEVERITY_WARNING, "siren-d-une-autre-nature",
                       VOLETS_SECTION_APPLICANT, VOLETS_FINDING_NONE, VOLETS_APPLICANT_SIRET, NULL,
                       "Un SIREN qui commence par %.2s est d’ordinaire celui d’une autre sorte de "
                       "collectivité ; vérifiez la nature du demandeur.", siren);
}

/* Who may ask, and whether its numbers look like its own. */
void
volets_review_applicant (VoletsReviewContext *context)
{
  VoletsRecord *applicant =
    volets_dossier_get_record (context->dossier, VOLETS_SECTION_APPLICANT);
  int kind = (int) volets_record_get_number (applicant, VOLETS_APPLICANT_KIND);
  const char *iban = volets_record_get_text (applicant, VOLETS_APPLICANT_IBAN);

  if (kind != VOLETS_APPLICANT_KIND_MISSING
      && volets_call_find_allowed (context->call->applicants, kind) == NULL)
    volets_review_add (context, VOLETS_SEVERITY_ERROR, "demandeur-non-admis",
                       VOLETS_SECTION_APPLICANT, VOLETS_FINDING_NONE, VOLETS_APPLICANT_KIND, NULL,
                       "L’appel « %s » ne s’adresse pas à ce genre de collectivité ; vérifiez la "
                       "nature du demandeur, ou choisissez un autre appel.",
                       context->call->acronym);
  check_siren (context, applicant);
  if (iban != NULL && volets_iban_check (iban, NULL) && !volets_iban_is_public_bank (iban))
    volets_review_add (context, VOLETS_SEVERITY_WARNING, "iban-hors-banque-de-france",
                       VOLETS_SECTION_APPLICANT, VOLETS_FINDING_NONE, VOLETS_APPLICANT_IBAN, NULL,
                       "Le compte d’un comptable public est d’ordinaire tenu par la Banque de "
                       "France (code banque 30001) ; vérifiez l’IBAN.");
}

static void
check_population (VoletsReviewContext *context,
                  VoletsRecord        *commune,
                  int                  row)
{
  gint64 population = volets_record_get_number (commune, VOLETS_COMMUNE_POPULATION);
  const VoletsSource *source = context->call->population_provenance.source;
  g_autofree char *limit = NULL;

  if (context->call->max_population == VOLETS_UNSET)
    return;

  limit = volets_french_count (context->call->max_population, "habitant", "habitants");
  if (population == VOLETS_UNSET)
    volets_review_add_placed (context, VOLETS_SEVERITY_WARNING, "population-inconnue",
                              VOLETS_SECTION_COMMUNES, row, VOLETS_COMMUNE_POPULATION, source,
                              "indiquez la population ; l’appel s’arrête à %s.", limit);
  else if (population > context->call->max_population)
    volets_review_add_placed (context, VOLETS_SEVERITY_ERROR, "population-trop-grande",
                              VOLETS_SECTION_COMMUNES, row, VOLETS_COMMUNE_POPULATION, source,
                              "l’appel s’arrête à %s ; retirez-la, ou corrigez sa population.",
                              limit);
}

static void
check_departement (VoletsReviewContext *context,
                   const char          *insee,
                   int                  row)
{
  g_autofree char *code = NULL;
  const VoletsProvenance *rule = &context->call->departements_provenance;

  if (!volets_insee_check (insee, NULL))
    return;

  code = volets_insee_get_departement (insee);
  if (volets_call_has_departement (context->call, code))
    volets_review_add (context, VOLETS_SEVERITY_INFORMATION, "departement-particulier",
                       VOLETS_SECTION_COMMUNES, row, VOLETS_COMMUNE_INSEE, rule->source,
                       "Commune %d (%s) : %s", row + 1, code, rule->note);
}

/* The communes that the application covers. */
void
volets_review_communes (VoletsReviewContext *context)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *communes = context->records[VOLETS_SECTION_COMMUNES];

  if (communes->len == 0)
    volets_review_add (context, VOLETS_SEVERITY_ERROR, "aucune-commune", VOLETS_SECTION_COMMUNES,
                       VOLETS_FINDING_NONE, VOLETS_FINDING_NONE, NULL,
                       "Ajoutez la commune que la demande couvre, ou chacune d’elles.");

  for (guint i = 0; i < communes->len; i++)
    {
      VoletsRecord *commune = g_ptr_array_index (communes, i);
      const char *insee = volets_record_get_text (commune, VOLETS_COMMUNE_INSEE);
      g_autofree char *cited = NULL;

      check_population (context, commune, (int) i);
      if (insee == NULL)
        continue;
      cited = volets_identifier_cite (insee);
      check_departement (context, insee, (int) i);
      if (!g_hash_table_add (seen, volets_identifier_compact (insee)))
        volets_review_add_placed (context, VOLETS_SEVERITY_ERROR, "commune-en-double",
                                  VOLETS_SECTION_COMMUNES, (int) i, VOLETS_COMMUNE_INSEE, NULL,
                                  "le code %s est déjà celui d’une autre ligne ; gardez-en une "
                                  "seule.", cited);
    }
}

/* Votes that do not add up. */
void
volets_review_session (VoletsReviewContext *context)
{
  VoletsRecord *session = volets_dossier_get_record (context->dossier, VOLETS_SECTION_SESSION);
  gint64 members = volets_record_get_number (session, VOLETS_SESSION_MEMBERS);
  gint64 present = volets_record_get_number (session, VOLETS_SESSION_PRESENT);
  gint64 voting = volets_record_get_number (session, VOLETS_SESSION_VOTING);
  gint64 votes_for = volets_record_get_number (session, VOLETS_SESSION_FOR);
  gint64 votes_against = volets_record_get_number (session, VOLETS_SESSION_AGAINST);
  gint64 abstentions = volets_record_get_number (session, VOLETS_SESSION_ABSTENTIONS);
  gint64 votes = votes_for + votes_against + abstentions;

  if (members != VOLETS_UNSET && present > members)
    volets_review_add (context, VOLETS_SEVERITY_WARNING, "presents-trop-nombreux",
                       VOLETS_SECTION_SESSION, VOLETS_FINDING_NONE, VOLETS_SESSION_PRESENT, NULL,
                       "Il y a plus de membres présents (%" G_GINT64_FORMAT ") que de membres en "
                       "exercice (%" G_GINT64_FORMAT ") ; vérifiez les deux nombres.", present,
                       members);
  if (voting != VOLETS_UNSET && votes_for != VOLETS_UNSET && votes_against != VOLETS_UNSET
      && abstentions != VOLETS_UNSET && votes != voting)
    volets_review_add (context, VOLETS_SEVERITY_WARNING, "votes-inegaux",
                       VOLETS_SECTION_SESSION, VOLETS_FINDING_NONE, VOLETS_SESSION_VOTING, NULL,
                       "Les voix pour, contre et les abstentions font %" G_GINT64_FORMAT
                       ", mais il y a %" G_GINT64_FORMAT " votants ; vérifiez ces nombres.", votes,
                       voting);
}
