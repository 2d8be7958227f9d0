/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/identifiers.h"

#include <string.h>

#define SIREN_LENGTH 9
#define SIRET_LENGTH 14
#define UAI_DIGITS 7

/* Its thousands of offices have numbers of their own kind. */
#define LA_POSTE "356000000"

static const char UAI_LETTERS[] = "ABCDEFGHJKLMNPRSTUVWXYZ";

static gboolean
passes_luhn (const char *digits,
             gsize       length)
{
  guint sum = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) g_ascii_digit_value (digits[length - 1 - i]);

      if (i % 2 == 1)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }

  return sum % 10 == 0;
}

static gboolean
starts_with_siren (const char *digits)
{
  return strncmp (digits, "000000000", SIREN_LENGTH) != 0 && passes_luhn (digits, SIREN_LENGTH);
}

static gboolean
is_siren (const char *compact)
{
  return strlen (compact) == SIREN_LENGTH && volets_identifier_are_digits (compact, SIREN_LENGTH)
         && starts_with_siren (compact);
}

static gboolean
is_siret (const char *compact)
{
  guint sum = 0;

  if (strlen (compact) != SIRET_LENGTH || !volets_identifier_are_digits (compact, SIRET_LENGTH)
      || !starts_with_siren (compact))
    return FALSE;
  if (passes_luhn (compact, SIRET_LENGTH))
    return TRUE;

  for (gsize i = 0; i < SIRET_LENGTH; i++)
    sum += (guint) g_ascii_digit_value (compact[i]);

  return g_str_has_prefix (compact, LA_POSTE) && sum % 5 == 0;
}

/* What was meant if the finger slipped at @index: two neighbours changed places, or one was typed
 * twice, or one of a pair was left out.
 */
static char *
undo_slip (const char *compact,
           gsize       length,
           gsize       index)
{
  gsize n = strlen (compact);
  GString *meant = g_string_new (compact);

  if (n > length)
    g_string_erase (meant, (gssize) index, compact[index] == compact[index + 1] ? 1 : 0);
  else if (n < length)
    g_string_insert_c (meant, (gssize) index, compact[index]);
  else if (index + 1 < n)
    {
      meant->str[index] = compact[index + 1];
      meant->str[index + 1] = compact[index];
    }

  return g_string_free (meant, FALSE);
}

/* The one valid number that is a single slip away from @compact, or %NULL where there is none or
 * more than one: a wrong proposal is worse than none.
 */
static char *
guess_number (const char           *compact,
              gsize                 length,
              VoletsIdentifierTest  is_valid)
{
  gsize n = strlen (compact);
  g_autofree char *only = NULL;

  if (n + 1 < length || n > length + 1)
    return NULL;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *meant = undo_slip (compact, length, i);

      if (!is_valid (meant) || g_strcmp0 (meant, only) == 0)
        continue;
      if (only != NULL)
        return NULL;
      only = g_steal_pointer (&meant);
    }

  return g_steal_pointer (&only);
}

static gboolean
has_uai_prefix (const char *digits)
{
  guint departement = (guint) (g_ascii_strtoull (digits, NULL, 10) / 10000);

  /* Corse is 620 and 720 there. */
  return (departement >= 1 && departement <= 95 && departement != 20)
         || departement == 620 || departement == 720
         || (departement >= 970 && departement <= 989);
}

static gboolean
is_uai (const char *compact)
{
  return strlen (compact) == UAI_DIGITS + 1 && volets_identifier_are_digits (compact, UAI_DIGITS)
         && has_uai_prefix (compact) && compact[UAI_DIGITS] == volets_uai_letter (compact);
}

static const VoletsIdentifierKind SIREN = { "SIREN", "212902324", is_siren };
static const VoletsIdentifierKind SIRET = { "SIRET", "21290232400012", is_siret };
static const VoletsIdentifierKind UAI = { "code UAI", "0750655E", is_uai };

/**
 * volets_siren_check:
 * @text: what a person typed
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * Returns: %TRUE if @text is a SIREN: nine digits, of which the last is a Luhn key
 */
gboolean
volets_siren_check (const char  *text,
                    GError     **error)
{
  g_autofree char *compact = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *meant = NULL;
  g_autofree char *suggestion = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  compact = volets_identifier_compact (text);
  typed = volets_identifier_cite (text);
  length = strlen (compact);
  if (!volets_identifier_check_digits (&SIREN, typed, compact, 0, length, error))
    return FALSE;

  if (is_siret (compact))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » est un SIRET ; le SIREN en est les 9 premiers "
                                     "chiffres : %.9s.", typed, compact);

  meant = guess_number (compact, SIREN_LENGTH, is_siren);
  if (length != SIREN_LENGTH)
    return volets_identifier_refuse_length (&SIREN, typed, length, SIREN_LENGTH, meant, error);
  if (g_str_equal (compact, "000000000"))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                     "« %s » n’existe pas : ce SIREN n’a que des zéros.", typed);
  if (is_siren (compact))
    return TRUE;

  suggestion = volets_identifier_suggest (meant);
  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_KEY,
                                   "« %s » n’est pas un SIREN : sa clé de contrôle ne correspond "
                                   "pas, %s%s",
                                   typed,
                                   meant != NULL
                                   ? "deux chiffres voisins sont peut-être inversés"
                                   : "vérifiez les chiffres",
                                   suggestion);
}

