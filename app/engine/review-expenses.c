/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/review-context.h"

#include <string.h>

#include "engine/french.h"
#include "engine/identifier-text.h"
#include "engine/roster.h"
#include "engine/school.h"
#include "engine/services.h"

static const VoletsSection EXPENSE_SECTIONS[] = {
  VOLETS_SECTION_EQUIPMENT,
  VOLETS_SECTION_SERVICE_LINES,
};

static GHashTable *
index_schools (const GPtrArray *schools)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < schools->len; i++)
    {
      const char *id = volets_record_get_text (g_ptr_array_index (schools, i), VOLETS_SCHOOL_ID);

      if (id != NULL)
        g_hash_table_add (ids, (char *) id);
    }

  return ids;
}

static void
check_school (VoletsReviewContext *context,
              VoletsSection        section,
              VoletsRecord        *line,
              int                  row,
              GHashTable          *schools,
              const VoletsRoster  *roster)
{
  const char *school = volets_record_get_text (line, VOLETS_EXPENSE_SCHOOL);
  gboolean is_for_school =
    volets_record_get_number (line, VOLETS_EXPENSE_SCOPE) == VOLETS_EXPENSE_SCOPE_SCHOOL;
  guint index;

  if (school == NULL ? !is_for_school : volets_roster_find (roster, school, &index))
    return;

  if (school != NULL && g_hash_table_contains (schools, school))
    {
      if (is_for_school && !volets_record_get_number (line, VOLETS_EXPENSE_INELIGIBLE))
        volets_review_add_placed (context, VOLETS_SEVERITY_WARNING,
                                  "depense-d-une-ecole-hors-champ", section, row,
                                  VOLETS_EXPENSE_SCHOOL, NULL,
                                  "son école est hors du champ de l’appel, la dépense ne compte "
                                  "donc pas ; choisissez une autre école, ou retirez la ligne.");
    }
  else if (is_for_school)
    volets_review_add_placed (context, VOLETS_SEVERITY_ERROR, "depense-sans-ecole", section, row,
                              VOLETS_EXPENSE_SCHOOL, NULL,
                              "choisissez l’école, ou dites que la dépense est pour tout le "
                              "projet ; d’ici là elle ne compte pas.");
  else
    /* It changes nothing, but a filing would point to nowhere. */
    volets_review_add_placed (context, VOLETS_SEVERITY_ERROR, "ecole-inconnue", section, row,
                              VOLETS_EXPENSE_SCHOOL, NULL,
                              "l’école qu’elle nomme n’est plus dans le dossier ; "
                              "choisissez-en une autre, ou aucune.");
}

static gboolean
has_all_words (const char *const *words,
               const char        *folded)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static VoletsExclusion *
find_exclusion (const VoletsCall *call,
                const char       *label)
{
  g_autofree char *folded = volets_french_fold (label);

  for (guint i = 0; i < call->exclusions->len; i++)
    {
      VoletsExclusion *exclusion = g_ptr_array_index (call->exclusions, i);

      if (exclusion->words != NULL
          && has_all_words ((const char *const *) exclusion->words, folded))
        return exclusion;
    }

  return NULL;
}

/* The label of a line that names what the call leaves out, without the line saying so. Most labels
 * are those of many lines: @known has what was found for each.
 */
static void
check_exclusions (VoletsReviewContext *context,
                  VoletsSection        section,
                  VoletsRecord        *line,
                  int                  row,
                  GHashTable          *known)
{
  const char *label = volets_record_get_text (line, VOLETS_EXPENSE_LABEL);
  g_autofree char *cited = NULL;
  const char *note;
  gpointer found;
  VoletsExclusion *exclusion;

  if (label == NULL || volets_record_get_number (line, VOLETS_EXPENSE_INELIGIBLE))
    return;

  if (!g_hash_table_lookup_extended (known, label, NULL, &found))
    {
      found = find_exclusion (context->call, label);
      g_hash_table_insert (known, (char *) label, found);
    }
  exclusion = found;
  if (exclusion == NULL)
    return;

  cited = volets_identifier_cite (label);
  note = exclusion->provenance.note;
  volets_review_add_placed (context, VOLETS_SEVERITY_WARNING, "eligibilite-douteuse", section,
                            row, VOLETS_EXPENSE_INELIGIBLE, exclusion->provenance.source,
                            "« %s » n’est sans doute pas éligible ; cochez « non éligible », "
                            "ou faites confirmer par le service instructeur.%s%s", cited,
                            note != NULL ? " Hors du champ : " : "", note != NULL ? note : "");
}

