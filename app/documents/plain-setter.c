/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/plain-setter.h"

#include <pango/pangocairo.h>

#include "documents/text-lines.h"

/* Fonts are measured at this size, in points: fine enough for any other. */
#define MEASURED_SIZE 1000.0

typedef struct {
  double               size;
  gboolean             bold;
  cairo_scaled_font_t *font;
} Font;

struct _VoletsPlainSetter {
  VoletsFontMetrics    *metrics[2];   /* of the letters that are not bold, and of those that are */
  cairo_font_face_t    *faces[2];
  cairo_font_options_t *options;
  VoletsLineBreaks     *breaks;
  GArray               *fonts;        /* of Font, those used so far */
  GArray               *glyphs;
};

static void
clear_font (gpointer data)
{
  Font *font = data;

  cairo_scaled_font_destroy (font->font);
}

static VoletsFontMetrics *
get_metrics (VoletsPlainSetter     *self,
             const VoletsTextStyle *style)
{
  return self->metrics[style->bold != FALSE];
}

static cairo_scaled_font_t *
get_font (VoletsPlainSetter     *self,
          const VoletsTextStyle *style)
{
  Font new_font = { .size = style->size, .bold = style->bold };
  cairo_matrix_t size, identity;

  for (guint i = 0; i < self->fonts->len; i++)
    {
      Font *font = &g_array_index (self->fonts, Font, i);

      if (font->size == style->size && font->bold == style->bold)
        return font->font;
    }

  cairo_matrix_init_scale (&size, style->size, style->size);
  cairo_matrix_init_identity (&identity);
  new_font.font = cairo_scaled_font_create (self->faces[style->bold != FALSE], &size, &identity,
                                            self->options);
  g_array_append_val (self->fonts, new_font);
  return new_font.font;
}

/* Fontconfig is asked once for each of the two, and not for each size. */
static void
load_font (VoletsPlainSetter *self,
           PangoContext      *context,
           gboolean           bold)
{
  const VoletsTextStyle style = { .size = MEASURED_SIZE, .bold = bold };
  g_autoptr (PangoFontDescription) description = volets_text_style_describe_font (&style);
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);
  cairo_scaled_font_t *scaled_font;

  if (font == NULL)
    return;

  scaled_font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  self->faces[bold] = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled_font));
  self->metrics[bold] = volets_font_metrics_new (font);
}

/* A line that is wrapped gets the space it ends at, beside its box, or the words around the break
 * would be read as one. */
static void
draw_line (VoletsPlainSetter    *self,
           cairo_t              *cr,
           VoletsFontMetrics    *metrics,
           const char           *text,
           const VoletsTextLine *line,
           double                size,
           double                x,
           double                y)
{
  const char *start = text + line->start;
  const char *end = start + line->length;
  cairo_glyph_t *glyphs;

  if (g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  g_array_set_size (self->glyphs, 0);
  volets_font_metrics_place (metrics, start, (gsize) (end - start), size, self->glyphs);
  glyphs = (cairo_glyph_t *) (gpointer) self->glyphs->data;
  for (guint i = 0; i < self->glyphs->len; i++)
    {
      glyphs[i].x += x;
      glyphs[i].y += y;
    }
  cairo_show_glyphs (cr, glyphs, (int) self->glyphs->len);
}

/**
 * volets_plain_setter_new:
 * @context: of whom the fonts are
 *
 * Returns: (transfer full): a setter
 */
VoletsPlainSetter *
volets_plain_setter_new (PangoContext *context)
{
  VoletsPlainSetter *self = g_new0 (VoletsPlainSetter, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->metrics); i++)
    load_font (self, context, i == 1);
  self->options = cairo_font_options_copy (pango_cairo_context_get_font_options (context));
  self->breaks = volets_line_breaks_new ();
  self->fonts = g_array_new (FALSE, FALSE, sizeof (Font));
  g_array_set_clear_func (self->fonts, clear_font);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));

  return self;
}

/**
 * volets_plain_setter_free:
 * @self: (transfer full): a setter
 */
void
volets_plain_setter_free (VoletsPlainSetter *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->metrics); i++)
    {
      g_clear_pointer (&self->metrics[i], volets_font_metrics_free);
      g_clear_pointer (&self->faces[i], cairo_font_face_destroy);
    }
  g_clear_pointer (&self->options, cairo_font_options_destroy);
  g_clear_pointer (&self->breaks, volets_line_breaks_free);
  g_clear_pointer (&self->fonts, g_array_unref);
  g_clear_pointer (&self->glyphs, g_array_unref);
  g_free (self);
}

/**
 * volets_plain_setter_has_fonts:
 * @self: a setter
 *
 * Returns: whether there is a font to set anything in
 */
gboolean
volets_plain_setter_has_fonts (VoletsPlainSetter *self)
{
  return self->metrics[0] != NULL && self->metrics[1] != NULL;
}

/**
 * volets_plain_setter_get_narrow_extra:
 * @self: a setter
 *
 * Returns: what is added behind a narrow no-break space, in sizes of the letters
 */
double
volets_plain_setter_get_narrow_extra (VoletsPlainSetter *self)
{
  return self->metrics[0] != NULL ? volets_font_metrics_get_narrow_extra (self->metrics[0]) : 0;
}

/**
 * volets_plain_setter_covers:
 * @self: a setter
 * @style: how the text looks
 * @text: a clean text
 *
 * Returns: whether @text is plain enough for the functions below
 */
gboolean
volets_plain_setter_covers (VoletsPlainSetter     *self,
                            const VoletsTextStyle *style,
                            const char            *text)
{
  VoletsFontMetrics *metrics = get_metrics (self, style);

  return metrics != NULL && volets_font_metrics_covers (metrics, text);
}

double
volets_plain_setter_measure (VoletsPlainSetter     *self,
                             const VoletsTextStyle *style,
                             const char            *text)
{
  return volets_text_lines_measure (get_metrics (self, style), text) * style->size;
}

double
volets_plain_setter_measure_word (VoletsPlainSetter     *self,
                                  const VoletsTextStyle *style,
                                  const char            *text)
{
  return volets_text_lines_measure_word (get_metrics (self, style), self->breaks, text)
         * style->size;
}

guint
volets_plain_setter_count_lines (VoletsPlainSetter     *self,
                                 const VoletsTextStyle *style,
                                 const char            *text,
                                 double                 width)
{
  g_autoptr (GArray) lines = volets_text_lines_break (get_metrics (self, style), self->breaks,
                                                      text, width / style->size);

  return lines->len;
}

void
volets_plain_setter_draw (VoletsPlainSetter       *self,
                          cairo_t                 *cr,
                          const VoletsTextStyle   *style,
                          const char              *text,
                          VoletsAlign              align,
                          const cairo_rectangle_t *box,
                          guint                    first_line,
                          guint                    n_lines)
{
  VoletsFontMetrics *metrics = get_metrics (self, style);
  g_autoptr (GArray) lines = volets_text_lines_break (metrics, self->breaks, text,
                                                      box->width / style->size);
  guint end = MIN (lines->len, first_line + n_lines);

  cairo_set_scaled_font (cr, get_font (self, style));
  for (guint i = first_line; i < end; i++)
    {
      const VoletsTextLine *line = &g_array_index (lines, VoletsTextLine, i);
      double free = box->width - line->width * style->size;
      double x = align == VOLETS_ALIGN_START ? 0 : align == VOLETS_ALIGN_END ? free : free / 2;

      draw_line (self, cr, metrics, text, line, style->size, box->x + x,
                 box->y + (i - first_line) * box->height);
    }
}
