/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/roster.h"

G_BEGIN_DECLS

/**
 * VoletsExpenseTotals:
 * @declared: every line of the section
 * @project_wide: what is eligible for the whole project, in centimes of the base of the call
 * @by_school: (array): what is eligible for each school of the roster, likewise
 *
 * The lines of one section of a dossier, added up once for everything that is computed from them.
 */
typedef struct {
  VoletsAmounts  declared;
  gint64         project_wide;
  gint64        *by_school;
} VoletsExpenseTotals;

gboolean volets_expense_totals_init  (VoletsExpenseTotals  *self,
                                      const VoletsCall     *call,
                                      const VoletsRoster   *roster,
                                      VoletsDossier        *dossier,
                                      VoletsSection         section,
                                      GError              **error);
void     volets_expense_totals_clear (VoletsExpenseTotals  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VoletsExpenseTotals, volets_expense_totals_clear)

G_END_DECLS
