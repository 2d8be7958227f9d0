/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money.h"

#include <string.h>

#include "engine/french.h"
#include "engine/identifier-text.h"

/* Both amounts and rates have two decimals: 12,34 € is 1234 and 12,34 % is 1234. */
#define N_DECIMALS 2
#define DECIMAL_UNIT 100

/* The product of two amounts, before it is divided again. */
__extension__ typedef unsigned __int128 Wide;

G_DEFINE_QUARK (volets-money-error-quark, volets_money_error)

static gboolean
overflow (GError **error)
{
  g_set_error_literal (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_OVERFLOW,
                       "Le montant est trop grand pour être calculé ; vérifiez les quantités "
                       "et les prix.");
  return FALSE;
}

/* Every run of spaces of any kind becomes one, none at the ends, and the sign of the unit goes. */
static char *
simplify_spaces (const char *text,
                 const char *unit_sign)
{
  g_autoptr (GString) simple = g_string_sized_new (strlen (text));
  gboolean pending = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (volets_french_is_space (c))
        {
          pending = simple->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (simple, ' ');
      g_string_append_unichar (simple, c);
      pending = FALSE;
    }

  if (g_str_has_suffix (simple->str, unit_sign))
    {
      g_string_truncate (simple, simple->len - strlen (unit_sign));
      if (g_str_has_suffix (simple->str, " "))
        g_string_truncate (simple, simple->len - 1);
    }

  return g_string_free (g_steal_pointer (&simple), FALSE);
}

static gboolean
check_characters (const char  *typed,
                  const char  *simple,
                  GError     **error)
{
  guint n_separators = 0;

  if (*simple == '\0')
    {
      g_set_error_literal (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_EMPTY,
                           "Il n’y a pas de nombre ; écrivez par exemple 1234,56.");
      return FALSE;
    }
  if (*simple == '-' || g_utf8_get_char (simple) == 0x2212)
    {
      g_set_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_NEGATIVE,
                   "« %s » est négatif ; saisissez un nombre positif ou nul.", typed);
      return FALSE;
    }

  for (const char *p = simple; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == ',' || *p == '.')
        n_separators++;
      else if (!g_ascii_isdigit (*p) && *p != ' ')
        {
          char sign[7] = { 0 };

          g_unichar_to_utf8 (g_utf8_get_char (p), sign);
          g_set_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_CHARACTER,
                       "« %s » n’est pas un nombre : « %s » n’y a pas sa place ; "
                       "écrivez par exemple 1234,56.", typed, sign);
          return FALSE;
        }
    }

  if (n_separators > 1)
    {
      g_set_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_SEPARATOR,
                   "« %s » a deux séparateurs ; séparez les milliers par un espace et "
                   "les centimes par une virgule, par exemple 1 234,56.", typed);
      return FALSE;
    }

  return TRUE;
}

/* Spaces are those of a number only where they part groups of three digits:
 * « 12 50 » is more likely twelve euros fifty than 1 250 euros, and nobody should have to guess.
 */
static gboolean
join_groups (const char  *typed,
             char        *whole,
             GError     **error)
{
  g_auto (GStrv) groups = g_strsplit (g_strstrip (whole), " ", -1);
  g_autofree char *joined = g_strjoinv ("", groups);

  for (guint i = 1; groups[0] != NULL && groups[i] != NULL; i++)
    {
      if (strlen (groups[i]) == 3 && strlen (groups[0]) <= 3)
        continue;
      g_set_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_GROUPING,
                   "« %s » est ambigu : les espaces ne séparent que des groupes de trois "
                   "chiffres ; écrivez par exemple 1 234,56.", typed);
      return FALSE;
    }

  strcpy (whole, joined);
  return TRUE;
}

/* Three digits after the separator may be thousands, which is how other countries part them. */
static gboolean
refuse_decimals (const char  *typed,
                 const char  *whole,
                 const char  *decimals,
                 GError     **error)
{
  g_autofree char *thousands = g_strconcat (whole, decimals, NULL);
  g_autofree char *cited = volets_identifier_cite (thousands);

  if (strlen (decimals) == 3 && strchr (decimals, ' ') == NULL && *whole > '0')
    g_set_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_DECIMALS,
                 "« %s » a plus de deux chiffres après la virgule ; si c’étaient des milliers, "
                 "écrivez %s, sinon arrondissez au centième.", typed, cited);
  else
    g_set_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_DECIMALS,
                 "« %s » a trop de chiffres après la virgule ; arrondissez au centième, par "
                 "exemple 1234,56.", typed);

  return FALSE;
}

