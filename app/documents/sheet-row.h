/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-column.h"
#include "documents/sheet-look.h"

G_BEGIN_DECLS

/**
 * VoletsSheetRow:
 * @kind: what the row is
 * @n_cells: how many cells it has: one for each column, or one where it is a group
 * @cells: (array length=n_cells): clean texts
 * @naturals: (array length=n_cells): what each takes on one line, in points at the size of its
 *   look; known once the row is measured
 * @n_lines: how many lines its highest cell has; known once its grid is prepared
 */
typedef struct {
  VoletsSheetRowKind   kind;
  guint                n_cells;
  char               **cells;
  double              *naturals;
  guint                n_lines;
} VoletsSheetRow;

VoletsSheetRow  *volets_sheet_row_new           (VoletsSheetRowKind     kind,
                                                 const char *const     *cells,
                                                 const VoletsSheetColumn *columns);
void             volets_sheet_row_free          (VoletsSheetRow        *self);

VoletsTextStyle  volets_sheet_row_get_style     (const VoletsSheetRow  *self,
                                                 const VoletsSheetLook *look,
                                                 guint                  cell,
                                                 double                 scale);
const char      *volets_sheet_row_get_cell_tag  (const VoletsSheetRow  *self,
                                                 const VoletsSheetLook *look,
                                                 guint                  cell);
void             volets_sheet_row_measure       (VoletsSheetRow        *self,
                                                 VoletsTypesetter      *typesetter,
                                                 const VoletsSheetLook *look,
                                                 VoletsSheetColumn     *columns);
void             volets_sheet_row_measure_least (VoletsSheetRow        *self,
                                                 VoletsTypesetter      *typesetter,
                                                 const VoletsSheetLook *look,
                                                 VoletsSheetColumn     *columns);
guint            volets_sheet_row_count_lines   (VoletsSheetRow        *self,
                                                 VoletsTypesetter      *typesetter,
                                                 const VoletsSheetLook *look,
                                                 guint                  cell,
                                                 double                 scale,
                                                 double                 width);

G_END_DECLS
