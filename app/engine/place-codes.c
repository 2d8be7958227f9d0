/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/place-codes.h"

#include <string.h>

#include "engine/identifier-text.h"

#define CODE_LENGTH 5

/* Départements and territories whose code has three digits. */
static const char *const OVERSEAS[] = {
  "971", "972", "973", "974", "975", "976", "977", "978", "984", "986", "987", "988", NULL,
};

static gboolean
is_departement (const char *code)
{
  if (strlen (code) == 3)
    return g_strv_contains (OVERSEAS, code);
  if (strlen (code) != 2)
    return FALSE;
  if (g_str_equal (code, "2A") || g_str_equal (code, "2B"))
    return TRUE;

  return volets_identifier_are_digits (code, 2) && strcmp (code, "01") >= 0
         && strcmp (code, "95") <= 0 && !g_str_equal (code, "20");
}

/* The code of the département that a code of five characters starts with, whether it exists or
 * not. */
static char *
take_departement (const char *code)
{
  gboolean overseas = g_str_has_prefix (code, "97") || g_str_has_prefix (code, "98");

  return g_strndup (code, overseas ? 3 : 2);
}

static gboolean
is_insee (const char *compact)
{
  g_autofree char *departement = take_departement (compact);
  const char *number = compact + strlen (departement);

  return strlen (compact) == CODE_LENGTH && is_departement (departement)
         && volets_identifier_are_digits (number, strlen (number))
         && strspn (number, "0") != strlen (number);
}

static gboolean
is_postal_code (const char *compact)
{
  g_autofree char *departement = take_departement (compact);

  if (strlen (compact) != CODE_LENGTH || !volets_identifier_are_digits (compact, CODE_LENGTH))
    return FALSE;

  /* 20 is still the Corse of the post, and 980 is Monaco. */
  return is_departement (departement) || g_str_equal (departement, "20")
         || g_str_equal (departement, "980");
}

static const VoletsIdentifierKind INSEE = { "code INSEE de commune", "29232", is_insee };
static const VoletsIdentifierKind POSTAL_CODE = { "code postal", "29000", is_postal_code };
static const VoletsIdentifierKind DEPARTEMENT = { "code de département", "29", is_departement };

/**
 * volets_insee_check:
 * @text: what a person typed
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * Returns: %TRUE if @text is formed like the INSEE code of a commune; whether there is such a
 *   commune is another question
 */
gboolean
volets_insee_check (const char  *text,
                    GError     **error)
{
  g_autofree char *compact = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *meant = NULL;
  g_autofree char *departement = NULL;
  gboolean corse;

  g_return_val_if_fail (text != NULL, FALSE);

  compact = volets_identifier_compact (text);
  if (is_insee (compact))
    return TRUE;

  typed = volets_identifier_cite (text);
  corse = g_str_has_prefix (compact, "2A") || g_str_has_prefix (compact, "2B");
  if (!volets_identifier_check_digits (&INSEE, typed, compact, corse ? 2 : 0, strlen (compact),
                                       error))
    return FALSE;

  if (strlen (compact) != CODE_LENGTH)
    {
      meant = volets_identifier_restore_zero (&INSEE, compact);
      return corse
             ? volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                         "« %s » n’est pas un code INSEE : %.2s est suivi de 3 "
                                         "chiffres, par exemple 2A004.", typed, compact)
             : volets_identifier_refuse_length (&INSEE, typed, strlen (compact), CODE_LENGTH,
                                                meant, error);
    }

  if (g_str_has_prefix (compact, "20"))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                     "« %s » est un code postal de Corse ; les codes INSEE y "
                                     "commencent par 2A ou 2B, par exemple 2A004 pour Ajaccio.",
                                     typed);
  departement = take_departement (compact);
  if (is_departement (departement))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                     "« %s » est plutôt un code postal : aucun code INSEE de "
                                     "commune ne finit par %s.",
                                     typed, compact + strlen (departement));

  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                   "« %s » n’est pas un code INSEE : il n’y a pas de département "
                                   "%s.", typed, departement);
}

