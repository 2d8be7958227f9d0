/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/volet-result.h"

#include "engine/field.h"

static void
free_unit (gpointer data)
{
  VoletsUnitResult *unit = data;

  g_free (unit->key);
  g_free (unit->name);
  g_array_unref (unit->ceilings);
  g_array_unref (unit->brackets);
  g_array_unref (unit->floors);
  g_free (unit);
}

/**
 * volets_volet_result_new:
 * @rule: the volet, which must outlive the result
 *
 * Returns: (transfer full): a result of nothing, to be filled
 */
VoletsVoletResult *
volets_volet_result_new (const VoletsVolet *rule)
{
  VoletsVoletResult *self = g_new0 (VoletsVoletResult, 1);

  self->rule = rule;
  self->headroom = VOLETS_UNSET;
  self->units = g_ptr_array_new_with_free_func (free_unit);
  self->ceilings = g_array_new (FALSE, TRUE, sizeof (VoletsLimitResult));

  return self;
}

void
volets_volet_result_free (VoletsVoletResult *self)
{
  g_ptr_array_unref (self->units);
  g_array_unref (self->ceilings);
  g_free (self);
}

/**
 * volets_volet_result_add_unit:
 * @self: a result that is being filled
 *
 * Returns: (transfer none): a unit of nothing, the last of @self
 */
VoletsUnitResult *
volets_volet_result_add_unit (VoletsVoletResult *self)
{
  VoletsUnitResult *unit = g_new0 (VoletsUnitResult, 1);

  unit->headroom = VOLETS_UNSET;
  unit->ceilings = g_array_new (FALSE, TRUE, sizeof (VoletsLimitResult));
  unit->brackets = g_array_new (FALSE, TRUE, sizeof (VoletsBracketResult));
  unit->floors = g_array_new (FALSE, TRUE, sizeof (VoletsLimitResult));
  g_ptr_array_add (self->units, unit);

  return unit;
}

static const VoletsLimitResult *
find_binding (const GArray *limits)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (limits, VoletsLimitResult, i);

      if (limit->binding)
        return limit;
    }

  return NULL;
}

/**
 * volets_unit_result_get_binding:
 * @self: a unit
 *
 * Returns: (transfer none) (nullable): the ceiling or the floor that sets its amount
 */
const VoletsLimitResult *
volets_unit_result_get_binding (const VoletsUnitResult *self)
{
  const VoletsLimitResult *floor = find_binding (self->floors);

  return floor != NULL ? floor : find_binding (self->ceilings);
}

/**
 * volets_volet_result_get_binding:
 * @self: a volet
 *
 * Returns: (transfer none) (nullable): what sets its amount: a ceiling wider than a unit, else
 *   what binds in the first unit where anything does
 */
const VoletsLimitResult *
volets_volet_result_get_binding (const VoletsVoletResult *self)
{
  const VoletsLimitResult *binding = find_binding (self->ceilings);

  for (guint i = 0; binding == NULL && i < self->units->len; i++)
    binding = volets_unit_result_get_binding (g_ptr_array_index (self->units, i));

  return binding;
}