/**
 * volets_siret_check:
 * @text: what a person typed
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * The first nine digits are a SIREN and all fourteen have a Luhn key too, but for the offices of
 * La Poste, where the sum of the digits is a multiple of five.
 *
 * Returns: %TRUE if @text is a SIRET
 */
gboolean
volets_siret_check (const char  *text,
                    GError     **error)
{
  g_autofree char *compact = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *meant = NULL;
  g_autofree char *suggestion = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  compact = volets_identifier_compact (text);
  typed = volets_identifier_cite (text);
  length = strlen (compact);
  if (!volets_identifier_check_digits (&SIRET, typed, compact, 0, length, error))
    return FALSE;

  if (is_siren (compact))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » est un SIREN ; le SIRET le prolonge de 5 chiffres, "
                                     "qui désignent l’établissement.", typed);

  meant = guess_number (compact, SIRET_LENGTH, is_siret);
  if (length != SIRET_LENGTH)
    return volets_identifier_refuse_length (&SIRET, typed, length, SIRET_LENGTH, meant, error);
  if (g_str_has_prefix (compact, "000000000"))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                     "« %s » n’existe pas : son SIREN n’a que des zéros.", typed);
  if (is_siret (compact))
    return TRUE;

  suggestion = volets_identifier_suggest (meant);
  if (starts_with_siren (compact))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_KEY,
                                     "« %s » n’est pas un SIRET : le SIREN %.9s est juste, "
                                     "vérifiez les 5 derniers chiffres%s",
                                     typed, compact, suggestion);

  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_KEY,
                                   "« %s » n’est pas un SIRET : ses 9 premiers chiffres ne sont "
                                   "pas un SIREN, vérifiez-les%s", typed, suggestion);
}

/**
 * volets_uai_check:
 * @text: what a person typed
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * Returns: %TRUE if @text is the UAI of a school: seven digits, which start with the département,
 *   and the letter that goes with them
 */
gboolean
volets_uai_check (const char  *text,
                  GError     **error)
{
  g_autofree char *compact = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *meant = NULL;
  gsize n_digits;
  char letter, expected;

  g_return_val_if_fail (text != NULL, FALSE);

  compact = volets_identifier_compact (text);
  if (is_uai (compact))
    return TRUE;

  typed = volets_identifier_cite (text);
  n_digits = strlen (compact);
  letter = n_digits > 0 ? compact[n_digits - 1] : 0;
  if (g_ascii_isupper (letter))
    n_digits--;
  else
    letter = 0;
  if (!volets_identifier_check_digits (&UAI, typed, compact, 0, n_digits, error))
    return FALSE;

  if (n_digits != UAI_DIGITS)
    {
      meant = volets_identifier_restore_zero (&UAI, compact);
      return volets_identifier_refuse_length (&UAI, typed, n_digits, UAI_DIGITS, meant, error);
    }
  if (!has_uai_prefix (compact))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                     "« %s » commence par %.3s, qui n’est pas un département ; un "
                                     "code UAI commence par exemple par 029, par 974 ou, en "
                                     "Corse, par 620 ou 720.", typed, compact);

  expected = volets_uai_letter (compact);
  if (letter == 0)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » n’a pas de lettre à la fin ; la lettre attendue est "
                                     "%c : %.7s%c.", typed, expected, compact, expected);
  if (strchr (UAI_LETTERS, letter) == NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » finit par %c, une lettre qu’aucun code UAI n’a ; la "
                                     "lettre attendue est %c : %.7s%c.",
                                     typed, letter, expected, compact, expected);

  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_KEY,
                                   "« %s » n’est pas un code UAI : si les chiffres sont justes, "
                                   "la lettre attendue est %c : %.7s%c.",
                                   typed, expected, compact, expected);
}

/**
 * volets_siren_guess_kind:
 * @siren: a SIREN, or a SIRET
 *
 * Public bodies have numbers by kind. It is a hint for a form to start from, never a check.
 *
 * Returns: (nullable): "commune", "epci", "syndicat" or "caisse-des-ecoles", or %NULL where the
 *   number does not say
 */
const char *
volets_siren_guess_kind (const char *siren)
{
  static const struct {
    const char *prefix;
    const char *kind;
  } KINDS[] = {
    { "20", "epci" },     { "21", "commune" },           { "24", "epci" },
    { "25", "syndicat" }, { "26", "caisse-des-ecoles" },
  };
  g_autofree char *compact = NULL;

  g_return_val_if_fail (siren != NULL, NULL);

  compact = volets_identifier_compact (siren);
  if (!is_siren (compact) && !is_siret (compact))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      if (g_str_has_prefix (compact, KINDS[i].prefix))
        return KINDS[i].kind;
    }

  return NULL;
}

/**
 * volets_uai_letter:
 * @seven_digits: the digits of an UAI; what follows them does not matter
 *
 * Returns: the letter that goes with them, or 0 where @seven_digits does not start with them
 */
char
volets_uai_letter (const char *seven_digits)
{
  guint64 number = 0;

  g_return_val_if_fail (seven_digits != NULL, 0);

  for (gsize i = 0; i < UAI_DIGITS; i++)
    {
      if (!g_ascii_isdigit (seven_digits[i]))
        return 0;
      number = number * 10 + (guint64) g_ascii_digit_value (seven_digits[i]);
    }

  return UAI_LETTERS[number % (sizeof UAI_LETTERS - 1)];
}
