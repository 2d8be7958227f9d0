/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/french.h"

#include <string.h>

/* Characters up to here are what French is written with: letters with accents, the apostrophe and
 * the spaces of printers.
 */
#define N_COMMON 0x2070

static const char *const MONTHS[] = {
  "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
  "octobre", "novembre", "décembre",
};

/**
 * volets_french_is_space:
 * @c: a character
 *
 * Returns: whether @c is a space of any kind, the no-break and the invisible ones included, which
 *   come along when an amount is pasted from a table or a web page
 */
gboolean
volets_french_is_space (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace ((char) c);

  return g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f || c == 0x2007
         || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

/**
 * volets_french_group_digits:
 * @number: a whole number
 *
 * Returns: (transfer full): « 1 234 567 », with narrow no-break spaces
 */
char *
volets_french_group_digits (guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize length = strlen (digits);
  GString *grouped = g_string_sized_new (length * 2);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (grouped, VOLETS_NNBSP);
      g_string_append_c (grouped, digits[i]);
    }

  return g_string_free (grouped, FALSE);
}

/**
 * volets_french_count:
 * @count: how many, zero or more
 * @singular: the word for none and for one, as French has it
 * @plural: the word from two on
 *
 * Returns: (transfer full): « 1 425 élèves »
 */
char *
volets_french_count (gint64      count,
                     const char *singular,
                     const char *plural)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (count >= 0, NULL);

  number = volets_french_group_digits ((guint64) count);
  return g_strconcat (number, VOLETS_NBSP, count < 2 ? singular : plural, NULL);
}

