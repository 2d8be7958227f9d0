/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/expense.h"

G_BEGIN_DECLS

/**
 * VoletsExpenseItem:
 * @label: (nullable): what is bought; %NULL where it is not known
 * @family: what kind of thing it is
 * @ineligible: whether it is an expense that the call does not take
 * @quantity: how many, of all lines
 * @amounts: of all lines
 *
 * One thing that is bought, for however many schools and on however many lines.
 */
typedef struct {
  const char          *label;
  VoletsExpenseFamily  family;
  gboolean             ineligible;
  gint64               quantity;
  VoletsAmounts        amounts;
} VoletsExpenseItem;

GArray *volets_expense_items_new (VoletsDossier *dossier);

G_END_DECLS
