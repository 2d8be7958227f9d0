/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fast way to set plain text against Pango, which it stands in for. */
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "documents/pango-setter.h"
#include "documents/plain-setter.h"
#include "engine/french.h"

#define N_TEXTS 2000
#define MOST_CHARACTERS 60

/* What the two may differ by, in points: Pango rounds each step to the 1024th of a point. */
#define STEP_TOLERANCE 0.002

/* How much nearer to the space at the end of its line a letter may be than to the margin, in sizes
 * of the letters: Pango takes that off the width of the line. */
#define SPACE_KERNING 0.1

static const VoletsTextStyle STYLES[] = { { 9, FALSE, 0 }, { 9, TRUE, 0 }, { 22, TRUE, 0 } };

/* Letters that are kerned, figures, signs, and every space of French typography. */
static const char *const PIECES[] = {
  "A", "V", "T", "o", "e", "y", "f", "i", "l", "é", "À", "ç", "œ", "Œ", "ï", "W", "r", "n", "s",
  "1", "11", "7", "0", "234,56\u00a0€", "1\u202f000", "\u202f%", "«\u202f", "\u202f»", "’", "'",
  ",", ".", "-", "–", "—", "…", "/", "(", ")", "\u202f;", "\u00a0:", "×", "−", "•", "n°", "\u202f?",
};

typedef struct {
  PangoFontMap      *font_map;
  PangoContext      *context;
  VoletsPlainSetter *plain;
  VoletsPangoSetter *pango;
} Setters;

static void
setters_init (Setters *setters)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  setters->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (setters->font_map), 72);
  setters->context = pango_font_map_create_context (setters->font_map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (setters->context, options);
  pango_context_set_round_glyph_positions (setters->context, FALSE);
  pango_context_set_language (setters->context, pango_language_from_string ("fr"));
  cairo_font_options_destroy (options);

  setters->plain = volets_plain_setter_new (setters->context);

  /* Without what is added behind narrow spaces, because Pango adds half of it on each side and
   * nothing at the ends of a line, and does not kern what stands beside it. */
  setters->pango = volets_pango_setter_new (setters->context, 0);
}

static void
setters_clear (Setters *setters)
{
  g_clear_pointer (&setters->plain, volets_plain_setter_free);
  g_clear_pointer (&setters->pango, volets_pango_setter_free);
  g_clear_object (&setters->context);
  g_clear_object (&setters->font_map);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setters, setters_clear)

static gboolean
ends_in_space (const GString *text)
{
  const char *end = text->str + text->len;

  return text->len > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end)));
}

/* Without two spaces side by side, of which Pango hangs only the last into the margin, and without
 * one at the end, which Pango counts as a part of the last word. */
static char *
make_text (void)
{
  GString *text = g_string_new (NULL);

  for (gint n = g_test_rand_int_range (0, MOST_CHARACTERS); n > 0; n--)
    {
      const char *piece = PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))];

      if (ends_in_space (text) && g_unichar_isspace (g_utf8_get_char (piece)))
        continue;
      g_string_append (text, piece);
      if (!ends_in_space (text) && g_test_rand_int_range (0, 6) == 0)
        g_string_append_c (text, ' ');
    }
  while (ends_in_space (text))
    g_string_truncate (text, (gsize) (g_utf8_prev_char (text->str + text->len) - text->str));

  return g_string_free (text, FALSE);
}

/* What the plain setter adds behind the narrow spaces of @text. */
static double
get_added (const Setters         *setters,
           const VoletsTextStyle *style,
           const char            *text)
{
  guint n_spaces = 0;

  for (const char *p = strstr (text, VOLETS_NNBSP); p != NULL; p = strstr (p + 1, VOLETS_NNBSP))
    n_spaces++;

  return n_spaces * volets_plain_setter_get_narrow_extra (setters->plain) * style->size;
}

static const VoletsTextStyle *
pick_style (void)
{
  return &STYLES[g_test_rand_int_range (0, G_N_ELEMENTS (STYLES))];
}

