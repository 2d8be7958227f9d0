/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-figures.h"

#include "documents/sheet-look.h"

#define GAP 10.0
#define PADDING_X 10.0
#define PADDING_Y 8.0
#define VALUE_GAP 2.0
#define BAR_WIDTH 2.5
#define LARGEST_VALUE 18.0
#define SMALLEST_VALUE 11.0
#define VALUE_STEP 0.5

/* Boxes of more lines would be columns of text; then it is all set as terms and values. */
#define MOST_LINES 6

struct _VoletsSheetFigures {
  VoletsSheetBlock   parent_instance;

  VoletsSheetBlock  *fallback;
  char             **captions;
  char             **values;
  guint              n_figures;

  /* Known once the block is prepared. */
  double             box_width;
  guint              caption_lines;
  guint              value_lines;
  VoletsTextStyle    value_style;
};

G_DEFINE_FINAL_TYPE (VoletsSheetFigures, volets_sheet_figures, VOLETS_TYPE_SHEET_BLOCK)

static const VoletsTextStyle CAPTION_STYLE = { 8.5, FALSE, VOLETS_COLOUR_MUTED };

static double
get_text_width (VoletsSheetFigures *self)
{
  return self->box_width - BAR_WIDTH - 2 * PADDING_X;
}

static guint
count_most_lines (VoletsSheetFigures    *self,
                  VoletsTypesetter      *typesetter,
                  const VoletsTextStyle *style,
                  char                 **texts)
{
  guint most = 1;

  for (guint i = 0; i < self->n_figures; i++)
    most = MAX (most, volets_typesetter_count_lines (typesetter, style, texts[i],
                                                     get_text_width (self)));

  return most;
}

static double
get_caption_height (VoletsSheetFigures *self)
{
  return self->caption_lines * volets_typesetter_get_pitch (&CAPTION_STYLE);
}

static double
get_height (VoletsSheetFigures *self)
{
  return 2 * PADDING_Y + VALUE_GAP + get_caption_height (self)
         + self->value_lines * volets_typesetter_get_pitch (&self->value_style);
}

static gboolean
is_too_long (VoletsSheetFigures *self)
{
  return self->caption_lines + self->value_lines > MOST_LINES;
}

static void
volets_sheet_figures_prepare (VoletsSheetBlock *block,
                              VoletsTypesetter *typesetter,
                              double            width)
{
  VoletsSheetFigures *self = VOLETS_SHEET_FIGURES (block);

  self->box_width = (width - GAP * (self->n_figures - 1)) / self->n_figures;
  self->caption_lines = count_most_lines (self, typesetter, &CAPTION_STYLE, self->captions);

  /* All values of one size, the largest at which each is on one line. */
  self->value_style = (VoletsTextStyle) { LARGEST_VALUE, TRUE, VOLETS_COLOUR_ACCENT };
  for (;;)
    {
      self->value_lines = count_most_lines (self, typesetter, &self->value_style, self->values);
      if (self->value_lines == 1 || self->value_style.size <= SMALLEST_VALUE)
        break;
      self->value_style.size -= VALUE_STEP;
    }

  volets_sheet_block_prepare (self->fallback, typesetter, width);
}

static void
volets_sheet_figures_append_slices (VoletsSheetBlock *block,
                                    GArray           *slices)
{
  VoletsSheetFigures *self = VOLETS_SHEET_FIGURES (block);
  VoletsSheetSlice slice = {
    .block = block,
    .n_lines = 1,
    .height = get_height (self),
    .before = 10,
    .after = 12,
  };

  if (is_too_long (self))
    volets_sheet_block_append_slices (self->fallback, slices);
  else
    g_array_append_val (slices, slice);
}

static const char *
volets_sheet_figures_get_tag (VoletsSheetBlock       *block,
                              const VoletsSheetSlice *slice)
{
  return "L";
}

