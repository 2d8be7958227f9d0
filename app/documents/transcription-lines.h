/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-table.h"
#include "engine/answers.h"

G_BEGIN_DECLS

/* The lines of a sheet for copying by hand: a box to tick, a question, what to type, a remark. */

VoletsSheetTable *volets_transcription_lines_new      (void);
void              volets_transcription_lines_add      (VoletsSheetTable     *self,
                                                       const char           *question,
                                                       const char           *answer,
                                                       const char           *remark);
void              volets_transcription_lines_add_row  (VoletsSheetTable     *self,
                                                       const VoletsAnswers  *answers,
                                                       VoletsSection         section,
                                                       guint                 row,
                                                       const char           *label);

const char       *volets_transcription_get_remark     (VoletsAnswerState     state);

G_END_DECLS
