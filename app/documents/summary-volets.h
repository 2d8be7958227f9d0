/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/* The volets in the summary: what is asked for each, and what limits it. */

void volets_summary_add_volets (VoletsSheet         *sheet,
                                const VoletsSubsidy *subsidy);

G_END_DECLS
