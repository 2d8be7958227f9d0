/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money.h"

#include <string.h>

#include "engine/french.h"
#include "support/cases.h"

#define N_RANDOM 20000
#define MAX_WEIGHTS 12

/* What no function may have written where it reports an error. */
#define UNTOUCHED -4242

static const char *const CODES[] = {
  "EMPTY", "CHARACTER", "GROUPING", "SEPARATOR", "DECIMALS", "NEGATIVE", "OVERFLOW",
};

/* Numbers of all sizes, not only the largest ones that an even choice would give. */
static gint64
make_random_number (void)
{
  guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();

  return (gint64) (bits >> g_test_rand_int_range (1, 64));
}

static void
test_parse (gconstpointer data)
{
  const char *const *columns = data;
  const char *typed = columns[1], *expected = columns[2];
  gint64 value = UNTOUCHED;
  g_autoptr (GError) error = NULL;
  gboolean parsed;

  parsed = g_str_equal (columns[0], "rate")
           ? volets_rate_parse (typed, &value, &error)
           : volets_money_parse (typed, &value, &error);

  if (g_str_equal (expected, "ok"))
    {
      g_assert_no_error (error);
      g_assert_true (parsed);
      g_assert_cmpint (value, ==, g_ascii_strtoll (columns[3], NULL, 10));
      return;
    }

  g_assert_false (parsed);
  g_assert_nonnull (error);
  g_assert_true (error->domain == VOLETS_MONEY_ERROR);
  g_assert_cmpstr (CODES[error->code], ==, expected);
  g_assert_cmpint (value, ==, UNTOUCHED);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, columns[3]) == NULL)
    g_error ("« %s » is not in: %s", columns[3], error->message);
}

static void
test_format (gconstpointer data)
{
  static const struct {
    const char *how;
    char     *(*format) (gint64 number);
  } FORMATS[] = {
    { "money", volets_money_format },
    { "money-plain", volets_money_format_plain },
    { "rate", volets_rate_format },
    { "rate-plain", volets_rate_format_plain },
  };
  const char *const *columns = data;
  g_autoptr (GString) expected = g_string_new (columns[2]);
  g_autofree char *formatted = NULL;

  g_string_replace (expected, "~", VOLETS_NNBSP, 0);
  g_string_replace (expected, "_", VOLETS_NBSP, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      if (g_str_equal (FORMATS[i].how, columns[0]))
        formatted = FORMATS[i].format (g_ascii_strtoll (columns[1], NULL, 10));
    }

  g_assert_cmpstr (formatted, ==, expected->str);
}

static void
test_what_is_formatted_parses_to_the_same (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      gint64 number = make_random_number (), parsed = UNTOUCHED;
      g_autofree char *shown = volets_money_format (number);
      g_autofree char *plain = volets_money_format_plain (number);
      g_autofree char *rate = volets_rate_format (number);
      g_autofree char *plain_rate = volets_rate_format_plain (number);

      g_assert_true (volets_money_parse (shown, &parsed, NULL));
      g_assert_cmpint (parsed, ==, number);
      g_assert_true (volets_money_parse (plain, &parsed, NULL));
      g_assert_cmpint (parsed, ==, number);
      g_assert_true (volets_rate_parse (rate, &parsed, NULL));
      g_assert_cmpint (parsed, ==, number);
      g_assert_true (volets_rate_parse (plain_rate, &parsed, NULL));
      g_assert_cmpint (parsed, ==, number);
    }
}

static void
test_any_bytes_get_an_answer (void)
{
  static const char LIKELY[] = "0123456789 ,.-€\302\240%a";

  for (guint i = 0; i < N_RANDOM; i++)
    {
      char text[24] = { 0 };
      gint64 value = UNTOUCHED;
      g_autoptr (GError) error = NULL;

      for (gint j = g_test_rand_int_range (0, (gint) sizeof text); j > 0; j--)
        text[j - 1] = i % 2 == 0
                      ? LIKELY[g_test_rand_int_range (0, (gint) sizeof LIKELY - 1)]
                      : (char) g_test_rand_int_range (1, 256);

      if (volets_money_parse (text, &value, &error))
        g_assert_cmpint (value, >=, 0);
      else
        g_assert_true (g_utf8_validate (error->message, -1, NULL) && value == UNTOUCHED);
    }
}

