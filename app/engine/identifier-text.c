/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/identifier-text.h"

#include <string.h>

#include "engine/french.h"

/* A whole page may have been pasted by mistake: a message cites no more of it than this. */
#define MAX_CITED 40

G_DEFINE_QUARK (volets-identifier-error-quark, volets_identifier_error)

/* Phone books paste marks of writing direction along with a number, which nobody can see. */
static gboolean
is_invisible (gunichar c)
{
  return volets_french_is_space (c) || (c >= 0x80 && g_unichar_type (c) == G_UNICODE_FORMAT);
}

static gboolean
is_dash (gunichar c)
{
  if (c < 0x80)
    return c == '-';

  return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212;
}

/**
 * volets_identifier_compact:
 * @text: what a person typed, any bytes
 *
 * Returns: (transfer full): the canonical form of an identifier: @text in upper case, without
 *   spaces of any kind, dots and dashes; always valid UTF-8
 */
char *
volets_identifier_compact (const char *text)
{
  g_autofree char *valid = NULL;
  GString *compact;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  compact = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.' || is_invisible (c) || is_dash (c))
        continue;
      if (c < 0x80)
        g_string_append_c (compact, g_ascii_toupper ((char) c));
      else
        g_string_append_unichar (compact, c);
    }

  return g_string_free (compact, FALSE);
}

/**
 * volets_identifier_cite:
 * @text: what a person typed, any bytes
 *
 * Returns: (transfer full): @text for a message: on one line, with single spaces, and cut short
 *   where it is long
 */
char *
volets_identifier_cite (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *cited = g_string_new (NULL);
  gboolean pending = FALSE;
  guint n_characters = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || g_unichar_iscntrl (c))
        {
          pending = pending || (cited->len > 0 && volets_french_is_space (c));
          continue;
        }
      if (n_characters++ == MAX_CITED)
        {
          g_string_append (cited, "…");
          break;
        }
      if (pending)
        g_string_append_c (cited, ' ');
      g_string_append_unichar (cited, c);
      pending = FALSE;
    }

  return g_string_free (cited, FALSE);
}

/**
 * volets_identifier_digit_for:
 * @letter: an upper case letter
 *
 * Returns: the digit that @letter is easily taken for, or 0
 */
char
volets_identifier_digit_for (char letter)
{
  static const struct {
    char letter;
    char digit;
  } LOOKALIKES[] = {
    { 'O', '0' },
    { 'I', '1' },
    { 'L', '1' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (LOOKALIKES); i++)
    {
      if (letter == LOOKALIKES[i].letter)
        return LOOKALIKES[i].digit;
    }

  return 0;
}

/**
 * volets_identifier_letters_to_digits:
 * @compact: an identifier
 * @first: the byte to start from
 * @end: the byte to stop before, at most the length of @compact
 *
 * Returns: (transfer full): @compact with digits for the letters that are easily taken for them
 */
char *
volets_identifier_letters_to_digits (const char *compact,
                                     gsize       first,
                                     gsize       end)
{
  char *digits = g_strdup (compact);

  for (gsize i = first; i < end; i++)
    {
      char digit = volets_identifier_digit_for (digits[i]);

      if (digit != 0)
        digits[i] = digit;
    }

  return digits;
}

/**
 * volets_identifier_suggest:
 * @candidate: (nullable): what was probably meant
 *
 * Returns: (transfer full): the end of a sentence, which proposes @candidate if there is one
 */
char *
volets_identifier_suggest (const char *candidate)
{
  if (candidate == NULL)
    return g_strdup (".");

  return g_strdup_printf (" ; vouliez-vous écrire %s ?", candidate);
}

/**
 * volets_identifier_refuse:
 * @error: where to report
 * @code: the code, in VOLETS_IDENTIFIER_ERROR
 * @format: one French sentence for the person
 *
 * Returns: %FALSE, so that a check can return it
 */
gboolean
volets_identifier_refuse (GError                **error,
                          VoletsIdentifierError   code,
                          const char             *format,
                          ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (VOLETS_IDENTIFIER_ERROR, (int) code, format,
                                                arguments));
  va_end (arguments);

  return FALSE;
}

