/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/finding.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsReviewContext:
 * @call: the call
 * @dossier: the dossier
 * @subsidy: (nullable): what was computed of it, %NULL where its amounts are too large
 * @today: a date, 2021-03-31
 * @records: (element-type VoletsRecord): of each section, its rows or the one record that it is
 * @findings: (element-type VoletsFinding): what was found so far
 *
 * What each check of the review sees, and where it says what it found.
 */
typedef struct {
  VoletsCall          *call;
  VoletsDossier       *dossier;
  const VoletsSubsidy *subsidy;
  const char          *today;
  GPtrArray           *records[VOLETS_N_SECTIONS];
  GPtrArray           *findings;
} VoletsReviewContext;

/* One check: it reads the context and adds findings. */
typedef void (*VoletsReviewCheck) (VoletsReviewContext *context);

void volets_review_add           (VoletsReviewContext   *self,
                                  VoletsSeverity         severity,
                                  const char            *code,
                                  VoletsSection          section,
                                  int                    row,
                                  int                    field,
                                  const VoletsSource    *source,
                                  const char            *format,
                                  ...) G_GNUC_PRINTF (8, 9);
void volets_review_add_placed    (VoletsReviewContext   *self,
                                  VoletsSeverity         severity,
                                  const char            *code,
                                  VoletsSection          section,
                                  int                    row,
                                  int                    field,
                                  const VoletsSource    *source,
                                  const char            *format,
                                  ...) G_GNUC_PRINTF (8, 9);
void volets_review_add_missing   (VoletsReviewContext   *self,
                                  VoletsSeverity         severity,
                                  const char            *code,
                                  VoletsSection          section,
                                  const VoletsCallItem  *item,
                                  const char            *format,
                                  ...) G_GNUC_PRINTF (6, 7);

/* review-fields.c */
void volets_review_required      (VoletsReviewContext   *context);
void volets_review_requirements  (VoletsReviewContext   *context);
void volets_review_formats       (VoletsReviewContext   *context);
void volets_review_date_orders   (VoletsReviewContext   *context);
/* review-applicant.c */
void volets_review_calendar      (VoletsReviewContext   *context);
void volets_review_applicant     (VoletsReviewContext   *context);
void volets_review_communes      (VoletsReviewContext   *context);
void volets_review_session       (VoletsReviewContext   *context);
/* review-schools.c */
void volets_review_schools       (VoletsReviewContext   *context);
void volets_review_school_codes  (VoletsReviewContext   *context);
/* review-expenses.c */
void volets_review_expenses      (VoletsReviewContext   *context);
void volets_review_services      (VoletsReviewContext   *context);
/* review-funding.c */
void volets_review_amounts       (VoletsReviewContext   *context);
void volets_review_funding       (VoletsReviewContext   *context);
void volets_review_ceilings      (VoletsReviewContext   *context);
/* review-promises.c */
void volets_review_commitments   (VoletsReviewContext   *context);
void volets_review_attachments   (VoletsReviewContext   *context);

G_END_DECLS
