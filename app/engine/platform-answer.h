/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/answers.h"
#include "engine/platform.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsPlatformAnswer:
 * @state: whether there is something for the field, and whether it can be right
 * @typed: what a person types or chooses there; empty where there is nothing
 * @values: (array zero-terminated=1) (nullable): what prefills it, one text or a pair of codes;
 *   %NULL where @state is not given, and where the field cannot be prefilled
 * @reason: (nullable): why it misses or is wrong, a French sentence
 *
 * What a dossier has for one field of the platform's form.
 */
typedef struct {
  VoletsAnswerState   state;
  char               *typed;
  char              **values;
  char               *reason;
} VoletsPlatformAnswer;

VoletsPlatformAnswer *volets_platform_answer_new  (const VoletsAnswers        *answers,
                                                   const VoletsSubsidy        *subsidy,
                                                   const VoletsPlatformField  *field,
                                                   int                         row);
void                  volets_platform_answer_free (VoletsPlatformAnswer       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsPlatformAnswer, volets_platform_answer_free)

G_END_DECLS