static gboolean
parse_number (const char  *text,
              const char  *unit_sign,
              gint64      *value,
              GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *typed = volets_identifier_cite (valid);
  g_autofree char *simple = simplify_spaces (valid, unit_sign);
  char *separator, *decimals;
  gint64 result = 0;

  if (!check_characters (typed, simple, error))
    return FALSE;

  separator = strpbrk (simple, ",.");
  if (separator != NULL)
    *separator = '\0';
  decimals = separator != NULL ? g_strstrip (separator + 1) : (char *) "";

  if (!join_groups (typed, simple, error))
    return FALSE;
  if (*simple == '\0' && *decimals == '\0')
    return check_characters (typed, "", error);
  if (strlen (decimals) > N_DECIMALS)
    return refuse_decimals (typed, simple, decimals, error);

  for (const char *p = simple; *p != '\0'; p++)
    {
      if (__builtin_mul_overflow (result, 10, &result)
          || __builtin_add_overflow (result, *p - '0', &result))
        return overflow (error);
    }
  for (guint i = 0; i < N_DECIMALS; i++)
    {
      char digit = i < strlen (decimals) ? decimals[i] : '0';

      if (__builtin_mul_overflow (result, 10, &result)
          || __builtin_add_overflow (result, digit - '0', &result))
        return overflow (error);
    }

  *value = result;
  return TRUE;
}

/**
 * volets_money_parse:
 * @text: what a person typed: « 1 234,56 € », « 1234.56 », with spaces of any kind
 * @centimes: (out): the amount, in centimes, zero or more
 * @error: a sentence for the person, in VOLETS_MONEY_ERROR
 *
 * What could be read two ways is refused: « 1,234 », « 12 50 », « 1.234,56 ».
 *
 * Returns: %TRUE if @text is an amount
 */
gboolean
volets_money_parse (const char  *text,
                    gint64      *centimes,
                    GError     **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (centimes != NULL, FALSE);

  return parse_number (text, "€", centimes, error);
}

/**
 * volets_rate_parse:
 * @text: what a person typed: « 20 % », « 5,5 », « 2.1 »
 * @rate: (out): the rate, per ten thousand
 * @error: a sentence for the person, in VOLETS_MONEY_ERROR
 *
 * Returns: %TRUE if @text is a rate
 */
gboolean
volets_rate_parse (const char  *text,
                   gint64      *rate,
                   GError     **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (rate != NULL, FALSE);

  return parse_number (text, "%", rate, error);
}

/**
 * volets_money_format:
 * @centimes: an amount, in centimes
 *
 * Returns: (transfer full): « 1 234,56 € » with narrow no-break spaces between the thousands and
 *   a no-break space before the sign
 */
char *
volets_money_format (gint64 centimes)
{
  guint64 magnitude = centimes < 0 ? -(guint64) centimes : (guint64) centimes;
  g_autofree char *euros = volets_french_group_digits (magnitude / DECIMAL_UNIT);

  return g_strdup_printf ("%s%s,%02u\u00a0€", centimes < 0 ? "−" : "", euros,
                          (guint) (magnitude % DECIMAL_UNIT));
}

/**
 * volets_money_format_plain:
 * @centimes: an amount, in centimes
 *
 * Returns: (transfer full): « 1234.56 », as files have it
 */
char *
volets_money_format_plain (gint64 centimes)
{
  guint64 magnitude = centimes < 0 ? -(guint64) centimes : (guint64) centimes;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", centimes < 0 ? "-" : "",
                          magnitude / DECIMAL_UNIT, (guint) (magnitude % DECIMAL_UNIT));
}

/**
 * volets_rate_format:
 * @rate: a rate, per ten thousand
 *
 * Returns: (transfer full): « 70 % » or « 5,5 % », without idle zeros
 */
char *
volets_rate_format (gint64 rate)
{
  g_autofree char *plain = volets_rate_format_plain (rate);
  char *point = strchr (plain, '.');

  if (point != NULL)
    *point = ',';

  return g_strconcat (plain, "\u00a0%", NULL);
}

/**
 * volets_rate_format_plain:
 * @rate: a rate, per ten thousand
 *
 * Returns: (transfer full): « 70 » or « 5.5 », as files have it
 */
char *
volets_rate_format_plain (gint64 rate)
{
  char *plain = volets_money_format_plain (rate);
  gsize length = strlen (plain);

  while (plain[length - 1] == '0')
    plain[--length] = '\0';
  if (plain[length - 1] == '.')
    plain[--length] = '\0';

  return plain;
}

