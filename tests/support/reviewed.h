/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/review.h"

G_BEGIN_DECLS

/* An example without any error on that day. */
#define VOLETS_TEST_EXAMPLE "vaison-la-romaine.volets"
#define VOLETS_TEST_TODAY "2021-02-15"

/* A dossier, and what the review says of it. */
typedef struct {
  VoletsCall    *call;
  VoletsDossier *dossier;
  VoletsSubsidy *subsidy;
  GPtrArray     *findings;
} VoletsTestReview;

void                 volets_test_review_init               (VoletsTestReview        *self,
                                                            VoletsDossier           *dossier,
                                                            const char              *call_name,
                                                            const char              *today);
void                 volets_test_review_clear              (VoletsTestReview        *self);
const VoletsFinding *volets_test_review_find               (const VoletsTestReview  *self,
                                                            const char              *code,
                                                            const char              *path);
char                *volets_test_review_describe           (const VoletsTestReview  *self);
void                 volets_test_review_assert_well_formed (const VoletsTestReview  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VoletsTestReview, volets_test_review_clear)

G_END_DECLS
