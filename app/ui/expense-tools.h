/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/record-table.h"

G_BEGIN_DECLS

/**
 * VoletsExpenseTools:
 *
 * What comes along with a table of expenses: its columns, its total, a button that offers the
 * catalogue of the call and one that copies the selected lines to schools.
 */
#define VOLETS_TYPE_EXPENSE_TOOLS (volets_expense_tools_get_type ())
G_DECLARE_FINAL_TYPE (VoletsExpenseTools, volets_expense_tools, VOLETS, EXPENSE_TOOLS, AdwBin)

void volets_expense_tools_set_table  (VoletsExpenseTools  *self,
                                      VoletsRecordTable   *table);
void volets_expense_tools_set_editor (VoletsExpenseTools  *self,
                                      VoletsEditor        *editor);
void volets_expense_tools_update     (VoletsExpenseTools  *self);

G_END_DECLS