static void
test_sums_and_products (void)
{
  gint64 result = UNTOUCHED;

  g_assert_true (volets_money_add (123456, 1, &result, NULL));
  g_assert_cmpint (result, ==, 123457);
  g_assert_true (volets_money_add (result, -123457, &result, NULL));
  g_assert_cmpint (result, ==, 0);
  g_assert_true (volets_money_add (G_MAXINT64, G_MININT64, &result, NULL));
  g_assert_cmpint (result, ==, -1);
  g_assert_true (volets_money_multiply (350000, 57, &result, NULL));
  g_assert_cmpint (result, ==, 19950000);
  g_assert_true (volets_money_multiply (-5, 3, &result, NULL));
  g_assert_cmpint (result, ==, -15);
  g_assert_true (volets_money_multiply (G_MAXINT64, 1, &result, NULL));
  g_assert_cmpint (result, ==, G_MAXINT64);
  g_assert_true (volets_money_multiply (G_MAXINT64, 0, &result, NULL));
  g_assert_cmpint (result, ==, 0);
}

static void
test_overflow_leaves_the_result_alone (void)
{
  static const struct {
    gboolean (*compute) (gint64 a, gint64 b, gint64 *result, GError **error);
    gint64     a, b;
  } CASES[] = {
    { volets_money_add, G_MAXINT64, 1 },
    { volets_money_add, G_MININT64, -1 },
    { volets_money_add, G_MAXINT64, G_MAXINT64 },
    { volets_money_multiply, G_MAXINT64, 2 },
    { volets_money_multiply, G_MAXINT64 / 2 + 1, 2 },
    { volets_money_multiply, G_MININT64, -1 },
    { volets_money_multiply, G_GINT64_CONSTANT (4000000000), G_GINT64_CONSTANT (4000000000) },
    { volets_money_apply_rate, G_MAXINT64, 10001 },
    { volets_money_apply_rate, G_MAXINT64, G_MAXINT64 },
    { volets_money_apply_rate, 10001, G_MAXINT64 },
    { volets_money_apply_rate, G_MAXINT64 / 2, 20001 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gint64 result = UNTOUCHED;
      g_autoptr (GError) error = NULL;

      g_assert_false (CASES[i].compute (CASES[i].a, CASES[i].b, &result, &error));
      g_assert_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_OVERFLOW);
      g_assert_cmpint (result, ==, UNTOUCHED);
      g_assert_false (CASES[i].compute (CASES[i].a, CASES[i].b, &result, NULL));
      g_assert_cmpint (result, ==, UNTOUCHED);
    }
}

static void
test_rate_is_applied_half_up (void)
{
  static const struct {
    gint64 amount, rate, result;
  } CASES[] = {
    { 0, 7000, 0 },
    { 1234567, 0, 0 },
    { 1234567, 7000, 864197 },
    { 99999, 5000, 50000 },
    { 1, 5000, 1 },
    { 1, 4999, 0 },
    { 3, 5000, 2 },
    { 5, 1000, 1 },
    { 4, 1000, 0 },
    { 1234567, 10000, 1234567 },
    { 100, 20000, 200 },
    { 20300000, 7000, 14210000 },
    { G_MAXINT64, 10000, G_MAXINT64 },
    { G_MAXINT64, 5000, G_MAXINT64 / 2 + 1 },
    { G_MAXINT64, 7000, G_GINT64_CONSTANT (6456360425798343065) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gint64 result = UNTOUCHED;

      g_assert_true (volets_money_apply_rate (CASES[i].amount, CASES[i].rate, &result, NULL));
      g_assert_cmpint (result, ==, CASES[i].result);
    }
}

static void
test_arithmetic_agrees_with_wider_integers (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      gint64 a = make_random_number (), b = make_random_number (), result = UNTOUCHED;
      gint64 rate = g_test_rand_int_range (0, 20001);
      __int128 sum = (__int128) a + b, product = (__int128) a * b;
      __int128 part = ((__int128) a * rate * 2 + VOLETS_RATE_UNIT) / (VOLETS_RATE_UNIT * 2);

      g_assert_cmpint (volets_money_add (a, b, &result, NULL), ==, sum <= G_MAXINT64);
      g_assert_true (result == (sum <= G_MAXINT64 ? (gint64) sum : UNTOUCHED));

      result = UNTOUCHED;
      g_assert_cmpint (volets_money_multiply (a, b, &result, NULL), ==, product <= G_MAXINT64);
      g_assert_true (result == (product <= G_MAXINT64 ? (gint64) product : UNTOUCHED));

      result = UNTOUCHED;
      g_assert_cmpint (volets_money_apply_rate (a, rate, &result, NULL), ==, part <= G_MAXINT64);
      g_assert_true (result == (part <= G_MAXINT64 ? (gint64) part : UNTOUCHED));
    }
}

