/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money.h"

static void
test_rate_is_applied_half_up (void)
{
  gint64 result = 0;

  g_assert_true (volets_money_apply_rate (1234567, 7000, &result, NULL));
  g_assert_cmpint (result, ==, 864197);
  g_assert_true (volets_money_apply_rate (99999, 5000, &result, NULL));
  g_assert_cmpint (result, ==, 50000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/money/rate-is-applied-half-up", test_rate_is_applied_half_up);

  return g_test_run ();
}