static void
check_amount (VoletsReviewContext *context,
              VoletsSection        section,
              VoletsRecord        *line,
              int                  row)
{
  if (volets_record_get_number (line, VOLETS_EXPENSE_INELIGIBLE)
      && !volets_record_has (line, VOLETS_EXPENSE_REASON))
    volets_review_add_placed (context, VOLETS_SEVERITY_WARNING, "motif-manquant", section, row,
                              VOLETS_EXPENSE_REASON, NULL,
                              "dites pourquoi elle n’est pas éligible.");
  if (volets_record_get_number (line, VOLETS_EXPENSE_QUANTITY) == 0
      || volets_record_get_number (line, VOLETS_EXPENSE_UNIT_PRICE) == 0)
    volets_review_add_placed (context, VOLETS_SEVERITY_WARNING, "depense-nulle", section, row,
                              VOLETS_EXPENSE_UNIT_PRICE, NULL,
                              "elle vaut 0 € ; complétez-la ou retirez-la.");
}

/* Each line of expense: its school, its reason, its amount, what it is. */
void
volets_review_expenses (VoletsReviewContext *context)
{
  g_autoptr (GHashTable) schools = index_schools (context->records[VOLETS_SECTION_SCHOOLS]);
  g_autoptr (VoletsRoster) roster = volets_roster_new (context->call, context->dossier);
  g_autoptr (GHashTable) exclusions = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_lines = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (EXPENSE_SECTIONS); i++)
    {
      VoletsSection section = EXPENSE_SECTIONS[i];
      const GPtrArray *lines = context->records[section];

      n_lines += lines->len;
      for (guint j = 0; j < lines->len; j++)
        {
          VoletsRecord *line = g_ptr_array_index (lines, j);

          check_school (context, section, line, (int) j, schools, roster);
          check_exclusions (context, section, line, (int) j, exclusions);
          check_amount (context, section, line, (int) j);
        }
    }

  if (n_lines == 0)
    volets_review_add (context, VOLETS_SEVERITY_ERROR, "aucune-depense", VOLETS_SECTION_EQUIPMENT,
                       VOLETS_FINDING_NONE, VOLETS_FINDING_NONE, NULL,
                       "Ajoutez au moins une dépense : il n’y a rien à subventionner.");
}

static gboolean
call_wants_equipment_first (const VoletsCall    *call,
                            const VoletsSource **source)
{
  for (guint i = 0; i < call->volets->len; i++)
    {
      const VoletsVolet *volet = g_ptr_array_index (call->volets, i);

      for (guint j = 0; j < volet->ceilings->len; j++)
        {
          const VoletsLimit *limit = g_ptr_array_index (volet->ceilings, j);

          if (limit->equipped_only)
            {
              *source = limit->provenance.source;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* The service: its modality, and schools that get equipment along with it. */
void
volets_review_services (VoletsReviewContext *context)
{
  VoletsRecord *services = volets_dossier_get_record (context->dossier, VOLETS_SECTION_SERVICES);
  const char *modality = volets_record_get_text (services, VOLETS_SERVICES_MODALITY);
  guint n_lines = context->records[VOLETS_SECTION_SERVICE_LINES]->len;
  const VoletsSource *source = NULL;
  g_autofree char *cited = modality != NULL ? volets_identifier_cite (modality) : NULL;

  if (modality != NULL && volets_call_find_item (context->call->modalities, modality) == NULL)
    volets_review_add (context, VOLETS_SEVERITY_ERROR, "modalite-inconnue",
                       VOLETS_SECTION_SERVICES, VOLETS_FINDING_NONE, VOLETS_SERVICES_MODALITY,
                       NULL, "L’appel ne connaît pas la modalité « %s » ; choisissez-en une de sa "
                       "liste.", cited);
  if (modality == NULL && n_lines > 0 && context->call->modalities->len > 0)
    {
      const VoletsCallItem *first = g_ptr_array_index (context->call->modalities, 0);

      volets_review_add (context, VOLETS_SEVERITY_ERROR, "modalite-manquante",
                         VOLETS_SECTION_SERVICES, VOLETS_FINDING_NONE, VOLETS_SERVICES_MODALITY,
                         first->provenance.source,
                         "Choisissez la modalité du service : l’appel en admet %u.",
                         context->call->modalities->len);
    }
  if (n_lines > 0
      && context->records[VOLETS_SECTION_EQUIPMENT]->len == 0
      && call_wants_equipment_first (context->call, &source))
    volets_review_add (context, VOLETS_SEVERITY_WARNING, "services-sans-equipement",
                       VOLETS_SECTION_SERVICE_LINES, VOLETS_FINDING_NONE, VOLETS_FINDING_NONE,
                       source, "Les services ne comptent que pour les écoles équipées dans le "
                       "cadre de l’appel, et le dossier n’a aucune dépense d’équipement ; ajoutez "
                       "ce qui leur manque à l’étape Équipement.");
}
