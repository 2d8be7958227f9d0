/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/expense-totals.h"
#include "engine/roster.h"

G_BEGIN_DECLS

/* Schools that no limit of a volet tells apart, with the expense they have together. */
typedef struct {
  const VoletsRosterSchool *first;      /* %NULL where there is no school at all yet */
  gint64                    n_communes; /* those whose first cell this is */
  gint64                    n_schools;
  gint64                    n_classes;
  gint64                    n_pupils;
  gint64                    n_equipped_schools;
  gint64                    n_equipped_classes;
  gint64                    n_equipped_pupils;
  gint64                    expense;    /* centimes in the base of the call */
  guint                     unit;       /* which application of the scale it belongs to */
} VoletsCell;

/* Cells are in the order of the roster, so that those of a school, a commune, a unit are side by
 * side: a group is a range of them.
 */
GArray     *volets_cells_new        (const VoletsVolet          *volet,
                                     const VoletsRoster         *roster,
                                     const VoletsExpenseTotals  *equipment,
                                     const VoletsExpenseTotals  *services,
                                     GError                    **error);
VoletsCell *volets_cells_get        (const GArray               *cells,
                                     guint                       index);
guint       volets_cells_find_end   (const GArray               *cells,
                                     guint                       first,
                                     VoletsLevel                 level);
gint64      volets_cells_count      (const GArray               *cells,
                                     guint                       first,
                                     guint                       end,
                                     VoletsUnit                  unit,
                                     gboolean                    equipped_only);

G_END_DECLS
