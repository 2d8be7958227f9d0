/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-block.h"
#include "documents/sheet-column.h"
#include "documents/sheet-row.h"

G_BEGIN_DECLS

/* Rows of cells: a table, but also a list, whose bullets are a column, and a paragraph, which is
 * one cell. */
#define VOLETS_TYPE_SHEET_GRID (volets_sheet_grid_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSheetGrid, volets_sheet_grid, VOLETS, SHEET_GRID, VoletsSheetBlock)

VoletsSheetBlock *volets_sheet_grid_new_text      (const VoletsSheetLook *look,
                                                   const char            *text);
VoletsSheetGrid  *volets_sheet_grid_new           (const VoletsSheetLook *look);
void              volets_sheet_grid_add_column    (VoletsSheetGrid       *self,
                                                   VoletsAlign            align,
                                                   double                 weight,
                                                   double                 most);
void              volets_sheet_grid_set_verbatim  (VoletsSheetGrid       *self);
void              volets_sheet_grid_keep_groups   (VoletsSheetGrid       *self);
guint             volets_sheet_grid_get_n_columns (VoletsSheetGrid       *self);
void              volets_sheet_grid_add_row       (VoletsSheetGrid       *self,
                                                   VoletsSheetRowKind     kind,
                                                   const char *const     *cells);

void              volets_sheet_grid_set_look      (VoletsSheetGrid       *self,
                                                   const VoletsSheetLook *look);

/* For those who write what is on a sheet in another way. */
const VoletsSheetLook   *volets_sheet_grid_get_look   (VoletsSheetGrid *self);
const VoletsSheetColumn *volets_sheet_grid_get_column (VoletsSheetGrid *self,
                                                       guint            position);
guint                    volets_sheet_grid_get_n_rows (VoletsSheetGrid *self);
const VoletsSheetRow    *volets_sheet_grid_get_row    (VoletsSheetGrid *self,
                                                       guint            position);

G_END_DECLS
