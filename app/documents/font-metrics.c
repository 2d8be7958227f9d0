/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/font-metrics.h"

#include <hb.h>

#include "engine/french.h"

/* The characters it may know, in three ranges: the Latin letters of Western Europe, the dashes,
 * quotation marks and spaces, and two signs. Code 0 is the end of a text. */
#define END 0
#define FIRST_LETTER 0x20
#define LAST_LETTER 0x17f
#define FIRST_SIGN 0x2010
#define LAST_SIGN 0x202f
#define N_LETTERS (LAST_LETTER - FIRST_LETTER + 1)
#define N_SIGNS (LAST_SIGN - FIRST_SIGN + 1)
#define EURO_CODE (1 + N_LETTERS + N_SIGNS)
#define MINUS_CODE (EURO_CODE + 1)
#define N_CODES (MINUS_CODE + 1)

#define DELETE 0x7f
#define LAST_CONTROL 0x9f
#define SOFT_HYPHEN 0xad
#define LINE_SEPARATOR 0x2028
#define LAST_DIRECTION 0x202e
#define NARROW_SPACE 0x202f
#define EURO 0x20ac
#define MINUS 0x2212

#define NOT_THERE G_MAXUINT32

/* A font without the narrow no-break space gets half a space for it, too little between the
 * thousands at the size of a table; this much is added, in sizes of the letters. */
#define NARROW_SPACE_EXTRA 0.06

struct _VoletsFontMetrics {
  PangoFont   *font;
  hb_font_t   *shaper;              /* of @font */
  hb_buffer_t *buffer;
  double       em;                  /* the size of the letters, in the units of @shaper */
  double       narrow_extra;
  guint32      glyphs[N_CODES];     /* 0 where the font was not asked yet */
  gint32      *steps;               /* for each two codes; 0 where the font was not asked yet */
};

