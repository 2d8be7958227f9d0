/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/review-context.h"

#include <string.h>

#include "engine/commune.h"
#include "engine/identifiers.h"
#include "engine/place-codes.h"
#include "engine/school.h"

/* Beyond these, a class is more likely a slip of the keyboard. */
#define MAX_PUPILS_PER_CLASS 40
#define MIN_PUPILS_PER_CLASS 4

static GHashTable *
index_covered_communes (const GPtrArray *communes)
{
  GHashTable *covered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < communes->len; i++)
    {
      const char *insee = volets_record_get_text (g_ptr_array_index (communes, i),
                                                  VOLETS_COMMUNE_INSEE);

      if (insee != NULL)
        g_hash_table_add (covered, volets_identifier_compact (insee));
    }

  return covered;
}

static void
check_perimeter (VoletsReviewContext *context,
                 VoletsRecord        *school,
                 int                  row)
{
  int kind = (int) volets_record_get_number (school, VOLETS_SCHOOL_KIND);
  const VoletsProvenance *rule =
    &((const VoletsAllowed *) g_ptr_array_index (context->call->school_kinds, 0))->provenance;

  if (kind == VOLETS_SCHOOL_KIND_MISSING
      || volets_call_find_allowed (context->call->school_kinds, kind) != NULL)
    return;

  if (kind == VOLETS_SCHOOL_KIND_MATERNELLE)
    volets_review_add_placed (context, VOLETS_SEVERITY_ERROR, "maternelle",
                              VOLETS_SECTION_SCHOOLS, row, VOLETS_SCHOOL_KIND, rule->source,
                              "les écoles maternelles sont hors du champ de l’appel ; retirez "
                              "la ligne, ou corrigez la nature de l’école.");
  else
    volets_review_add_placed (context, VOLETS_SEVERITY_ERROR, "ecole-hors-champ",
                              VOLETS_SECTION_SCHOOLS, row, VOLETS_SCHOOL_KIND, rule->source,
                              "cette nature d’école est hors du champ de l’appel ; retirez la "
                              "ligne, ou corrigez la nature de l’école.");
}

static void
check_headcount (VoletsReviewContext *context,
                 VoletsRecord        *school,
                 int                  row)
{
  gint64 classes = volets_record_get_number (school, VOLETS_SCHOOL_CLASSES);
  gint64 pupils = volets_record_get_number (school, VOLETS_SCHOOL_PUPILS);

  if (classes == 0)
    volets_review_add_placed (context, VOLETS_SEVERITY_WARNING, "ecole-sans-classe",
                              VOLETS_SECTION_SCHOOLS, row, VOLETS_SCHOOL_CLASSES, NULL,
                              "sans classe de cycle 2 ou 3, elle n’ouvre droit à rien ; "
                              "vérifiez le nombre de classes, ou retirez la ligne.");
  else if (classes > 0 && pupils > 0
           && (pupils > classes * MAX_PUPILS_PER_CLASS || pupils < classes * MIN_PUPILS_PER_CLASS))
    volets_review_add_placed (context, VOLETS_SEVERITY_WARNING, "effectif-improbable",
                              VOLETS_SECTION_SCHOOLS, row, VOLETS_SCHOOL_PUPILS, NULL,
                              "%" G_GINT64_FORMAT " élèves pour %" G_GINT64_FORMAT
                              " classes, c’est inhabituel ; vérifiez les deux nombres.", pupils,
                              classes);
}

static void
check_commune (VoletsReviewContext *context,
               VoletsRecord        *school,
               int                  row,
               GHashTable          *covered)
{
  const char *commune = volets_record_get_text (school, VOLETS_SCHOOL_COMMUNE);
  g_autofree char *compact = commune != NULL ? volets_identifier_compact (commune) : NULL;
  g_autofree char *cited = NULL;

  if (commune == NULL || g_hash_table_contains (covered, compact))
    return;

  cited = volets_identifier_cite (commune);
  volets_review_add_placed (context, VOLETS_SEVERITY_ERROR, "ecole-hors-communes",
                            VOLETS_SECTION_SCHOOLS, row, VOLETS_SCHOOL_COMMUNE, NULL,
                            "la commune %s n’est pas de celles que la demande couvre ; "
                            "ajoutez-la à l’étape Collectivité, ou corrigez le code.", cited);
}

/* The schools: that there are any, in the perimeter, in the communes, with likely numbers. */
void
volets_review_schools (VoletsReviewContext *context)
{
  const GPtrArray *schools = context->records[VOLETS_SECTION_SCHOOLS];
  g_autoptr (GHashTable) covered =
    index_covered_communes (context->records[VOLETS_SECTION_COMMUNES]);

  if (schools->len == 0)
    volets_review_add (context, VOLETS_SEVERITY_ERROR, "aucune-ecole", VOLETS_SECTION_SCHOOLS,
                       VOLETS_FINDING_NONE, VOLETS_FINDING_NONE, NULL,
                       "Ajoutez les écoles à équiper : leurs classes et leurs élèves fixent les "
                       "plafonds.");

  for (guint i = 0; i < schools->len; i++)
    {
      VoletsRecord *school = g_ptr_array_index (schools, i);

      check_perimeter (context, school, (int) i);
      check_headcount (context, school, (int) i);
      check_commune (context, school, (int) i, covered);
    }
}

/* 0350122T is in 35, 6200001G in 2A, 9740001X in 974. */
static gboolean
is_in_departement (const char *uai,
                   const char *departement)
{
  if (g_str_equal (departement, "2A"))
    return g_str_has_prefix (uai, "620");
  if (g_str_equal (departement, "2B"))
    return g_str_has_prefix (uai, "720");
  if (strlen (departement) == 3)
    return g_str_has_prefix (uai, departement);

  return uai[0] == '0' && strncmp (uai + 1, departement, 2) == 0;
}

/* The same school twice, or a school that its number puts elsewhere. */
void
volets_review_school_codes (VoletsReviewContext *context)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < context->records[VOLETS_SECTION_SCHOOLS]->len; i++)
    {
      VoletsRecord *school = g_ptr_array_index (context->records[VOLETS_SECTION_SCHOOLS], i);
      const char *typed = volets_record_get_text (school, VOLETS_SCHOOL_UAI);
      const char *commune = volets_record_get_text (school, VOLETS_SCHOOL_COMMUNE);
      g_autofree char *uai = NULL;
      g_autofree char *departement = NULL;

      if (typed == NULL)
        continue;
      uai = volets_identifier_compact (typed);
      if (commune != NULL && volets_uai_check (uai, NULL) && volets_insee_check (commune, NULL))
        departement = volets_insee_get_departement (commune);
      if (departement != NULL && !is_in_departement (uai, departement))
        volets_review_add_placed (context, VOLETS_SEVERITY_WARNING, "uai-d-un-autre-departement",
                                  VOLETS_SECTION_SCHOOLS, (int) i, VOLETS_SCHOOL_UAI, NULL,
                                  "l’UAI %s n’est pas du département %s de sa commune ; "
                                  "vérifiez l’un et l’autre.", uai, departement);
      if (!g_hash_table_add (seen, g_steal_pointer (&uai)))
        {
          g_autofree char *cited = volets_identifier_cite (typed);

          volets_review_add_placed (context, VOLETS_SEVERITY_ERROR, "uai-en-double",
                                    VOLETS_SECTION_SCHOOLS, (int) i, VOLETS_SCHOOL_UAI, NULL,
                                    "l’UAI %s est déjà celui d’une autre école, et ses classes "
                                    "compteraient deux fois ; corrigez-le, ou retirez la ligne.",
                                    cited);
        }
    }
}
