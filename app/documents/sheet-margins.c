/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-margins.h"

#include "documents/sheet-look.h"

#define HEADER_Y 32.0
#define HEADER_RULE_Y 47.0
#define FOOTER_RULE_Y (VOLETS_DOCUMENT_HEIGHT - 52.0)
#define FOOTER_Y (VOLETS_DOCUMENT_HEIGHT - 46.0)
#define HAIRLINE 0.5

/* What each text of a foot has of its width. */
#define SIDE_PART 0.32
#define MIDDLE_PART 0.34

static const VoletsTextStyle STYLE = { 8, FALSE, VOLETS_COLOUR_MUTED };

static void
draw_text (VoletsTypesetter *typesetter,
           cairo_t          *cr,
           const char       *text,
           VoletsAlign       align,
           double            y,
           double            part)
{
  double width = VOLETS_SHEET_WIDTH * part;
  cairo_rectangle_t box = { .x = VOLETS_SHEET_MARGIN, .y = y, .width = width };

  if (text == NULL)
    return;

  if (align == VOLETS_ALIGN_END)
    box.x += VOLETS_SHEET_WIDTH - width;
  else if (align == VOLETS_ALIGN_CENTER)
    box.x += (VOLETS_SHEET_WIDTH - width) / 2;
  volets_typesetter_draw_short (typesetter, cr, &STYLE, text, align, &box);
}

/**
 * volets_sheet_margins_clear:
 * @self: what stands in the margins
 *
 * Frees its texts.
 */
void
volets_sheet_margins_clear (VoletsSheetMargins *self)
{
  g_clear_pointer (&self->short_name, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->label, g_free);
}

/**
 * volets_sheet_margins_draw_ground:
 * @self: what stands in the margins
 * @fill: what draws it
 * @page: which page, from 0
 *
 * Draws the rules.
 */
void
volets_sheet_margins_draw_ground (const VoletsSheetMargins *self,
                                  VoletsSheetFill          *fill,
                                  guint                     page)
{
  if (page > 0 && self->short_name != NULL)
    volets_sheet_fill_add (fill, VOLETS_COLOUR_RULE, VOLETS_SHEET_MARGIN, HEADER_RULE_Y,
                           VOLETS_SHEET_WIDTH, HAIRLINE);
  volets_sheet_fill_add (fill, VOLETS_COLOUR_RULE, VOLETS_SHEET_MARGIN, FOOTER_RULE_Y,
                         VOLETS_SHEET_WIDTH, HAIRLINE);
}

/**
 * volets_sheet_margins_draw:
 * @self: what stands in the margins
 * @typesetter: what draws the text
 * @cr: where to draw
 * @page: which page, from 0
 * @n_pages: how many there are
 *
 * Draws the texts; one that is too long is shortened.
 */
void
volets_sheet_margins_draw (const VoletsSheetMargins *self,
                           VoletsTypesetter         *typesetter,
                           cairo_t                  *cr,
                           guint                     page,
                           guint                     n_pages)
{
  g_autofree char *number = g_strdup_printf ("Page %u / %u", page + 1, n_pages);

  if (page > 0)
    draw_text (typesetter, cr, self->short_name, VOLETS_ALIGN_START, HEADER_Y, 1);
  draw_text (typesetter, cr, self->mark, VOLETS_ALIGN_START, FOOTER_Y, SIDE_PART);
  draw_text (typesetter, cr, self->label, VOLETS_ALIGN_CENTER, FOOTER_Y, MIDDLE_PART);
  draw_text (typesetter, cr, number, VOLETS_ALIGN_END, FOOTER_Y, SIDE_PART);
}
