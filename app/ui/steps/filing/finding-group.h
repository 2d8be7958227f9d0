/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/finding.h"

G_BEGIN_DECLS

/**
 * VoletsFindingGroup:
 *
 * The findings of one severity, each a row that leads to where it is mended; hidden where there
 * are none. Property "severity", a number: VoletsSeverity, set in the template.
 *
 * Signal "finding-activated": a row was chosen, with its #VoletsFinding.
 */
#define VOLETS_TYPE_FINDING_GROUP (volets_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFindingGroup, volets_finding_group, VOLETS, FINDING_GROUP,
                      AdwPreferencesGroup)

void volets_finding_group_set_findings (VoletsFindingGroup  *self,
                                        GPtrArray           *findings);

G_END_DECLS
