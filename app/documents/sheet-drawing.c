/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-drawing.h"

#include "documents/sheet-private.h"

#define BEFORE 8.0
#define AFTER 10.0

struct _VoletsSheetDrawing {
  VoletsSheetBlock               parent_instance;

  const VoletsSheetDrawingFuncs *funcs;
  gpointer                       data;
  char                          *alternative;

  /* Known once the block is prepared. */
  double                         width;
  double                         height;
};

G_DEFINE_FINAL_TYPE (VoletsSheetDrawing, volets_sheet_drawing, VOLETS_TYPE_SHEET_BLOCK)

static void
volets_sheet_drawing_prepare (VoletsSheetBlock *block,
                              VoletsTypesetter *typesetter,
                              double            width)
{
  VoletsSheetDrawing *self = VOLETS_SHEET_DRAWING (block);

  self->width = width;
  self->height = self->funcs->measure (typesetter, width, self->data);
}

static void
volets_sheet_drawing_append_slices (VoletsSheetBlock *block,
                                    GArray           *slices)
{
  VoletsSheetSlice slice = {
    .block = block,
    .n_lines = 1,
    .height = VOLETS_SHEET_DRAWING (block)->height,
    .before = BEFORE,
    .after = AFTER,
  };

  g_array_append_val (slices, slice);
}

static const char *
volets_sheet_drawing_get_tag (VoletsSheetBlock       *block,
                              const VoletsSheetSlice *slice)
{
  return "Figure";
}

static void
volets_sheet_drawing_draw_slice (VoletsSheetBlock       *block,
                                 VoletsTypesetter       *typesetter,
                                 cairo_t                *cr,
                                 double                  x,
                                 const VoletsSheetSlice *slice,
                                 gboolean                tagged)
{
  VoletsSheetDrawing *self = VOLETS_SHEET_DRAWING (block);
  const cairo_rectangle_t box = { x, slice->y, self->width, self->height };

  cairo_save (cr);
  self->funcs->draw (typesetter, cr, &box, self->data);
  cairo_restore (cr);
}

static void
volets_sheet_drawing_finalize (GObject *object)
{
  VoletsSheetDrawing *self = VOLETS_SHEET_DRAWING (object);

  self->funcs->free (self->data);
  g_clear_pointer (&self->alternative, g_free);

  G_OBJECT_CLASS (volets_sheet_drawing_parent_class)->finalize (object);
}

static void
volets_sheet_drawing_class_init (VoletsSheetDrawingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VoletsSheetBlockClass *block_class = VOLETS_SHEET_BLOCK_CLASS (klass);

  object_class->finalize = volets_sheet_drawing_finalize;

  block_class->prepare = volets_sheet_drawing_prepare;
  block_class->append_slices = volets_sheet_drawing_append_slices;
  block_class->get_tag = volets_sheet_drawing_get_tag;
  block_class->draw_slice = volets_sheet_drawing_draw_slice;
}

static void
volets_sheet_drawing_init (VoletsSheetDrawing *self)
{
}

/**
 * volets_sheet_drawing_get_alternative:
 * @self: a drawing
 *
 * Returns: (transfer none): what it shows, in words
 */
const char *
volets_sheet_drawing_get_alternative (VoletsSheetDrawing *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_DRAWING (self), NULL);

  return self->alternative;
}

/**
 * volets_sheet_add_drawing:
 * @sheet: a sheet
 * @funcs: how it is drawn; kept, not copied
 * @data: (transfer full): what the functions are given
 * @alternative: what the drawing shows, in words, for those who do not see it
 *
 * Adds a drawing as wide as the page is. It is a Figure in the structure of the paper.
 */
void
volets_sheet_add_drawing (VoletsSheet                   *sheet,
                          const VoletsSheetDrawingFuncs *funcs,
                          gpointer                       data,
                          const char                    *alternative)
{
  VoletsSheetDrawing *self = g_object_new (VOLETS_TYPE_SHEET_DRAWING, NULL);

  g_return_if_fail (VOLETS_IS_SHEET (sheet));
  g_return_if_fail (funcs != NULL && alternative != NULL);

  self->funcs = funcs;
  self->data = data;
  self->alternative = volets_typesetter_clean (alternative);
  volets_sheet_take_block (sheet, VOLETS_SHEET_BLOCK (self));
}
