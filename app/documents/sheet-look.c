/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-look.h"

/* A block of one cell: a heading, a paragraph. */
#define TEXT_LOOK(tag, size, bold, colour)                                 \
  .first_tag = tag, .first_colour = colour,                                \
  .styles = { [VOLETS_SHEET_ROW_BODY] = { size, bold, colour } }

/* The least lines that may stand alone at the bottom or at the top of a page are two, so that
 * a text of three is never split. */
#define WHOLE_TEXT 3
#define WHOLE_TABLE 10
#define WHOLE_ROW 12

/* A table, and how much air its rows have. */
#define TABLE_LOOK(air)                                                    \
  .block_tag = "Table",                                                    \
  .row_tag = "TR",                                                         \
  .head_tag = "TH",                                                        \
  .first_tag = "TD",                                                       \
  .cell_tag = "TD",                                                        \
  .styles = {                                                              \
    [VOLETS_SHEET_ROW_HEAD] = { 9, TRUE, VOLETS_COLOUR_ACCENT },           \
    [VOLETS_SHEET_ROW_BODY] = { 9, FALSE, VOLETS_COLOUR_INK },             \
    [VOLETS_SHEET_ROW_TOTAL] = { 9, TRUE, VOLETS_COLOUR_INK },             \
    [VOLETS_SHEET_ROW_GROUP] = { 9, TRUE, VOLETS_COLOUR_ACCENT },          \
  },                                                                       \
  .first_colour = VOLETS_COLOUR_INK,                                       \
  .pad_x = 6,                                                              \
  .pad_y = air,                                                            \
  .before = 8,                                                             \
  .after = 12,                                                             \
  .smallest = 7,                                                           \
  .whole_lines = WHOLE_ROW,                                                \
  .whole_rows = WHOLE_TABLE,                                               \
  .ruled = TRUE,                                                           \
  .rule_colour = VOLETS_COLOUR_RULE

const VoletsSheetLook volets_sheet_look_overline = {
  TEXT_LOOK ("P", 9.5, TRUE, VOLETS_COLOUR_MUTED),
  .after = 6,
  .whole_lines = WHOLE_TEXT,
  .keep_next = TRUE,
};

const VoletsSheetLook volets_sheet_look_title = {
  TEXT_LOOK ("H1", 22, TRUE, VOLETS_COLOUR_ACCENT),
  .pad_y = 5,
  .after = 14,
  .whole_lines = WHOLE_TEXT,
  .underlined = TRUE,
  .keep_next = TRUE,
};

const VoletsSheetLook volets_sheet_look_subtitle = {
  TEXT_LOOK ("P", 11.5, FALSE, VOLETS_COLOUR_INK),
  .before = 8,
  .after = 14,
  .whole_lines = WHOLE_TEXT,
};

const VoletsSheetLook volets_sheet_look_heading2 = {
  TEXT_LOOK ("H2", 13.5, TRUE, VOLETS_COLOUR_ACCENT),
  .before = 20,
  .after = 6,
  .whole_lines = WHOLE_TEXT,
  .keep_next = TRUE,
};

const VoletsSheetLook volets_sheet_look_heading3 = {
  TEXT_LOOK ("H3", 10.5, TRUE, VOLETS_COLOUR_INK),
  .before = 13,
  .after = 4,
  .whole_lines = WHOLE_TEXT,
  .keep_next = TRUE,
};

const VoletsSheetLook volets_sheet_look_paragraph = {
  TEXT_LOOK ("P", 10, FALSE, VOLETS_COLOUR_INK),
  .before = 6,
  .after = 6,
  .whole_lines = WHOLE_TEXT,
};

const VoletsSheetLook volets_sheet_look_note = {
  TEXT_LOOK ("P", 8.5, FALSE, VOLETS_COLOUR_MUTED),
  .before = 5,
  .after = 5,
  .whole_lines = WHOLE_TEXT,
};