static void
test_share_in_known_cases (void)
{
  static const struct {
    gint64 amount;
    gint64 weights[4];
    gint64 shares[4];
    gsize  n;
  } CASES[] = {
    { 100, { 1 }, { 100 }, 1 },
    { 0, { 3, 4 }, { 0, 0 }, 2 },
    { 100, { 1, 1, 1 }, { 34, 33, 33 }, 3 },
    { 200, { 1, 1, 1 }, { 67, 67, 66 }, 3 },
    { 1, { 1, 1, 1, 1 }, { 1, 0, 0, 0 }, 4 },
    { 100, { 1, 2 }, { 33, 67 }, 2 },
    { 1, { 1, 3, 4 }, { 0, 0, 1 }, 3 },
    { 5, { 1, 3 }, { 1, 4 }, 2 },
    /* Equal remainders: the larger weight first, then the order given. */
    { 2, { 1, 3 }, { 0, 2 }, 2 },
    { 1, { 2, 2 }, { 1, 0 }, 2 },
    /* Who has none gets none, not even an odd centime. */
    { 101, { 0, 1, 1 }, { 0, 51, 50 }, 3 },
    { 7, { 0, 0, 5 }, { 0, 0, 7 }, 3 },
    { 100, { 0, 0, 0 }, { 34, 33, 33 }, 3 },
    { 7, { 0 }, { 7 }, 1 },
    { G_MAXINT64, { 1, 1 }, { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 }, 2 },
    { G_MAXINT64, { 57, 0, 43 },
      { G_GINT64_CONSTANT (5257322061007222210), 0, G_GINT64_CONSTANT (3966049975847553597) }, 3 },
    { G_MAXINT64, { G_MAXINT64 }, { G_MAXINT64 }, 1 },
    { 1, { G_MAXINT64 - 1, 1 }, { 1, 0 }, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gint64 shares[4] = { 0 };

      g_assert_true (volets_money_share (CASES[i].amount, CASES[i].weights, CASES[i].n, shares,
                                         NULL));
      for (gsize j = 0; j < CASES[i].n; j++)
        g_assert_cmpint (shares[j], ==, CASES[i].shares[j]);
    }
}

static void
test_share_adds_up_and_is_fair (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, MAX_WEIGHTS + 1);
      gint64 amount = i % 50 == 0 ? G_MAXINT64 - (gint64) i : make_random_number ();
      gint64 weights[MAX_WEIGHTS], shares[MAX_WEIGHTS];
      __int128 total = 0, sum = 0;

      for (gsize j = 0; j < n; j++)
        {
          weights[j] = g_test_rand_int_range (0, i % 3 == 0 ? 4 : 3000);
          total += weights[j];
        }
      g_assert_true (volets_money_share (amount, weights, n, shares, NULL));

      for (gsize j = 0; j < n; j++)
        {
          __int128 exact = total > 0 ? (__int128) amount * weights[j] : amount;
          __int128 whole = total > 0 ? total : (__int128) n;

          sum += shares[j];
          g_assert_true (shares[j] * whole > exact - whole);
          g_assert_true (shares[j] * whole < exact + whole);
          if (total > 0 && weights[j] == 0)
            g_assert_cmpint (shares[j], ==, 0);
          for (gsize k = 0; k < n && total > 0; k++)
            {
              if (weights[j] > weights[k])
                g_assert_cmpint (shares[j], >=, shares[k]);
            }
        }
      g_assert_true (sum == amount);
    }
}

