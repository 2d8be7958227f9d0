/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/computation-line.h"

G_BEGIN_DECLS

/**
 * VoletsComputationRow:
 *
 * A step of the computation: what, how, the amount, the source and how sure it is.
 */
#define VOLETS_TYPE_COMPUTATION_ROW (volets_computation_row_get_type ())
G_DECLARE_FINAL_TYPE (VoletsComputationRow, volets_computation_row, VOLETS, COMPUTATION_ROW,
                      AdwBin)

GtkWidget *volets_computation_row_new      (void);

void       volets_computation_row_set_line (VoletsComputationRow         *self,
                                            const VoletsComputationLine  *line);

void       volets_computation_rows_show    (GtkBox                       *box,
                                            GPtrArray                    *lines);

G_END_DECLS
