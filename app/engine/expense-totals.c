/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/expense-totals.h"

#include "engine/money.h"

/* Where the eligible amount of @line goes; %NULL where it is not eligible: it says so, or it is
 * for a school that does not count, or for one that nobody has named yet.
 */
static gint64 *
find_total (VoletsExpenseTotals *self,
            const VoletsRoster  *roster,
            VoletsRecord        *line)
{
  const char *school = volets_record_get_text (line, VOLETS_EXPENSE_SCHOOL);
  gint64 scope = volets_record_get_number (line, VOLETS_EXPENSE_SCOPE);
  guint index;

  if (volets_record_get_number (line, VOLETS_EXPENSE_INELIGIBLE))
    return NULL;
  if (scope == VOLETS_EXPENSE_SCOPE_PROJECT
      || (scope == VOLETS_EXPENSE_SCOPE_MISSING && school == NULL))
    return &self->project_wide;
  if (volets_roster_find (roster, school, &index))
    return &self->by_school[index];

  return NULL;
}

/**
 * volets_expense_totals_init:
 * @self: (out caller-allocates): the totals
 * @call: a call, for its base
 * @roster: the schools that count
 * @dossier: the dossier that @roster was made of
 * @section: a section whose rows are expenses
 * @error: VOLETS_MONEY_ERROR_OVERFLOW; @self is then to be cleared all the same
 */
gboolean
volets_expense_totals_init (VoletsExpenseTotals  *self,
                            const VoletsCall     *call,
                            const VoletsRoster   *roster,
                            VoletsDossier        *dossier,
                            VoletsSection         section,
                            GError              **error)
{
  GListModel *lines = G_LIST_MODEL (volets_dossier_get_list (dossier, section));
  guint n_lines = g_list_model_get_n_items (lines);

  *self = (VoletsExpenseTotals) { 0 };
  self->by_school = g_new0 (gint64, volets_roster_get_size (roster));
  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (VoletsRecord) line = g_list_model_get_item (lines, i);
      gint64 *total = find_total (self, roster, line);
      VoletsAmounts amounts;

      if (!volets_expense_compute (VOLETS_EXPENSE (line), &amounts, error)
          || !volets_amounts_add (&self->declared, &amounts, error))
        return FALSE;
      if (total != NULL
          && !volets_money_add (*total, volets_call_get_base (call, &amounts), total, error))
        return FALSE;
    }

  return TRUE;
}

void
volets_expense_totals_clear (VoletsExpenseTotals *self)
{
  g_clear_pointer (&self->by_school, g_free);
}
