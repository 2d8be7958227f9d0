/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/typesetter.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "engine/french.h"

/* Liberation Sans comes first for its even figures; the others are what a PC may have instead. */
#define FAMILIES "Liberation Sans, Noto Sans, DejaVu Sans, sans"

#define NARROW_SPACE 0x202f
#define REPLACEMENT_CHARACTER 0xfffd

/* Two or three letters in one character, as what is pasted from a PDF has them. */
#define FIRST_LIGATURE 0xfb00
#define LAST_LIGATURE 0xfb06
#define MOST_LETTERS 3

/* From one baseline to the next, in sizes of the letters: large letters need less air. */
#define PITCH 1.32
#define PITCH_LARGE 1.2
#define LARGE_SIZE 14.0

/* Half the height of a capital, in sizes of the letters: lines are centred on their capitals, and
 * so do not move where a fallback font is taller than the others. */
#define HALF_CAPITAL 0.36

/* A font without the narrow no-break space gets half a space for it, too little between the
 * thousands at the size of a table; this much is added, in sizes of the letters. */
#define NARROW_SPACE_EXTRA 0.06

/* Set on what is drawn in greys. */
static const cairo_user_data_key_t GREYS;

struct _VoletsTypesetter {
  PangoFontMap     *font_map;
  PangoContext     *context;
  PangoLayout      *layout;
  PangoAttrList    *attributes;
  PangoGlyphString *glyphs;
  VoletsTextStyle   style;
  gboolean          has_narrow_space;
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

static gboolean
look_for_narrow_space (PangoContext *context)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (FAMILIES);
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);

  return font != NULL && pango_font_has_char (font, NARROW_SPACE);
}

static void
use_style (VoletsTypesetter      *self,
           const VoletsTextStyle *style)
{
  g_autoptr (PangoFontDescription) description = NULL;

  if (self->style.size == style->size && self->style.bold == style->bold)
    return;

  description = pango_font_description_new ();
  pango_font_description_set_family_static (description, FAMILIES);
  pango_font_description_set_absolute_size (description, style->size * PANGO_SCALE);
  pango_font_description_set_weight (description,
                                     style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, description);
  self->style = *style;
}

static void
use_text (VoletsTypesetter *self,
          const char       *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  const char *space = self->has_narrow_space ? NULL : strstr (text, VOLETS_NNBSP);

  if (space != NULL)
    attributes = pango_attr_list_copy (self->attributes);
  for (; space != NULL; space = strstr (space + 1, VOLETS_NNBSP))
    {
      double extra = NARROW_SPACE_EXTRA * self->style.size * PANGO_SCALE;
      gsize start = (gsize) (space - text);

      pango_attr_list_insert (attributes, cover (pango_attr_letter_spacing_new ((int) extra),
                                                 start, start + strlen (VOLETS_NNBSP)));
    }

  pango_layout_set_attributes (self->layout, attributes != NULL ? attributes : self->attributes);
  pango_layout_set_text (self->layout, text, -1);
}

/* @width in points, below zero for lines without end */
static void
load (VoletsTypesetter      *self,
      const VoletsTextStyle *style,
      const char            *text,
      double                 width)
{
  use_style (self, style);
  use_text (self, text);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
}

static double
get_layout_width (VoletsTypesetter *self)
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
draw_runs (VoletsTypesetter *self,
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
draw_line (VoletsTypesetter        *self,
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
 * volets_typesetter_new:
 *
 * Returns: (transfer full): a typesetter
 */
VoletsTypesetter *
volets_typesetter_new (void)
{
  VoletsTypesetter *self = g_new0 (VoletsTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A font map of its own, because the default one belongs to whoever draws the windows, and
   * nothing hinted: a line that fits here has to fit on every surface. */
  self->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 72);
  self->context = pango_font_map_create_context (self->font_map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("fr"));
  cairo_font_options_destroy (options);

  /* Figures of one width, so that amounts stand under one another; no ligatures, see draw_runs();
   * and no hyphen where a word is broken, because it could be taken for one of an identifier. */
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes,
                          pango_attr_font_features_new ("tnum=1, liga=0, clig=0"));
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));

  self->layout = pango_layout_new (self->context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->glyphs = pango_glyph_string_new ();
  self->has_narrow_space = look_for_narrow_space (self->context);

  return self;
}

/**
 * volets_typesetter_free:
 * @self: (transfer full): a typesetter
 */
void
volets_typesetter_free (VoletsTypesetter *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_pointer (&self->glyphs, pango_glyph_string_free);
  g_clear_object (&self->context);
  g_clear_object (&self->font_map);
  g_free (self);
}

/* A file that is kept has to say which characters it shows: those of no meaning are replaced, and
 * ligatures are taken apart, because some fonts have them under a character of no meaning too. */