static void
volets_sheet_figures_draw_ground (VoletsSheetBlock       *block,
                                  VoletsSheetFill        *fill,
                                  double                  x,
                                  const VoletsSheetSlice *slice)
{
  VoletsSheetFigures *self = VOLETS_SHEET_FIGURES (block);

  for (guint i = 0; i < self->n_figures; i++)
    {
      double left = x + i * (self->box_width + GAP);

      volets_sheet_fill_add (fill, VOLETS_COLOUR_LIGHT, left, slice->y, self->box_width,
                             slice->height);
      volets_sheet_fill_add (fill, VOLETS_COLOUR_ACCENT, left, slice->y, BAR_WIDTH,
                             slice->height);
    }
}

static void
draw_text (VoletsSheetFigures      *self,
           VoletsTypesetter        *typesetter,
           cairo_t                 *cr,
           const VoletsTextStyle   *style,
           const char              *text,
           const cairo_rectangle_t *box,
           const char              *tag,
           gboolean                 tagged)
{
  volets_sheet_block_begin_tag (cr, tag, tagged);
  volets_typesetter_draw (typesetter, cr, style, text, VOLETS_ALIGN_START, box, 0, MOST_LINES);
  volets_sheet_block_end_tag (cr, tag, tagged);
}

static void
volets_sheet_figures_draw_slice (VoletsSheetBlock       *block,
                                 VoletsTypesetter       *typesetter,
                                 cairo_t                *cr,
                                 double                  x,
                                 const VoletsSheetSlice *slice,
                                 gboolean                tagged)
{
  VoletsSheetFigures *self = VOLETS_SHEET_FIGURES (block);

  for (guint i = 0; i < self->n_figures; i++, x += self->box_width + GAP)
    {
      cairo_rectangle_t caption = {
        .x = x + BAR_WIDTH + PADDING_X,
        .y = slice->y + PADDING_Y,
        .width = get_text_width (self),
      };
      cairo_rectangle_t value = caption;

      value.y += get_caption_height (self) + VALUE_GAP;
      volets_sheet_block_begin_tag (cr, "LI", tagged);
      draw_text (self, typesetter, cr, &CAPTION_STYLE, self->captions[i], &caption, "Lbl", tagged);
      draw_text (self, typesetter, cr, &self->value_style, self->values[i], &value, "LBody",
                 tagged);
      volets_sheet_block_end_tag (cr, "LI", tagged);
    }
}

static void
volets_sheet_figures_finalize (GObject *object)
{
  VoletsSheetFigures *self = VOLETS_SHEET_FIGURES (object);

  g_clear_object (&self->fallback);
  g_clear_pointer (&self->captions, g_strfreev);
  g_clear_pointer (&self->values, g_strfreev);

  G_OBJECT_CLASS (volets_sheet_figures_parent_class)->finalize (object);
}

static void
volets_sheet_figures_class_init (VoletsSheetFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VoletsSheetBlockClass *block_class = VOLETS_SHEET_BLOCK_CLASS (klass);

  object_class->finalize = volets_sheet_figures_finalize;

  block_class->prepare = volets_sheet_figures_prepare;
  block_class->append_slices = volets_sheet_figures_append_slices;
  block_class->get_tag = volets_sheet_figures_get_tag;
  block_class->draw_ground = volets_sheet_figures_draw_ground;
  block_class->draw_slice = volets_sheet_figures_draw_slice;
}

static void
volets_sheet_figures_init (VoletsSheetFigures *self)
{
}

/**
 * volets_sheet_figures_new:
 * @fallback: (transfer full): the same in rows, for where the texts are too long for boxes
 * @captions: (array zero-terminated=1): what each figure is
 * @values: (array zero-terminated=1): the figures, as many
 *
 * Returns: (transfer full): a row of boxes
 */
VoletsSheetBlock *
volets_sheet_figures_new (VoletsSheetBlock  *fallback,
                          const char *const *captions,
                          const char *const *values)
{
  VoletsSheetFigures *self = g_object_new (VOLETS_TYPE_SHEET_FIGURES, NULL);

  self->fallback = fallback;
  self->n_figures = g_strv_length ((GStrv) captions);
  self->captions = g_new0 (char *, self->n_figures + 1);
  self->values = g_new0 (char *, self->n_figures + 1);
  for (guint i = 0; i < self->n_figures; i++)
    {
      self->captions[i] = volets_typesetter_clean (captions[i]);
      self->values[i] = volets_typesetter_clean (values[i]);
    }

  return VOLETS_SHEET_BLOCK (self);
}
