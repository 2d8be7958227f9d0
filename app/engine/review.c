/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/review.h"

#include "engine/review-context.h"

static const VoletsReviewCheck CHECKS[] = {
  volets_review_calendar,
  volets_review_required,
  volets_review_requirements,
  volets_review_formats,
  volets_review_date_orders,
  volets_review_applicant,
  volets_review_communes,
  volets_review_session,
  volets_review_schools,
  volets_review_school_codes,
  volets_review_expenses,
  volets_review_services,
  volets_review_commitments,
  volets_review_amounts,
  volets_review_funding,
  volets_review_ceilings,
  volets_review_attachments,
};

/**
 * volets_review_add:
 * @self: the context of a check
 * @severity: how bad it is
 * @code: (transfer none): a static word
 * @section: where it is
 * @row: the row, or VOLETS_FINDING_NONE
 * @field: the field, or VOLETS_FINDING_NONE
 * @source: (nullable): the source of the rule
 * @format: the sentence in French, and what goes into it
 */
void
volets_review_add (VoletsReviewContext *self,
                   VoletsSeverity       severity,
                   const char          *code,
                   VoletsSection        section,
                   int                  row,
                   int                  field,
                   const VoletsSource  *source,
                   const char          *format,
                   ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->findings,
                   volets_finding_new (severity, code, section, row, field, source,
                                       g_strdup_vprintf (format, arguments)));
  va_end (arguments);
}

/**
 * volets_review_add_placed:
 * @self: the context of a check
 * @severity: how bad it is
 * @code: (transfer none): a static word
 * @section: where it is
 * @row: the row, or VOLETS_FINDING_NONE
 * @field: the field, or VOLETS_FINDING_NONE
 * @source: (nullable): the source of the rule
 * @format: the sentence in French after the row that it is about, and what goes into it
 *
 * Like volets_review_add(), with « École 3 : » before the sentence.
 */
void
volets_review_add_placed (VoletsReviewContext *self,
                          VoletsSeverity       severity,
                          const char          *code,
                          VoletsSection        section,
                          int                  row,
                          int                  field,
                          const VoletsSource  *source,
                          const char          *format,
                          ...)
{
  g_autofree char *place = volets_finding_name_place (section, row);
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->findings,
                   volets_finding_new (severity, code, section, row, field, source,
                                       g_strconcat (place, sentence, NULL)));
}

/**
 * volets_review_add_missing:
 * @self: the context of a check
 * @severity: how bad it is
 * @code: (transfer none): a static word
 * @section: where it would be
 * @item: what the call asks for, which names its source
 * @format: the sentence in French, and what goes into it
 *
 * Like volets_review_add(), about what is not there.
 */
void
volets_review_add_missing (VoletsReviewContext  *self,
                           VoletsSeverity        severity,
                           const char           *code,
                           VoletsSection         section,
                           const VoletsCallItem *item,
                           const char           *format,
                           ...)
{
  VoletsFinding *finding;
  va_list arguments;

  va_start (arguments, format);
  finding = volets_finding_new (severity, code, section, VOLETS_FINDING_NONE, VOLETS_FINDING_NONE,
                                item->provenance.source, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  finding->item = item;
  g_ptr_array_add (self->findings, finding);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const VoletsFinding *first = *(const VoletsFinding *const *) a;
  const VoletsFinding *second = *(const VoletsFinding *const *) b;

  if (first->severity != second->severity)
    return first->severity < second->severity ? -1 : 1;
  if (first->step != second->step)
    return first->step < second->step ? -1 : 1;
  if (first->section != second->section)
    return first->section < second->section ? -1 : 1;
  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->field != second->field)
    return first->field < second->field ? -1 : 1;
  return g_strcmp0 (first->code, second->code);
}

/* Once for all checks: to ask the dossier for one row costs more than most checks of it. */
static GPtrArray *
list_records (VoletsDossier *dossier,
              VoletsSection  section)
{
  GPtrArray *records;

  if (volets_section_get_info (section)->row_element != NULL)
    return volets_dossier_list_rows (dossier, section);

  records = g_ptr_array_new ();
  g_ptr_array_add (records, volets_dossier_get_record (dossier, section));

  return records;
}

/**
 * volets_review:
 * @call: a call, which must outlive the findings
 * @dossier: a dossier
 * @subsidy: (nullable): what was computed of it; %NULL where that could not be done
 * @today: a date, 2021-03-31
 *
 * A pure function of its arguments.
 *
 * Returns: (transfer full) (element-type VoletsFinding): everything missing, wrong or doubtful:
 *   errors first, then in the order of the steps
 */
GPtrArray *
volets_review (VoletsCall           *call,
               VoletsDossier        *dossier,
               const VoletsSubsidy  *subsidy,
               const char           *today)
{
  VoletsReviewContext context = {
    .call = call,
    .dossier = dossier,
    .subsidy = subsidy,
    .today = today,
    .findings = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_finding_free),
  };

  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    context.records[i] = list_records (dossier, i);
  for (gsize i = 0; i < G_N_ELEMENTS (CHECKS); i++)
    CHECKS[i] (&context);
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    g_ptr_array_unref (context.records[i]);
  g_ptr_array_sort (context.findings, compare_findings);

  return context.findings;
}

/**
 * volets_review_join:
 * @findings: (element-type VoletsFinding): what the review found
 * @more: (transfer full) (element-type VoletsFinding): what was found by other means, of the same
 *   dossier
 *
 * Puts those of @more among the others, in the same order.
 */
void
volets_review_join (GPtrArray *findings,
                    GPtrArray *more)
{
  if (more->len > 0)
    {
      g_ptr_array_extend_and_steal (findings, more);
      g_ptr_array_sort (findings, compare_findings);
      return;
    }

  g_ptr_array_unref (more);
}

/**
 * volets_review_count:
 * @findings: (element-type VoletsFinding): findings
 * @severity: a severity
 *
 * Returns: how many of them have it
 */
guint
volets_review_count (const GPtrArray *findings,
                     VoletsSeverity   severity)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += ((const VoletsFinding *) g_ptr_array_index (findings, i))->severity == severity;

  return count;
}
