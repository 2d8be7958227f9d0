/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/iban.h"

#include <string.h>

#include "engine/identifier-text.h"

#define MIN_LENGTH 15
#define MAX_LENGTH 34

/* In France: FR, two digits of key, then the RIB, which is the bank (5), the branch (5), the
 * account (11) and a key of its own (2).
 */
#define FR_LENGTH 27
#define RIB_LENGTH 23
#define RIB_START 4
#define BANK_LENGTH 5

/* The Banque de France, where the Trésor public keeps the accounts of the communes. */
#define PUBLIC_BANK "30001"

/* ISO 13616: the country and the key go last, letters count from 10 on, and the rest is 1. */
static guint
compute_remainder (const char *compact)
{
  gsize length = strlen (compact);
  guint remainder = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = compact[(i + RIB_START) % length];

      if (g_ascii_isdigit (c))
        remainder = (remainder * 10 + (guint) (c - '0')) % 97;
      else
        remainder = (remainder * 100 + (guint) (c - 'A') + 10) % 97;
    }

  return remainder;
}

/* In a RIB the letters count as 1 to 9, three times over: A and J are 1, S is 2. */
static guint
get_rib_digit (char c)
{
  if (g_ascii_isdigit (c))
    return (guint) (c - '0');
  if (c < 'J')
    return (guint) (c - 'A') + 1;
  if (c < 'S')
    return (guint) (c - 'J') + 1;

  return (guint) (c - 'S') + 2;
}

static gboolean
has_rib_key (const char *rib)
{
  guint remainder = 0;

  /* With its key at the end, the whole is a multiple of 97. */
  for (gsize i = 0; i < RIB_LENGTH; i++)
    remainder = (remainder * 10 + get_rib_digit (rib[i])) % 97;

  return remainder == 0;
}

static gboolean
is_alphanumeric (const char *compact)
{
  for (const char *p = compact; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p))
        return FALSE;
    }

  return TRUE;
}

/* Bank, branch and key have no letter; the account may. */
static gboolean
has_rib_form (const char *rib)
{
  return strlen (rib) == RIB_LENGTH && is_alphanumeric (rib)
         && volets_identifier_are_digits (rib, 10)
         && volets_identifier_are_digits (rib + RIB_LENGTH - 2, 2);
}

static gboolean
is_french_iban (const char *compact)
{
  return g_str_has_prefix (compact, "FR") && strlen (compact) == FR_LENGTH
         && volets_identifier_are_digits (compact + 2, 2) && has_rib_form (compact + RIB_START)
         && compute_remainder (compact) == 1 && has_rib_key (compact + RIB_START);
}

/* The IBAN of a RIB, or %NULL where it is none. */
static char *
complete_rib (const char *rib)
{
  g_autofree char *unkeyed = NULL;

  if (!has_rib_form (rib) || !has_rib_key (rib))
    return NULL;

  unkeyed = g_strconcat ("FR00", rib, NULL);
  return g_strdup_printf ("FR%02u%s", 98 - compute_remainder (unkeyed), rib);
}

/* Wrong proposals would be accounts of other people, so only what leaves no doubt is proposed: the
 * RIB is right, or digits were typed as letters.
 */
static char *
guess_french_iban (const char *compact)
{
  g_autofree char *digits = NULL;
  char *completed;

  if (strlen (compact) != FR_LENGTH)
    return NULL;
  completed = complete_rib (compact + RIB_START);
  if (completed != NULL)
    return completed;

  digits = volets_identifier_letters_to_digits (compact, 2, FR_LENGTH);
  return is_french_iban (digits) ? g_steal_pointer (&digits) : NULL;
}

static gboolean
check_characters (const char  *typed,
                  const char  *compact,
                  GError     **error)
{
  if (*compact == '\0')
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_EMPTY,
                                     "Il n’y a pas d’IBAN ; en France il commence par FR et a 27 "
                                     "caractères.");
  if (g_str_has_prefix (compact, "IBAN"))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » commence par le mot IBAN ; n’écrivez que ce qui le "
                                     "suit.", typed);

  for (const char *p = compact; *p != '\0'; p = g_utf8_next_char (p))
    {
      char sign[7] = { 0 };

      if (g_ascii_isalnum (*p))
        continue;
      g_unichar_to_utf8 (g_utf8_get_char (p), sign);
      return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                       "« %s » n’est pas un IBAN : « %s » n’y a pas sa place, il "
                                       "n’a que des lettres et des chiffres.", typed, sign);
    }

  return TRUE;
}

