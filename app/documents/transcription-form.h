/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet.h"
#include "engine/answers.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

void volets_transcription_add_form (VoletsSheet          *sheet,
                                    const VoletsAnswers  *answers,
                                    const VoletsSubsidy  *subsidy);

G_END_DECLS