static gboolean
parse_iso_date (const char *iso_date,
                GDate      *date)
{
  guint year, month, day;

  if (iso_date == NULL || strlen (iso_date) != 10 || iso_date[4] != '-' || iso_date[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    {
      if (i != 4 && i != 7 && !g_ascii_isdigit (iso_date[i]))
        return FALSE;
    }

  year = (guint) g_ascii_strtoull (iso_date, NULL, 10);
  month = (guint) g_ascii_strtoull (iso_date + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (iso_date + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * volets_french_date_is_valid:
 * @iso_date: (nullable): a text
 *
 * Returns: whether @iso_date is a day of the calendar written as 2021-03-31
 */
gboolean
volets_french_date_is_valid (const char *iso_date)
{
  GDate date;

  return parse_iso_date (iso_date, &date);
}

/**
 * volets_french_date:
 * @iso_date: a valid date, 2021-03-31
 *
 * Returns: (transfer full): « 31 mars 2021 », « 1er » for the first of a month
 */
char *
volets_french_date (const char *iso_date)
{
  GDate date;

  g_return_val_if_fail (parse_iso_date (iso_date, &date), NULL);

  return g_strdup_printf ("%u%s" VOLETS_NBSP "%s" VOLETS_NBSP "%u", g_date_get_day (&date),
                          g_date_get_day (&date) == 1 ? "er" : "",
                          MONTHS[g_date_get_month (&date) - 1], g_date_get_year (&date));
}

/**
 * volets_french_join:
 * @items: (array zero-terminated=1): the members of a list
 *
 * Returns: (transfer full): « un, deux et trois »
 */
char *
volets_french_join (const char *const *items)
{
  guint n_items = g_strv_length ((GStrv) items);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    {
      if (i > 0)
        g_string_append (joined, i == n_items - 1 ? " et " : ", ");
      g_string_append (joined, items[i]);
    }

  return g_string_free (joined, FALSE);
}

/* Letters and digits as they are, and a space for anything else but marks. */
static char *
fold_character (gunichar character)
{
  char text[7] = { 0 };
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  GString *plain = g_string_new (NULL);

  g_unichar_to_utf8 (character, text);
  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_utf8_casefold (decomposed, -1);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Unicode does not decompose these, and many keyboards do not have them. */
      if (c == 0x0153)
        g_string_append (plain, "oe");
      else if (c == 0x00e6)
        g_string_append (plain, "ae");
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (!g_unichar_ismark (c))
        g_string_append_c (plain, ' ');
    }

  return g_string_free (plain, FALSE);
}

/* What French is written with is asked of Unicode once: a review folds ten thousand labels. */
static const char *
get_common_fold (gunichar character)
{
  static char *folds[N_COMMON];
  char *fold = g_atomic_pointer_get (&folds[character]);

  if (fold == NULL)
    {
      fold = fold_character (character);
      if (!g_atomic_pointer_compare_and_exchange (&folds[character], NULL, fold))
        {
          /* Another thread was first. */
          g_free (fold);
          fold = g_atomic_pointer_get (&folds[character]);
        }
    }

  return fold;
}

/* One space for several, and none to begin with. */
static inline void
append_folded (GString *folded,
               char     byte)
{
  if (byte != ' ' || (folded->len > 0 && folded->str[folded->len - 1] != ' '))
    g_string_append_c (folded, byte);
}

static void
append_character (GString  *folded,
                  gunichar  character)
{
  g_autofree char *made = character < N_COMMON ? NULL : fold_character (character);

  for (const char *p = made != NULL ? made : get_common_fold (character); *p != '\0'; p++)
    append_folded (folded, *p);
}

/**
 * volets_french_capitalise:
 * @text: a text
 *
 * Returns: (transfer full): @text with a capital at its start
 */
char *
volets_french_capitalise (const char *text)
{
  g_autofree char *initial = NULL;
  g_autofree char *capital = NULL;

  if (*text == '\0')
    return g_strdup ("");

  initial = g_utf8_substring (text, 0, 1);
  capital = g_utf8_strup (initial, -1);
  return g_strconcat (capital, g_utf8_next_char (text), NULL);
}

/**
 * volets_french_fold:
 * @text: a text in UTF-8
 *
 * Returns: (transfer full): @text without case, accents and ligatures, and with single spaces for
 *   all that is neither letter nor digit: what two spellings of one name have in common
 */
char *
volets_french_fold (const char *text)
{
  g_autofree char *mended = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *valid = mended != NULL ? mended : text;
  GString *folded = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_islower (*p) || g_ascii_isdigit (*p))
        g_string_append_c (folded, *p);
      else if ((guchar) *p < 0x80)
        append_folded (folded, g_ascii_isupper (*p) ? *p - 'A' + 'a' : ' ');
      else
        append_character (folded, g_utf8_get_char (p));
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

/* A word that « le » and « de » lose their vowel before. An h counts as aspirated: « de Houdan » is
 * right where « d’Houdan » would not be. A y is one before a consonant, as in « Yvetot », not in
 * « Yann ».
 */
static gboolean
starts_with_vowel (const char *text)
{
  g_autofree char *folded = volets_french_fold (text);

  if (*folded == 'y')
    return folded[1] != '\0' && strchr ("aeiou", folded[1]) == NULL;

  return *folded != '\0' && strchr ("aeiou", *folded) != NULL;
}

static const char *
skip_word (const char *text,
           const char *word)
{
  gsize length = strlen (word);

  return g_ascii_strncasecmp (text, word, length) == 0 ? text + length : NULL;
}

static char *
contract (const char *noun,
          const char *with_le,
          const char *with_les,
          const char *before_vowel,
          const char *otherwise)
{
  const char *rest;

  if ((rest = skip_word (noun, "le ")) != NULL)
    return g_strconcat (with_le, " ", rest, NULL);
  if ((rest = skip_word (noun, "les ")) != NULL)
    return g_strconcat (with_les, " ", rest, NULL);

  return g_strconcat (starts_with_vowel (noun) ? before_vowel : otherwise, noun, NULL);
}

/**
 * volets_french_of:
 * @noun: a noun with its article, or the name of a place
 *
 * Returns: (transfer full): it after « de »: « du conseil », « de la commune », « d’Étampes », « du
 *   Mans », « des Granges »
 */
char *
volets_french_of (const char *noun)
{
  return contract (noun, "du", "des", "d’", "de ");
}

/**
 * volets_french_of_person:
 * @name: the name of a person
 *
 * Returns: (transfer full): it after « de »: « d’Anne Durand », « de Le Bihan »
 */
char *
volets_french_of_person (const char *name)
{
  return g_strconcat (starts_with_vowel (name) ? "d’" : "de ", name, NULL);
}

/**
 * volets_french_to:
 * @noun: a noun with its article, or the name of a place
 *
 * Returns: (transfer full): it after « à »: « au conseil », « à la commune », « aux Granges »
 */
char *
volets_french_to (const char *noun)
{
  return contract (noun, "au", "aux", "à ", "à ");
}

/**
 * volets_french_the:
 * @noun: a noun without article
 * @is_feminine: its gender
 *
 * Returns: (transfer full): it after « le », « la » or « l’ »
 */
char *
volets_french_the (const char *noun,
                   gboolean    is_feminine)
{
  if (starts_with_vowel (noun))
    return g_strconcat ("l’", noun, NULL);

  return g_strconcat (is_feminine ? "la " : "le ", noun, NULL);
}

/**
 * volets_french_typeset:
 * @text: a text written with plain spaces, as sources and call files have it
 *
 * Returns: (transfer full): @text with the no-break spaces of French typography: narrow inside
 *   « » and before « ; », « ! », « ? », plain before « : », « € » and « % » and after « = »; and
 *   with typographic apostrophes
 */
char *
volets_french_typeset (const char *text)
{
  static const struct {
    const char *plain;
    const char *set;
  } PAIRS[] = {
    { "« ", "«" VOLETS_NNBSP }, { " »", VOLETS_NNBSP "»" }, { " ;", VOLETS_NNBSP ";" },
    { " !", VOLETS_NNBSP "!" }, { " ?", VOLETS_NNBSP "?" }, { " :", VOLETS_NBSP ":" },
    { " €", VOLETS_NBSP "€" },  { " %", VOLETS_NBSP "%" },  { "'", "’" },
    { "= ", "=" VOLETS_NBSP },
  };
  GString *set = g_string_sized_new (strlen (text) + 16);
  const char *p = text;

  for (;;)
    {
      /* What may begin one of the pairs; « is two bytes. */
      gsize length = strcspn (p, " '=\xc2");
      gsize i;

      g_string_append_len (set, p, (gssize) length);
      p += length;
      if (*p == '\0')
        return g_string_free (set, FALSE);

      for (i = 0; i < G_N_ELEMENTS (PAIRS); i++)
        {
          if (g_str_has_prefix (p, PAIRS[i].plain))
            break;
        }
      if (i < G_N_ELEMENTS (PAIRS))
        {
          g_string_append (set, PAIRS[i].set);
          p += strlen (PAIRS[i].plain);
        }
      else
        {
          g_string_append_c (set, *p++);
        }
    }
}