const VoletsSheetLook volets_sheet_look_list = {
  .block_tag = "L",
  .row_tag = "LI",
  .first_tag = "Lbl",
  .cell_tag = "LBody",
  .styles = { [VOLETS_SHEET_ROW_BODY] = { 10, FALSE, VOLETS_COLOUR_INK } },
  .first_colour = VOLETS_COLOUR_ACCENT,
  .pad_x = 5,
  .pad_y = 1.5,
  .before = 4,
  .after = 6,
  .whole_lines = WHOLE_TEXT,
};

const VoletsSheetLook volets_sheet_look_terms = {
  .block_tag = "L",
  .row_tag = "LI",
  .first_tag = "Lbl",
  .cell_tag = "LBody",
  .styles = { [VOLETS_SHEET_ROW_BODY] = { 10, FALSE, VOLETS_COLOUR_INK } },
  .first_colour = VOLETS_COLOUR_MUTED,
  .pad_x = 6,
  .pad_y = 3.5,
  .before = 8,
  .after = 10,
  .whole_lines = WHOLE_ROW,
  .ruled = TRUE,
  .rule_colour = VOLETS_COLOUR_RULE,
};

const VoletsSheetLook volets_sheet_look_table = { TABLE_LOOK (4) };

const VoletsSheetLook volets_sheet_look_letterhead = {
  TEXT_LOOK ("P", 10.5, FALSE, VOLETS_COLOUR_INK),
  .after = 3,
  .whole_lines = WHOLE_TEXT,
  .keep_next = TRUE,
};

const VoletsSheetLook volets_sheet_look_issuer = {
  TEXT_LOOK ("P", 12, TRUE, VOLETS_COLOUR_INK),
  .before = 3,
  .after = 9,
  .whole_lines = WHOLE_TEXT,
  .keep_next = TRUE,
};

const VoletsSheetLook volets_sheet_look_act_title = {
  TEXT_LOOK ("H1", 13, TRUE, VOLETS_COLOUR_INK),
  .before = 9,
  .after = 8,
  .whole_lines = WHOLE_TEXT,
  .keep_next = TRUE,
};

const VoletsSheetLook volets_sheet_look_act_heading = {
  TEXT_LOOK ("H2", 12, TRUE, VOLETS_COLOUR_INK),
  .before = 10,
  .after = 3,
  .whole_lines = WHOLE_TEXT,
  .keep_next = TRUE,
};

const VoletsSheetLook volets_sheet_look_act_table = { TABLE_LOOK (3) };

const VoletsSheetLook volets_sheet_look_fields = {
  .block_tag = "Table",
  .row_tag = "TR",
  .first_tag = "TH",
  .cell_tag = "TD",
  .styles = { [VOLETS_SHEET_ROW_BODY] = { 9.5, FALSE, VOLETS_COLOUR_INK } },
  .first_colour = VOLETS_COLOUR_MUTED,
  .pad_x = 5,
  .pad_y = 2.5,
  .in_pairs = TRUE,
  .after = 5,
  .smallest = 7,
  .whole_lines = WHOLE_ROW,
  .whole_rows = WHOLE_TABLE,
  .ruled = TRUE,
  .rule_colour = VOLETS_COLOUR_FADED,
};

const VoletsSheetLook volets_sheet_look_articles = {
  .block_tag = "L",
  .row_tag = "LI",
  .first_tag = "Lbl",
  .cell_tag = "LBody",
  .styles = { [VOLETS_SHEET_ROW_BODY] = { 10, FALSE, VOLETS_COLOUR_INK } },
  .first_colour = VOLETS_COLOUR_INK,
  .label_bold = TRUE,
  .pad_x = 4,
  .pad_y = 1.5,
  .before = 4,
  .after = 6,
  .whole_lines = WHOLE_TEXT,
};

/**
 * volets_sheet_look_fill:
 * @cr: where to draw
 * @colour: 0xRRGGBB
 * @x: the left side, in points
 * @y: the top, in points
 * @width: in points
 * @height: in points
 *
 * Fills a rectangle. Rules are rectangles too: their thickness does not depend on a pen.
 */
void
volets_sheet_look_fill (cairo_t *cr,
                        guint32  colour,
                        double   x,
                        double   y,
                        double   width,
                        double   height)
{
  volets_typesetter_use_colour (cr, colour);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}
