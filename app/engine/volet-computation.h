/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/expense-totals.h"
#include "engine/roster.h"
#include "engine/volet-result.h"

G_BEGIN_DECLS

VoletsVoletResult *volets_volet_compute (const VoletsVolet          *volet,
                                         const VoletsCall           *call,
                                         const VoletsRoster         *roster,
                                         const VoletsExpenseTotals  *equipment,
                                         const VoletsExpenseTotals  *services,
                                         GError                    **error);

G_END_DECLS
