/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/answers.h"

#include "engine/attachment.h"
#include "engine/commitment.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/field-text.h"
#include "engine/formats.h"
#include "engine/iban.h"
#include "engine/identifiers.h"
#include "engine/money.h"
#include "engine/place-codes.h"
#include "engine/school.h"
#include "engine/services.h"

/* The steps where what a figure is made of is given. */
#define FIRST_FIGURE_STEP VOLETS_STEP_SCHOOLS
#define LAST_FIGURE_STEP VOLETS_STEP_FUNDING

struct _VoletsAnswers {
  const VoletsCall    *call;
  VoletsDossier       *dossier;
  gboolean             decimal_point;

  GHashTable          *findings;   /* place of an answer to its worst VoletsFinding */
  const VoletsFinding *error;
  GHashTable          *communes;   /* INSEE code to row + 1 */
  GHashTable          *schools;    /* id to name */
};

/* What stands where in a dossier, as a key. */
static gint64 *
make_place (VoletsSection section,
            int           row,
            int           field)
{
  gint64 *place = g_new (gint64, 1);

  *place = ((gint64) section << 48) | ((gint64) (row + 1) << 16) | (gint64) field;
  return place;
}

/* Errors come first, so the first finding about an answer is its worst. */
static void
index_findings (VoletsAnswers   *self,
                const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);
      g_autofree gint64 *place = NULL;

      if (self->error == NULL && finding->severity == VOLETS_SEVERITY_ERROR
          && (finding->section == VOLETS_SECTION_COMMUNES
              || (finding->step >= FIRST_FIGURE_STEP && finding->step <= LAST_FIGURE_STEP)))
        self->error = finding;
      if (finding->field == VOLETS_FINDING_NONE)
        continue;
      place = make_place (finding->section, finding->row, finding->field);
      if (!g_hash_table_contains (self->findings, place))
        g_hash_table_insert (self->findings, g_steal_pointer (&place), (gpointer) finding);
    }
}

static void
index_rows (VoletsAnswers *self)
{
  for (guint i = 0; i < volets_dossier_get_n_rows (self->dossier, VOLETS_SECTION_COMMUNES); i++)
    {
      VoletsRecord *commune = volets_dossier_get_row (self->dossier, VOLETS_SECTION_COMMUNES, i);
      const char *insee = volets_record_get_text (commune, VOLETS_COMMUNE_INSEE);
      g_autofree char *compact = insee != NULL ? volets_identifier_compact (insee) : NULL;

      if (compact != NULL && !g_hash_table_contains (self->communes, compact))
        g_hash_table_insert (self->communes, g_steal_pointer (&compact), GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < volets_dossier_get_n_rows (self->dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (self->dossier, VOLETS_SECTION_SCHOOLS, i);
      const char *id = volets_record_get_text (school, VOLETS_SCHOOL_ID);
      const char *name = volets_record_get_text (school, VOLETS_SCHOOL_NAME);

      if (id != NULL && name != NULL)
        g_hash_table_insert (self->schools, g_strdup (id), g_strdup (name));
    }
}

/**
 * volets_answers_new:
 * @call: the call that @dossier answers; it outlives the answers
 * @dossier: a dossier, that does not change meanwhile
 * @findings: (element-type VoletsFinding): what the review said of it; they outlive the answers
 * @decimal_point: whether a point is typed before decimals, else a comma
 *
 * Returns: (transfer full): the answers
 */
VoletsAnswers *
volets_answers_new (const VoletsCall *call,
                    VoletsDossier    *dossier,
                    const GPtrArray  *findings,
                    gboolean          decimal_point)
{
  VoletsAnswers *self;

  g_return_val_if_fail (call != NULL, NULL);
  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (findings != NULL, NULL);

  self = g_new0 (VoletsAnswers, 1);
  self->call = call;
  self->dossier = g_object_ref (dossier);
  self->decimal_point = decimal_point;
  self->findings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->communes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->schools = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index_findings (self, findings);
  index_rows (self);

  return self;
}

void
volets_answers_free (VoletsAnswers *self)
{
  g_object_unref (self->dossier);
  g_hash_table_unref (self->findings);
  g_hash_table_unref (self->communes);
  g_hash_table_unref (self->schools);
  g_free (self);
}

/**
 * volets_answers_get_dossier:
 * @self: answers
 *
 * Returns: (transfer none): the dossier they are of
 */
VoletsDossier *
volets_answers_get_dossier (const VoletsAnswers *self)
{
  return self->dossier;
}

/**
 * volets_answers_get_record:
 * @self: answers
 * @section: a section
 * @row: a row of it, or VOLETS_FINDING_NONE
 *
 * Returns: (transfer none): that part of the dossier
 */
VoletsRecord *
volets_answers_get_record (const VoletsAnswers *self,
                           VoletsSection        section,
                           int                  row)
{
  return row == VOLETS_FINDING_NONE ? volets_dossier_get_record (self->dossier, section)
                                    : volets_dossier_get_row (self->dossier, section, (guint) row);
}

/**
 * volets_answers_find_commune:
 * @self: answers
 * @insee: an INSEE code, as it was typed
 * @row: (out): the row of the commune that has it
 *
 * Returns: (transfer none) (nullable): that commune
 */
VoletsRecord *
volets_answers_find_commune (const VoletsAnswers *self,
                             const char          *insee,
                             int                 *row)
{
  g_autofree char *compact = volets_identifier_compact (insee);
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->communes, compact));

  if (position == 0)
    return NULL;

  *row = (int) position - 1;
  return volets_answers_get_record (self, VOLETS_SECTION_COMMUNES, *row);
}

