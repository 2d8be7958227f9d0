/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsComputationView:
 *
 * How a subsidy is computed: every line of every volet with its source, then what is taken for
 * granted.
 */
#define VOLETS_TYPE_COMPUTATION_VIEW (volets_computation_view_get_type ())
G_DECLARE_FINAL_TYPE (VoletsComputationView, volets_computation_view, VOLETS, COMPUTATION_VIEW,
                      AdwBin)

void       volets_computation_view_set_subsidy (VoletsComputationView  *self,
                                                const VoletsSubsidy    *subsidy);

G_END_DECLS
