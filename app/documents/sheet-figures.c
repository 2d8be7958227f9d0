/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-figures.h"

#include <string.h>

#include "documents/sheet-look.h"

#define GAP 14.0
#define PADDING_X 12.0
#define PADDING_Y 11.0
#define BAR_WIDTH 3.0
#define RULE 0.5

/* What the first figure has of the width. */
#define MAIN_PART 0.47

#define LARGEST_MAIN 30.0
#define SMALLEST_MAIN 15.0
#define LARGEST_VALUE 13.0
#define SMALLEST_VALUE 9.0
#define VALUE_STEP 0.5

/* What is above and below the text of a row, and between its caption and its value. */
#define ROW_PADDING 5.0
#define VALUE_GAP 8.0

/* Where a caption has more lines it is all set as terms and values. */
#define MOST_LINES 3

struct _VoletsSheetFigures {
  VoletsSheetBlock   parent_instance;

  VoletsSheetBlock  *fallback;
  char             **captions;
  char             **values;
  guint              n_figures;

  /* Known once the block is prepared. */
  double             width;
  double             height;
  double             values_width;
  VoletsTextStyle    main_style;
  VoletsTextStyle    value_style;
  gboolean           fits;
};

G_DEFINE_FINAL_TYPE (VoletsSheetFigures, volets_sheet_figures, VOLETS_TYPE_SHEET_BLOCK)

static const VoletsTextStyle CAPTION_STYLE = { 9, FALSE, VOLETS_COLOUR_MUTED };
static const VoletsTextStyle MAIN_CAPTION_STYLE = { 9.5, TRUE, VOLETS_COLOUR_INK };

static double
get_main_width (VoletsSheetFigures *self)
{
  return (self->width - GAP) * MAIN_PART;
}

static double
get_main_text_width (VoletsSheetFigures *self)
{
  return get_main_width (self) - BAR_WIDTH - 2 * PADDING_X;
}

static double
get_rows_width (VoletsSheetFigures *self)
{
  return self->width - GAP - get_main_width (self);
}

static double
get_caption_width (VoletsSheetFigures *self)
{
  return MAX (0, get_rows_width (self) - self->values_width - VALUE_GAP);
}

static double
get_row_height (VoletsSheetFigures *self)
{
  return self->height / (self->n_figures - 1);
}

/* The largest size at which the figures from @first to @end are within @width on one line. */
static VoletsTextStyle
find_style (VoletsSheetFigures *self,
            VoletsTypesetter   *typesetter,
            guint               first,
            guint               end,
            double              width,
            double              largest,
            double              smallest,
            double             *widest)
{
  VoletsTextStyle style = { largest, TRUE, VOLETS_COLOUR_ACCENT };

  for (;; style.size -= VALUE_STEP)
    {
      *widest = 0;
      for (guint i = first; i < end; i++)
        *widest = MAX (*widest, volets_typesetter_measure (typesetter, &style, self->values[i]));
      if (*widest <= width || style.size <= smallest)
        return style;
    }
}

static gboolean
have_one_line (VoletsSheetFigures *self)
{
  for (guint i = 0; i < self->n_figures; i++)
    {
      if (strchr (self->values[i], '\n') != NULL)
        return FALSE;
    }

  return TRUE;
}

static guint
count_caption_lines (VoletsSheetFigures *self,
                     VoletsTypesetter   *typesetter)
{
  guint most = 1;

  for (guint i = 1; i < self->n_figures; i++)
    most = MAX (most, volets_typesetter_count_lines (typesetter, &CAPTION_STYLE,
                                                     self->captions[i],
                                                     get_caption_width (self)));

  return most;
}

