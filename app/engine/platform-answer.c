/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/platform-answer.h"

#include "engine/applicant.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/identifier-text.h"
#include "engine/money.h"
#include "engine/place-codes.h"

#define SIREN_LENGTH 9

/* One answer on its way, and what it is made of. */
typedef struct {
  const VoletsAnswers       *answers;
  const VoletsSubsidy       *subsidy;
  const VoletsPlatformField *field;
  int                        row;
  VoletsPlatformAnswer      *answer;
} Making;

/* Takes @typed. */
static void
set_typed (const Making *making,
           char         *typed)
{
  g_free (making->answer->typed);
  making->answer->typed = typed;
}

static void
set_values (const Making *making,
            const char   *first,
            const char   *second)
{
  const char *const values[] = { first, second, NULL };

  g_strfreev (making->answer->values);
  making->answer->values = g_strdupv ((GStrv) values);
}

static void
set_problem (const Making      *making,
             VoletsAnswerState  state,
             const char        *reason)
{
  making->answer->state = state;
  g_free (making->answer->reason);
  making->answer->reason = g_strdup (reason);
}

/* A list that is not repeated there gives its answer where it is the only one. */
static gboolean
settle_row (Making *making)
{
  const VoletsSectionInfo *info = volets_section_get_info (making->field->section);
  VoletsDossier *dossier = volets_answers_get_dossier (making->answers);
  g_autofree char *reason = NULL;
  guint n_rows;

  if (info->row_element == NULL || making->row != VOLETS_FINDING_NONE)
    return TRUE;

  n_rows = volets_dossier_get_n_rows (dossier, making->field->section);
  if (n_rows == 1)
    {
      making->row = 0;
      return TRUE;
    }
  if (n_rows > 1)
    {
      reason = g_strdup_printf ("Le dossier a %u réponses pour une seule question ; choisissez sur "
                                "la plateforme.", n_rows);
      set_problem (making, VOLETS_ANSWER_MISSING, reason);
    }
  return FALSE;
}

static void
fill_commune (const Making *making,
              const char   *insee)
{
  g_autofree char *code = volets_identifier_compact (insee);
  g_autofree char *postal_code = NULL;
  g_autofree char *name = NULL;
  VoletsRecord *commune;
  const VoletsFinding *finding = NULL;
  int row;

  commune = volets_answers_find_commune (making->answers, insee, &row);
  if (commune == NULL)
    {
      set_problem (making, VOLETS_ANSWER_WRONG, "La commune n’est pas de celles du dossier.");
      return;
    }

  postal_code = volets_answers_type (making->answers, VOLETS_SECTION_COMMUNES, row,
                                     VOLETS_COMMUNE_POSTAL_CODE);
  name = volets_answers_type (making->answers, VOLETS_SECTION_COMMUNES, row, VOLETS_COMMUNE_NAME);
  set_typed (making, g_strstrip (g_strdup_printf ("%s %s", postal_code, name)));
  if (*postal_code == '\0')
    set_problem (making, VOLETS_ANSWER_MISSING,
                 "Le code postal de la commune est à renseigner, à l’étape Collectivité.");
  else if (volets_answers_judge (making->answers, VOLETS_SECTION_COMMUNES, row,
                                 VOLETS_COMMUNE_POSTAL_CODE, &finding) != VOLETS_ANSWER_GIVEN
           || volets_answers_judge (making->answers, VOLETS_SECTION_COMMUNES, row,
                                    VOLETS_COMMUNE_INSEE, &finding) != VOLETS_ANSWER_GIVEN)
    set_problem (making, VOLETS_ANSWER_WRONG, finding->message);
  else
    set_values (making, postal_code, code);
}

/* The platform lists a grouping under each département where it has communes. */
static void
fill_epci (const Making *making,
           VoletsRecord *applicant,
           const char   *siret)
{
  VoletsDossier *dossier = volets_answers_get_dossier (making->answers);
  g_autofree char *compact = volets_identifier_compact (siret);
  g_autofree char *siren = g_strndup (compact, SIREN_LENGTH);
  g_autofree char *departement = NULL;

  if (volets_record_get_number (applicant, VOLETS_APPLICANT_KIND) != VOLETS_APPLICANT_KIND_EPCI)
    {
      making->answer->state = VOLETS_ANSWER_EMPTY;
      set_typed (making, g_strdup (""));
      return;
    }

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMUNES)
                    && departement == NULL; i++)
    {
      VoletsRecord *commune = volets_dossier_get_row (dossier, VOLETS_SECTION_COMMUNES, i);
      const char *insee = volets_record_get_text (commune, VOLETS_COMMUNE_INSEE);

      departement = insee != NULL ? volets_insee_get_departement (insee) : NULL;
    }

  if (departement == NULL)
    {
      set_problem (making, VOLETS_ANSWER_MISSING,
                   "Le code INSEE d’une commune du groupement est à renseigner, à l’étape "
                   "Collectivité.");
      return;
    }
  set_typed (making, g_strdup_printf ("%s, puis %s", departement, siren));
  set_values (making, departement, siren);
}