static void
test_share_that_overflows_leaves_every_share_alone (void)
{
  static const struct {
    gint64 amount;
    gint64 weights[3];
  } CASES[] = {
    { 100, { G_MAXINT64, 1, 0 } },
    { 100, { G_MAXINT64 / 2, G_MAXINT64 / 2, 2 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gint64 shares[3] = { UNTOUCHED, UNTOUCHED, UNTOUCHED };
      g_autoptr (GError) error = NULL;

      g_assert_false (volets_money_share (CASES[i].amount, CASES[i].weights, 3, shares, &error));
      g_assert_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_OVERFLOW);
      for (gsize j = 0; j < 3; j++)
        g_assert_cmpint (shares[j], ==, UNTOUCHED);
    }
}

static void
test_ratio (void)
{
  g_assert_cmpint (volets_money_ratio (0, 100), ==, 0);
  g_assert_cmpint (volets_money_ratio (100, 100), ==, 10000);
  g_assert_cmpint (volets_money_ratio (1, 3), ==, 3333);
  g_assert_cmpint (volets_money_ratio (2, 3), ==, 6667);
  g_assert_cmpint (volets_money_ratio (1, 20000), ==, 1);
  g_assert_cmpint (volets_money_ratio (1, 20001), ==, 0);
  g_assert_cmpint (volets_money_ratio (300, 100), ==, 30000);
  g_assert_cmpint (volets_money_ratio (3825000, 5550000), ==, 6892);
  g_assert_cmpint (volets_money_ratio (5, 0), ==, 0);
  g_assert_cmpint (volets_money_ratio (5, -100), ==, 0);
}

static void
test_ratio_of_huge_amounts_does_not_wrap (void)
{
  const gint64 limit = G_MAXINT64 / VOLETS_RATE_UNIT / 2;

  g_assert_cmpint (volets_money_ratio (G_MAXINT64, G_MAXINT64), ==, 10000);
  g_assert_cmpint (volets_money_ratio (G_MAXINT64 / 2, G_MAXINT64), ==, 5000);
  g_assert_cmpint (volets_money_ratio (limit - 1, limit), ==, 10000);
  g_assert_cmpint (volets_money_ratio (G_MAXINT64, 1), ==, G_MAXINT64);
  g_assert_cmpint (volets_money_ratio (G_MAXINT64, 9999), ==, G_MAXINT64);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      gint64 part = make_random_number (), whole = make_random_number () + 1;
      __int128 exact = ((__int128) part * VOLETS_RATE_UNIT * 2 + whole) / ((__int128) whole * 2);
      gint64 ratio = volets_money_ratio (part, whole);

      if (exact > G_MAXINT64)
        g_assert_cmpint (ratio, ==, G_MAXINT64);
      else if (whole <= limit / 2)
        g_assert_cmpint (ratio, ==, (gint64) exact);
      else
        g_assert_true (ratio - exact <= 1 && exact - ratio <= 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  volets_test_add_cases ("/money/parse", "money-parse.tsv", 4, test_parse);
  volets_test_add_cases ("/money/format", "money-format.tsv", 3, test_format);
  g_test_add_func ("/money/what-is-formatted-parses-to-the-same",
                   test_what_is_formatted_parses_to_the_same);
  g_test_add_func ("/money/any-bytes-get-an-answer", test_any_bytes_get_an_answer);
  g_test_add_func ("/money/sums-and-products", test_sums_and_products);
  g_test_add_func ("/money/overflow-leaves-the-result-alone",
                   test_overflow_leaves_the_result_alone);
  g_test_add_func ("/money/rate-is-applied-half-up", test_rate_is_applied_half_up);
  g_test_add_func ("/money/arithmetic-agrees-with-wider-integers",
                   test_arithmetic_agrees_with_wider_integers);
  g_test_add_func ("/money/share-in-known-cases", test_share_in_known_cases);
  g_test_add_func ("/money/share-adds-up-and-is-fair", test_share_adds_up_and_is_fair);
  g_test_add_func ("/money/share-that-overflows-leaves-every-share-alone",
                   test_share_that_overflows_leaves_every_share_alone);
  g_test_add_func ("/money/ratio", test_ratio);
  g_test_add_func ("/money/ratio-of-huge-amounts-does-not-wrap",
                   test_ratio_of_huge_amounts_does_not_wrap);

  return g_test_run ();
}
