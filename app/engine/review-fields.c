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

/* Which row of @section its record number @index is. */
static int
get_row (VoletsSection section,
         guint         index)
{
  return volets_section_get_info (section)->row_element != NULL ? (int) index
                                                                : VOLETS_FINDING_NONE;
}

static gboolean
is_answered (VoletsRecord      *record,
             const VoletsField *known,
             guint              field)
{
  return known->kind == VOLETS_FIELD_BOOLEAN ? volets_record_get_number (record, field) != 0
                                             : volets_record_has (record, field);
}

static void
report_missing (VoletsReviewContext *context,
                VoletsSection        section,
                const VoletsField   *known,
                guint                field,
                VoletsSeverity       severity,
                const VoletsSource  *source)
{
  const GPtrArray *records = context->records[section];
  g_autofree char *label = volets_french_capitalise (known->label);

  for (guint i = 0; i < records->len; i++)
    {
      if (is_answered (g_ptr_array_index (records, i), known, field))
        continue;
      if (known->kind == VOLETS_FIELD_BOOLEAN)
        volets_review_add_placed (context, severity, "case-a-cocher", section,
                                  get_row (section, i), (int) field, source,
                                  "« %s » est à cocher.", label);
      else
        volets_review_add_placed (context, severity, "champ-manquant", section,
                                  get_row (section, i), (int) field, source,
                                  "« %s » est à renseigner.", label);
    }
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

      for (guint field = 0; field < klass->n_fields; field++)
        {
          const VoletsRequirement *requirement = find_requirement (context->call, section, field);

          if (klass->fields[field].required && klass->fields[field].kind != VOLETS_FIELD_ID)
            report_missing (context, section, &klass->fields[field], field, VOLETS_SEVERITY_ERROR,
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

      if (!klass->fields[requirement->field].required)
        report_missing (context, requirement->section, &klass->fields[requirement->field],
                        requirement->field,
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
      const GPtrArray *records = context->records[format->section];

      for (guint j = 0; j < records->len; j++)
        {
          const char *text = volets_record_get_text (g_ptr_array_index (records, j),
                                                     format->field);
          g_autoptr (GError) error = NULL;

          if (text != NULL && !format->check (text, &error))
            volets_review_add_placed (context, format->severity, format->code, format->section,
                                      get_row (format->section, j), (int) format->field, NULL,
                                      "%s", error->message);
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
