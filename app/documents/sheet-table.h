/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/typesetter.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * VoletsSheetTable:
 *
 * A table to be added to a sheet: first its columns, then its rows.
 */
#define VOLETS_TYPE_SHEET_TABLE (volets_sheet_table_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSheetTable, volets_sheet_table, VOLETS, SHEET_TABLE, GObject)

VoletsSheetTable *volets_sheet_table_new        (void);
void              volets_sheet_table_add_column (VoletsSheetTable  *self,
                                                 const char        *header,
                                                 VoletsAlign        align,
                                                 double             weight);
void              volets_sheet_table_set_verbatim (VoletsSheetTable *self);
void              volets_sheet_table_keep_groups (VoletsSheetTable *self);
void              volets_sheet_table_set_dense  (VoletsSheetTable  *self);
void              volets_sheet_table_add_row    (VoletsSheetTable  *self,
                                                 const char *const *cells);
void              volets_sheet_table_add_total  (VoletsSheetTable  *self,
                                                 const char *const *cells);
void              volets_sheet_table_add_group  (VoletsSheetTable  *self,
                                                 const char        *text);

G_END_DECLS
