/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/finding.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

GPtrArray *volets_review            (VoletsCall           *call,
                                     VoletsDossier        *dossier,
                                     const VoletsSubsidy  *subsidy,
                                     const char           *today);
void       volets_review_join       (GPtrArray            *findings,
                                     GPtrArray            *more);
guint      volets_review_count      (const GPtrArray      *findings,
                                     VoletsSeverity        severity);

G_END_DECLS