static void
volets_sheet_figures_prepare (VoletsSheetBlock *block,
                              VoletsTypesetter *typesetter,
                              double            width)
{
  VoletsSheetFigures *self = VOLETS_SHEET_FIGURES (block);
  double main_width, row_height;
  guint main_lines, caption_lines;

  self->width = width;
  self->main_style = find_style (self, typesetter, 0, 1, get_main_text_width (self),
                                 LARGEST_MAIN, SMALLEST_MAIN, &main_width);
  self->value_style = find_style (self, typesetter, 1, self->n_figures,
                                  get_rows_width (self) / 2, LARGEST_VALUE, SMALLEST_VALUE,
                                  &self->values_width);

  main_lines = volets_typesetter_count_lines (typesetter, &MAIN_CAPTION_STYLE, self->captions[0],
                                              get_main_text_width (self));
  caption_lines = count_caption_lines (self, typesetter);
  row_height = MAX (volets_typesetter_get_pitch (&self->value_style),
                    caption_lines * volets_typesetter_get_pitch (&CAPTION_STYLE))
               + 2 * ROW_PADDING;
  self->height = MAX (row_height * (self->n_figures - 1),
                      main_lines * volets_typesetter_get_pitch (&MAIN_CAPTION_STYLE)
                      + volets_typesetter_get_pitch (&self->main_style) + 2 * PADDING_Y);
  self->fits = main_width <= get_main_text_width (self)
               && self->values_width <= get_rows_width (self) / 2
               && MAX (main_lines, caption_lines) <= MOST_LINES
               && have_one_line (self);

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
    .height = self->height,
    .before = 12,
    .after = 14,
  };

  if (self->fits)
    g_array_append_val (slices, slice);
  else
    volets_sheet_block_append_slices (self->fallback, slices);
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
  double left = x + get_main_width (self) + GAP;

  volets_sheet_fill_add (fill, VOLETS_COLOUR_SHADE, x, slice->y, get_main_width (self),
                         slice->height);
  volets_sheet_fill_add (fill, VOLETS_COLOUR_ACCENT, x, slice->y, BAR_WIDTH, slice->height);
  for (guint i = 1; i + 1 < self->n_figures; i++)
    volets_sheet_fill_add (fill, VOLETS_COLOUR_RULE, left, slice->y + i * get_row_height (self),
                           get_rows_width (self), RULE);
}

static void
draw_text (VoletsTypesetter        *typesetter,
           cairo_t                 *cr,
           const VoletsTextStyle   *style,
           const char              *text,
           VoletsAlign              align,
           const cairo_rectangle_t *box,
           const char              *tag,
           gboolean                 tagged)
{
  volets_sheet_block_begin_tag (cr, tag, tagged);
  volets_typesetter_draw (typesetter, cr, style, text, align, box, 0, MOST_LINES);
  volets_sheet_block_end_tag (cr, tag, tagged);
}

static void
draw_main (VoletsSheetFigures     *self,
           VoletsTypesetter       *typesetter,
           cairo_t                *cr,
           double                  x,
           const VoletsSheetSlice *slice,
           gboolean                tagged)
{
  cairo_rectangle_t caption = {
    .x = x + BAR_WIDTH + PADDING_X,
    .y = slice->y + PADDING_Y,
    .width = get_main_text_width (self),
  };
  cairo_rectangle_t value = caption;

  value.y = slice->y + slice->height - PADDING_Y
            - volets_typesetter_get_pitch (&self->main_style);
  volets_sheet_block_begin_tag (cr, "LI", tagged);
  draw_text (typesetter, cr, &MAIN_CAPTION_STYLE, self->captions[0], VOLETS_ALIGN_START, &caption,
             "Lbl", tagged);
  draw_text (typesetter, cr, &self->main_style, self->values[0], VOLETS_ALIGN_START, &value,
             "LBody", tagged);
  volets_sheet_block_end_tag (cr, "LI", tagged);
}

/* A caption on the left and its value on the right, both in the middle of the height. */
static void
draw_row (VoletsSheetFigures     *self,
          VoletsTypesetter       *typesetter,
          cairo_t                *cr,
          double                  x,
          const VoletsSheetSlice *slice,
          guint                   figure,
          gboolean                tagged)
{
  guint n_lines = volets_typesetter_count_lines (typesetter, &CAPTION_STYLE,
                                                 self->captions[figure],
                                                 get_caption_width (self));
  double middle = slice->y + (figure - 0.5) * get_row_height (self);
  double left = x + get_main_width (self) + GAP;
  cairo_rectangle_t caption = {
    .x = left,
    .y = middle - n_lines * volets_typesetter_get_pitch (&CAPTION_STYLE) / 2,
    .width = get_caption_width (self),
  };
  cairo_rectangle_t value = {
    .x = left,
    .y = middle - volets_typesetter_get_pitch (&self->value_style) / 2,
    .width = get_rows_width (self),
  };

  volets_sheet_block_begin_tag (cr, "LI", tagged);
  draw_text (typesetter, cr, &CAPTION_STYLE, self->captions[figure], VOLETS_ALIGN_START, &caption,
             "Lbl", tagged);
  draw_text (typesetter, cr, &self->value_style, self->values[figure], VOLETS_ALIGN_END, &value,
             "LBody", tagged);
  volets_sheet_block_end_tag (cr, "LI", tagged);
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

  draw_main (self, typesetter, cr, x, slice, tagged);
  for (guint i = 1; i < self->n_figures; i++)
    draw_row (self, typesetter, cr, x, slice, i, tagged);
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
 * @fallback: (transfer full): the same in rows, for where the texts are too long for this
 * @captions: (array zero-terminated=1): what each figure is
 * @values: (array zero-terminated=1): the figures, as many
 *
 * Returns: (transfer full): the first figure in large letters, the others beside it
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