/**
 * volets_money_add:
 * @a: centimes
 * @b: centimes
 * @sum: (out): @a + @b; may be where @a or @b came from
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 */
gboolean
volets_money_add (gint64   a,
                  gint64   b,
                  gint64  *sum,
                  GError **error)
{
  gint64 result;

  g_return_val_if_fail (sum != NULL, FALSE);

  if (__builtin_add_overflow (a, b, &result))
    return overflow (error);

  *sum = result;
  return TRUE;
}

/**
 * volets_money_multiply:
 * @amount: centimes
 * @count: how many times
 * @product: (out): @amount × @count
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 */
gboolean
volets_money_multiply (gint64   amount,
                       gint64   count,
                       gint64  *product,
                       GError **error)
{
  gint64 result;

  g_return_val_if_fail (product != NULL, FALSE);

  if (__builtin_mul_overflow (amount, count, &result))
    return overflow (error);

  *product = result;
  return TRUE;
}

/**
 * volets_money_apply_rate:
 * @amount: centimes, zero or more
 * @rate: per ten thousand, zero or more
 * @result: (out): @amount × @rate, to the centime, half up
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 */
gboolean
volets_money_apply_rate (gint64   amount,
                         gint64   rate,
                         gint64  *result,
                         GError **error)
{
  Wide product;

  g_return_val_if_fail (amount >= 0 && rate >= 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  product = ((Wide) amount * (Wide) rate + VOLETS_RATE_UNIT / 2) / VOLETS_RATE_UNIT;
  if (product > G_MAXINT64)
    return overflow (error);

  *result = (gint64) product;
  return TRUE;
}

typedef struct {
  gint64 share;
  gint64 remainder;
  gint64 weight;
  gsize  index;
} Claim;

static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const Claim *first = a, *second = b;

  if (first->remainder != second->remainder)
    return first->remainder > second->remainder ? -1 : 1;
  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

/**
 * volets_money_share:
 * @amount: centimes, zero or more
 * @weights: (array length=n_weights): what each has in proportion, zero or more
 * @n_weights: how many there are, at least one
 * @shares: (out caller-allocates) (array length=n_weights): what each gets, in centimes
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 *
 * Shares @amount by the largest remainder, so that the shares always add up to it. The centimes
 * left over by rounding down go to the largest remainders, then to the larger weights, then in
 * the order given: a caller whose order means nothing sorts first. Where no weight is above zero
 * all weigh the same.
 */
gboolean
volets_money_share (gint64         amount,
                    const gint64  *weights,
                    gsize          n_weights,
                    gint64        *shares,
                    GError       **error)
{
  g_autofree Claim *claims = NULL;
  gint64 total = 0, left = amount;
  gboolean even;

  g_return_val_if_fail (amount >= 0, FALSE);
  g_return_val_if_fail (n_weights > 0, FALSE);

  for (gsize i = 0; i < n_weights; i++)
    {
      g_return_val_if_fail (weights[i] >= 0, FALSE);
      if (!volets_money_add (total, weights[i], &total, error))
        return FALSE;
    }
  even = total == 0;
  if (even)
    total = (gint64) n_weights;

  claims = g_new (Claim, n_weights);
  for (gsize i = 0; i < n_weights; i++)
    {
      gint64 weight = even ? 1 : weights[i];
      Wide product = (Wide) amount * (Wide) weight;

      claims[i] = (Claim) { (gint64) (product / (Wide) total), (gint64) (product % (Wide) total),
                            weight, i };
      left -= claims[i].share;
    }

  if (left > 0)
    qsort (claims, n_weights, sizeof *claims, compare_claims);
  for (gsize i = 0; i < n_weights; i++)
    shares[claims[i].index] = claims[i].share + (i < (gsize) left ? 1 : 0);

  return TRUE;
}

/**
 * volets_money_ratio:
 * @part: centimes, zero or more
 * @whole: centimes
 *
 * Returns: @part / @whole per ten thousand, half up, 0 where @whole is not above zero, and
 *   %G_MAXINT64 where there is no telling; for showing, never for computing on
 */
gint64
volets_money_ratio (gint64 part,
                    gint64 whole)
{
  Wide ratio;

  g_return_val_if_fail (part >= 0, 0);

  if (whole <= 0)
    return 0;

  ratio = ((Wide) part * VOLETS_RATE_UNIT * 2 + (Wide) whole) / ((Wide) whole * 2);
  return ratio > G_MAXINT64 ? G_MAXINT64 : (gint64) ratio;
}