/* A text of spaces only is no answer. */
static gboolean
is_given (VoletsRecord *record,
          guint         field)
{
  const char *text;
  g_autofree char *trimmed = NULL;

  if (volets_record_get_fields (record, NULL)[field].kind != VOLETS_FIELD_TEXT)
    return volets_record_has (record, field);

  text = volets_record_get_text (record, field);
  trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  return trimmed != NULL && *trimmed != '\0';
}

/* A box that is to be ticked and is not is an answer that misses. */
static gboolean
is_unticked (VoletsRecord *record,
             guint         field)
{
  return volets_record_get_fields (record, NULL)[field].kind == VOLETS_FIELD_BOOLEAN
         && volets_record_get_number (record, field) == 0;
}

/**
 * volets_answers_judge:
 * @self: answers
 * @section: a section
 * @row: a row of it, or VOLETS_FINDING_NONE
 * @field: one of its fields
 * @finding: (out) (optional) (nullable): what the review says of it; only for an answer that
 *   misses or is wrong
 *
 * A doubt of the review does not make an answer wrong, but a form that it cannot have does.
 *
 * Returns: what there is to say of that answer
 */
VoletsAnswerState
volets_answers_judge (const VoletsAnswers  *self,
                      VoletsSection         section,
                      int                   row,
                      guint                 field,
                      const VoletsFinding **finding)
{
  VoletsRecord *record = volets_answers_get_record (self, section, row);
  g_autofree gint64 *place = make_place (section, row, (int) field);
  const VoletsFinding *worst = g_hash_table_lookup (self->findings, place);
  const VoletsFormat *format = volets_formats_find (section, field);
  VoletsAnswerState state;

  if (!is_given (record, field) || (worst != NULL && is_unticked (record, field)))
    state = worst != NULL ? VOLETS_ANSWER_MISSING : VOLETS_ANSWER_EMPTY;
  else if (worst != NULL
           && (worst->severity == VOLETS_SEVERITY_ERROR
               || (format != NULL && g_str_equal (worst->code, format->code))))
    state = VOLETS_ANSWER_WRONG;
  else
    state = VOLETS_ANSWER_GIVEN;

  if (finding != NULL)
    *finding = state == VOLETS_ANSWER_MISSING || state == VOLETS_ANSWER_WRONG ? worst : NULL;
  return state;
}

/**
 * volets_answers_find_error:
 * @self: answers
 *
 * Returns: (transfer none) (nullable): an error in what the figures are made of: the communes, the
 *   schools, the expenses, the funding; a figure is not to be relied on while there is one
 */
const VoletsFinding *
volets_answers_find_error (const VoletsAnswers *self)
{
  return self->error;
}

static char *
set_decimals (const VoletsAnswers *self,
              char                *number)
{
  return self->decimal_point ? number : g_strdelimit (number, ".", ',');
}

/**
 * volets_answers_type_amount:
 * @self: answers
 * @amount: centimes
 *
 * Returns: (transfer full): « 1234,56 » or « 1234.56 »
 */
