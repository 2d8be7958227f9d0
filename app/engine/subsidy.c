/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/subsidy.h"

#include "engine/expense-totals.h"
#include "engine/funder.h"
#include "engine/money.h"
#include "engine/roster.h"
#include "engine/volet-computation.h"

G_DEFINE_BOXED_TYPE (VoletsSubsidy, volets_subsidy, volets_subsidy_ref, volets_subsidy_unref)

static void
clear_subsidy (gpointer data)
{
  VoletsSubsidy *self = data;

  g_ptr_array_unref (self->volets);
  volets_call_unref (self->call);
}

VoletsSubsidy *
volets_subsidy_ref (VoletsSubsidy *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
volets_subsidy_unref (VoletsSubsidy *self)
{
  g_atomic_rc_box_release_full (self, clear_subsidy);
}

static void
count_schools (VoletsSubsidy      *self,
               const VoletsRoster *roster)
{
  const char *commune = NULL;

  for (guint i = 0; i < volets_roster_get_size (roster); i++)
    {
      const VoletsRosterSchool *school = volets_roster_get_school (roster, i);

      self->n_schools++;
      self->n_classes += school->n_classes;
      self->n_pupils += school->n_pupils;
      self->n_communes += commune == NULL || !g_str_equal (commune, school->commune);
      commune = school->commune;
    }
}

static gboolean
compute_volets (VoletsSubsidy       *self,
                const VoletsRoster  *roster,
                VoletsDossier       *dossier,
                GError             **error)
{
  g_auto (VoletsExpenseTotals) equipment = { 0 };
  g_auto (VoletsExpenseTotals) services = { 0 };

  if (!volets_expense_totals_init (&equipment, self->call, roster, dossier,
                                   VOLETS_SECTION_EQUIPMENT, error)
      || !volets_expense_totals_init (&services, self->call, roster, dossier,
                                      VOLETS_SECTION_SERVICE_LINES, error)
      || !volets_amounts_add (&self->declared_amounts, &equipment.declared, error)
      || !volets_amounts_add (&self->declared_amounts, &services.declared, error))
    return FALSE;

  for (guint i = 0; i < self->call->volets->len; i++)
    {
      VoletsVoletResult *result =
        volets_volet_compute (g_ptr_array_index (self->call->volets, i), self->call, roster,
                              &equipment, &services, error);

      if (result == NULL)
        return FALSE;
      g_ptr_array_add (self->volets, result);
      if (!volets_money_add (self->eligible, result->eligible, &self->eligible, error)
          || !volets_money_add (self->retained, result->retained, &self->retained, error)
          || !volets_money_add (self->amount, result->amount, &self->amount, error))
        return FALSE;
    }

  self->declared = volets_call_get_base (self->call, &self->declared_amounts);
  self->remainder = self->declared - self->amount;
  self->effective_rate = volets_money_ratio (self->amount, self->declared);
  return TRUE;
}

/* The least whole number of centimes that is not below @rate of @total. */
static gint64
round_up_rate (gint64 total,
               gint64 rate)
{
  return total / VOLETS_RATE_UNIT * rate
         + (total % VOLETS_RATE_UNIT * rate + VOLETS_RATE_UNIT - 1) / VOLETS_RATE_UNIT;
}

static gboolean
compute_own_share (VoletsSubsidy  *self,
                   VoletsDossier  *dossier,
                   GError        **error)
{
  gint64 public_total;

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_FUNDERS); i++)
    {
      VoletsRecord *funder = volets_dossier_get_row (dossier, VOLETS_SECTION_FUNDERS, i);
      gint64 amount = MAX (0, volets_record_get_number (funder, VOLETS_FUNDER_AMOUNT));
      gboolean is_private = volets_record_get_number (funder, VOLETS_FUNDER_KIND)
                            == VOLETS_FUNDER_KIND_PRIVATE;
      gint64 *total = is_private ? &self->private_funders : &self->public_funders;

      if (!volets_money_add (*total, amount, total, error))
        return FALSE;
    }

  if (!volets_money_add (self->remainder, -self->public_funders, &self->own_share, error)
      || !volets_money_add (self->own_share, -self->private_funders, &self->own_share, error)
      || !volets_money_add (self->amount, self->public_funders, &public_total, error)
      || !volets_money_add (public_total, MAX (0, self->own_share), &public_total, error))
    return FALSE;

  self->own_share_rate = volets_money_ratio (MAX (0, self->own_share), public_total);
  if (self->call->min_own_share != VOLETS_UNSET)
    self->own_share_needed = round_up_rate (public_total, self->call->min_own_share);
  self->own_share_enough = self->own_share >= self->own_share_needed;
  return TRUE;
}

/**
 * volets_subsidy_compute:
 * @call: a call
 * @dossier: a dossier, of which anything may be missing
 * @error: VOLETS_MONEY_ERROR_OVERFLOW, the only thing that can go wrong
 *
 * A pure function of @call and @dossier; the order of rows in the dossier does not matter.
 *
 * Returns: (transfer full) (nullable): the subsidy, which keeps @call but not @dossier
 */
VoletsSubsidy *
volets_subsidy_compute (VoletsCall     *call,
                        VoletsDossier  *dossier,
                        GError        **error)
{
  g_autoptr (VoletsSubsidy) self = NULL;
  g_autoptr (VoletsRoster) roster = NULL;

  g_return_val_if_fail (call != NULL, NULL);
  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);

  self = g_atomic_rc_box_new0 (VoletsSubsidy);
  self->call = volets_call_ref (call);
  self->volets = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_volet_result_free);
  roster = volets_roster_new (call, dossier);
  count_schools (self, roster);

  if (!compute_volets (self, roster, dossier, error)
      || !compute_own_share (self, dossier, error))
    return NULL;

  return g_steal_pointer (&self);
}
