/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/volet-computation.h"

#include "engine/cells.h"
#include "engine/field.h"
#include "engine/money.h"
#include "engine/scale.h"

/* The expense whose effect is shown as « the next euro ». */
#define ONE_EURO 100

typedef struct {
  const VoletsVolet *volet;
  VoletsVoletResult *result;
  GArray            *cells;     /* of VoletsCell; the expenses are theirs until the scale */
  gint64            *scratch;   /* two for each cell: weights, and what comes of them */

  /* For each unit, what the ceilings wider than it leave; VOLETS_UNSET without any. */
  gint64            *expense_rooms;
  gint64            *subsidy_rooms;
} Computation;

static VoletsCell *
get_cell (const Computation *self,
          guint              index)
{
  return volets_cells_get (self->cells, index);
}

static void
make_units (Computation *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const VoletsCell *cell = get_cell (self, i);
      VoletsUnitResult *unit;

      if (cell->unit == self->result->units->len)
        {
          unit = volets_volet_result_add_unit (self->result);
          if (cell->first != NULL && self->volet->level != VOLETS_LEVEL_PROJECT)
            {
              gboolean is_school = self->volet->level == VOLETS_LEVEL_SCHOOL;

              unit->key = g_strdup (is_school ? cell->first->id : cell->first->commune);
              unit->name = g_strdup (is_school ? cell->first->name : cell->first->commune_name);
            }
        }
      unit = g_ptr_array_index (self->result->units, cell->unit);
      unit->n_schools += cell->n_schools;
      unit->n_classes += cell->n_classes;
      unit->n_pupils += cell->n_pupils;
    }
}

/* Shares what is for the whole project: among the units first, then among the cells of each, so
 * that what a commune gets does not depend on how finely its schools are told apart.
 */
