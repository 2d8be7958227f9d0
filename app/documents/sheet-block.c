/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-block.h"

typedef struct {
  gboolean starts_page;
  gboolean keeps_next;
} VoletsSheetBlockPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VoletsSheetBlock, volets_sheet_block, G_TYPE_OBJECT)

/* The head above @slice, where it is repeated there. */
static gboolean
find_head (VoletsSheetBlock       *self,
           const VoletsSheetSlice *slice,
           VoletsSheetSlice       *head)
{
  if (!slice->has_head || !VOLETS_SHEET_BLOCK_GET_CLASS (self)->get_head (self, head))
    return FALSE;

  head->y = slice->y - slice->lead - head->height;
  return TRUE;
}

static gboolean
volets_sheet_block_real_get_head (VoletsSheetBlock *self,
                                  VoletsSheetSlice *head)
{
  return FALSE;
}

static void
volets_sheet_block_real_draw_ground (VoletsSheetBlock       *self,
                                     VoletsSheetFill        *fill,
                                     double                  x,
                                     const VoletsSheetSlice *slice)
{
}

static void
volets_sheet_block_class_init (VoletsSheetBlockClass *klass)
{
  klass->get_head = volets_sheet_block_real_get_head;
  klass->draw_ground = volets_sheet_block_real_draw_ground;
}

static void
volets_sheet_block_init (VoletsSheetBlock *self)
{
}

/**
 * volets_sheet_block_start_page:
 * @self: a block
 *
 * Has @self begin a page of its own.
 */
void
volets_sheet_block_start_page (VoletsSheetBlock *self)
{
  VoletsSheetBlockPrivate *priv = volets_sheet_block_get_instance_private (self);

  g_return_if_fail (VOLETS_IS_SHEET_BLOCK (self));

  priv->starts_page = TRUE;
}

/**
 * volets_sheet_block_keep_next:
 * @self: a block
 *
 * Has the end of @self stay on the page of what follows it.
 */
void
volets_sheet_block_keep_next (VoletsSheetBlock *self)
{
  VoletsSheetBlockPrivate *priv = volets_sheet_block_get_instance_private (self);

  g_return_if_fail (VOLETS_IS_SHEET_BLOCK (self));

  priv->keeps_next = TRUE;
}

/**
 * volets_sheet_block_keeps_next:
 * @self: a block
 *
 * Returns: whether volets_sheet_block_keep_next() was called
 */
gboolean
volets_sheet_block_keeps_next (VoletsSheetBlock *self)
{
  VoletsSheetBlockPrivate *priv = volets_sheet_block_get_instance_private (self);

  g_return_val_if_fail (VOLETS_IS_SHEET_BLOCK (self), FALSE);

  return priv->keeps_next;
}

/**
 * volets_sheet_block_prepare:
 * @self: a block
 * @typesetter: what measures the text
 * @width: of the block, in points
 *
 * Computes widths and heights. Comes before all that follows.
 */
void
volets_sheet_block_prepare (VoletsSheetBlock *self,
                            VoletsTypesetter *typesetter,
                            double            width)
{
  g_return_if_fail (VOLETS_IS_SHEET_BLOCK (self));

  VOLETS_SHEET_BLOCK_GET_CLASS (self)->prepare (self, typesetter, width);
}

/**
 * volets_sheet_block_append_slices:
 * @self: a prepared block
 * @slices: (element-type VoletsSheetSlice): where to add those of @self, none or more
 */
void
volets_sheet_block_append_slices (VoletsSheetBlock *self,
                                  GArray           *slices)
{
  VoletsSheetBlockPrivate *priv = volets_sheet_block_get_instance_private (self);
  guint first = slices->len;

  g_return_if_fail (VOLETS_IS_SHEET_BLOCK (self));

  VOLETS_SHEET_BLOCK_GET_CLASS (self)->append_slices (self, slices);
  if (slices->len == first)
    return;

  g_array_index (slices, VoletsSheetSlice, first).opens = TRUE;
  g_array_index (slices, VoletsSheetSlice, first).new_page = priv->starts_page;
  g_array_index (slices, VoletsSheetSlice, slices->len - 1).closes = TRUE;
  if (priv->keeps_next)
    g_array_index (slices, VoletsSheetSlice, slices->len - 1).keep_next = TRUE;
}

