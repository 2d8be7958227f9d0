/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/assembly-words.h"
#include "documents/sheet.h"
#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

void volets_deliberation_add_statement (VoletsSheet               *sheet,
                                        VoletsDossier             *dossier,
                                        const VoletsSubsidy       *subsidy,
                                        const VoletsAssemblyWords *words);

G_END_DECLS
