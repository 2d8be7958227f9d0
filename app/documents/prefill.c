/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/prefill.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "documents/exports.h"
#include "engine/platform-answer.h"
#include "engine/review.h"

/* The platform calls a field by its type and its number, in base64. */
#define ID_FORMAT "Champ-%s"
#define KEY_PREFIX "champ_"

#define INDENT 2

typedef struct {
  const VoletsSubsidy *subsidy;
  VoletsAnswers       *answers;
  JsonBuilder         *builder;
  GStrvBuilder        *left_out;
} Prefill;

static void
add_key (Prefill                   *self,
         const VoletsPlatformField *field)
{
  g_autofree char *id = g_strdup_printf (ID_FORMAT, field->id);
  g_autofree char *coded = g_base64_encode ((const guchar *) id, strlen (id));
  g_autofree char *key = g_strconcat (KEY_PREFIX, coded, NULL);

  json_builder_set_member_name (self->builder, key);
}

static void
add_values (Prefill      *self,
            char        **values)
{
  if (values[1] == NULL)
    {
      json_builder_add_string_value (self->builder, values[0]);
      return;
    }

  json_builder_begin_array (self->builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (self->builder, values[i]);
  json_builder_end_array (self->builder);
}

static void
add_left_out (Prefill                   *self,
              const VoletsPlatformField *repetition,
              const VoletsPlatformField *field,
              int                        row,
              const char                *reason)
{
  g_autofree char *place = repetition != NULL
                             ? g_strdup_printf ("%s %d : ", repetition->label, row + 1)
                             : g_strdup ("");
  g_autofree char *sentence = g_strdup_printf ("%s« %s » n’est pas prérempli. %s", place,
                                               field->label, reason);

  g_strv_builder_add (self->left_out, sentence);
}

static void
add_field (Prefill                   *self,
           const VoletsPlatformField *repetition,
           const VoletsPlatformField *field,
           int                        row)
{
  g_autoptr (VoletsPlatformAnswer) answer =
    volets_platform_answer_new (self->answers, self->subsidy, field, row);

  if (answer->values != NULL)
    {
      add_key (self, field);
      add_values (self, answer->values);
    }
  else if (answer->reason != NULL && field->type != VOLETS_PLATFORM_FILE
           && field->type != VOLETS_PLATFORM_MANUAL)
    add_left_out (self, repetition, field, row, answer->reason);
}

/* A row of which nothing can be given stays, so that the rows after it keep their number. */
static void
add_repetition (Prefill                   *self,
                const VoletsPlatformField *repetition)
{
  VoletsDossier *dossier = volets_answers_get_dossier (self->answers);
  guint n_rows = volets_dossier_get_n_rows (dossier, repetition->section);

  if (n_rows == 0)
    return;

  add_key (self, repetition);
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < n_rows; i++)
    {
      json_builder_begin_object (self->builder);
      for (guint j = 0; j < repetition->fields->len; j++)
        add_field (self, repetition, g_ptr_array_index (repetition->fields, j), (int) i);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

/* Returns: (transfer full): the body, and in @left_out what is not in it */
static JsonNode *
build (VoletsDossier        *dossier,
       const VoletsSubsidy  *subsidy,
       const char           *date,
       char               ***left_out)
{
  const VoletsPlatform *platform = subsidy->call->platform;
  g_autoptr (GPtrArray) findings = volets_review (subsidy->call, dossier, subsidy, date);
  g_autoptr (VoletsAnswers) answers = volets_answers_new (subsidy->call, dossier, findings,
                                                          platform->decimal_point);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GStrvBuilder) left_out_builder = g_strv_builder_new ();
  Prefill self = {
    .subsidy = subsidy,
    .answers = answers,
    .builder = builder,
    .left_out = left_out_builder,
  };

  json_builder_begin_object (builder);
  for (guint i = 0; i < platform->fields->len; i++)
    {
      const VoletsPlatformField *field = g_ptr_array_index (platform->fields, i);

      if (field->type == VOLETS_PLATFORM_REPETITION)
        add_repetition (&self, field);
      else
        add_field (&self, NULL, field, VOLETS_FINDING_NONE);
    }
  json_builder_end_object (builder);
  *left_out = g_strv_builder_end (left_out_builder);

  return json_builder_get_root (builder);
}

/**
 * volets_prefill_explain_missing:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 *
 * Returns: (transfer full) (nullable): why nothing can be prefilled, a French sentence; %NULL where
 *   the call tells the form of its platform
 */
char *
volets_prefill_explain_missing (VoletsDossier       *dossier,
                                const VoletsSubsidy *subsidy)
{
  const VoletsCall *call = subsidy->call;

  if (call->platform != NULL && call->platform->fields->len > 0)
    return NULL;

  return g_strdup_printf ("L’appel « %s » ne donne pas les champs de la plateforme de dépôt : rien "
                          "ne peut y être prérempli ; recopiez les réponses depuis la fiche de "
                          "recopie.", call->acronym);
}

/**
 * volets_prefill_list_left_out:
 * @dossier: a dossier
 * @subsidy: what was computed of it, of a call that tells the form of its platform
 * @date: the day it is, 2021-03-31
 *
 * Returns: (transfer full) (array zero-terminated=1): what could be prefilled and is not, because
 *   it is missing or wrong, a French sentence each
 */
char **
volets_prefill_list_left_out (VoletsDossier       *dossier,
                              const VoletsSubsidy *subsidy,
                              const char          *date)
{
  char **left_out;
  g_autoptr (JsonNode) root = build (dossier, subsidy, date, &left_out);

  return left_out;
}

/**
 * volets_prefill_make:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day it is, 2021-03-31
 * @error: VOLETS_EXPORT_ERROR_MISSING, with the sentence of volets_prefill_explain_missing()
 *
 * Makes the JSON that is sent by POST to volets_platform_get_address(). The platform drops what it
 * does not know or take without a word, so nothing that the review finds wrong is in it; neither
 * are attachments and what it lets nobody prefill.
 *
 * Returns: (transfer full) (nullable): the JSON; the same dossier gives the same bytes
 */
GBytes *
volets_prefill_make (VoletsDossier        *dossier,
                     const VoletsSubsidy  *subsidy,
                     const char           *date,
                     GError              **error)
{
  g_autofree char *missing = volets_prefill_explain_missing (dossier, subsidy);
  g_auto (GStrv) left_out = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  gsize length;

  if (missing != NULL)
    {
      g_set_error_literal (error, VOLETS_EXPORT_ERROR, VOLETS_EXPORT_ERROR_MISSING, missing);
      return NULL;
    }

  root = build (dossier, subsidy, date, &left_out);
  generator = json_generator_new ();
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, INDENT);
  text = json_generator_to_data (generator, &length);
  line = g_strconcat (text, "\n", NULL);

  return g_bytes_new_take (g_steal_pointer (&line), length + 1);
}
