/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/transcription-steps.h"

#include "documents/paper-words.h"
#include "documents/transcription-lines.h"
#include "engine/attachment.h"
#include "engine/commitment.h"
#include "engine/expense.h"
#include "engine/french.h"
#include "engine/project.h"

/* In the order of the steps, and within one in that of its page. */
static const struct {
  VoletsSection  section;
  const char    *heading;
} PARTS[] = {
  { VOLETS_SECTION_APPLICANT, "Le demandeur" },
  { VOLETS_SECTION_COMMUNES, "Les communes" },
  { VOLETS_SECTION_PROJECT, "Le projet" },
  { VOLETS_SECTION_SESSION, "La séance du conseil" },
  { VOLETS_SECTION_SCHOOLS, "Les écoles" },
  { VOLETS_SECTION_EQUIPMENT, "Les dépenses d’équipement" },
  { VOLETS_SECTION_SERVICES, "Le service" },
  { VOLETS_SECTION_SERVICE_LINES, "Les dépenses de services" },
  { VOLETS_SECTION_SUPPORT, "L’accompagnement" },
  { VOLETS_SECTION_TRAININGS, "Les formations" },
  { VOLETS_SECTION_COMMITMENTS, "Les engagements" },
  { VOLETS_SECTION_FUNDERS, "Les autres financeurs" },
  { VOLETS_SECTION_FUNDING, "La part du demandeur" },
  { VOLETS_SECTION_ATTACHMENTS, "Les pièces" },
};

/* Notes are the person's own, and ids are ours. */
static gboolean
is_asked (VoletsSection      section,
          const VoletsField *fields,
          guint              field)
{
  return fields[field].kind != VOLETS_FIELD_ID
         && !(section == VOLETS_SECTION_PROJECT && field == VOLETS_PROJECT_NOTES);
}

static void
add_record (VoletsSheetTable    *table,
            const VoletsAnswers *answers,
            VoletsSection        section,
            int                  row)
{
  guint n_fields;
  const VoletsField *fields =
    volets_record_get_fields (volets_answers_get_record (answers, section, row), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const VoletsFinding *finding;
      VoletsAnswerState state = volets_answers_judge (answers, section, row, i, &finding);
      g_autofree char *label = volets_french_capitalise (fields[i].label);
      g_autofree char *question = finding != NULL
                                    ? g_strdup_printf ("%s\n%s", label, finding->message)
                                    : g_strdup (label);
      g_autofree char *answer = volets_answers_type (answers, section, row, i);

      if (is_asked (section, fields, i))
        volets_transcription_lines_add (table, question, answer,
                                        volets_transcription_get_remark (state));
    }
}

/* What a line of expense costs, which the dossier does not say but a form may ask. */
static void
add_line_amounts (VoletsSheetTable    *table,
                  const VoletsAnswers *answers,
                  VoletsSection        section,
                  int                  row)
{
  VoletsAmounts amounts = { 0 };
  g_autofree char *excluding = NULL, *including = NULL;

  volets_expense_compute (VOLETS_EXPENSE (volets_answers_get_record (answers, section, row)),
                          &amounts, NULL);
  excluding = volets_answers_type_amount (answers, amounts.excluding_tax);
  including = volets_answers_type_amount (answers, amounts.including_tax);
  volets_transcription_lines_add (table, "Montant HT de la ligne", excluding, "calculé");
  volets_transcription_lines_add (table, "Montant TTC de la ligne", including, "calculé");
}

static void
add_list (VoletsSheet         *sheet,
          const VoletsAnswers *answers,
          VoletsSection        section)
{
  g_autoptr (VoletsSheetTable) table = volets_transcription_lines_new ();
  guint n_rows = volets_dossier_get_n_rows (volets_answers_get_dossier (answers), section);
  g_autofree char *label = volets_french_capitalise (volets_section_get_info (section)->label);

  if (n_rows == 0)
    {
      volets_sheet_add_paragraph (sheet, "Le dossier n’en a pas.");
      return;
    }

  volets_sheet_table_keep_groups (table);
  for (guint i = 0; i < n_rows; i++)
    {
      volets_transcription_lines_add_row (table, answers, section, i, label);
      add_record (table, answers, section, (int) i);
      if (volets_section_has_expenses (section))
        add_line_amounts (table, answers, section, (int) i);
    }
  volets_sheet_add_table (sheet, table);
}

/* Whether the dossier makes the commitment that the call calls @id. */
static gboolean
is_made (VoletsDossier *dossier,
         const char    *id)
{
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMITMENTS); i++)
    {
      VoletsRecord *row = volets_dossier_get_row (dossier, VOLETS_SECTION_COMMITMENTS, i);

      if (g_strcmp0 (volets_record_get_text (row, VOLETS_COMMITMENT_KEY), id) == 0)
        return volets_record_get_number (row, VOLETS_COMMITMENT_MADE) != 0;
    }

  return FALSE;
}

static void
add_commitments (VoletsSheetTable    *table,
                 const VoletsAnswers *answers,
                 const VoletsCall    *call)
{
  for (guint i = 0; i < call->commitments->len; i++)
    {
      const VoletsCallItem *item = g_ptr_array_index (call->commitments, i);
      gboolean made = is_made (volets_answers_get_dossier (answers), item->id);

      volets_transcription_lines_add (table, item->title, made ? "oui" : "non",
                                      made ? "" : "à compléter");
    }
}

