/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "documents/sheet-fill.h"
#include "documents/typesetter.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_SHEET_BLOCK (volets_sheet_block_get_type ())
G_DECLARE_DERIVABLE_TYPE (VoletsSheetBlock, volets_sheet_block, VOLETS, SHEET_BLOCK, GObject)

/**
 * VoletsSheetSlice:
 * @block: (unowned): what it is a slice of
 * @row: which row of @block, from 0
 * @first_line: the first line of that row it has
 * @n_lines: how many lines it has
 * @height: in points
 * @before: what is to be free above it, in points
 * @after: what is to be free below it, in points
 * @lead: what is to be free above it at the top of a page, in points
 * @y: where it is on its page, in points; known once it is on one
 * @keep_next: whether it belongs on the page of the slice after it
 * @new_page: whether it begins a page whatever is left of the one before
 * @wants_head: whether the head of @block is repeated above it at the top of a page
 * @has_head: whether it is, above @lead
 * @opens: whether it is the first of @block
 * @closes: whether it is the last of @block
 *
 * What goes on one page or on the next, but on no two.
 */
typedef struct {
  VoletsSheetBlock *block;
  guint             row;
  guint             first_line;
  guint             n_lines;
  double            height;
  double            before;
  double            after;
  double            lead;
  double            y;
  guint             keep_next : 1;
  guint             new_page : 1;
  guint             wants_head : 1;
  guint             has_head : 1;
  guint             opens : 1;
  guint             closes : 1;
} VoletsSheetSlice;

struct _VoletsSheetBlockClass {
  GObjectClass parent_class;

  void        (*prepare)         (VoletsSheetBlock       *self,
                                  VoletsTypesetter       *typesetter,
                                  double                  width);
  void        (*append_slices)   (VoletsSheetBlock       *self,
                                  GArray                 *slices);
  const char *(*get_tag)         (VoletsSheetBlock       *self,
                                  const VoletsSheetSlice *slice);
  gboolean    (*get_head)        (VoletsSheetBlock       *self,
                                  VoletsSheetSlice       *head);
  void        (*draw_ground)     (VoletsSheetBlock       *self,
                                  VoletsSheetFill        *fill,
                                  double                  x,
                                  const VoletsSheetSlice *slice);
  void        (*draw_slice)      (VoletsSheetBlock       *self,
                                  VoletsTypesetter       *typesetter,
                                  cairo_t                *cr,
                                  double                  x,
                                  const VoletsSheetSlice *slice,
                                  gboolean                tagged);
};

void   volets_sheet_block_start_page      (VoletsSheetBlock       *self);
void   volets_sheet_block_keep_next       (VoletsSheetBlock       *self);
gboolean volets_sheet_block_keeps_next    (VoletsSheetBlock       *self);
void   volets_sheet_block_prepare         (VoletsSheetBlock       *self,
                                           VoletsTypesetter       *typesetter,
                                           double                  width);
void   volets_sheet_block_append_slices   (VoletsSheetBlock       *self,
                                           GArray                 *slices);
double volets_sheet_block_get_head_height (VoletsSheetBlock       *self);
void   volets_sheet_block_draw_ground     (VoletsSheetBlock       *self,
                                           VoletsSheetFill        *fill,
                                           double                  x,
                                           const VoletsSheetSlice *slice);
void   volets_sheet_block_draw            (VoletsSheetBlock       *self,
                                           VoletsTypesetter       *typesetter,
                                           cairo_t                *cr,
                                           double                  x,
                                           const VoletsSheetSlice *slice,
                                           gboolean                tagged);

/* A tag on Cairo's surface, or nothing where @tagged is not set or @tag is %NULL. */
void   volets_sheet_block_begin_tag       (cairo_t                *cr,
                                           const char             *tag,
                                           gboolean                tagged);
void   volets_sheet_block_end_tag         (cairo_t                *cr,
                                           const char             *tag,
                                           gboolean                tagged);

G_END_DECLS
