/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"

G_BEGIN_DECLS

char *volets_sentence_make (const char          *words);
char *volets_sentence_cite (const VoletsSource  *source,
                            VoletsCertainty      certainty);

G_END_DECLS
