/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsComputationUnit:
 *
 * One commune or school among several: its name and its amount, and the computation of it once it
 * is opened. What is closed costs two labels, so that a grouping of sixty communes can be shown.
 */
#define VOLETS_TYPE_COMPUTATION_UNIT (volets_computation_unit_get_type ())
G_DECLARE_FINAL_TYPE (VoletsComputationUnit, volets_computation_unit, VOLETS, COMPUTATION_UNIT,
                      AdwBin)

GtkWidget *volets_computation_unit_new        (void);

void       volets_computation_unit_set_result (VoletsComputationUnit    *self,
                                               const VoletsSubsidy      *subsidy,
                                               const VoletsVoletResult  *volet,
                                               const VoletsUnitResult   *unit);

G_END_DECLS
