/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pango-setter.h"

#include <string.h>

#include "engine/french.h"

struct _VoletsPangoSetter {
  PangoLayout      *layout;
  PangoAttrList    *attributes;
  PangoGlyphString *glyphs;
  VoletsTextStyle   style;
  double            narrow_extra;
};

static PangoAttribute *
cover (PangoAttribute *attribute,
       gsize           start,
       gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  return attribute;
}

static void
use_style (VoletsPangoSetter     *self,
           const VoletsTextStyle *style)
{
  g_autoptr (PangoFontDescription) description = NULL;

  if (self->style.size == style->size && self->style.bold == style->bold)
    return;

  description = volets_text_style_describe_font (style);
  pango_layout_set_font_description (self->layout, description);
  self->style = *style;
}

static void
use_text (VoletsPangoSetter *self,
          const char       *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  const char *space = self->narrow_extra > 0 ? strstr (text, VOLETS_NNBSP) : NULL;

  if (space != NULL)
    attributes = pango_attr_list_copy (self->attributes);
  for (; space != NULL; space = strstr (space + 1, VOLETS_NNBSP))
    {
      double extra = self->narrow_extra * self->style.size * PANGO_SCALE;
      gsize start = (gsize) (space - text);

      pango_attr_list_insert (attributes, cover (pango_attr_letter_spacing_new ((int) extra),
                                                 start, start + strlen (VOLETS_NNBSP)));
    }

  pango_layout_set_attributes (self->layout, attributes != NULL ? attributes : self->attributes);
  pango_layout_set_text (self->layout, text, -1);
}

/* @width in points, below zero for lines without end */
static void
load (VoletsPangoSetter     *self,
      const VoletsTextStyle *style,
      const char            *text,
      double                 width)
{
  use_style (self, style);
  use_text (self, text);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
}

static double
get_layout_width (VoletsPangoSetter *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* One glyph for each character, as in nearly all French text; or the dots that stand for what has
 * no room, all of which Cairo would hide in the file behind them. */
static gboolean
is_plain (const PangoGlyphItem *run)
{
  if (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
    return TRUE;
  return run->item->num_chars == run->glyphs->num_glyphs && run->item->analysis.level % 2 == 0;
}

static void
join (PangoGlyphString       *glyphs,
      const PangoGlyphString *more)
{
  int n_glyphs = glyphs->num_glyphs;

  pango_glyph_string_set_size (glyphs, n_glyphs + more->num_glyphs);
  memcpy (glyphs->glyphs + n_glyphs, more->glyphs,
          (gsize) more->num_glyphs * sizeof *more->glyphs);
}

/* Pango drops the space at which it wraps; without it two words would be read as one. */
static void
join_wrapped_space (PangoGlyphString *glyphs,
                    const char       *text,
                    PangoLayoutLine  *line,
                    PangoAnalysis    *analysis)
{
  const char *end = text + line->start_index + line->length;
  PangoGlyphString *space;

  if (*end == '\0' || (*end != '\n' && end[-1] != ' '))
    return;

  space = pango_glyph_string_new ();
  pango_shape (" ", 1, analysis, space);
  join (glyphs, space);
  pango_glyph_string_free (space);
}

/* Pango would hand the text to Cairo along with the glyphs. Cairo then marks every character whose
 * glyph stands for another one too, such as a no-break space, as a Span of its own, and Poppler
 * takes the end of such a Span for the end of the paragraph or cell around it: all readers built
 * on it would have half the text. From the glyphs alone Cairo finds the characters in the font,
 * and every space is a space. But it leaves out spaces that it is given alone, so that all runs
 * of one font go to it together. */
static void
draw_runs (VoletsPangoSetter *self,
           cairo_t          *cr,
           PangoLayoutLine  *line,
           double            x,
           double            y)
{
  const char *text = pango_layout_get_text (self->layout);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoGlyphItem *next = l->next != NULL ? l->next->data : NULL;
      PangoFont *font = run->item->analysis.font;

      join (self->glyphs, run->glyphs);
      if (next != NULL && is_plain (run) && is_plain (next) && next->item->analysis.font == font)
        continue;

      if (next == NULL && is_plain (run))
        join_wrapped_space (self->glyphs, text, line, &run->item->analysis);
      cairo_move_to (cr, x, y);
      if (is_plain (run))
        pango_cairo_show_glyph_string (cr, font, self->glyphs);
      else
        pango_cairo_show_glyph_item (cr, text, run);
      x += (double) pango_glyph_string_get_width (self->glyphs) / PANGO_SCALE;
      pango_glyph_string_set_size (self->glyphs, 0);
    }
}

static void
draw_line (VoletsPangoSetter       *self,
           cairo_t                 *cr,
           PangoLayoutLine         *line,
           VoletsAlign              align,
           const cairo_rectangle_t *box,
           double                   baseline)
{
  PangoRectangle logical;
  double x = box->x;

  pango_layout_line_get_extents (line, NULL, &logical);
  if (align == VOLETS_ALIGN_END)
    x += box->width - (double) logical.width / PANGO_SCALE;
  else if (align == VOLETS_ALIGN_CENTER)
    x += (box->width - (double) logical.width / PANGO_SCALE) / 2;

  draw_runs (self, cr, line, x, baseline);
}

/**
 * volets_pango_setter_new:
 * @context: of whom the fonts are
 * @narrow_extra: what is added behind a narrow no-break space, in sizes of the letters
 *
 * Returns: (transfer full): a setter
 */
VoletsPangoSetter *
volets_pango_setter_new (PangoContext *context,
                         double        narrow_extra)
{
  VoletsPangoSetter *self = g_new0 (VoletsPangoSetter, 1);

  /* Figures of one width, so that amounts stand under one another; no ligatures, see draw_runs();
   * and no hyphen where a word is broken, because it could be taken for one of an identifier. */
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes,
                          pango_attr_font_features_new ("tnum=1, liga=0, clig=0"));
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));

  self->layout = pango_layout_new (context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->glyphs = pango_glyph_string_new ();
  self->narrow_extra = narrow_extra;

  return self;
}

