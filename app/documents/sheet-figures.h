/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-block.h"

G_BEGIN_DECLS

/* Two to four amounts: the one that matters in large figures, the others beside it. */
#define VOLETS_TYPE_SHEET_FIGURES (volets_sheet_figures_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSheetFigures, volets_sheet_figures, VOLETS, SHEET_FIGURES,
                      VoletsSheetBlock)

VoletsSheetBlock *volets_sheet_figures_new (VoletsSheetBlock   *fallback,
                                            const char *const  *captions,
                                            const char *const  *values);

G_END_DECLS
