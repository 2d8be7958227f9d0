/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/transcription.h"

#include "documents/paper-words.h"
#include "documents/sheet.h"
#include "documents/transcription-form.h"
#include "documents/transcription-steps.h"
#include "engine/applicant.h"
#include "engine/french.h"
#include "engine/platform.h"
#include "engine/review.h"

static void
add_use_of_form (VoletsSheet          *sheet,
                 const VoletsPlatform *platform)
{
  g_autofree char *address = volets_platform_get_address (platform);
  g_autofree char *first = g_strdup_printf (
    "Les questions sont celles de %s (démarche %s), dans l’ordre de son formulaire. Cochez chaque "
    "ligne quand elle est faite.", platform->name, platform->procedure);
  g_autofree char *prefilled = g_strdup_printf (
    "« prérempli » : la réponse est dans le fichier de préremplissage, qui s’envoie à %s ; il ne "
    "reste qu’à la relire.", address);
  const char *const items[] = {
    prefilled,
    "« à la main » : la plateforme ne laisse pas préremplir cette question.",
    "« à joindre » : un fichier à déposer là.",
    "« à compléter », « à corriger » : la réponse manque dans le dossier, ou ne peut pas être "
    "juste ; elle n’est pas préremplie.",
    NULL,
  };

  volets_sheet_add_paragraph (sheet, first);
  volets_sheet_add_list (sheet, items);
}

static void
add_use (VoletsSheet         *sheet,
         const VoletsAnswers *answers,
         const VoletsCall    *call,
         guint                n_errors)
{
  const VoletsPlatform *platform = call->platform;
  g_autofree char *amount = volets_answers_type_amount (answers, 123456);
  g_autofree char *forms = g_strdup_printf (
    "Les réponses sont écrites comme elles se tapent : codes sans espace, montants comme %s, "
    "dates comme 31/03/2021.", amount);
  g_autofree char *errors = NULL;

  if (platform != NULL && platform->fields->len > 0)
    add_use_of_form (sheet, platform);
  else
    volets_sheet_add_paragraph (sheet, "L’appel ne donne pas les questions de la plateforme : les "
                                "réponses suivent l’ordre des étapes de Volets. Cochez chaque "
                                "ligne quand elle est faite.");
  volets_sheet_add_paragraph (sheet, forms);
  if (n_errors == 0)
    return;

  errors = g_strdup_printf (n_errors == 1 ? "Le contrôle du dossier trouve encore %u erreur : "
                                            "mieux vaut la corriger avant de recopier."
                                          : "Le contrôle du dossier trouve encore %u erreurs : "
                                            "mieux vaut les corriger avant de recopier.", n_errors);
  volets_sheet_add_paragraph (sheet, errors);
}

/**
 * volets_transcription_new:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day of the paper, 2021-03-31
 *
 * The sheet « Fiche de recopie » for whoever types the answers into the filing platform: each as it
 * is typed there, beside a box to tick, in the order of the platform's form where the call tells
 * it, else in that of the steps.
 *
 * Returns: (transfer full): the paper
 */
VoletsDocument *
volets_transcription_new (VoletsDossier       *dossier,
                          const VoletsSubsidy *subsidy,
                          const char          *date)
{
  VoletsSheet *sheet = volets_sheet_new ("Fiche de recopie");
  VoletsCall *call = subsidy->call;
  const VoletsPlatform *platform = call->platform;
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  const char *name = volets_paper_get_text (applicant, VOLETS_APPLICANT_NAME);
  g_autoptr (GPtrArray) findings = volets_review (call, dossier, subsidy, date);
  g_autoptr (VoletsAnswers) answers =
    volets_answers_new (call, dossier, findings, platform != NULL && platform->decimal_point);
  g_autofree char *mark = volets_paper_mark (dossier);
  g_autofree char *day = volets_french_date (date);
  g_autofree char *label = g_strdup_printf ("Fiche établie le %s", day);
  g_autofree char *subtitle = g_strdup_printf ("%s (%s, %u)", call->title, call->acronym,
                                               call->year);
  g_autofree char *short_name = g_strdup_printf ("Fiche de recopie – %s", name);

  volets_sheet_set_overline (sheet, name);
  volets_sheet_set_subtitle (sheet, subtitle);
  volets_sheet_set_short_name (sheet, short_name);
  volets_sheet_set_footer (sheet, mark, label);

  add_use (sheet, answers, call, volets_review_count (findings, VOLETS_SEVERITY_ERROR));
  if (platform != NULL && platform->fields->len > 0)
    volets_transcription_add_form (sheet, answers, subsidy);
  else
    volets_transcription_add_steps (sheet, answers, subsidy);

  return VOLETS_DOCUMENT (sheet);
}
