/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/scale.h"

#include "engine/field.h"
#include "engine/money.h"

#define N_RANDOM 20000
#define MAX_BRACKETS 5

/* A volet whose scale is @n_brackets pairs of an end and a rate; its owner is the call. */
static const VoletsVolet *
make_volet (VoletsCall        *call,
            gboolean           whole,
            const gint64     (*brackets)[2],
            gsize              n_brackets)
{
  VoletsVolet *volet = volets_call_add_volet (call);

  volet->whole = whole;
  for (gsize i = 0; i < n_brackets; i++)
    {
      VoletsBracket *bracket = g_new0 (VoletsBracket, 1);

      bracket->up_to = brackets[i][0];
      bracket->rate = brackets[i][1];
      g_ptr_array_add (volet->brackets, bracket);
    }

  return volet;
}

static gint64
apply (const VoletsVolet *volet,
       gint64             expense)
{
  g_autoptr (GError) error = NULL;
  gint64 amount = -1;

  volets_scale_apply (volet, expense, NULL, &amount, &error);
  g_assert_no_error (error);

  return amount;
}

static void
test_marginal_pays_each_slice_at_its_rate (void)
{
  static const gint64 BRACKETS[][2] = { { 20000000, 7000 }, { 100000000, 5000 } };
  static const gint64 CASES[][2] = {
    { 0, 0 },
    { 1, 1 },
    { 2, 1 },
    { 100, 70 },
    { 19999999, 13999999 },
    { 20000000, 14000000 },
    { 20000001, 14000001 },
    { 20000002, 14000001 },
    { 60000000, 34000000 },
    { 99999999, 54000000 },
    { 100000000, 54000000 },
    { 100000001, 54000000 },
    { G_MAXINT64, 54000000 },
  };
  g_autoptr (VoletsCall) call = volets_call_new_empty ();
  const VoletsVolet *volet = make_volet (call, FALSE, BRACKETS, G_N_ELEMENTS (BRACKETS));

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpint (apply (volet, CASES[i][0]), ==, CASES[i][1]);
}

static void
test_whole_pays_all_at_the_rate_it_reaches (void)
{
  static const gint64 BRACKETS[][2] = { { 20000000, 7000 }, { 50000000, 5000 }, { -1, 1000 } };
  static const gint64 CASES[][2] = {
    { 0, 0 },
    { 1, 1 },
    { 19999999, 13999999 },
    { 20000000, 10000000 },
    { 20000001, 10000001 },
    { 49999999, 25000000 },
    { 50000000, 5000000 },
    { 1000000000, 100000000 },
  };
  g_autoptr (VoletsCall) call = volets_call_new_empty ();
  const VoletsVolet *volet = make_volet (call, TRUE, BRACKETS, G_N_ELEMENTS (BRACKETS));

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpint (apply (volet, CASES[i][0]), ==, CASES[i][1]);
}

static void
test_whole_with_an_end_pays_nothing_from_there (void)
{
  static const gint64 BRACKETS[][2] = { { 10000, 8000 } };
  g_autoptr (VoletsCall) call = volets_call_new_empty ();
  const VoletsVolet *volet = make_volet (call, TRUE, BRACKETS, G_N_ELEMENTS (BRACKETS));

  g_assert_cmpint (apply (volet, 9999), ==, 7999);
  g_assert_cmpint (apply (volet, 10000), ==, 0);
}

static void
test_no_scale_gives_nothing (void)
{
  g_autoptr (VoletsCall) call = volets_call_new_empty ();

  g_assert_cmpint (apply (make_volet (call, FALSE, NULL, 0), 123456), ==, 0);
  g_assert_cmpint (apply (make_volet (call, TRUE, NULL, 0), 123456), ==, 0);
}

static void
assert_bracket (const GArray *brackets,
                guint         index,
                gint64        from,
                gint64        base,
                gint64        amount)
{
  const VoletsBracketResult *bracket = &g_array_index (brackets, VoletsBracketResult, index);

  g_assert_cmpint (bracket->from, ==, from);
  g_assert_cmpint (bracket->base, ==, base);
  g_assert_cmpint (bracket->amount, ==, amount);
}

