/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/transcription-lines.h"

#include "documents/paper-words.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/french.h"
#include "engine/funder.h"
#include "engine/school.h"
#include "engine/training.h"

#define BOX "☐"

/* What tells the rows of a list apart. */
static const struct {
  VoletsSection section;
  guint         field;
} NAMES[] = {
  { VOLETS_SECTION_COMMUNES, VOLETS_COMMUNE_NAME },
  { VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_NAME },
  { VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_LABEL },
  { VOLETS_SECTION_SERVICE_LINES, VOLETS_EXPENSE_LABEL },
  { VOLETS_SECTION_TRAININGS, VOLETS_TRAINING_THEME },
  { VOLETS_SECTION_FUNDERS, VOLETS_FUNDER_NAME },
};

/**
 * volets_transcription_lines_new:
 *
 * Returns: (transfer full): a table without lines; a group of lines stays on one page
 */
VoletsSheetTable *
volets_transcription_lines_new (void)
{
  VoletsSheetTable *self = volets_sheet_table_new ();

  volets_sheet_table_set_dense (self);
  volets_sheet_table_add_column (self, "Fait", VOLETS_ALIGN_START, 0);
  volets_sheet_table_add_column (self, "Question", VOLETS_ALIGN_START, 4);
  volets_sheet_table_add_column (self, "Réponse à saisir", VOLETS_ALIGN_START, 5);
  volets_sheet_table_set_verbatim (self);
  volets_sheet_table_add_column (self, "Remarque", VOLETS_ALIGN_START, 0);

  return self;
}

/**
 * volets_transcription_lines_add:
 * @self: lines
 * @question: what is asked
 * @answer: what is typed there, as it stands
 * @remark: what there is to know about it
 */
void
volets_transcription_lines_add (VoletsSheetTable *self,
                                const char       *question,
                                const char       *answer,
                                const char       *remark)
{
  volets_sheet_table_add_row (self, volets_paper_cells (BOX, question, answer, remark));
}

/**
 * volets_transcription_lines_add_row:
 * @self: lines that are kept in groups
 * @answers: the answers of a dossier
 * @section: a list of it
 * @row: the row of it that the lines which follow are about, from 0
 * @label: what the row is, « École »
 *
 * Adds what tells that row from the others: « École 3 sur 1 000 : École du Port ».
 */
void
volets_transcription_lines_add_row (VoletsSheetTable    *self,
                                    const VoletsAnswers *answers,
                                    VoletsSection        section,
                                    guint                row,
                                    const char          *label)
{
  guint n_rows = volets_dossier_get_n_rows (volets_answers_get_dossier (answers), section);
  g_autofree char *number = volets_french_group_digits (row + 1);
  g_autofree char *count = volets_french_group_digits (n_rows);
  g_autofree char *name = g_strdup ("");
  g_autofree char *title = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      if (NAMES[i].section == section)
        {
          g_free (name);
          name = volets_answers_type (answers, section, (int) row, NAMES[i].field);
        }
    }

  title = g_strdup_printf ("%s %s sur %s%s%s", label, number, count, *name != '\0' ? " : " : "",
                           name);
  volets_sheet_table_add_group (self, title);
}

/**
 * volets_transcription_get_remark:
 * @state: what there is to say of an answer
 *
 * Returns: (transfer none): the same in a few words, none for one that is as it should be
 */
const char *
volets_transcription_get_remark (VoletsAnswerState state)
{
  switch (state)
    {
    case VOLETS_ANSWER_EMPTY:
      return "rien à saisir";
    case VOLETS_ANSWER_MISSING:
      return "à compléter";
    case VOLETS_ANSWER_WRONG:
      return "à corriger";
    case VOLETS_ANSWER_GIVEN:
    default:
      return "";
    }
}