/**
 * volets_identifier_are_digits:
 * @text: a text
 * @length: how many bytes to look at
 *
 * Returns: whether @text starts with @length digits
 */
gboolean
volets_identifier_are_digits (const char *text,
                              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * volets_identifier_check_digits:
 * @kind: what @compact should be
 * @typed: what the person typed, as volets_identifier_cite () has it
 * @compact: what the person typed, as volets_identifier_compact () has it
 * @first: the byte to start from
 * @end: the byte to stop before
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * Returns: %TRUE if @compact is not empty and has nothing but digits from @first to @end
 */
gboolean
volets_identifier_check_digits (const VoletsIdentifierKind  *kind,
                                const char                  *typed,
                                const char                  *compact,
                                gsize                        first,
                                gsize                        end,
                                GError                     **error)
{
  g_autofree char *meant = NULL;
  g_autofree char *suggestion = NULL;
  const char *wrong = compact + first;
  char sign[7] = { 0 };
  char digit;

  if (*compact == '\0')
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_EMPTY,
                                     "Il n’y a pas de %s ; écrivez par exemple %s.",
                                     kind->name, kind->example);

  while (wrong < compact + end && g_ascii_isdigit (*wrong))
    wrong++;
  if (wrong == compact + end)
    return TRUE;

  if (strstr (compact, "E+") != NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » a été abrégé par un tableur ; mettez sa colonne au "
                                     "format texte et recopiez le %s en entier.",
                                     typed, kind->name);

  g_unichar_to_utf8 (g_utf8_get_char (wrong), sign);
  meant = volets_identifier_letters_to_digits (compact, first, end);
  suggestion = volets_identifier_suggest (kind->is_valid (meant) ? meant : NULL);
  digit = volets_identifier_digit_for (*wrong);
  if (digit != 0)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » contient la lettre %s à la place du chiffre %c%s",
                                     typed, sign, digit, suggestion);

  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                   "« %s » n’est pas un %s : « %s » n’y a pas sa place ; "
                                   "écrivez par exemple %s.",
                                   typed, kind->name, sign, kind->example);
}

/**
 * volets_identifier_refuse_length:
 * @kind: what was expected
 * @typed: what the person typed, as volets_identifier_cite () has it
 * @n_typed: how many digits it has
 * @n_expected: how many it should have
 * @meant: (nullable): what was probably meant
 * @error: a sentence for the person, VOLETS_IDENTIFIER_ERROR_LENGTH
 *
 * Returns: %FALSE
 */
gboolean
volets_identifier_refuse_length (const VoletsIdentifierKind  *kind,
                                 const char                  *typed,
                                 gsize                        n_typed,
                                 gsize                        n_expected,
                                 const char                  *meant,
                                 GError                     **error)
{
  gboolean too_few = n_typed < n_expected;
  gsize difference = too_few ? n_expected - n_typed : n_typed - n_expected;
  g_autofree char *suggestion = volets_identifier_suggest (meant);
  g_autofree char *number = difference == 1
                            ? g_strdup ("un")
                            : g_strdup_printf ("%" G_GSIZE_FORMAT, difference);

  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                   "« %s » a %" G_GSIZE_FORMAT " chiffre%s, un %s en a %"
                                   G_GSIZE_FORMAT " : il %s %s%s%s",
                                   typed, n_typed, n_typed > 1 ? "s" : "", kind->name, n_expected,
                                   too_few ? "en manque" : "y en a", number,
                                   too_few ? "" : " de trop", suggestion);
}

/**
 * volets_identifier_restore_zero:
 * @kind: what @compact should be
 * @compact: what it is
 *
 * A spreadsheet takes a code for a number, and a number does not start with a zero.
 *
 * Returns: (transfer full) (nullable): @compact after a zero, if that makes it valid
 */
char *
volets_identifier_restore_zero (const VoletsIdentifierKind *kind,
                                const char                 *compact)
{
  g_autofree char *restored = g_strconcat ("0", compact, NULL);

  return kind->is_valid (restored) ? g_steal_pointer (&restored) : NULL;
}
