/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/finding.h"

G_BEGIN_DECLS

/**
 * VoletsAnswerState:
 * @VOLETS_ANSWER_GIVEN: there is an answer, and nothing is wrong with it
 * @VOLETS_ANSWER_EMPTY: there is none, and none is asked for
 * @VOLETS_ANSWER_MISSING: there is none, and the review asks for one
 * @VOLETS_ANSWER_WRONG: there is one that cannot be right
 */
typedef enum {
  VOLETS_ANSWER_GIVEN,
  VOLETS_ANSWER_EMPTY,
  VOLETS_ANSWER_MISSING,
  VOLETS_ANSWER_WRONG,
} VoletsAnswerState;

/**
 * VoletsAnswers:
 *
 * The answers of a dossier as they are typed into a form that is not ours, and what the review
 * says of each. A row is counted from zero, and VOLETS_FINDING_NONE in a section that is a single
 * record.
 */
typedef struct _VoletsAnswers VoletsAnswers;

VoletsAnswers       *volets_answers_new          (const VoletsCall     *call,
                                                  VoletsDossier        *dossier,
                                                  const GPtrArray      *findings,
                                                  gboolean              decimal_point);
void                 volets_answers_free         (VoletsAnswers        *self);

VoletsDossier       *volets_answers_get_dossier  (const VoletsAnswers  *self);
VoletsRecord        *volets_answers_get_record   (const VoletsAnswers  *self,
                                                  VoletsSection         section,
                                                  int                   row);
VoletsRecord        *volets_answers_find_commune (const VoletsAnswers  *self,
                                                  const char           *insee,
                                                  int                  *row);

VoletsAnswerState    volets_answers_judge        (const VoletsAnswers  *self,
                                                  VoletsSection         section,
                                                  int                   row,
                                                  guint                 field,
                                                  const VoletsFinding **finding);
const VoletsFinding *volets_answers_find_error   (const VoletsAnswers  *self);
char                *volets_answers_type         (const VoletsAnswers  *self,
                                                  VoletsSection         section,
                                                  int                   row,
                                                  guint                 field);
char                *volets_answers_type_amount  (const VoletsAnswers  *self,
                                                  gint64                amount);
char                *volets_answers_list_files   (const VoletsAnswers  *self,
                                                  const char           *attachment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsAnswers, volets_answers_free)

G_END_DECLS
