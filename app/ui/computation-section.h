/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsComputationSection:
 *
 * How the amount of one volet comes about: every line where it is computed once, one fold for
 * each commune or school where there are several.
 */
#define VOLETS_TYPE_COMPUTATION_SECTION (volets_computation_section_get_type ())
G_DECLARE_FINAL_TYPE (VoletsComputationSection, volets_computation_section, VOLETS,
                      COMPUTATION_SECTION, AdwBin)

GtkWidget *volets_computation_section_new        (void);

void       volets_computation_section_set_result (VoletsComputationSection  *self,
                                                  const VoletsSubsidy       *subsidy,
                                                  const VoletsVoletResult   *volet);

G_END_DECLS