static gboolean
check_french (const char  *typed,
              const char  *compact,
              GError     **error)
{
  g_autofree char *meant = NULL;
  g_autofree char *suggestion = NULL;
  const char *rib;

  if (is_french_iban (compact))
    return TRUE;

  if (strlen (compact) != FR_LENGTH)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » a %" G_GSIZE_FORMAT " caractères, un IBAN français "
                                     "en a %d.", typed, strlen (compact), FR_LENGTH);

  rib = compact + RIB_START;
  meant = guess_french_iban (compact);
  suggestion = volets_identifier_suggest (meant);
  if (!volets_identifier_are_digits (compact + 2, 2) || !has_rib_form (rib))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » a une lettre là où un IBAN français n’a que des "
                                     "chiffres%s", typed, suggestion);
  if (compute_remainder (compact) != 1 && has_rib_key (rib))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_KEY,
                                     "« %s » n’est pas un IBAN : le RIB est juste, mais non les "
                                     "deux chiffres qui suivent FR%s", typed, suggestion);
  if (compute_remainder (compact) != 1)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_KEY,
                                     "« %s » n’est pas un IBAN : sa clé de contrôle ne correspond "
                                     "pas, recopiez-le depuis le RIB%s", typed, suggestion);

  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_KEY,
                                   "« %s » n’est pas un IBAN français : la clé RIB, ses deux "
                                   "derniers chiffres, ne correspond pas au compte, recopiez-le "
                                   "depuis le RIB.", typed);
}

static gboolean
check_foreign (const char  *typed,
               const char  *compact,
               GError     **error)
{
  gsize length = strlen (compact);

  if (length < MIN_LENGTH || length > MAX_LENGTH)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » a %" G_GSIZE_FORMAT " caractère%s, un IBAN en a %d "
                                     "en France et de %d à %d ailleurs.",
                                     typed, length, length > 1 ? "s" : "", FR_LENGTH, MIN_LENGTH,
                                     MAX_LENGTH);
  if (!g_ascii_isalpha (compact[0]) || !g_ascii_isalpha (compact[1])
      || !volets_identifier_are_digits (compact + 2, 2))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » n’est pas un IBAN, qui commence par les deux lettres "
                                     "du pays et deux chiffres, par exemple FR76.", typed);
  if (compute_remainder (compact) != 1)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_KEY,
                                     "« %s » n’est pas un IBAN : sa clé de contrôle ne correspond "
                                     "pas ; vérifiez les caractères un à un.", typed);

  return TRUE;
}

/**
 * volets_iban_check:
 * @text: what a person typed
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * A French IBAN has two keys and both must match; of those of other countries only the length
 * within reason and the key of ISO 13616 are looked at.
 *
 * Returns: %TRUE if @text is an IBAN
 */
gboolean
volets_iban_check (const char  *text,
                   GError     **error)
{
  g_autofree char *compact = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *completed = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  compact = volets_identifier_compact (text);
  typed = volets_identifier_cite (text);
  if (!check_characters (typed, compact, error))
    return FALSE;

  completed = complete_rib (compact);
  if (completed != NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » est un RIB ; l’IBAN qui lui correspond est %s.",
                                     typed, completed);

  return g_str_has_prefix (compact, "FR")
         ? check_french (typed, compact, error)
         : check_foreign (typed, compact, error);
}

/**
 * volets_iban_is_public_bank:
 * @iban: an IBAN
 *
 * Communes normally have their account there. Another bank deserves a question, not a refusal.
 *
 * Returns: whether @iban is a valid account of the Banque de France
 */
gboolean
volets_iban_is_public_bank (const char *iban)
{
  g_autofree char *compact = NULL;

  g_return_val_if_fail (iban != NULL, FALSE);

  compact = volets_identifier_compact (iban);
  return is_french_iban (compact)
         && strncmp (compact + RIB_START, PUBLIC_BANK, BANK_LENGTH) == 0;
}