static char *
make_readable (const char *text)
{
  GString *readable = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letters[MOST_LETTERS] = { g_utf8_get_char (p) };
      gsize n_letters = 1;

      if (letters[0] >= FIRST_LIGATURE && letters[0] <= LAST_LIGATURE)
        n_letters = g_unichar_fully_decompose (letters[0], TRUE, letters, MOST_LETTERS);
      else if (g_unichar_type (letters[0]) == G_UNICODE_PRIVATE_USE
               || (letters[0] & 0xfffe) == 0xfffe)
        letters[0] = REPLACEMENT_CHARACTER;
      for (gsize i = 0; i < n_letters; i++)
        g_string_append_unichar (readable, letters[i]);
    }

  return g_string_free (readable, FALSE);
}

/**
 * volets_typesetter_clean:
 * @text: (nullable): what somebody wrote
 *
 * Returns: (transfer full): @text as it can be printed: valid UTF-8 with one character for a
 *   letter and its accent, and letters for ligatures, French typography, and spaces for the
 *   control characters that would show as boxes; only line feeds stay
 */
char *
volets_typesetter_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autofree char *readable = make_readable (composed);
  char *set = volets_french_typeset (readable);

  for (char *p = set; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p) && *p != '\n')
        *p = ' ';
    }

  return set;
}

/**
 * volets_typesetter_use_colour:
 * @cr: where to draw
 * @colour: 0xRRGGBB
 */
void
volets_typesetter_use_colour (cairo_t *cr,
                              guint32  colour)
{
  double red = (colour >> 16 & 0xff) / 255.0;
  double green = (colour >> 8 & 0xff) / 255.0;
  double blue = (colour & 0xff) / 255.0;

  if (cairo_get_user_data (cr, &GREYS) != NULL)
    red = green = blue = 0.299 * red + 0.587 * green + 0.114 * blue;
  cairo_set_source_rgb (cr, red, green, blue);
}

/**
 * volets_typesetter_use_greys:
 * @cr: where to draw
 *
 * Has all colours that are used from now on be the greys that a black and white copy has for them.
 */
void
volets_typesetter_use_greys (cairo_t *cr)
{
  cairo_set_user_data (cr, &GREYS, (void *) &GREYS, NULL);
}

/**
 * volets_typesetter_get_pitch:
 * @style: how the text looks
 *
 * Returns: what one line takes, in points
 */
double
volets_typesetter_get_pitch (const VoletsTextStyle *style)
{
  return style->size * (style->size < LARGE_SIZE ? PITCH : PITCH_LARGE);
}

/**
 * volets_typesetter_measure:
 * @self: a typesetter
 * @style: how the text looks
 * @text: a clean text
 *
 * Returns: the width of @text where it is not wrapped, in points; it grows as the size does
 */
double
volets_typesetter_measure (VoletsTypesetter      *self,
                           const VoletsTextStyle *style,
                           const char            *text)
{
  load (self, style, text, -1);
  return get_layout_width (self);
}

/**
 * volets_typesetter_measure_word:
 * @self: a typesetter
 * @style: how the text looks
 * @text: a clean text
 *
 * Returns: the width of the widest part of @text that does not wrap, in points
 */
double
volets_typesetter_measure_word (VoletsTypesetter      *self,
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

/**
 * volets_typesetter_count_lines:
 * @self: a typesetter
 * @style: how the text looks
 * @text: a clean text
 * @width: of the lines, in points
 *
 * Returns: how many lines @text takes, at least one
 */
guint
volets_typesetter_count_lines (VoletsTypesetter      *self,
                               const VoletsTextStyle *style,
                               const char            *text,
                               double                 width)
{
  load (self, style, text, width);
  return (guint) pango_layout_get_line_count (self->layout);
}

/**
 * volets_typesetter_draw:
 * @self: a typesetter
 * @cr: where to draw
 * @style: how the text looks
 * @text: a clean text
 * @align: on which side of @box the lines are
 * @box: where the lines are, in points; its height is that of the lines
 * @first_line: the first line to draw
 * @n_lines: how many lines to draw, fewer where there are fewer
 */
void
volets_typesetter_draw (VoletsTypesetter        *self,
                        cairo_t                 *cr,
                        const VoletsTextStyle   *style,
                        const char              *text,
                        VoletsAlign              align,
                        const cairo_rectangle_t *box,
                        guint                    first_line,
                        guint                    n_lines)
{
  double pitch = volets_typesetter_get_pitch (style);
  guint i = 0;

  load (self, style, text, box->width);
  volets_typesetter_use_colour (cr, style->colour);
  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next, i++)
    {
      if (i >= first_line && i - first_line < n_lines)
        draw_line (self, cr, l->data, align, box,
                   box->y + (i - first_line + 0.5) * pitch + style->size * HALF_CAPITAL);
    }
}

/**
 * volets_typesetter_draw_short:
 * @self: a typesetter
 * @cr: where to draw
 * @style: how the text looks
 * @text: a clean text that may be shortened, because it only helps to find one's way
 * @align: on which side of @box the line is
 * @box: where the line is, in points
 */
void
volets_typesetter_draw_short (VoletsTypesetter        *self,
                              cairo_t                 *cr,
                              const VoletsTextStyle   *style,
                              const char              *text,
                              VoletsAlign              align,
                              const cairo_rectangle_t *box)
{
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  volets_typesetter_draw (self, cr, style, text, align, box, 0, 1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
}
