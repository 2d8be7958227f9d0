/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/typesetter.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "documents/pango-setter.h"
#include "documents/plain-setter.h"
#include "engine/french.h"

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

/* Set on what is drawn in greys. */
static const cairo_user_data_key_t GREYS;

/* Nothing before the first accent that is a character of its own is affected by composition (NFC),
 * and nothing from the dashes to the currencies: see DerivedNormalizationProps.txt of Unicode. */
#define FIRST_MARK 0x300
#define FIRST_DASH 0x2010
#define LAST_CURRENCY 0x20cf

struct _VoletsTypesetter {
  PangoFontMap      *font_map;
  PangoContext      *context;
  VoletsPlainSetter *plain;
  VoletsPangoSetter *pango;
};

/* Whether there may be a letter and its accent that are one character in another form, or a
 * character that stands for another. */
static gboolean
needs_composing (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= FIRST_MARK && (c < FIRST_DASH || c > LAST_CURRENCY))
        return TRUE;
    }

  return FALSE;
}

/* Where the letters of the first line of a text in @box stand, and what one line takes. */
static cairo_rectangle_t
get_lines (const VoletsTextStyle   *style,
           const cairo_rectangle_t *box)
{
  double pitch = volets_typesetter_get_pitch (style);

  return (cairo_rectangle_t) {
    .x = box->x,
    .y = box->y + pitch / 2 + style->size * HALF_CAPITAL,
    .width = box->width,
    .height = pitch,
  };
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

  self->plain = volets_plain_setter_new (self->context);
  self->pango = volets_pango_setter_new (self->context,
                                         volets_plain_setter_get_narrow_extra (self->plain));

  return self;
}

/**
 * volets_typesetter_free:
 * @self: (transfer full): a typesetter
 */
void
volets_typesetter_free (VoletsTypesetter *self)
{
  g_clear_pointer (&self->pango, volets_pango_setter_free);
  g_clear_pointer (&self->plain, volets_plain_setter_free);
  g_clear_object (&self->context);
  g_clear_object (&self->font_map);
  g_free (self);
}

/**
 * volets_typesetter_has_fonts:
 * @self: a typesetter
 *
 * Returns: whether there is a font to set anything in; without one, nothing is drawn
 */
gboolean
volets_typesetter_has_fonts (VoletsTypesetter *self)
{
  return volets_plain_setter_has_fonts (self->plain);
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
 * volets_typesetter_clean_verbatim:
 * @text: (nullable): what somebody wrote, to be copied as it stands
 *
 * Returns: (transfer full): @text as it can be printed: valid UTF-8 with one character for a
 *   letter and its accent, and letters for ligatures, and spaces for the control characters that
 *   would show as boxes; only line feeds stay
 */
char *
volets_typesetter_clean_verbatim (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed =
    needs_composing (valid) ? g_utf8_normalize (valid, -1, G_NORMALIZE_NFC) : NULL;
  char *readable = make_readable (composed != NULL ? composed : valid);

  for (char *p = readable; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p) && *p != '\n')
        *p = ' ';
    }

  return readable;
}

/**
 * volets_typesetter_clean:
 * @text: (nullable): what somebody wrote
 *
 * Returns: (transfer full): the same as volets_typesetter_clean_verbatim(), in French typography
 */
char *
volets_typesetter_clean (const char *text)
{
  g_autofree char *clean = volets_typesetter_clean_verbatim (text);

  return volets_french_typeset (clean);
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
  if (volets_plain_setter_covers (self->plain, style, text))
    return volets_plain_setter_measure (self->plain, style, text);
  return volets_pango_setter_measure (self->pango, style, text);
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
  if (volets_plain_setter_covers (self->plain, style, text))
    return volets_plain_setter_measure_word (self->plain, style, text);
  return volets_pango_setter_measure_word (self->pango, style, text);
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
  if (volets_plain_setter_covers (self->plain, style, text))
    return volets_plain_setter_count_lines (self->plain, style, text, width);
  return volets_pango_setter_count_lines (self->pango, style, text, width);
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
  cairo_rectangle_t lines = get_lines (style, box);

  volets_typesetter_use_colour (cr, style->colour);
  if (volets_plain_setter_covers (self->plain, style, text))
    volets_plain_setter_draw (self->plain, cr, style, text, align, &lines, first_line, n_lines);
  else
    volets_pango_setter_draw (self->pango, cr, style, text, align, &lines, first_line, n_lines);
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
  cairo_rectangle_t line = get_lines (style, box);

  if (volets_typesetter_measure (self, style, text) <= box->width)
    {
      volets_typesetter_draw (self, cr, style, text, align, box, 0, 1);
      return;
    }

  volets_typesetter_use_colour (cr, style->colour);
  volets_pango_setter_draw_short (self->pango, cr, style, text, align, &line);
}