static void
fill_choice (const Making *making,
             VoletsRecord *record)
{
  g_autofree char *value = volets_record_format (record, making->field->field);
  g_autofree char *reason = NULL;

  for (guint i = 0; i < making->field->options->len; i++)
    {
      const VoletsPlatformOption *option = g_ptr_array_index (making->field->options, i);

      if (g_str_equal (option->value, value))
        {
          set_typed (making, g_strdup (option->label));
          set_values (making, option->label, NULL);
          return;
        }
    }

  reason = g_strdup_printf ("Le menu de la plateforme n’a pas « %s ».", making->answer->typed);
  set_problem (making, VOLETS_ANSWER_WRONG, reason);
}

/* What is typed there is known. */
static void
fill_values (const Making *making,
             VoletsRecord *record)
{
  const VoletsPlatformField *field = making->field;
  g_autofree char *file_value = NULL;

  switch (field->type)
    {
    case VOLETS_PLATFORM_COMMUNE:
      fill_commune (making, volets_record_get_text (record, field->field));
      break;
    case VOLETS_PLATFORM_EPCI:
      fill_epci (making, record, volets_record_get_text (record, field->field));
      break;
    case VOLETS_PLATFORM_CHOICE:
      fill_choice (making, record);
      break;
    case VOLETS_PLATFORM_INTEGER:
    case VOLETS_PLATFORM_DECIMAL:
    case VOLETS_PLATFORM_DATE:
    case VOLETS_PLATFORM_BOOLEAN:
      file_value = volets_record_format (record, field->field);
      set_values (making, file_value, NULL);
      break;
    case VOLETS_PLATFORM_TEXT:
    case VOLETS_PLATFORM_SIRET:
      set_values (making, making->answer->typed, NULL);
      break;
    case VOLETS_PLATFORM_MANUAL:
    case VOLETS_PLATFORM_FILE:
    case VOLETS_PLATFORM_REPETITION:
    default:
      break;
    }
}

static void
fill_answer (Making *making)
{
  const VoletsPlatformField *field = making->field;
  const VoletsFinding *finding = NULL;

  if (!settle_row (making))
    return;

  set_typed (making, volets_answers_type (making->answers, field->section, making->row,
                                          field->field));
  making->answer->state = volets_answers_judge (making->answers, field->section, making->row,
                                                field->field, &finding);
  if (finding != NULL)
    set_problem (making, making->answer->state, finding->message);
  if (making->answer->state == VOLETS_ANSWER_GIVEN)
    fill_values (making, volets_answers_get_record (making->answers, field->section, making->row));
}

static const VoletsVoletResult *
find_result (const VoletsSubsidy *subsidy,
             const VoletsVolet   *volet)
{
  for (guint i = 0; volet != NULL && i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *result = g_ptr_array_index (subsidy->volets, i);

      if (g_str_equal (result->rule->id, volet->id))
        return result;
    }

  return NULL;
}

static gint64
get_figure (const VoletsSubsidy       *subsidy,
            const VoletsPlatformField *field)
{
  const VoletsVoletResult *volet = find_result (subsidy, field->volet);
  const VoletsAmounts *amounts = volet != NULL ? &volet->declared_amounts
                                               : &subsidy->declared_amounts;

  switch (field->figure)
    {
    case VOLETS_FIGURE_SUBSIDY:
      return volet != NULL ? volet->amount : subsidy->amount;
    case VOLETS_FIGURE_EXPENSES:
      return volet != NULL ? volet->declared : subsidy->declared;
    case VOLETS_FIGURE_EXPENSES_EXCLUDING_TAX:
      return amounts->excluding_tax;
    case VOLETS_FIGURE_EXPENSES_TAX:
      return amounts->tax;
    case VOLETS_FIGURE_EXPENSES_INCLUDING_TAX:
      return amounts->including_tax;
    case VOLETS_FIGURE_EXPENSES_RETAINED:
      return volet != NULL ? volet->retained : subsidy->retained;
    case VOLETS_FIGURE_REMAINDER:
      return subsidy->remainder;
    case VOLETS_FIGURE_OWN_SHARE:
      return subsidy->own_share;
    case VOLETS_FIGURE_OTHER_FUNDERS:
      return subsidy->remainder - subsidy->own_share;
    case VOLETS_FIGURE_SCHOOLS:
      return subsidy->n_schools;
    case VOLETS_FIGURE_CLASSES:
      return subsidy->n_classes;
    case VOLETS_FIGURE_PUPILS:
      return subsidy->n_pupils;
    case VOLETS_FIGURE_COMMUNES:
      return subsidy->n_communes;
    default:
      g_return_val_if_reached (0);
    }
}

