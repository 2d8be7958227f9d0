/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VoletsAmountRow:
 *
 * A label at the start and an amount at the end of one line, or of the next where the two do not
 * fit: nothing is ever cut. « share » stands after the amount.
 */
#define VOLETS_TYPE_AMOUNT_ROW (volets_amount_row_get_type ())
G_DECLARE_FINAL_TYPE (VoletsAmountRow, volets_amount_row, VOLETS, AMOUNT_ROW, GtkWidget)

void       volets_amount_row_set_label  (VoletsAmountRow  *self,
                                         const char       *label);
void       volets_amount_row_set_amount (VoletsAmountRow  *self,
                                         const char       *amount);
void       volets_amount_row_set_share  (VoletsAmountRow  *self,
                                         const char       *share);

G_END_DECLS
