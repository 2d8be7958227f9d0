/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/french.h"

#include <string.h>

#define N_RANDOM 20000

#define N VOLETS_NBSP
#define F VOLETS_NNBSP

typedef struct {
  const char *text;
  const char *expected;
} Case;

static void
assert_cases (char       *(*make) (const char *text),
              const Case  *cases,
              gsize        n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *made = make (cases[i].text);

      g_assert_cmpstr (made, ==, cases[i].expected);
    }
}

static void
test_spaces_of_every_kind (void)
{
  static const gunichar SPACES[] = {
    ' ', '\t', '\n', '\r', 0x00a0, 0x1680, 0x2002, 0x2003, 0x2007, 0x2009, 0x200a, 0x200b, 0x200e,
    0x2028, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff,
  };
  static const gunichar OTHERS[] = { 'a', '0', '-', '.', 0x00e9, 0x2019, 0x20ac, 0x1f600 };

  for (gsize i = 0; i < G_N_ELEMENTS (SPACES); i++)
    g_assert_true (volets_french_is_space (SPACES[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    g_assert_false (volets_french_is_space (OTHERS[i]));
}

static void
test_digits_are_grouped_by_three (void)
{
  static const struct {
    guint64     number;
    const char *expected;
  } CASES[] = {
    { 0, "0" },
    { 9, "9" },
    { 12, "12" },
    { 999, "999" },
    { 1000, "1" F "000" },
    { 12345, "12" F "345" },
    { 999999, "999" F "999" },
    { 1000000, "1" F "000" F "000" },
    { G_MAXUINT64, "18" F "446" F "744" F "073" F "709" F "551" F "615" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *grouped = volets_french_group_digits (CASES[i].number);

      g_assert_cmpstr (grouped, ==, CASES[i].expected);
    }
}

static void
test_none_and_one_are_singular (void)
{
  static const struct {
    gint64      count;
    const char *expected;
  } CASES[] = {
    { 0, "0" N "élève" },
    { 1, "1" N "élève" },
    { 2, "2" N "élèves" },
    { 21, "21" N "élèves" },
    { 1425, "1" F "425" N "élèves" },
    { G_MAXINT64, "9" F "223" F "372" F "036" F "854" F "775" F "807" N "élèves" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *counted = volets_french_count (CASES[i].count, "élève", "élèves");

      g_assert_cmpstr (counted, ==, CASES[i].expected);
    }
}

static void
test_only_days_of_the_calendar_are_dates (void)
{
  static const char *const GOOD[] = {
    "2021-03-31", "2021-01-01", "2020-02-29", "2000-02-29", "1900-02-28", "2021-12-31",
    "0001-01-01", "9999-12-31",
  };
  static const char *const BAD[] = {
    "", "2021", "2021-03", "2021-3-31", "2021-03-1", "2021-02-29", "1900-02-29", "2021-04-31",
    "2021-00-10", "2021-13-01", "2021-01-00", "2021-01-32", "0000-01-01", "31/03/2021",
    "2021/03/31", "20210331", "2021-03-31 ", " 2021-03-31", "2021-03-31T00:00", "+021-03-31",
    "2021- 3-31", "2021-03--1", "aaaa-bb-cc", "2021-0é-01", "99999-01-01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (GOOD); i++)
    g_assert_true (volets_french_date_is_valid (GOOD[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++)
    g_assert_false (volets_french_date_is_valid (BAD[i]));
  g_assert_false (volets_french_date_is_valid (NULL));
}

static void
test_dates_are_written_out (void)
{
  static const Case CASES[] = {
    { "2021-01-14", "14" N "janvier" N "2021" },
    { "2020-02-29", "29" N "février" N "2020" },
    { "2021-03-31", "31" N "mars" N "2021" },
    { "2021-04-01", "1er" N "avril" N "2021" },
    { "2021-05-02", "2" N "mai" N "2021" },
    { "2021-06-11", "11" N "juin" N "2021" },
    { "2021-07-21", "21" N "juillet" N "2021" },
    { "2021-08-01", "1er" N "août" N "2021" },
    { "2021-09-09", "9" N "septembre" N "2021" },
    { "2021-10-13", "13" N "octobre" N "2021" },
    { "2021-11-30", "30" N "novembre" N "2021" },
    { "2021-12-31", "31" N "décembre" N "2021" },
  };

  assert_cases (volets_french_date, CASES, G_N_ELEMENTS (CASES));
}

static void
test_lists_end_with_et (void)
{
  static const struct {
    const char *items[5];
    const char *expected;
  } CASES[] = {
    { { NULL }, "" },
    { { "un", NULL }, "un" },
    { { "un", "deux", NULL }, "un et deux" },
    { { "un", "deux", "trois", NULL }, "un, deux et trois" },
    { { "un", "deux", "trois", "quatre", NULL }, "un, deux, trois et quatre" },
    { { "", "", NULL }, " et " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *joined = volets_french_join (CASES[i].items);

      g_assert_cmpstr (joined, ==, CASES[i].expected);
    }
}

static void
test_spellings_of_one_name_fold_alike (void)
{
  static const Case CASES[] = {
    { "", "" },
    { "   ", "" },
    { "-'’", "" },
    { "Baulon", "baulon" },
    { "La Couyère", "la couyere" },
    { "LA COUYERE", "la couyere" },
    { "la-couye\314\200re", "la couyere" },
    { "  L’Haÿ-les-Roses ", "l hay les roses" },
    { "L'HAŸ LES ROSES", "l hay les roses" },
    { "Saint-Étienne (Loire)", "saint etienne loire" },
    { "École n°" F "2", "ecole n 2" },
    { "Ça, ÎLE à part", "ca ile a part" },
    { "Sacré-Cœur", "sacre coeur" },
    { "SACRE COEUR", "sacre coeur" },
    { "ŒUVRE", "oeuvre" },
    { "Lætitia", "laetitia" },
    { "ﬁn", "fin" },
    { "１２", "12" },
    { "abc\360", "abc" },
    { "\351cole", "cole" },
  };

  assert_cases (volets_french_fold, CASES, G_N_ELEMENTS (CASES));
}

/* By the definition, a whole text at a time. */
static char *
fold_by_definition (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (decomposed, -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) spaced = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (!g_unichar_ismark (c))
        g_string_append_c (plain, ' ');
    }
  g_string_replace (plain, "œ", "oe", 0);
  g_string_replace (plain, "æ", "ae", 0);

  words = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_string_append_printf (spaced, "%s%s", spaced->len > 0 ? " " : "", words[i]);
    }

  return g_string_free (g_steal_pointer (&spaced), FALSE);
}

/* A character of any script, most often of those that French is written with. */
static gunichar
pick_character (void)
{
  static const gunichar ENDS[] = { 0x80, 0x180, 0x400, 0x2100, 0x3200, 0xfb10, 0x1f600 };
  gunichar c;

  do
    c = (gunichar) g_test_rand_int_range (1, (gint) ENDS[g_test_rand_int_range (
      0, G_N_ELEMENTS (ENDS))]);
  while (!g_unichar_validate (c));

  return c;
}

static void
test_folding_by_character_folds_the_text (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *expected = NULL;
      g_autofree char *folded = NULL;

      for (gint j = g_test_rand_int_range (0, 12); j > 0; j--)
        g_string_append_unichar (text, pick_character ());

      expected = fold_by_definition (text->str);
      folded = volets_french_fold (text->str);
      g_assert_cmpstr (folded, ==, expected);
    }
}

static void
test_sources_are_typeset (void)
{
  static const Case CASES[] = {
    { "", "" },
    { "rien", "rien" },
    { "« guillemets »", "«" F "guillemets" F "»" },
    { "Objet : plan", "Objet" N ": plan" },
    { "un ; deux ! trois ?", "un" F "; deux" F "! trois" F "?" },
    { "70 % de 3 500 €", "70" N "% de 3 500" N "€" },
    { "l'école", "l’école" },
    { "« l'école » : oui", "«" F "l’école" F "»" N ": oui" },
    { "http://exemple.fr", "http://exemple.fr" },
    { "déjà" N ": fait", "déjà" N ": fait" },
    { "« »", "«" F "»" },
    { " :", N ":" },
    { "fin :", "fin" N ":" },
  };

  assert_cases (volets_french_typeset, CASES, G_N_ELEMENTS (CASES));
}

static void
test_typesetting_twice_changes_nothing (void)
{
  const char *text = "« L'appel » : 70 % jusqu'à 200 000 € ; et au-delà ? 50 % !";
  g_autofree char *once = volets_french_typeset (text);
  g_autofree char *twice = volets_french_typeset (once);

  g_assert_cmpstr (once, ==, twice);
}

static void
test_any_bytes_get_an_answer (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      char text[24] = { 0 };
      g_autofree char *folded = NULL;
      g_autofree char *set = NULL;

      for (gint j = g_test_rand_int_range (0, (gint) sizeof text); j > 0; j--)
        text[j - 1] = (char) g_test_rand_int_range (1, 256);

      folded = volets_french_fold (text);
      set = volets_french_typeset (text);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpuint (strlen (set), >=, strlen (text));
      volets_french_date_is_valid (text);
    }
}

static void
test_de_and_a_meet_their_article (void)
{
  static const struct {
    const char *noun;
    const char *of;
    const char *to;
  } CASES[] = {
    { "le conseil municipal", "du conseil municipal", "au conseil municipal" },
    { "les communes", "des communes", "aux communes" },
    { "la commune", "de la commune", "à la commune" },
    { "l’école", "de l’école", "à l’école" },
    { "Étampes", "d’Étampes", "à Étampes" },
    { "Œuilly", "d’Œuilly", "à Œuilly" },
    { "Yvetot", "d’Yvetot", "à Yvetot" },
    { "Youx", "de Youx", "à Youx" },
    { "Houdan", "de Houdan", "à Houdan" },
    { "Le Mans", "du Mans", "au Mans" },
    { "Les Granges", "des Granges", "aux Granges" },
    { "La Rochelle", "de La Rochelle", "à La Rochelle" },
    { "Lessay", "de Lessay", "à Lessay" },
    { "", "de ", "à " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *of = volets_french_of (CASES[i].noun);
      g_autofree char *to = volets_french_to (CASES[i].noun);

      g_assert_cmpstr (of, ==, CASES[i].of);
      g_assert_cmpstr (to, ==, CASES[i].to);
    }
}

static void
test_people_have_no_article (void)
{
  g_autofree char *vowel = volets_french_of_person ("Émile Durand");
  g_autofree char *article = volets_french_of_person ("Le Bihan");

  g_assert_cmpstr (vowel, ==, "d’Émile Durand");
  g_assert_cmpstr (article, ==, "de Le Bihan");
}

static void
test_articles_lose_their_vowel (void)
{
  g_autofree char *commune = volets_french_the ("commune", TRUE);
  g_autofree char *syndicat = volets_french_the ("syndicat", FALSE);
  g_autofree char *school = volets_french_the ("école", TRUE);

  g_assert_cmpstr (commune, ==, "la commune");
  g_assert_cmpstr (syndicat, ==, "le syndicat");
  g_assert_cmpstr (school, ==, "l’école");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/french/spaces-of-every-kind", test_spaces_of_every_kind);
  g_test_add_func ("/french/digits-are-grouped-by-three", test_digits_are_grouped_by_three);
  g_test_add_func ("/french/none-and-one-are-singular", test_none_and_one_are_singular);
  g_test_add_func ("/french/only-days-of-the-calendar-are-dates",
                   test_only_days_of_the_calendar_are_dates);
  g_test_add_func ("/french/dates-are-written-out", test_dates_are_written_out);
  g_test_add_func ("/french/lists-end-with-et", test_lists_end_with_et);
  g_test_add_func ("/french/de-and-a-meet-their-article", test_de_and_a_meet_their_article);
  g_test_add_func ("/french/people-have-no-article", test_people_have_no_article);
  g_test_add_func ("/french/articles-lose-their-vowel", test_articles_lose_their_vowel);
  g_test_add_func ("/french/spellings-of-one-name-fold-alike",
                   test_spellings_of_one_name_fold_alike);
  g_test_add_func ("/french/folding-by-character-folds-the-text",
                   test_folding_by_character_folds_the_text);
  g_test_add_func ("/french/sources-are-typeset", test_sources_are_typeset);
  g_test_add_func ("/french/typesetting-twice-changes-nothing",
                   test_typesetting_twice_changes_nothing);
  g_test_add_func ("/french/any-bytes-get-an-answer", test_any_bytes_get_an_answer);

  return g_test_run ();
}