static gboolean
share_project_wide (Computation  *self,
                    gint64        amount,
                    GError      **error)
{
  GPtrArray *units = self->result->units;
  gboolean by_pupils = self->volet->shared_by_pupils;
  g_autofree gint64 *weights = g_new (gint64, units->len);
  g_autofree gint64 *shares = g_new (gint64, units->len);

  for (guint i = 0; i < units->len; i++)
    {
      const VoletsUnitResult *unit = g_ptr_array_index (units, i);

      weights[i] = by_pupils ? unit->n_pupils : unit->n_classes;
    }
  if (!volets_money_share (amount, weights, units->len, shares, error))
    return FALSE;

  for (guint first = 0, end; first < self->cells->len; first = end)
    {
      VoletsUnitResult *unit = g_ptr_array_index (units, get_cell (self, first)->unit);
      gint64 *cell_shares = self->scratch + self->cells->len;

      end = volets_cells_find_end (self->cells, first, self->volet->level);
      for (guint i = first; i < end; i++)
        self->scratch[i - first] =
          by_pupils ? get_cell (self, i)->n_pupils : get_cell (self, i)->n_classes;
      unit->shared = shares[get_cell (self, first)->unit];
      if (!volets_money_share (unit->shared, self->scratch, end - first, cell_shares, error))
        return FALSE;
      for (guint i = first; i < end; i++)
        {
          VoletsCell *cell = get_cell (self, i);

          if (!volets_money_add (cell->expense, cell_shares[i - first], &cell->expense, error)
              || !volets_money_add (unit->eligible, cell->expense, &unit->eligible, error))
            return FALSE;
        }
      if (!volets_money_add (self->result->eligible, unit->eligible, &self->result->eligible,
                             error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
compare_with_limit (const Computation  *self,
                    const VoletsLimit  *rule,
                    guint               first,
                    guint               end,
                    gint64              value,
                    VoletsLimitResult  *limit,
                    GError            **error)
{
  *limit = (VoletsLimitResult) {
    .rule = rule,
    .count = volets_cells_count (self->cells, first, end, rule->unit, rule->equipped_only),
    .value = value,
  };
  if (!volets_money_multiply (rule->amount, limit->count, &limit->limit, error))
    return FALSE;

  limit->headroom = MAX (0, limit->limit - value);
  return TRUE;
}

/* Adds @limit to the line that @limits has for its rule, or makes that line. */
static gboolean
record_limit (GArray                   *limits,
              const VoletsLimitResult  *limit,
              GError                  **error)
{
  VoletsLimitResult *last =
    limits->len > 0 ? &g_array_index (limits, VoletsLimitResult, limits->len - 1) : NULL;

  if (last == NULL || last->rule != limit->rule)
    {
      g_array_append_val (limits, *limit);
      return TRUE;
    }

  return volets_money_add (last->count, limit->count, &last->count, error)
         && volets_money_add (last->limit, limit->limit, &last->limit, error)
         && volets_money_add (last->value, limit->value, &last->value, error)
         && volets_money_add (last->cut, limit->cut, &last->cut, error)
         && volets_money_add (last->headroom, limit->headroom, &last->headroom, error);
}

/* A ceiling wider than a unit leaves the same room to all the units of a group of cells. */
static void
limit_rooms (const Computation *self,
             gint64            *rooms,
             guint              first,
             guint              end,
             gint64             room)
{
  guint last_unit = get_cell (self, end - 1)->unit;

  for (guint i = get_cell (self, first)->unit; i <= last_unit; i++)
    rooms[i] = rooms[i] == VOLETS_UNSET ? room : MIN (rooms[i], room);
}

/* A ceiling on expense: each group of cells at its level keeps what fits, in proportion. */
static gboolean
apply_expense_ceiling (Computation        *self,
                       const VoletsLimit  *rule,
                       GError            **error)
{
  gboolean wide = rule->level > self->volet->level;

  for (guint first = 0, end; first < self->cells->len; first = end)
    {
      VoletsUnitResult *unit =
        g_ptr_array_index (self->result->units, get_cell (self, first)->unit);
      gint64 *kept = self->scratch + self->cells->len;
      VoletsLimitResult limit;
      gint64 value = 0;

      end = volets_cells_find_end (self->cells, first, rule->level);
      for (guint i = first; i < end; i++)
        {
          self->scratch[i - first] = get_cell (self, i)->expense;
          if (!volets_money_add (value, get_cell (self, i)->expense, &value, error))
            return FALSE;
        }
      if (!compare_with_limit (self, rule, first, end, value, &limit, error))
        return FALSE;
      if (value > limit.limit)
        {
          limit.cut = value - limit.limit;
          if (!volets_money_share (limit.limit, self->scratch, end - first, kept, error))
            return FALSE;
          for (guint i = first; i < end; i++)
            get_cell (self, i)->expense = kept[i - first];
        }
      if (wide)
        limit_rooms (self, self->expense_rooms, first, end, limit.headroom);
      if (!record_limit (wide ? self->result->ceilings : unit->ceilings, &limit, error))
        return FALSE;
    }

  return TRUE;
}

/* A ceiling on the subsidy: the units of each group at its level keep what fits, in proportion. */
static gboolean
apply_subsidy_ceiling (Computation        *self,
                       const VoletsLimit  *rule,
                       GError            **error)
{
  GPtrArray *units = self->result->units;
  gboolean wide = rule->level > self->volet->level;

  for (guint first = 0, end; first < self->cells->len; first = end)
    {
      guint first_unit = get_cell (self, first)->unit;
      VoletsUnitResult *unit = g_ptr_array_index (units, first_unit);
      gint64 *kept = self->scratch + self->cells->len;
      VoletsLimitResult limit;
      gint64 value = 0;
      guint n_units;

      end = volets_cells_find_end (self->cells, first, rule->level);
      n_units = get_cell (self, end - 1)->unit - first_unit + 1;
      for (guint i = 0; i < n_units; i++)
        {
          const VoletsUnitResult *each = g_ptr_array_index (units, first_unit + i);

          self->scratch[i] = each->amount;
          if (!volets_money_add (value, each->amount, &value, error))
            return FALSE;
        }
      if (!compare_with_limit (self, rule, first, end, value, &limit, error))
        return FALSE;

      if (value > limit.limit)
        {
          limit.cut = value - limit.limit;
          if (!volets_money_share (limit.limit, self->scratch, n_units, kept, error))
            return FALSE;
          for (guint i = 0; i < n_units; i++)
            ((VoletsUnitResult *) g_ptr_array_index (units, first_unit + i))->amount = kept[i];
        }
      if (wide)
        limit_rooms (self, self->subsidy_rooms, first, end, limit.headroom);
      if (!record_limit (wide ? self->result->ceilings : unit->ceilings, &limit, error))
        return FALSE;
    }

  return TRUE;
}

/* A floor: a unit that stays below it gets nothing. */
static gboolean
apply_floor (Computation        *self,
             const VoletsLimit  *rule,
             GError            **error)
{
  for (guint first = 0, end; first < self->cells->len; first = end)
    {
      VoletsUnitResult *unit =
        g_ptr_array_index (self->result->units, get_cell (self, first)->unit);
      gint64 value = rule->on_subsidy ? unit->amount : unit->retained;
      VoletsLimitResult limit;

      end = volets_cells_find_end (self->cells, first, rule->level);
      if (!compare_with_limit (self, rule, first, end, value, &limit, error))
        return FALSE;

      if (value < limit.limit && unit->amount > 0)
        {
          limit.cut = unit->amount;
          limit.binding = TRUE;
          unit->amount = 0;
        }
      g_array_append_val (unit->floors, limit);
    }

  return TRUE;
}

static gboolean
apply_limits (Computation  *self,
              gboolean      on_subsidy,
              GError      **error)
{
  for (guint i = 0; i < self->volet->ceilings->len; i++)
    {
      const VoletsLimit *rule = g_ptr_array_index (self->volet->ceilings, i);

      if (rule->on_subsidy != on_subsidy)
        continue;
      if (!(on_subsidy ? apply_subsidy_ceiling (self, rule, error)
                       : apply_expense_ceiling (self, rule, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply_scale_to_units (Computation  *self,
                      GError      **error)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const VoletsCell *cell = get_cell (self, i);
      VoletsUnitResult *unit = g_ptr_array_index (self->result->units, cell->unit);

      if (!volets_money_add (unit->retained, cell->expense, &unit->retained, error))
        return FALSE;
    }
  for (guint i = 0; i < self->result->units->len; i++)
    {
      VoletsUnitResult *unit = g_ptr_array_index (self->result->units, i);

      if (!volets_scale_apply (self->volet, unit->retained, unit->brackets, &unit->amount, error))
        return FALSE;
    }

  return TRUE;
}

/* The last ceiling that took something away is the one that sets the amount. */
static void
mark_binding (GArray *ceilings)
{
  for (guint i = ceilings->len; i > 0; i--)
    {
      VoletsLimitResult *limit = &g_array_index (ceilings, VoletsLimitResult, i - 1);

      if (limit->cut > 0)
        {
          limit->binding = TRUE;
          return;
        }
    }
}

static gint64
find_headroom (const GArray *ceilings,
               gint64        headroom)
{
  for (guint i = 0; i < ceilings->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (ceilings, VoletsLimitResult, i);

      if (limit->rule->on_subsidy)
        continue;
      if (headroom == VOLETS_UNSET || limit->headroom < headroom)
        headroom = limit->headroom;
    }

  return headroom;
}

/* What the scale, then the limits of the unit itself, make of one more euro of expense. */
static gboolean
compute_next_euro (const Computation  *self,
                   guint               index,
                   GError            **error)
{
  VoletsUnitResult *unit = g_ptr_array_index (self->result->units, index);
  gint64 more = ONE_EURO, expense, amount;

  if (unit->headroom != VOLETS_UNSET)
    more = MIN (more, unit->headroom);
  if (self->expense_rooms[index] != VOLETS_UNSET)
    more = MIN (more, self->expense_rooms[index]);

  if (!volets_money_add (unit->retained, more, &expense, error)
      || !volets_scale_apply (self->volet, expense, NULL, &amount, error))
    return FALSE;

  for (guint i = 0; i < unit->ceilings->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (unit->ceilings, VoletsLimitResult, i);

      if (limit->rule->on_subsidy)
        amount = MIN (amount, limit->limit);
    }
  for (guint i = 0; i < unit->floors->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (unit->floors, VoletsLimitResult, i);

      if ((limit->rule->on_subsidy ? amount : expense) < limit->limit)
        amount = 0;
    }

  unit->next_euro = amount - unit->amount;
  if (self->subsidy_rooms[index] != VOLETS_UNSET)
    unit->next_euro = MIN (unit->next_euro, self->subsidy_rooms[index]);
  return TRUE;
}

static gboolean
finish (Computation  *self,
        GError      **error)
{
  VoletsVoletResult *result = self->result;
  gboolean bounded = TRUE;

  mark_binding (result->ceilings);
  for (guint i = 0; i < result->units->len; i++)
    {
      VoletsUnitResult *unit = g_ptr_array_index (result->units, i);

      mark_binding (unit->ceilings);
      unit->headroom = find_headroom (unit->ceilings, VOLETS_UNSET);
      if (!compute_next_euro (self, i, error)
          || !volets_money_add (result->retained, unit->retained, &result->retained, error)
          || !volets_money_add (result->amount, unit->amount, &result->amount, error))
        return FALSE;

      result->next_euro = i == 0 ? unit->next_euro : MAX (result->next_euro, unit->next_euro);
      bounded = bounded && unit->headroom != VOLETS_UNSET;
      if (bounded
          && !volets_money_add (i == 0 ? 0 : result->headroom, unit->headroom, &result->headroom,
                                error))
        return FALSE;
    }

  result->headroom = find_headroom (result->ceilings, bounded ? result->headroom : VOLETS_UNSET);
  return TRUE;
}

/**
 * volets_volet_compute:
 * @volet: a volet of @call
 * @call: the call
 * @roster: the schools that count
 * @equipment: the expenses of equipment
 * @services: the expenses of services and resources
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 *
 * Returns: (transfer full) (nullable): what the volet gives, and why
 */
VoletsVoletResult *
volets_volet_compute (const VoletsVolet          *volet,
                      const VoletsCall           *call,
                      const VoletsRoster         *roster,
                      const VoletsExpenseTotals  *equipment,
                      const VoletsExpenseTotals  *services,
                      GError                    **error)
{
  g_autoptr (VoletsVoletResult) result = volets_volet_result_new (volet);
  g_autoptr (GArray) cells = volets_cells_new (volet, roster, equipment, services, error);
  g_autofree gint64 *scratch = NULL;
  g_autofree gint64 *rooms = NULL;
  Computation self = { .volet = volet, .result = result, .cells = cells };
  gint64 project_wide = 0;
  gboolean fits;

  if (cells == NULL)
    return NULL;
  scratch = self.scratch = g_new (gint64, cells->len * 2);
  make_units (&self);
  rooms = g_new (gint64, result->units->len * 2);
  for (guint i = 0; i < result->units->len * 2; i++)
    rooms[i] = VOLETS_UNSET;
  self.expense_rooms = rooms;
  self.subsidy_rooms = rooms + result->units->len;

  fits = (!volet->takes_equipment
          || (volets_amounts_add (&result->declared_amounts, &equipment->declared, error)
              && volets_money_add (project_wide, equipment->project_wide, &project_wide, error)))
         && (!volet->takes_services
             || (volets_amounts_add (&result->declared_amounts, &services->declared, error)
                 && volets_money_add (project_wide, services->project_wide, &project_wide,
                                      error)));
  result->declared = volets_call_get_base (call, &result->declared_amounts);

  if (!fits
      || !share_project_wide (&self, project_wide, error)
      || !apply_limits (&self, FALSE, error)
      || !apply_scale_to_units (&self, error)
      || !apply_limits (&self, TRUE, error))
    return NULL;
  for (guint i = 0; i < volet->floors->len; i++)
    {
      if (!apply_floor (&self, g_ptr_array_index (volet->floors, i), error))
        return NULL;
    }

  return finish (&self, error) ? g_steal_pointer (&result) : NULL;
}
