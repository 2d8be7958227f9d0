/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/limit-words.h"

#include "engine/field.h"
#include "engine/french.h"
#include "engine/money.h"

static const struct {
  const char *by;
  const char *singular;
  const char *plural;
  const char *none;
} UNITS[] = {
  [VOLETS_UNIT_CLASS] = { "par classe", "classe", "classes", "de classe" },
  [VOLETS_UNIT_PUPIL] = { "par élève", "élève", "élèves", "d’élève" },
  [VOLETS_UNIT_SCHOOL] = { "par école", "école", "écoles", "d’école" },
  [VOLETS_UNIT_COMMUNE] = { "par commune", "commune", "communes", "de commune" },
  [VOLETS_UNIT_PROJECT] = { "par projet", "projet", "projets", "de projet" },
};

/* « 1,99 € dépasse », « 2,00 € dépassent ». */
#define PLURAL_FROM 200

/**
 * volets_limit_name:
 * @rule: a limit
 * @is_floor: whether it is a floor, else a ceiling
 *
 * Returns: (transfer full): « plafond par classe »
 */
char *
volets_limit_name (const VoletsLimit *rule,
                   gboolean           is_floor)
{
  return g_strdup_printf ("%s %s%s", is_floor ? "plancher" : "plafond", UNITS[rule->unit].by,
                          rule->on_subsidy ? ", sur la subvention" : "");
}

/**
 * volets_limit_describe:
 * @limit: how a limit bore on an amount
 *
 * Returns: (transfer full): « 15 classes × 3 500,00 € = 52 500,00 € », or the amount alone for one
 *   school, one commune or the project
 */
char *
volets_limit_describe (const VoletsLimitResult *limit)
{
  g_autofree char *count = volets_french_count (limit->count, UNITS[limit->rule->unit].singular,
                                                UNITS[limit->rule->unit].plural);
  g_autofree char *amount = volets_money_format (limit->rule->amount);
  g_autofree char *total = volets_money_format (limit->limit);

  if (limit->count == 1 && limit->rule->unit != VOLETS_UNIT_CLASS
      && limit->rule->unit != VOLETS_UNIT_PUPIL)
    return g_steal_pointer (&amount);

  return g_strdup_printf ("%s × %s = %s", count, amount, total);
}

static const VoletsLimitResult *
find_nearest (const GArray *ceilings,
              gint64        headroom)
{
  for (guint i = 0; i < ceilings->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (ceilings, VoletsLimitResult, i);

      if (!limit->rule->on_subsidy && limit->headroom == headroom)
        return limit;
    }

  return NULL;
}

static char *
explain_binding (const VoletsLimitResult *binding,
                 const GArray            *floors)
{
  gboolean is_floor = floors != NULL && floors->len > 0
                      && binding >= &g_array_index (floors, VoletsLimitResult, 0)
                      && binding < &g_array_index (floors, VoletsLimitResult, 0) + floors->len;
  g_autofree char *cut = volets_money_format (binding->cut);
  g_autofree char *name = volets_limit_name (binding->rule, is_floor);
  gboolean plural = binding->cut >= PLURAL_FROM;

  if (is_floor)
    return g_strdup_printf ("Rien n’est versé sous le %s : %s de subvention %s.", name, cut,
                            plural ? "sont perdus" : "est perdu");

  return g_strdup_printf ("%s de %s %s le %s et %s.", cut,
                          binding->rule->on_subsidy ? "subvention" : "dépense",
                          plural ? "dépassent" : "dépasse", name,
                          plural ? "ne sont pas retenus" : "n’est pas retenu");
}

static char *
explain_headroom (const VoletsLimitResult *nearest,
                  gint64                   headroom)
{
  g_autofree char *amount = volets_money_format (headroom);
  g_autofree char *name = volets_limit_name (nearest->rule, FALSE);

  /* A ceiling of so much for each of none is no ceiling that is reached. */
  if (nearest->count == 0)
    return g_strdup_printf ("Le %s est de %s : il n’y a pas encore %s à compter.", name, amount,
                            UNITS[nearest->rule->unit].none);
  if (headroom == 0)
    return g_strdup_printf ("Le %s est atteint exactement.", name);

  return g_strdup_printf ("%s de dépense encore finançable avant le %s.", amount, name);
}

/**
 * volets_unit_result_explain:
 * @unit: a school, a commune, or the whole project
 *
 * Returns: (transfer full): in a sentence, what limits its amount or how much is left before
 *   something does: « 1 250,00 € de dépense encore finançable avant le plafond par classe. »
 */
char *
volets_unit_result_explain (const VoletsUnitResult *unit)
{
  const VoletsLimitResult *binding = volets_unit_result_get_binding (unit);
  const VoletsLimitResult *nearest;

  if (binding != NULL)
    return explain_binding (binding, unit->floors);
  if (unit->headroom == VOLETS_UNSET)
    return g_strdup ("Aucun plafond ne limite la dépense.");

  nearest = find_nearest (unit->ceilings, unit->headroom);
  g_return_val_if_fail (nearest != NULL, NULL);

  return explain_headroom (nearest, unit->headroom);
}

/**
 * volets_volet_result_explain:
 * @volet: a volet
 *
 * Returns: (transfer full): the same for the whole volet
 */
char *
volets_volet_result_explain (const VoletsVoletResult *volet)
{
  const char *places = volet->rule->level == VOLETS_LEVEL_SCHOOL ? "écoles" : "communes";
  const VoletsLimitResult *nearest;
  guint n_bound = 0, n_floors = 0;
  g_autofree char *headroom = NULL;

  if (volet->rule->brackets->len == 0)
    return g_strdup ("Ce volet ne donne pas de subvention au demandeur.");
  for (guint i = 0; i < volet->ceilings->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (volet->ceilings, VoletsLimitResult, i);

      if (limit->binding)
        return explain_binding (limit, NULL);
    }
  if (volet->units->len == 1)
    {
      const VoletsUnitResult *unit = g_ptr_array_index (volet->units, 0);

      if (unit->headroom == volet->headroom || volets_unit_result_get_binding (unit) != NULL)
        return volets_unit_result_explain (unit);
    }

  for (guint i = 0; i < volet->units->len; i++)
    {
      const VoletsUnitResult *unit = g_ptr_array_index (volet->units, i);

      n_bound += volets_unit_result_get_binding (unit) != NULL;
      n_floors += unit->floors->len > 0;
    }
  if (n_bound > 0)
    return g_strdup_printf ("%s dans %u des %u %s.",
                            n_floors > 0 ? "Une limite joue" : "Un plafond est dépassé", n_bound,
                            volet->units->len, places);
  if (volet->headroom == VOLETS_UNSET)
    return g_strdup ("Aucun plafond ne limite la dépense.");

  nearest = find_nearest (volet->ceilings, volet->headroom);
  if (nearest != NULL)
    return explain_headroom (nearest, volet->headroom);

  headroom = volets_money_format (volet->headroom);
  return g_strdup_printf ("%s de dépense encore finançable avant les plafonds, dans "
                          "l’ensemble des %u %s.", headroom, volet->units->len, places);
}
