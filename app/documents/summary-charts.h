/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/assembly-words.h"
#include "documents/sheet.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/* The charts of the summary, with what they show written beside it. */

void volets_summary_add_funding_chart (VoletsSheet               *sheet,
                                       const VoletsSubsidy       *subsidy,
                                       const VoletsAssemblyWords *words);
void volets_summary_add_ceiling_chart (VoletsSheet               *sheet,
                                       const VoletsSubsidy       *subsidy,
                                       guint                      volet);

G_END_DECLS
