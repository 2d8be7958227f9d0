/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-block.h"

G_BEGIN_DECLS

GPtrArray *volets_sheet_flow (GPtrArray *blocks,
                              double     top,
                              double     bottom);

G_END_DECLS