/**
 * volets_postal_code_check:
 * @text: what a person typed
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * Returns: %TRUE if @text is formed like a postal code of a French commune
 */
gboolean
volets_postal_code_check (const char  *text,
                          GError     **error)
{
  g_autofree char *compact = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *meant = NULL;
  g_autofree char *departement = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  compact = volets_identifier_compact (text);
  typed = volets_identifier_cite (text);
  length = strlen (compact);
  if (length == CODE_LENGTH && compact[0] == '2' && (compact[1] == 'A' || compact[1] == 'B'))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » est un code INSEE ; les codes postaux de Corse "
                                     "commencent par 20, par exemple 20000 pour Ajaccio.", typed);
  if (!volets_identifier_check_digits (&POSTAL_CODE, typed, compact, 0, length, error))
    return FALSE;

  if (length != CODE_LENGTH)
    {
      meant = volets_identifier_restore_zero (&POSTAL_CODE, compact);
      return volets_identifier_refuse_length (&POSTAL_CODE, typed, length, CODE_LENGTH, meant,
                                              error);
    }
  if (is_postal_code (compact))
    return TRUE;

  departement = take_departement (compact);
  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                   "« %s » n’est le code postal d’aucune commune : aucun ne "
                                   "commence par %s.", typed, departement);
}

/**
 * volets_departement_check:
 * @text: what a person typed
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * Returns: %TRUE if @text is the code of a département or of a territory overseas: 01, 2A, 974
 */
gboolean
volets_departement_check (const char  *text,
                          GError     **error)
{
  g_autofree char *compact = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *meant = NULL;
  g_autofree char *suggestion = NULL;
  gboolean corse;

  g_return_val_if_fail (text != NULL, FALSE);

  compact = volets_identifier_compact (text);
  typed = volets_identifier_cite (text);
  corse = g_str_has_prefix (compact, "2A") || g_str_has_prefix (compact, "2B");
  if (!volets_identifier_check_digits (&DEPARTEMENT, typed, compact, corse ? 2 : 0,
                                       strlen (compact), error))
    return FALSE;
  if (is_departement (compact))
    return TRUE;

  if (g_str_equal (compact, "20"))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                     "« %s » n’existe plus : la Corse a les départements 2A "
                                     "(Corse-du-Sud) et 2B (Haute-Corse).", typed);
  if (g_str_equal (compact, "97") || g_str_equal (compact, "98"))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » est incomplet : outre-mer, le code a trois chiffres, "
                                     "par exemple 974 pour La Réunion.", typed);

  /* « 035 » is how the ministry writes it, and « 35016 » is a commune or its post office. */
  if (compact[0] == '0' && is_departement (compact + 1))
    meant = g_strdup (compact + 1);
  else if (strlen (compact) == CODE_LENGTH)
    meant = volets_insee_get_departement (compact);
  else
    meant = volets_identifier_restore_zero (&DEPARTEMENT, compact);
  suggestion = volets_identifier_suggest (meant);
  if (strlen (compact) != 2 && (strlen (compact) != 3 || meant != NULL))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » n’est pas un code de département, qui a deux "
                                     "caractères, ou trois outre-mer%s", typed, suggestion);

  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                   "« %s » n’est le code d’aucun département ; ils vont de 01 à "
                                   "95, avec 2A et 2B en Corse, et de 971 à 988 outre-mer.",
                                   typed);
}

/**
 * volets_insee_get_departement:
 * @insee: the INSEE code of a commune
 *
 * Returns: (transfer full) (nullable): the code of its département, « 29 », « 2A » or « 974 », or
 *   %NULL where @insee is not an INSEE code
 */
char *
volets_insee_get_departement (const char *insee)
{
  g_autofree char *compact = NULL;

  g_return_val_if_fail (insee != NULL, NULL);

  compact = volets_identifier_compact (insee);
  return is_insee (compact) ? take_departement (compact) : NULL;
}