char *
volets_answers_type_amount (const VoletsAnswers *self,
                            gint64               amount)
{
  return set_decimals (self, volets_money_format_plain (amount));
}

static gboolean
is_code (VoletsSection section,
         guint         field)
{
  const VoletsFormat *format = volets_formats_find (section, field);

  return format != NULL
         && (format->check == volets_siret_check || format->check == volets_uai_check
             || format->check == volets_insee_check || format->check == volets_postal_code_check
             || format->check == volets_iban_check);
}

static const char *
get_title (const GPtrArray *items,
           const char      *id)
{
  const VoletsCallItem *item = volets_call_find_item (items, id);

  return item != NULL ? item->title : id;
}

/* What @text stands for, where it names something else of the dossier or of the call. */
static const char *
resolve (const VoletsAnswers *self,
         VoletsSection        section,
         guint                field,
         const char          *text)
{
  const char *name = NULL;

  if (section == VOLETS_SECTION_SCHOOLS && field == VOLETS_SCHOOL_COMMUNE)
    {
      int row;
      VoletsRecord *commune = volets_answers_find_commune (self, text, &row);

      name = commune != NULL ? volets_record_get_text (commune, VOLETS_COMMUNE_NAME) : NULL;
    }
  else if (volets_section_has_expenses (section) && field == VOLETS_EXPENSE_SCHOOL)
    name = g_hash_table_lookup (self->schools, text);
  else if (section == VOLETS_SECTION_SERVICES && field == VOLETS_SERVICES_MODALITY)
    name = get_title (self->call->modalities, text);
  else if (section == VOLETS_SECTION_COMMITMENTS && field == VOLETS_COMMITMENT_KEY)
    name = get_title (self->call->commitments, text);
  else if (section == VOLETS_SECTION_ATTACHMENTS && field == VOLETS_ATTACHMENT_KEY)
    name = get_title (self->call->attachments, text);

  return name != NULL ? name : text;
}

static char *
type_text (const VoletsAnswers *self,
           VoletsSection        section,
           guint                field,
           const char          *text)
{
  const char *resolved = resolve (self, section, field, text);

  if (resolved == text && is_code (section, field))
    return volets_identifier_compact (text);

  return g_strstrip (g_strdup (resolved));
}

/**
 * volets_answers_type:
 * @self: answers
 * @section: a section
 * @row: a row of it, or VOLETS_FINDING_NONE
 * @field: one of its fields
 *
 * Returns: (transfer full): the answer as it is to be typed elsewhere: codes and numbers without
 *   spaces, dates as 31/03/2021, names in the place of references; empty where there is none
 */
char *
volets_answers_type (const VoletsAnswers *self,
                     VoletsSection        section,
                     int                  row,
                     guint                field)
{
  VoletsRecord *record = volets_answers_get_record (self, section, row);

  if (!is_given (record, field))
    return g_strdup ("");

  switch (volets_record_get_fields (record, NULL)[field].kind)
    {
    case VOLETS_FIELD_MONEY:
      return volets_answers_type_amount (self, volets_record_get_number (record, field));
    case VOLETS_FIELD_RATE:
      return set_decimals (self,
                           volets_rate_format_plain (volets_record_get_number (record, field)));
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
      return volets_record_format (record, field);
    case VOLETS_FIELD_TEXT:
      return type_text (self, section, field, volets_record_get_text (record, field));
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
    case VOLETS_FIELD_BOOLEAN:
    case VOLETS_FIELD_CHOICE:
    default:
      return volets_field_text_write (record, field);
    }
}

/**
 * volets_answers_list_files:
 * @self: answers
 * @attachment: the id of something that the call asks for
 *
 * Returns: (transfer full): the names of the files that the dossier has for it, one a line
 */
char *
volets_answers_list_files (const VoletsAnswers *self,
                           const char          *attachment)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < volets_dossier_get_n_rows (self->dossier, VOLETS_SECTION_ATTACHMENTS); i++)
    {
      VoletsRecord *row = volets_dossier_get_row (self->dossier, VOLETS_SECTION_ATTACHMENTS, i);
      const char *key = volets_record_get_text (row, VOLETS_ATTACHMENT_KEY);
      const char *path = volets_record_get_text (row, VOLETS_ATTACHMENT_PATH);
      g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

      if (name != NULL && g_strcmp0 (key, attachment) == 0)
        g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);

  return g_strjoinv ("\n", names);
}