static void
add_attachments (VoletsSheetTable    *table,
                 const VoletsAnswers *answers,
                 const VoletsCall    *call)
{
  VoletsDossier *dossier = volets_answers_get_dossier (answers);

  for (guint i = 0; i < call->attachments->len; i++)
    {
      const VoletsCallItem *item = g_ptr_array_index (call->attachments, i);
      g_autofree char *files = volets_answers_list_files (answers, item->id);

      volets_transcription_lines_add (table, item->title, files,
                                      *files != '\0' ? "à joindre"
                                      : item->required ? "à joindre, manque" : "facultatif");
    }

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS); i++)
    {
      VoletsRecord *row = volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, i);
      const char *key = volets_paper_get_text (row, VOLETS_ATTACHMENT_KEY);
      g_autofree char *name =
        g_path_get_basename (volets_paper_get_text (row, VOLETS_ATTACHMENT_PATH));

      if (volets_call_find_item (call->attachments, key) == NULL)
        volets_transcription_lines_add (table, key, name, "à joindre");
    }
  volets_transcription_lines_add (table, "Fichier de dépôt", "le fichier dont le nom finit par "
                                  "-depot.xml", "à joindre");
}

static void
add_part (VoletsSheet         *sheet,
          const VoletsAnswers *answers,
          const VoletsCall    *call,
          VoletsSection        section)
{
  g_autoptr (VoletsSheetTable) table = volets_transcription_lines_new ();

  if (section == VOLETS_SECTION_COMMITMENTS)
    add_commitments (table, answers, call);
  else if (section == VOLETS_SECTION_ATTACHMENTS)
    add_attachments (table, answers, call);
  else if (volets_section_get_info (section)->row_element == NULL)
    add_record (table, answers, section, VOLETS_FINDING_NONE);
  else
    {
      add_list (sheet, answers, section);
      return;
    }

  volets_sheet_add_table (sheet, table);
}

static void
add_amount (VoletsSheetTable    *table,
            const VoletsAnswers *answers,
            const char          *question,
            const char          *volet,
            gint64               amount)
{
  g_autofree char *text = volets_answers_type_amount (answers, amount);
  g_autofree char *whole = volet != NULL ? g_strdup_printf ("%s, volet « %s »", question, volet)
                                         : g_strdup (question);

  volets_transcription_lines_add (table, whole, text,
                                  volets_answers_find_error (answers) != NULL ? "à corriger"
                                                                              : "calculé");
}

static void
add_count (VoletsSheetTable *table,
           const char       *question,
           gint64            count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  volets_transcription_lines_add (table, question, text, "calculé");
}

static void
add_figures (VoletsSheet         *sheet,
             const VoletsAnswers *answers,
             const VoletsSubsidy *subsidy)
{
  g_autoptr (VoletsSheetTable) table = volets_transcription_lines_new ();
  gboolean tax_included = subsidy->call->tax_included;

  add_count (table, "Nombre d’écoles", subsidy->n_schools);
  add_count (table, "Nombre de classes", subsidy->n_classes);
  add_count (table, "Nombre d’élèves", subsidy->n_pupils);
  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);

      if (volet->rule->brackets->len == 0)
        continue;
      add_amount (table, answers, tax_included ? "Dépense TTC" : "Dépense HT", volet->rule->title,
                  volet->declared);
      add_amount (table, answers, "Subvention demandée", volet->rule->title, volet->amount);
    }
  add_amount (table, answers, "Dépense totale HT", NULL, subsidy->declared_amounts.excluding_tax);
  add_amount (table, answers, "Dépense totale TTC", NULL, subsidy->declared_amounts.including_tax);
  add_amount (table, answers, "Subvention demandée en tout", NULL, subsidy->amount);
  add_amount (table, answers, "Autres financements", NULL,
              subsidy->remainder - subsidy->own_share);
  add_amount (table, answers, "Part du demandeur", NULL, subsidy->own_share);
  volets_sheet_add_table (sheet, table);
}

/**
 * volets_transcription_add_steps:
 * @sheet: the sheet for copying by hand
 * @answers: the answers of a dossier
 * @subsidy: what was computed of it
 *
 * Adds every answer in the order of the steps, and what was computed.
 */
void
volets_transcription_add_steps (VoletsSheet         *sheet,
                                const VoletsAnswers *answers,
                                const VoletsSubsidy *subsidy)
{
  VoletsStep step = VOLETS_N_STEPS;

  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      VoletsStep its_step = volets_section_get_info (PARTS[i].section)->step;

      if (its_step != step)
        volets_sheet_add_heading (sheet, 2, volets_step_get_title (its_step));
      step = its_step;
      volets_sheet_add_heading (sheet, 3, PARTS[i].heading);
      add_part (sheet, answers, subsidy->call, PARTS[i].section);
    }
  volets_sheet_add_heading (sheet, 2, volets_step_get_title (VOLETS_STEP_FILING));
  volets_sheet_add_heading (sheet, 3, "Ce que Volets calcule");
  add_figures (sheet, answers, subsidy);
}
