/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/cells.h"

#include "engine/money.h"

static gboolean
is_same_place (const VoletsRosterSchool *a,
               const VoletsRosterSchool *b,
               VoletsLevel               level)
{
  switch (level)
    {
    case VOLETS_LEVEL_PROJECT:
      return TRUE;
    case VOLETS_LEVEL_COMMUNE:
      return a == b || g_str_equal (a->commune, b->commune);
    case VOLETS_LEVEL_SCHOOL:
    default:
      return a == b;
    }
}

static VoletsLevel
find_cell_level (const VoletsVolet *volet)
{
  VoletsLevel level = volet->level;

  for (guint i = 0; i < volet->ceilings->len; i++)
    {
      const VoletsLimit *limit = g_ptr_array_index (volet->ceilings, i);

      level = MIN (level, limit->level);
    }

  return level;
}

static gboolean
add_school (VoletsCell                 *cell,
            const VoletsRosterSchool   *school,
            guint                       index,
            const VoletsVolet          *volet,
            const VoletsExpenseTotals  *equipment,
            const VoletsExpenseTotals  *services,
            GError                    **error)
{
  gboolean equipped = equipment->project_wide > 0 || equipment->by_school[index] > 0;

  cell->n_schools++;
  cell->n_classes += school->n_classes;
  cell->n_pupils += school->n_pupils;
  if (equipped)
    {
      cell->n_equipped_schools++;
      cell->n_equipped_classes += school->n_classes;
      cell->n_equipped_pupils += school->n_pupils;
    }

  return (!volet->takes_equipment
          || volets_money_add (cell->expense, equipment->by_school[index], &cell->expense, error))
         && (!volet->takes_services
             || volets_money_add (cell->expense, services->by_school[index], &cell->expense,
                                  error));
}

/**
 * volets_cells_new:
 * @volet: a volet
 * @roster: the schools that count, which must outlive the cells
 * @equipment: the expenses of equipment
 * @services: the expenses of services and resources
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 *
 * Groups the schools as finely as the volet has to know them, each cell with what was declared
 * for its own schools. There is always one cell, even before there is a school.
 *
 * Returns: (transfer full) (nullable) (element-type VoletsCell): the cells
 */
GArray *
volets_cells_new (const VoletsVolet          *volet,
                  const VoletsRoster         *roster,
                  const VoletsExpenseTotals  *equipment,
                  const VoletsExpenseTotals  *services,
                  GError                    **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (VoletsCell));
  VoletsLevel level = find_cell_level (volet);
  const VoletsRosterSchool *previous = NULL;
  guint unit = 0;

  for (guint i = 0; i < volets_roster_get_size (roster); i++)
    {
      const VoletsRosterSchool *school = volets_roster_get_school (roster, i);

      if (previous != NULL && !is_same_place (previous, school, volet->level))
        unit++;
      if (previous == NULL || !is_same_place (previous, school, level))
        {
          VoletsCell cell = { .first = school, .unit = unit };

          g_array_append_val (cells, cell);
        }
      if (previous == NULL || !is_same_place (previous, school, VOLETS_LEVEL_COMMUNE))
        volets_cells_get (cells, cells->len - 1)->n_communes++;
      if (!add_school (volets_cells_get (cells, cells->len - 1), school, i, volet, equipment,
                       services, error))
        return NULL;
      previous = school;
    }

  if (cells->len == 0)
    {
      g_array_set_size (cells, 1);
      volets_cells_get (cells, 0)->n_communes = 1;
    }

  return g_steal_pointer (&cells);
}

VoletsCell *
volets_cells_get (const GArray *cells,
                  guint         index)
{
  g_return_val_if_fail (index < cells->len, NULL);

  return &g_array_index (cells, VoletsCell, index);
}

/**
 * volets_cells_find_end:
 * @cells: cells
 * @first: the first of a group
 * @level: what makes it one group: that it is one place at this level
 *
 * Returns: the index after the last of the group
 */
guint
volets_cells_find_end (const GArray *cells,
                       guint         first,
                       VoletsLevel   level)
{
  guint end = first + 1;

  while (end < cells->len
         && is_same_place (volets_cells_get (cells, first)->first,
                           volets_cells_get (cells, end)->first, level))
    end++;

  return end;
}

/**
 * volets_cells_count:
 * @cells: cells
 * @first: the first of a group
 * @end: the index after its last
 * @unit: what to count in the group
 * @equipped_only: whether to count it only in the schools that get equipment
 *
 * Returns: how many there are
 */
gint64
volets_cells_count (const GArray *cells,
                    guint         first,
                    guint         end,
                    VoletsUnit    unit,
                    gboolean      equipped_only)
{
  gint64 count = 0;

  for (guint i = first; i < end; i++)
    {
      const VoletsCell *cell = volets_cells_get (cells, i);

      switch (unit)
        {
        case VOLETS_UNIT_CLASS:
          count += equipped_only ? cell->n_equipped_classes : cell->n_classes;
          break;
        case VOLETS_UNIT_PUPIL:
          count += equipped_only ? cell->n_equipped_pupils : cell->n_pupils;
          break;
        case VOLETS_UNIT_SCHOOL:
          count += equipped_only ? cell->n_equipped_schools : cell->n_schools;
          break;
        case VOLETS_UNIT_COMMUNE:
          count += cell->n_communes;
          break;
        case VOLETS_UNIT_PROJECT:
        default:
          count = 1;
        }
    }

  return count;
}
