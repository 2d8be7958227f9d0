/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/phone.h"

#include <string.h>

#include "engine/identifier-text.h"

#define NATIONAL_LENGTH 10

/* The numbers of digits after the code of the country, or of the territory. */
static const struct {
  const char *code;
  gsize       length;
  gsize       other_length;
} COUNTRIES[] = {
  { "33", 9, 9 },  { "262", 9, 9 }, { "508", 6, 9 }, { "590", 9, 9 },
  { "594", 9, 9 }, { "596", 9, 9 }, { "687", 6, 6 }, { "689", 8, 8 },
};

static char *
compact_phone (const char *text)
{
  g_autofree char *compact = volets_identifier_compact (text);
  g_auto (GStrv) parts = g_strsplit_set (compact, "()/", -1);

  return g_strjoinv ("", parts);
}

/* « 02 99 85 38 02 », and « +262 262 12 34 56 » where the number of digits is odd. */
static char *
group_pairs (const char *digits)
{
  gsize length = strlen (digits);
  GString *grouped = g_string_sized_new (length * 2);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 1 && (length - i) % 2 == 0)
        g_string_append_c (grouped, ' ');
      g_string_append_c (grouped, digits[i]);
    }

  return g_string_free (grouped, FALSE);
}

/* What follows « + » or « 00 », or %NULL in a number as France dials it. */
static const char *
skip_exit_code (const char *compact)
{
  if (g_str_has_prefix (compact, "+"))
    return compact + 1;
  if (g_str_has_prefix (compact, "00"))
    return compact + 2;

  return NULL;
}

static char *
format_international (const char *digits)
{
  for (gsize i = 0; i < G_N_ELEMENTS (COUNTRIES); i++)
    {
      const char *rest = digits + strlen (COUNTRIES[i].code);
      g_autofree char *grouped = NULL;

      if (!g_str_has_prefix (digits, COUNTRIES[i].code))
        continue;

      /* « +33 (0)2 99 85 38 02 » is how letterheads have it. */
      if (*rest == '0')
        rest++;
      if (*rest == '0'
          || (strlen (rest) != COUNTRIES[i].length && strlen (rest) != COUNTRIES[i].other_length))
        return NULL;
      if (i == 0)
        {
          g_autofree char *national = g_strconcat ("0", rest, NULL);

          return group_pairs (national);
        }
      grouped = group_pairs (rest);
      return g_strdup_printf ("+%s %s", COUNTRIES[i].code, grouped);
    }

  return NULL;
}

/* The number as it is shown, or %NULL where @compact is none. */
static char *
format_compact (const char *compact)
{
  const char *international = skip_exit_code (compact);
  const char *digits = international != NULL ? international : compact;

  if (!volets_identifier_are_digits (digits, strlen (digits)))
    return NULL;
  if (international != NULL)
    return format_international (international);
  if (strlen (compact) != NATIONAL_LENGTH || compact[0] != '0' || compact[1] == '0')
    return NULL;

  return group_pairs (compact);
}

static gboolean
is_phone (const char *compact)
{
  g_autofree char *formatted = format_compact (compact);

  return formatted != NULL;
}

static const VoletsIdentifierKind PHONE = { "numéro de téléphone", "02 99 85 38 02", is_phone };

static gboolean
refuse_international (const char  *typed,
                      const char  *digits,
                      GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (COUNTRIES); i++)
    {
      if (g_str_has_prefix (digits, COUNTRIES[i].code))
        return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                         "« %s » n’est pas un numéro de téléphone : +%s est suivi "
                                         "de %" G_GSIZE_FORMAT " chiffres.",
                                         typed, COUNTRIES[i].code, COUNTRIES[i].length);
    }

  return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                   "« %s » n’est pas un numéro français, dont l’indicatif est +33 "
                                   "ou, outre-mer, par exemple +262 ou +590.", typed);
}

static gboolean
refuse_national (const char  *typed,
                 const char  *compact,
                 GError     **error)
{
  gsize length = strlen (compact);
  g_autofree char *zero = g_strconcat ("0", compact, NULL);
  g_autofree char *plus = g_strconcat ("+", compact, NULL);
  g_autofree char *first = g_strndup (compact, length / 2);
  g_autofree char *meant = format_compact (length + 1 == NATIONAL_LENGTH ? zero : plus);

  if (length == 2 * NATIONAL_LENGTH && is_phone (first) && is_phone (compact + NATIONAL_LENGTH))
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » contient deux numéros de téléphone ; n’en gardez "
                                     "qu’un.", typed);
  if (length == 6)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » n’a que 6 chiffres ; s’il est de Nouvelle-Calédonie, "
                                     "écrivez +687 devant.", typed);
  if (length == NATIONAL_LENGTH && meant == NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                     "« %s » n’est pas un numéro de téléphone : ses 10 chiffres ne "
                                     "commencent pas par 0.", typed);

  return volets_identifier_refuse_length (&PHONE, typed, length, NATIONAL_LENGTH, meant, error);
}

/**
 * volets_phone_check:
 * @text: what a person typed
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * Returns: %TRUE if @text is a telephone number of France or of a territory overseas, as it is
 *   dialled inside or from abroad
 */
gboolean
volets_phone_check (const char  *text,
                    GError     **error)
{
  g_autofree char *compact = NULL;
  g_autofree char *typed = NULL;
  const char *international;

  g_return_val_if_fail (text != NULL, FALSE);

  compact = compact_phone (text);
  typed = volets_identifier_cite (text);
  if (!volets_identifier_check_digits (&PHONE, typed, compact, *compact == '+' ? 1 : 0,
                                       strlen (compact), error))
    return FALSE;
  if (is_phone (compact))
    return TRUE;

  international = skip_exit_code (compact);
  return international != NULL
         ? refuse_international (typed, international, error)
         : refuse_national (typed, compact, error);
}

/**
 * volets_phone_format:
 * @text: what a person typed
 *
 * Returns: (transfer full): « 02 99 85 38 02 », or « +262 262 12 34 56 » where the code of a
 *   territory was typed; @text as it is where it is no telephone number
 */
char *
volets_phone_format (const char *text)
{
  g_autofree char *compact = NULL;
  char *formatted;

  g_return_val_if_fail (text != NULL, NULL);

  compact = compact_phone (text);
  formatted = format_compact (compact);

  return formatted != NULL ? formatted : g_strdup (text);
}