static void
test_measures_as_pango_does (void)
{
  g_auto (Setters) setters = { 0 };

  setters_init (&setters);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = make_text ();
      const VoletsTextStyle *style = pick_style ();
      double tolerance = STEP_TOLERANCE * (double) (1 + g_utf8_strlen (text, -1));
      double added, plain, pango;

      g_assert_true (volets_plain_setter_covers (setters.plain, style, text));
      added = get_added (&setters, style, text);
      plain = volets_plain_setter_measure (setters.plain, style, text) - added;
      pango = volets_pango_setter_measure (setters.pango, style, text);
      if (fabs (plain - pango) > tolerance)
        g_error ("« %s » is %f wide, for Pango %f", text, plain, pango);
      plain = volets_plain_setter_measure_word (setters.plain, style, text);
      pango = volets_pango_setter_measure_word (setters.pango, style, text);
      added += style->size * SPACE_KERNING;
      if (plain < pango - tolerance || plain > pango + added + tolerance)
        g_error ("the widest word of « %s » is %f wide, for Pango %f", text, plain, pango);
    }
}

static void
test_breaks_lines_as_pango_does (void)
{
  g_auto (Setters) setters = { 0 };

  setters_init (&setters);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = make_text ();
      const VoletsTextStyle *style = pick_style ();
      double width = style->size * g_test_rand_double_range (2, 30);
      double slack = style->size * SPACE_KERNING + get_added (&setters, style, text);
      guint plain = volets_plain_setter_count_lines (setters.plain, style, text, width);
      guint wider = volets_pango_setter_count_lines (setters.pango, style, text, width + slack);
      guint narrower = volets_pango_setter_count_lines (setters.pango, style, text,
                                                        width - slack);

      if (plain < MIN (wider, narrower) || plain > MAX (wider, narrower))
        g_error ("« %s » in %f has %u lines, for Pango %u to %u", text, width, plain, wider,
                 narrower);
    }
}

static void
test_lines_of_their_own (void)
{
  static const struct {
    const char *text;
    guint       n_lines;
  } CASES[] = {
    { "", 1 }, { "\n", 2 }, { "a\nb", 2 }, { "a\n", 2 }, { "\na", 2 }, { " ", 1 },
    { "a\n\nb", 3 },
  };
  g_auto (Setters) setters = { 0 };

  setters_init (&setters);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_assert_cmpuint (volets_plain_setter_count_lines (setters.plain, &STYLES[0],
                                                         CASES[i].text, 100), ==,
                        CASES[i].n_lines);
      g_assert_cmpuint (volets_pango_setter_count_lines (setters.pango, &STYLES[0],
                                                         CASES[i].text, 100), ==,
                        CASES[i].n_lines);
    }
}

/* A text that is broken behind a no-break space, for lack of room, does not begin the next line
 * with it. */
static void
test_no_break_spaces_hang_in_the_margin (void)
{
  static const char *const TEXTS[] = { "mmm mmm", "mmm\u00a0mmm", "mmm\u202fmmm" };
  g_auto (Setters) setters = { 0 };
  double width;

  setters_init (&setters);
  width = volets_plain_setter_measure (setters.plain, &STYLES[0], "mmm") + 0.5;
  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_assert_cmpuint (volets_plain_setter_count_lines (setters.plain, &STYLES[0], TEXTS[i],
                                                         width), ==, 2);
      g_assert_cmpuint (volets_pango_setter_count_lines (setters.pango, &STYLES[0], TEXTS[i],
                                                         width), ==, 2);
    }
}

static void
test_what_is_not_plain_is_for_pango (void)
{
  static const char *const TEXTS[] = {
    "مدرسة", "学校", "🏫", "e\u0301", "a\u00adb", "a\tb", "a\u200bb", "\u202eabc", "\u2028", "ﬁ",
    "\u0378",
  };
  g_auto (Setters) setters = { 0 };

  setters_init (&setters);
  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    g_assert_false (volets_plain_setter_covers (setters.plain, &STYLES[0], TEXTS[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plain-setter/measures-as-pango-does", test_measures_as_pango_does);
  g_test_add_func ("/plain-setter/breaks-lines-as-pango-does", test_breaks_lines_as_pango_does);
  g_test_add_func ("/plain-setter/lines-of-their-own", test_lines_of_their_own);
  g_test_add_func ("/plain-setter/no-break-spaces-hang-in-the-margin",
                   test_no_break_spaces_hang_in_the_margin);
  g_test_add_func ("/plain-setter/what-is-not-plain-is-for-pango",
                   test_what_is_not_plain_is_for_pango);

  return g_test_run ();
}
