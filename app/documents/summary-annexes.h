/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/citations.h"
#include "documents/sheet.h"
#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/* The annexes of the summary, for whoever wants every line. */

void volets_summary_add_schools      (VoletsSheet          *sheet,
                                      VoletsDossier        *dossier,
                                      const VoletsSubsidy  *subsidy);
void volets_summary_add_expenses     (VoletsSheet          *sheet,
                                      VoletsDossier        *dossier);
void volets_summary_add_computation  (VoletsSheet          *sheet,
                                      const VoletsSubsidy  *subsidy,
                                      VoletsCitations      *citations);
void volets_summary_add_assumptions  (VoletsSheet          *sheet,
                                      const VoletsSubsidy  *subsidy,
                                      VoletsCitations      *citations);

G_END_DECLS
