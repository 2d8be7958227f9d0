/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/document.h"
#include "documents/sheet-fill.h"
#include "documents/typesetter.h"

G_BEGIN_DECLS

/* The sides are 20 mm; the head and the foot of a page stand in the upper and the lower margin. */
#define VOLETS_SHEET_MARGIN (20.0 / 25.4 * 72.0)
#define VOLETS_SHEET_TOP 62.0
#define VOLETS_SHEET_BOTTOM (VOLETS_DOCUMENT_HEIGHT - 70.0)
#define VOLETS_SHEET_WIDTH (VOLETS_DOCUMENT_WIDTH - 2 * VOLETS_SHEET_MARGIN)

/**
 * VoletsSheetMargins:
 * @short_name: (nullable): what stands at the head of all pages but the first
 * @mark: (nullable): what stands at the left of every foot
 * @label: (nullable): what stands in the middle of it
 */
typedef struct {
  char *short_name;
  char *mark;
  char *label;
} VoletsSheetMargins;

void volets_sheet_margins_clear       (VoletsSheetMargins       *self);
void volets_sheet_margins_draw_ground (const VoletsSheetMargins *self,
                                       VoletsSheetFill          *fill,
                                       guint                     page);
void volets_sheet_margins_draw        (const VoletsSheetMargins *self,
                                       VoletsTypesetter         *typesetter,
                                       cairo_t                  *cr,
                                       guint                     page,
                                       guint                     n_pages);

G_END_DECLS
