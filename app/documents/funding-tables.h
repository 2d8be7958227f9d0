/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/funding-balance.h"
#include "documents/sheet.h"

G_BEGIN_DECLS

/* The two tables of a plan de financement, the same on every paper. */

void volets_funding_tables_add_expenses (VoletsSheet                *sheet,
                                         const VoletsFundingBalance *balance);
void volets_funding_tables_add_items    (VoletsSheet                *sheet,
                                         const VoletsFundingBalance *balance,
                                         VoletsDossier              *dossier);
void volets_funding_tables_add_receipts (VoletsSheet                *sheet,
                                         const VoletsFundingBalance *balance,
                                         const VoletsCall           *call,
                                         const char                 *missing);
void volets_funding_tables_add_blank    (VoletsSheet                *sheet,
                                         const VoletsCall           *call);

G_END_DECLS