/* As volets_typesetter_new() has them. */
static const hb_feature_t FEATURES[] = {
  { HB_TAG ('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  { HB_TAG ('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
};

/* A line feed is drawn as a space, see volets_plain_setter_draw (). */
static guint
get_code (gunichar c)
{
  if (c == '\n')
    c = ' ';
  if (c >= FIRST_LETTER && c <= LAST_LETTER)
    return (c >= DELETE && c <= LAST_CONTROL) || c == SOFT_HYPHEN ? END : 1 + c - FIRST_LETTER;
  if (c >= FIRST_SIGN && c <= LAST_SIGN)
    return c >= LINE_SEPARATOR && c <= LAST_DIRECTION ? END : 1 + N_LETTERS + c - FIRST_SIGN;
  if (c == EURO)
    return EURO_CODE;
  return c == MINUS ? MINUS_CODE : END;
}

static gunichar
get_character (guint code)
{
  if (code == EURO_CODE)
    return EURO;
  if (code == MINUS_CODE)
    return MINUS;
  return code > N_LETTERS ? code - 1 - N_LETTERS + FIRST_SIGN : code - 1 + FIRST_LETTER;
}

/* The code of the character at @text, which is moved behind it, or END at @end. */
static guint
read_code (const char **text,
           const char  *end)
{
  guint code;

  if (*text >= end)
    return END;

  code = get_code (g_utf8_get_char (*text));
  *text = g_utf8_next_char (*text);
  return code;
}

/* One character, or two that follow one another. */
static void
shape (VoletsFontMetrics *self,
       guint              code,
       guint              next)
{
  hb_buffer_clear_contents (self->buffer);
  hb_buffer_set_content_type (self->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (self->buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language (self->buffer, hb_language_from_string ("fr", -1));
  hb_buffer_add (self->buffer, get_character (code), 0);
  if (next != END)
    hb_buffer_add (self->buffer, get_character (next), 1);
  hb_shape (self->shaper, self->buffer, FEATURES, G_N_ELEMENTS (FEATURES));
}

static guint32
get_glyph (VoletsFontMetrics *self,
           guint              code)
{
  guint32 glyph = self->glyphs[code];

  if (glyph != 0)
    return glyph;

  shape (self, code, END);
  if (hb_buffer_get_length (self->buffer) == 1)
    glyph = hb_buffer_get_glyph_infos (self->buffer, NULL)[0].codepoint;
  self->glyphs[code] = glyph != 0 ? glyph : NOT_THERE;

  return self->glyphs[code];
}

/* From the left side of a character to that of the next, or to the end of the text. */
static gint32
get_step (VoletsFontMetrics *self,
          guint              code,
          guint              next)
{
  gint32 *step = &self->steps[code * N_CODES + next];
  const hb_glyph_position_t *positions;
  guint n_positions;

  if (*step != 0)
    return *step;

  shape (self, code, next);
  positions = hb_buffer_get_glyph_positions (self->buffer, &n_positions);
  *step = positions[0].x_advance;
  if (n_positions > 1)
    *step += positions[1].x_offset - positions[0].x_offset;
  if (get_character (code) == NARROW_SPACE)
    *step += (gint32) (self->narrow_extra * self->em);

  return *step;
}

/**
 * volets_font_metrics_new:
 * @font: a font, of any size; the larger the finer the measures
 *
 * Returns: (transfer full): its metrics
 */
VoletsFontMetrics *
volets_font_metrics_new (PangoFont *font)
{
  VoletsFontMetrics *self = g_new0 (VoletsFontMetrics, 1);
  int x_scale, y_scale;

  self->font = g_object_ref (font);
  self->shaper = pango_font_get_hb_font (font);
  self->buffer = hb_buffer_create ();
  self->steps = g_new0 (gint32, N_CODES * N_CODES);
  hb_font_get_scale (self->shaper, &x_scale, &y_scale);
  self->em = x_scale;
  if (!pango_font_has_char (font, NARROW_SPACE))
    self->narrow_extra = NARROW_SPACE_EXTRA;

  return self;
}

/**
 * volets_font_metrics_free:
 * @self: (transfer full): metrics
 */
void
volets_font_metrics_free (VoletsFontMetrics *self)
{
  g_clear_pointer (&self->buffer, hb_buffer_destroy);
  g_clear_pointer (&self->steps, g_free);
  g_clear_object (&self->font);
  g_free (self);
}

/**
 * volets_font_metrics_get_narrow_extra:
 * @self: metrics
 *
 * Returns: what is added behind a narrow no-break space, in sizes of the letters
 */
double
volets_font_metrics_get_narrow_extra (VoletsFontMetrics *self)
{
  return self->narrow_extra;
}

/**
 * volets_font_metrics_covers:
 * @self: metrics
 * @text: a clean text, of any number of lines
 *
 * Returns: whether the font has all of @text, and it is nothing but what is known here
 */
gboolean
volets_font_metrics_covers (VoletsFontMetrics *self,
                            const char        *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint code = get_code (g_utf8_get_char (p));

      if (code == END || get_glyph (self, code) == NOT_THERE)
        return FALSE;
    }

  return TRUE;
}

/**
 * volets_font_metrics_get_step:
 * @self: metrics that cover both characters
 * @character: a character
 * @next: the character after it, or 0 where there is none
 *
 * Returns: from the left side of @character to that of @next, in sizes of the letters
 */
double
volets_font_metrics_get_step (VoletsFontMetrics *self,
                              gunichar           character,
                              gunichar           next)
{
  return get_step (self, get_code (character), get_code (next)) / self->em;
}

/**
 * volets_font_metrics_measure:
 * @self: metrics that cover the text
 * @text: the start of a text without line feeds
 * @length: how much of it, in bytes
 *
 * Returns: its width, in sizes of the letters
 */
double
volets_font_metrics_measure (VoletsFontMetrics *self,
                             const char        *text,
                             gsize              length)
{
  const char *end = text + length;
  gint64 width = 0;

  for (guint code = read_code (&text, end), next; code != END; code = next)
    {
      next = read_code (&text, end);
      width += get_step (self, code, next);
    }

  return (double) width / self->em;
}

/**
 * volets_font_metrics_place:
 * @self: metrics that cover the text
 * @text: the start of a text without line feeds
 * @length: how much of it, in bytes
 * @size: of the letters, in points
 * @glyphs: (element-type cairo_glyph_t): where to add its glyphs, the first at x = 0, on y = 0
 */
void
volets_font_metrics_place (VoletsFontMetrics *self,
                           const char        *text,
                           gsize              length,
                           double             size,
                           GArray            *glyphs)
{
  const char *end = text + length;
  gint64 x = 0;

  for (guint code = read_code (&text, end), next; code != END; code = next)
    {
      cairo_glyph_t glyph = { get_glyph (self, code), (double) x / self->em * size, 0 };

      next = read_code (&text, end);
      x += get_step (self, code, next);
      g_array_append_val (glyphs, glyph);
    }
}