static void
test_only_brackets_that_are_used_are_told (void)
{
  static const gint64 BRACKETS[][2] = { { 1000, 7000 }, { 5000, 5000 }, { -1, 1000 } };
  g_autoptr (VoletsCall) call = volets_call_new_empty ();
  const VoletsVolet *marginal = make_volet (call, FALSE, BRACKETS, G_N_ELEMENTS (BRACKETS));
  const VoletsVolet *whole = make_volet (call, TRUE, BRACKETS, G_N_ELEMENTS (BRACKETS));
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (VoletsBracketResult));
  gint64 amount;

  g_assert_true (volets_scale_apply (marginal, 5005, lines, &amount, NULL));
  g_assert_cmpuint (lines->len, ==, 3);
  assert_bracket (lines, 0, 0, 1000, 700);
  assert_bracket (lines, 1, 1000, 4000, 2000);
  assert_bracket (lines, 2, 5000, 5, 1);
  g_assert_cmpint (amount, ==, 2701);
  g_assert_true (g_array_index (lines, VoletsBracketResult, 2).rule
                 == g_ptr_array_index (marginal->brackets, 2));

  g_array_set_size (lines, 0);
  g_assert_true (volets_scale_apply (marginal, 1000, lines, &amount, NULL));
  g_assert_cmpuint (lines->len, ==, 1);

  g_array_set_size (lines, 0);
  g_assert_true (volets_scale_apply (marginal, 0, lines, &amount, NULL));
  g_assert_cmpuint (lines->len, ==, 1);
  assert_bracket (lines, 0, 0, 0, 0);

  g_array_set_size (lines, 0);
  g_assert_true (volets_scale_apply (whole, 1000, lines, &amount, NULL));
  g_assert_cmpuint (lines->len, ==, 1);
  assert_bracket (lines, 0, 1000, 1000, 500);

  g_array_set_size (lines, 0);
  g_assert_true (volets_scale_apply (whole, 0, lines, &amount, NULL));
  g_assert_cmpuint (lines->len, ==, 0);
}

static void
test_largest_expense_neither_wraps_nor_fails_up_to_its_own_amount (void)
{
  static const gint64 ALL[][2] = { { 1, 10000 }, { 12345, 10000 }, { -1, 10000 } };
  static const gint64 TWICE[][2] = { { -1, 20000 } };
  g_autoptr (VoletsCall) call = volets_call_new_empty ();
  g_autoptr (GError) error = NULL;
  gint64 amount = 0;

  g_assert_cmpint (apply (make_volet (call, FALSE, ALL, G_N_ELEMENTS (ALL)), G_MAXINT64), ==,
                   G_MAXINT64);
  g_assert_cmpint (apply (make_volet (call, TRUE, ALL, G_N_ELEMENTS (ALL)), G_MAXINT64), ==,
                   G_MAXINT64);
  g_assert_false (volets_scale_apply (make_volet (call, FALSE, TWICE, 1), G_MAXINT64, NULL,
                                      &amount, &error));
  g_assert_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_OVERFLOW);
}

/* The same in one pass over the ends, with room to spare: what is under each end, less what was
 * under the one before.
 */
static gint64
pay_marginally (const gint64 (*brackets)[2],
                gsize          n_brackets,
                gint64         expense)
{
  gint64 total = 0, below = 0;

  for (gsize i = 0; i < n_brackets; i++)
    {
      gint64 under = brackets[i][0] < 0 || expense < brackets[i][0] ? expense : brackets[i][0];
      __extension__ __int128 exact = (__int128) (under - below) * brackets[i][1];

      total += (gint64) (exact / 10000 + (exact % 10000 >= 5000 ? 1 : 0));
      below = under;
    }

  return total;
}

static void
test_any_scale_agrees_with_the_naive_one_and_never_goes_down (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      gint64 brackets[MAX_BRACKETS][2], reached = 0, expense, amount;
      gsize n_brackets = (gsize) g_test_rand_int_range (1, MAX_BRACKETS + 1);
      g_autoptr (VoletsCall) call = volets_call_new_empty ();
      const VoletsVolet *volet;

      for (gsize j = 0; j < n_brackets; j++)
        {
          reached += g_test_rand_int_range (1, 1 << g_test_rand_int_range (1, 30));
          brackets[j][0] = j + 1 == n_brackets && g_test_rand_bit () ? VOLETS_UNSET : reached;
          brackets[j][1] = g_test_rand_int_range (0, 10001);
        }
      volet = make_volet (call, FALSE, (const gint64 (*)[2]) brackets, n_brackets);
      expense = g_test_rand_int_range (0, 1 << g_test_rand_int_range (1, 31));

      amount = apply (volet, expense);
      g_assert_cmpint (amount, ==,
                       pay_marginally ((const gint64 (*)[2]) brackets, n_brackets, expense));
      g_assert_cmpint (amount, >=, 0);
      g_assert_cmpint (amount, <=, expense);
      g_assert_cmpint (apply (volet, expense + 1), >=, amount);
      g_assert_cmpint (apply (volet, expense + 1), <=, amount + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/marginal-pays-each-slice-at-its-rate",
                   test_marginal_pays_each_slice_at_its_rate);
  g_test_add_func ("/scale/whole-pays-all-at-the-rate-it-reaches",
                   test_whole_pays_all_at_the_rate_it_reaches);
  g_test_add_func ("/scale/whole-with-an-end-pays-nothing-from-there",
                   test_whole_with_an_end_pays_nothing_from_there);
  g_test_add_func ("/scale/no-scale-gives-nothing", test_no_scale_gives_nothing);
  g_test_add_func ("/scale/only-brackets-that-are-used-are-told",
                   test_only_brackets_that_are_used_are_told);
  g_test_add_func ("/scale/largest-expense-neither-wraps-nor-fails-up-to-its-own-amount",
                   test_largest_expense_neither_wraps_nor_fails_up_to_its_own_amount);
  g_test_add_func ("/scale/any-scale-agrees-with-the-naive-one-and-never-goes-down",
                   test_any_scale_agrees_with_the_naive_one_and_never_goes_down);

  return g_test_run ();
}
