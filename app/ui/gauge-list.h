/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsGaugeList:
 *
 * How far the expenses of one section are from the limits of the call, for each unit where they
 * are looked at; where there are many, for those that are nearest to them. Property "section":
 * « equipment » or « service-lines », set in the template.
 */
#define VOLETS_TYPE_GAUGE_LIST (volets_gauge_list_get_type ())
G_DECLARE_FINAL_TYPE (VoletsGaugeList, volets_gauge_list, VOLETS, GAUGE_LIST, AdwBin)

/* As many gauges of one volet as people can look over. */
#define VOLETS_GAUGE_LIST_MAX_UNITS 8

void volets_gauge_list_show            (VoletsGaugeList      *self,
                                        const VoletsSubsidy  *subsidy);
void volets_gauge_list_set_description (VoletsGaugeList      *self,
                                        const char           *description);

G_END_DECLS
