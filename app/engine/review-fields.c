/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/review-context.h"

#include "engine/formats.h"
#include "engine/french.h"
#include "engine/project.h"
#include "engine/services.h"
#include "engine/session.h"

typedef struct {
  VoletsSection section;
  guint         first;
  guint         second;
} DateOrder;

static const DateOrder DATE_ORDERS[] = {
  { VOLETS_SECTION_PROJECT, VOLETS_PROJECT_START_DATE, VOLETS_PROJECT_END_DATE },
  { VOLETS_SECTION_SERVICES, VOLETS_SERVICES_START_DATE, VOLETS_SERVICES_END_DATE },
  { VOLETS_SECTION_SESSION, VOLETS_SESSION_CONVOCATION_DATE, VOLETS_SESSION_DATE },
};

/* The records of a section: its rows, or the one that it is. */
static guint
count_records (VoletsReviewContext *context,
               VoletsSection        section)
{
  return volets_section_get_info (section)->row_element != NULL
           ? volets_dossier_get_n_rows (context->dossier, section) : 1;
}

static VoletsRecord *
get_record (VoletsReviewContext *context,
            VoletsSection        section,
            guint                index,
            int                 *row)
{
  if (volets_section_get_info (section)->row_element == NULL)
    {
      *row = VOLETS_FINDING_NONE;
      return volets_dossier_get_record (context->dossier, section);
    }

  *row = (int) index;
  return volets_dossier_get_row (context->dossier, section, index);
}

static gboolean
is_answered (VoletsRecord      *record,
             const VoletsField *fields,
             guint              field)
{
  if (fields[field].kind == VOLETS_FIELD_BOOLEAN)
    return volets_record_get_number (record, field) != 0;
  if (fields[field].kind == VOLETS_FIELD_TEXT)
    {
      g_autofree char *text = g_strdup (volets_record_get_text (record, field));

      return text != NULL && *g_strstrip (text) != '\0';
    }

  return volets_record_has (record, field);
}

static void
report_missing (VoletsReviewContext *context,
                VoletsSection        section,
                guint                index,
                guint                field,
                VoletsSeverity       severity,
                const VoletsSource  *source)
{
  int row;
  VoletsRecord *record = get_record (context, section, index, &row);
  const VoletsField *fields = volets_record_get_fields (record, NULL);
  g_autofree char *place = NULL;

  if (is_answered (record, fields, field))
    return;

  place = volets_review_name_place (section, row);
  if (fields[field].kind == VOLETS_FIELD_BOOLEAN)
    volets_review_add (context, severity, "case-a-cocher", section, row, (int) field, source,
                       "%s« %s » est à cocher.", place, fields[field].label);
  else
    volets_review_add (context, severity, "champ-manquant", section, row, (int) field, source,
                       "%s« %s » est à renseigner.", place, fields[field].label);
}

static const VoletsRequirement *
find_requirement (const VoletsCall *call,
                  VoletsSection     section,
                  guint             field)
{
  for (guint i = 0; i < call->requirements->len; i++)
    {
      const VoletsRequirement *requirement = g_ptr_array_index (call->requirements, i);

      if (requirement->section == section && requirement->field == field)
        return requirement;
    }

  return NULL;
}

/* What no filing can do without, whatever the call; a call may say by which text. */
void
volets_review_required (VoletsReviewContext *context)
{
  for (VoletsSection section = 0; section < VOLETS_N_SECTIONS; section++)
    {
      g_autoptr (VoletsRecordClass) klass =
        g_type_class_ref (volets_section_get_info (section)->get_type ());
      guint n_records = count_records (context, section);

      for (guint field = 0; field < klass->n_fields; field++)
        {
          const VoletsRequirement *requirement = find_requirement (context->call, section, field);

          if (!klass->fields[field].required || klass->fields[field].kind == VOLETS_FIELD_ID)
            continue;
          for (guint i = 0; i < n_records; i++)
            report_missing (context, section, i, field, VOLETS_SEVERITY_ERROR,
                            requirement != NULL ? requirement->provenance.source : NULL);
        }
    }
}

/* What the call asks for beyond that. */
void
volets_review_requirements (VoletsReviewContext *context)
{
  for (guint i = 0; i < context->call->requirements->len; i++)
    {
      const VoletsRequirement *requirement =
        g_ptr_array_index (context->call->requirements, i);
      g_autoptr (VoletsRecordClass) klass =
        g_type_class_ref (volets_section_get_info (requirement->section)->get_type ());

      if (klass->fields[requirement->field].required)
        continue;
      for (guint j = 0; j < count_records (context, requirement->section); j++)
        report_missing (context, requirement->section, j, requirement->field,
                        requirement->blocking ? VOLETS_SEVERITY_ERROR : VOLETS_SEVERITY_WARNING,
                        requirement->provenance.source);
    }
}

/* Identifiers and addresses that cannot be right. */
void
volets_review_formats (VoletsReviewContext *context)
{
  guint n_formats;
  const VoletsFormat *formats = volets_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      const VoletsFormat *format = &formats[i];

      for (guint j = 0; j < count_records (context, format->section); j++)
        {
          int row;
          VoletsRecord *record = get_record (context, format->section, j, &row);
          const char *text = volets_record_get_text (record, format->field);
          g_autoptr (GError) error = NULL;
          g_autofree char *place = volets_review_name_place (format->section, row);

          if (text != NULL && !format->check (text, &error))
            volets_review_add (context, format->severity, format->code, format->section, row,
                               (int) format->field, NULL, "%s%s", place, error->message);
        }
    }
}

/* Dates in the wrong order. */
void
volets_review_date_orders (VoletsReviewContext *context)
{
  for (gsize i = 0; i < G_N_ELEMENTS (DATE_ORDERS); i++)
    {
      const DateOrder *order = &DATE_ORDERS[i];
      VoletsRecord *record = volets_dossier_get_record (context->dossier, order->section);
      const VoletsField *fields = volets_record_get_fields (record, NULL);
      const char *first = volets_record_get_text (record, order->first);
      const char *second = volets_record_get_text (record, order->second);
      g_autofree char *first_day = NULL;
      g_autofree char *second_day = NULL;

      if (first == NULL || second == NULL || g_strcmp0 (first, second) <= 0)
        continue;

      first_day = volets_french_date (first);
      second_day = volets_french_date (second);
      volets_review_add (context, VOLETS_SEVERITY_ERROR, "dates-inversees", order->section,
                         VOLETS_FINDING_NONE, (int) order->second, NULL,
                         "« %s » (%s) vient avant « %s » (%s) ; corrigez l’une des deux dates.",
                         fields[order->second].label, second_day, fields[order->first].label,
                         first_day);
    }
}