/**
 * volets_sheet_block_get_head_height:
 * @self: a prepared block
 *
 * Returns: what the head takes where it is repeated, in points, or 0 where there is none
 */
double
volets_sheet_block_get_head_height (VoletsSheetBlock *self)
{
  VoletsSheetSlice head;

  g_return_val_if_fail (VOLETS_IS_SHEET_BLOCK (self), 0);

  return VOLETS_SHEET_BLOCK_GET_CLASS (self)->get_head (self, &head) ? head.height : 0;
}

/**
 * volets_sheet_block_draw_ground:
 * @self: a prepared block
 * @fill: what draws it
 * @x: the left side of the block, in points
 * @slice: one of the slices of @self
 *
 * Draws what is behind the text of a slice: the shades and rules of a whole page come before its
 * text, and outside of the structure.
 */
void
volets_sheet_block_draw_ground (VoletsSheetBlock       *self,
                                VoletsSheetFill        *fill,
                                double                  x,
                                const VoletsSheetSlice *slice)
{
  VoletsSheetBlockClass *klass = VOLETS_SHEET_BLOCK_GET_CLASS (self);
  VoletsSheetSlice head;

  g_return_if_fail (VOLETS_IS_SHEET_BLOCK (self));

  if (find_head (self, slice, &head))
    klass->draw_ground (self, fill, x, &head);
  klass->draw_ground (self, fill, x, slice);
}

/**
 * volets_sheet_block_draw:
 * @self: a prepared block
 * @typesetter: what draws the text
 * @cr: where to draw
 * @x: the left side of the block, in points
 * @slice: one of the slices of @self
 * @tagged: whether to tag what is drawn
 *
 * Draws the text of a slice, and of the repeated head above it where it has one.
 *
 * The tag around the whole block is begun with its first slice and ended with its last, pages
 * later if need be. Cairo 1.16 takes that: an element that is open while a page is shown goes on
 * on the next, and what is drawn while only elements that hold elements are open belongs to none
 * of them. So the block is one Table over all its pages, and repeated heads, rules and the feet
 * of the pages are outside of the structure. A P or a TD must not stay open: it would take them.
 */
void
volets_sheet_block_draw (VoletsSheetBlock       *self,
                         VoletsTypesetter       *typesetter,
                         cairo_t                *cr,
                         double                  x,
                         const VoletsSheetSlice *slice,
                         gboolean                tagged)
{
  VoletsSheetBlockClass *klass = VOLETS_SHEET_BLOCK_GET_CLASS (self);
  VoletsSheetSlice head;

  g_return_if_fail (VOLETS_IS_SHEET_BLOCK (self));

  if (find_head (self, slice, &head))
    klass->draw_slice (self, typesetter, cr, x, &head, FALSE);
  if (slice->opens)
    volets_sheet_block_begin_tag (cr, klass->get_tag (self, slice), tagged);
  klass->draw_slice (self, typesetter, cr, x, slice, tagged);
  if (slice->closes)
    volets_sheet_block_end_tag (cr, klass->get_tag (self, slice), tagged);
}

void
volets_sheet_block_begin_tag (cairo_t    *cr,
                              const char *tag,
                              gboolean    tagged)
{
  if (tagged && tag != NULL)
    cairo_tag_begin (cr, tag, NULL);
}

void
volets_sheet_block_end_tag (cairo_t    *cr,
                            const char *tag,
                            gboolean    tagged)
{
  if (tagged && tag != NULL)
    cairo_tag_end (cr, tag);
}