/* What one line of expense costs. */
static gint64
get_line_figure (const Making *making)
{
  VoletsRecord *line = volets_answers_get_record (making->answers, making->field->section,
                                                  making->row);
  VoletsAmounts amounts = { 0 };

  /* It fits, or there would be no subsidy. */
  volets_expense_compute (VOLETS_EXPENSE (line), &amounts, NULL);
  if (making->field->figure == VOLETS_FIGURE_EXPENSES_EXCLUDING_TAX)
    return amounts.excluding_tax;

  return making->field->figure == VOLETS_FIGURE_EXPENSES_TAX ? amounts.tax
                                                             : amounts.including_tax;
}

/* What makes the figure one not to be relied on; %NULL where nothing does. */
static const VoletsFinding *
find_fault (const Making *making)
{
  static const guint PARTS[] = {
    VOLETS_EXPENSE_QUANTITY, VOLETS_EXPENSE_UNIT_PRICE, VOLETS_EXPENSE_VAT_RATE,
  };
  const VoletsFinding *finding = NULL;

  if (making->row == VOLETS_FINDING_NONE)
    return volets_answers_find_error (making->answers);

  for (gsize i = 0; i < G_N_ELEMENTS (PARTS) && finding == NULL; i++)
    volets_answers_judge (making->answers, making->field->section, making->row, PARTS[i],
                          &finding);

  return finding;
}

static void
fill_figure (const Making *making)
{
  const VoletsPlatformField *field = making->field;
  const VoletsFinding *fault = find_fault (making);
  gint64 figure = making->row == VOLETS_FINDING_NONE ? get_figure (making->subsidy, field)
                                                     : get_line_figure (making);
  g_autofree char *value = field->figure < VOLETS_FIGURE_SCHOOLS
                             ? volets_money_format_plain (figure)
                             : g_strdup_printf ("%" G_GINT64_FORMAT, figure);

  set_typed (making, field->figure < VOLETS_FIGURE_SCHOOLS
                       ? volets_answers_type_amount (making->answers, figure) : g_strdup (value));
  making->answer->state = VOLETS_ANSWER_GIVEN;
  if (fault != NULL)
    {
      g_autofree char *reason = g_strdup_printf ("Le calcul attend une correction : %s",
                                                 fault->message);

      set_problem (making, VOLETS_ANSWER_WRONG, reason);
    }
  else if (field->type != VOLETS_PLATFORM_MANUAL)
    set_values (making, field->type == VOLETS_PLATFORM_TEXT ? making->answer->typed : value, NULL);
}

static void
fill_attachment (const Making *making)
{
  const VoletsCallItem *item = making->field->attachment;

  set_typed (making, volets_answers_list_files (making->answers, item->id));
  if (*making->answer->typed != '\0')
    making->answer->state = VOLETS_ANSWER_GIVEN;
  else if (item->required)
    set_problem (making, VOLETS_ANSWER_MISSING, "La pièce n’est pas encore dans le dossier.");
}

/**
 * volets_platform_answer_new:
 * @answers: the answers of a dossier
 * @subsidy: what was computed of it
 * @field: a field of its platform, not a repetition
 * @row: the row of the repetition that @field is in, VOLETS_FINDING_NONE where it is in none
 *
 * Returns: (transfer full): what the dossier has for it
 */
VoletsPlatformAnswer *
volets_platform_answer_new (const VoletsAnswers       *answers,
                            const VoletsSubsidy       *subsidy,
                            const VoletsPlatformField *field,
                            int                        row)
{
  VoletsPlatformAnswer *self;
  Making making = { .answers = answers, .subsidy = subsidy, .field = field, .row = row };

  g_return_val_if_fail (field->type != VOLETS_PLATFORM_REPETITION, NULL);

  self = g_new0 (VoletsPlatformAnswer, 1);
  self->state = VOLETS_ANSWER_EMPTY;
  self->typed = g_strdup ("");
  making.answer = self;
  switch (field->origin)
    {
    case VOLETS_ORIGIN_ANSWER:
      fill_answer (&making);
      break;
    case VOLETS_ORIGIN_FIGURE:
      fill_figure (&making);
      break;
    case VOLETS_ORIGIN_ATTACHMENT:
      fill_attachment (&making);
      break;
    case VOLETS_ORIGIN_NONE:
    default:
      break;
    }

  return self;
}

void
volets_platform_answer_free (VoletsPlatformAnswer *self)
{
  g_free (self->typed);
  g_strfreev (self->values);
  g_free (self->reason);
  g_free (self);
}