/**
 * volets_pango_setter_free:
 * @self: (transfer full): a setter
 */
void
volets_pango_setter_free (VoletsPangoSetter *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_pointer (&self->glyphs, pango_glyph_string_free);
  g_free (self);
}

double
volets_pango_setter_measure (VoletsPangoSetter     *self,
                             const VoletsTextStyle *style,
                             const char            *text)
{
  load (self, style, text, -1);
  return get_layout_width (self);
}

double
volets_pango_setter_measure_word (VoletsPangoSetter     *self,
                                  const VoletsTextStyle *style,
                                  const char            *text)
{
  double width;

  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  load (self, style, text, 0);
  width = get_layout_width (self);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);

  return width;
}

guint
volets_pango_setter_count_lines (VoletsPangoSetter     *self,
                                 const VoletsTextStyle *style,
                                 const char            *text,
                                 double                 width)
{
  load (self, style, text, width);
  return (guint) pango_layout_get_line_count (self->layout);
}

void
volets_pango_setter_draw (VoletsPangoSetter       *self,
                          cairo_t                 *cr,
                          const VoletsTextStyle   *style,
                          const char              *text,
                          VoletsAlign              align,
                          const cairo_rectangle_t *box,
                          guint                    first_line,
                          guint                    n_lines)
{
  guint i = 0;

  load (self, style, text, box->width);
  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next, i++)
    {
      if (i >= first_line && i - first_line < n_lines)
        draw_line (self, cr, l->data, align, box,
                   box->y + (i - first_line) * box->height);
    }
}

void
volets_pango_setter_draw_short (VoletsPangoSetter       *self,
                                cairo_t                 *cr,
                                const VoletsTextStyle   *style,
                                const char              *text,
                                VoletsAlign              align,
                                const cairo_rectangle_t *box)
{
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  volets_pango_setter_draw (self, cr, style, text, align, box, 0, 1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
}
