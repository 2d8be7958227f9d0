/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/transcription-form.h"

#include "documents/transcription-lines.h"
#include "engine/platform-answer.h"

static const char *
get_remark (const VoletsPlatformField  *field,
            const VoletsPlatformAnswer *answer)
{
  if (field->type == VOLETS_PLATFORM_FILE)
    return answer->state == VOLETS_ANSWER_GIVEN     ? "à joindre"
           : answer->state == VOLETS_ANSWER_MISSING ? "à joindre, manque"
                                                    : "facultatif";
  if (field->origin == VOLETS_ORIGIN_NONE)
    return "à la main";
  if (answer->state == VOLETS_ANSWER_GIVEN)
    return answer->values != NULL ? "prérempli" : "à la main";

  return volets_transcription_get_remark (answer->state);
}

static void
add_field (VoletsSheetTable          *table,
           const VoletsAnswers       *answers,
           const VoletsSubsidy       *subsidy,
           const VoletsPlatformField *field,
           int                        row)
{
  g_autoptr (VoletsPlatformAnswer) answer = volets_platform_answer_new (answers, subsidy, field,
                                                                        row);
  g_autofree char *question = answer->reason != NULL
                                ? g_strdup_printf ("%s\n%s", field->label, answer->reason)
                                : g_strdup (field->label);

  volets_transcription_lines_add (table, question, answer->typed, get_remark (field, answer));
}

static void
add_repetition (VoletsSheet               *sheet,
                const VoletsAnswers       *answers,
                const VoletsSubsidy       *subsidy,
                const VoletsPlatformField *repetition)
{
  g_autoptr (VoletsSheetTable) table = volets_transcription_lines_new ();
  guint n_rows = volets_dossier_get_n_rows (volets_answers_get_dossier (answers),
                                            repetition->section);

  volets_sheet_add_heading (sheet, 2, repetition->label);
  if (n_rows == 0)
    {
      volets_sheet_add_paragraph (sheet, "Le dossier n’a rien pour ce bloc.");
      return;
    }

  volets_sheet_table_keep_groups (table);
  for (guint i = 0; i < n_rows; i++)
    {
      volets_transcription_lines_add_row (table, answers, repetition->section, i,
                                          repetition->label);
      for (guint j = 0; j < repetition->fields->len; j++)
        add_field (table, answers, subsidy, g_ptr_array_index (repetition->fields, j), (int) i);
    }
  volets_sheet_add_table (sheet, table);
}

/**
 * volets_transcription_add_form:
 * @sheet: the sheet for copying by hand
 * @answers: the answers of a dossier
 * @subsidy: what was computed of it, of a call that tells the form of its platform
 *
 * Adds every answer in the order of that form.
 */
void
volets_transcription_add_form (VoletsSheet         *sheet,
                               const VoletsAnswers *answers,
                               const VoletsSubsidy *subsidy)
{
  const GPtrArray *fields = subsidy->call->platform->fields;
  g_autoptr (VoletsSheetTable) table = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      const VoletsPlatformField *field = g_ptr_array_index (fields, i);

      if (field->type == VOLETS_PLATFORM_REPETITION)
        {
          if (table != NULL)
            volets_sheet_add_table (sheet, table);
          g_clear_object (&table);
          add_repetition (sheet, answers, subsidy, field);
          continue;
        }
      if (table == NULL)
        {
          volets_sheet_add_heading (sheet, 2, i == 0 ? "Le début du formulaire"
                                                     : "La suite du formulaire");
          table = volets_transcription_lines_new ();
        }
      add_field (table, answers, subsidy, field, VOLETS_FINDING_NONE);
    }
  if (table != NULL)
    volets_sheet_add_table (sheet, table);
}
