/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-block.h"
#include "documents/sheet-table.h"

G_BEGIN_DECLS

VoletsSheetBlock *volets_sheet_table_get_block (VoletsSheetTable *self);

G_END_DECLS
