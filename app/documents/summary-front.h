/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/assembly-words.h"
#include "documents/sheet.h"
#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/* The first page of the summary, which is complete in itself. */

void volets_summary_add_front (VoletsSheet               *sheet,
                               VoletsDossier             *dossier,
                               const VoletsSubsidy       *subsidy,
                               const VoletsAssemblyWords *words);

G_END_DECLS
