/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/typesetter.h"

G_BEGIN_DECLS

/* One colour, dark enough to be black on a black and white copy. */
#define VOLETS_COLOUR_ACCENT 0x1f3a6e
#define VOLETS_COLOUR_INK 0x1b1d21
#define VOLETS_COLOUR_MUTED 0x555b66
#define VOLETS_COLOUR_FADED 0x8a909b
#define VOLETS_COLOUR_RULE 0xc9ced8
#define VOLETS_COLOUR_SHADE 0xe8ecf3
#define VOLETS_COLOUR_LIGHT 0xf4f6fa

typedef enum {
  VOLETS_SHEET_ROW_HEAD,
  VOLETS_SHEET_ROW_BODY,
  VOLETS_SHEET_ROW_TOTAL,
  VOLETS_SHEET_ROW_GROUP,
} VoletsSheetRowKind;

#define VOLETS_SHEET_N_ROW_KINDS (VOLETS_SHEET_ROW_GROUP + 1)

/**
 * VoletsSheetLook:
 * @block_tag: (nullable): the structure tag around all rows
 * @row_tag: (nullable): the tag around each row
 * @head_tag: (nullable): the tag of a cell in the head and in group rows
 * @first_tag: the tag of the labels of the other rows, which is what their first cells are
 * @cell_tag: the tag of their other cells
 * @styles: the text of each kind of row, all of one size
 * @first_colour: of the labels of a body row
 * @pad_x: beside the text of a cell, in points
 * @pad_y: above and below the text of a row, in points
 * @before: what is free above, in points; the larger of it and of what is free below the last
 *   block counts
 * @after: what is free below, in points
 * @label_bold: whether a label is bold
 * @in_pairs: whether the cells of a row are label, value, label, value; else only the first is a
 *   label
 * @smallest: the size down to which the text shrinks before it wraps in the middle of an amount,
 *   in points; 0 where it never shrinks
 * @whole_lines: a row of more lines than this may be split over two pages
 * @whole_rows: a block of no more rows than this stays on one page where one has room for it
 * @ruled: whether it is drawn with rules and shades
 * @rule_colour: of the thin rules
 * @underlined: whether a strong rule ends it
 * @keep_next: whether it stays on the page of what follows
 *
 * How a block of rows is drawn and tagged.
 */
typedef struct {
  const char      *block_tag;
  const char      *row_tag;
  const char      *head_tag;
  const char      *first_tag;
  const char      *cell_tag;
  VoletsTextStyle  styles[VOLETS_SHEET_N_ROW_KINDS];
  guint32          first_colour;
  double           pad_x;
  double           pad_y;
  double           before;
  double           after;
  gboolean         label_bold;
  gboolean         in_pairs;
  double           smallest;
  guint            whole_lines;
  guint            whole_rows;
  gboolean         ruled;
  guint32          rule_colour;
  gboolean         underlined;
  gboolean         keep_next;
} VoletsSheetLook;

void volets_sheet_look_fill (cairo_t *cr,
                             guint32  colour,
                             double   x,
                             double   y,
                             double   width,
                             double   height);

extern const VoletsSheetLook volets_sheet_look_overline;
extern const VoletsSheetLook volets_sheet_look_title;
extern const VoletsSheetLook volets_sheet_look_subtitle;
extern const VoletsSheetLook volets_sheet_look_heading2;
extern const VoletsSheetLook volets_sheet_look_heading3;
extern const VoletsSheetLook volets_sheet_look_paragraph;
extern const VoletsSheetLook volets_sheet_look_note;
extern const VoletsSheetLook volets_sheet_look_list;
extern const VoletsSheetLook volets_sheet_look_terms;
extern const VoletsSheetLook volets_sheet_look_table;

/* What official papers have beside these. */
extern const VoletsSheetLook volets_sheet_look_letterhead;
extern const VoletsSheetLook volets_sheet_look_issuer;
extern const VoletsSheetLook volets_sheet_look_act_title;
extern const VoletsSheetLook volets_sheet_look_act_heading;
extern const VoletsSheetLook volets_sheet_look_act_table;
extern const VoletsSheetLook volets_sheet_look_fields;
extern const VoletsSheetLook volets_sheet_look_articles;

G_END_DECLS
