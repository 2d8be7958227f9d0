/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsFundingLegend:
 *
 * Who pays what: a bar, and below it a line for each kind of funder with its amount and its share
 * of the expense declared.
 */
#define VOLETS_TYPE_FUNDING_LEGEND (volets_funding_legend_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFundingLegend, volets_funding_legend, VOLETS, FUNDING_LEGEND, AdwBin)

void volets_funding_legend_set_subsidy (VoletsFundingLegend  *self,
                                        const VoletsSubsidy  *subsidy);

G_END_DECLS
