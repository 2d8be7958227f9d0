/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-block.h"
#include "documents/sheet.h"

G_BEGIN_DECLS

/* For those who know what a sheet is made of. */

void        volets_sheet_take_block      (VoletsSheet      *self,
                                          VoletsSheetBlock *block);
void        volets_sheet_take_letterhead (VoletsSheet      *self,
                                          GPtrArray        *letterhead,
                                          VoletsSheetBlock *title);
GPtrArray  *volets_sheet_get_blocks      (VoletsSheet      *self);
const char *volets_sheet_get_short_name  (VoletsSheet      *self);
const char *volets_sheet_get_mark        (VoletsSheet      *self);
const char *volets_sheet_get_label       (VoletsSheet      *self);

G_END_DECLS
