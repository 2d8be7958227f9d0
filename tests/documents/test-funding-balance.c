/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/funding-balance.h"

#include "engine/call-store.h"
#include "engine/expense.h"
#include "engine/funder.h"
#include "engine/money.h"
#include "engine/school.h"

#define MAX_FUNDERS 50
#define MANY_FUNDERS 120

static void
add_expense (VoletsDossier       *dossier,
             VoletsSection        section,
             VoletsExpenseFamily  family,
             gint64               price)
{
  VoletsRecord *line = volets_dossier_append (dossier, section);

  volets_record_set_number (line, VOLETS_EXPENSE_FAMILY, family);
  volets_record_set_number (line, VOLETS_EXPENSE_QUANTITY, 3);
  volets_record_set_number (line, VOLETS_EXPENSE_UNIT_PRICE, price);
  volets_record_set_number (line, VOLETS_EXPENSE_VAT_RATE, 550);
}

static void
add_funder (VoletsDossier    *dossier,
            VoletsFunderKind  kind,
            gint64            amount)
{
  VoletsRecord *funder = volets_dossier_append (dossier, VOLETS_SECTION_FUNDERS);

  volets_record_set_text (funder, VOLETS_FUNDER_NAME, "Département");
  volets_record_set_number (funder, VOLETS_FUNDER_KIND, kind);
  volets_record_set_number (funder, VOLETS_FUNDER_AMOUNT, amount);
}

/* The shares that are shown add up to 100 %, and none is further from its amount than rounding. */
static void
assert_shares (const VoletsFundingBalance *balance)
{
  gint64 sum = 0;

  for (guint i = 0; i < balance->receipts->len; i++)
    {
      const VoletsBalanceReceipt *receipt = g_ptr_array_index (balance->receipts, i);

      g_assert_cmpint (ABS (receipt->share * balance->base_total
                            - receipt->amount * VOLETS_RATE_UNIT), <, balance->base_total);
      sum += receipt->share;
    }
  g_assert_cmpint (sum, ==, VOLETS_RATE_UNIT);
}

static void
assert_balanced (VoletsDossier *dossier,
                 guint          n_expenses,
                 guint          n_receipts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsCall) call = volets_call_store_find ("snee-2021");
  g_autoptr (VoletsSubsidy) subsidy = volets_subsidy_compute (call, dossier, &error);
  g_autoptr (VoletsFundingBalance) balance = NULL;
  VoletsAmounts sum = { 0 };
  gint64 receipts = 0;

  g_assert_no_error (error);
  balance = volets_funding_balance_new (dossier, subsidy, MAX_FUNDERS);

  g_assert_cmpuint (balance->expenses->len, ==, n_expenses);
  g_assert_cmpuint (balance->receipts->len, ==, n_receipts);
  for (guint i = 0; i < n_expenses; i++)
    {
      const VoletsBalanceExpense *expense = g_ptr_array_index (balance->expenses, i);

      g_assert_true (volets_amounts_add (&sum, &expense->amounts, NULL));
    }
  for (guint i = 0; i < n_receipts; i++)
    receipts += ((const VoletsBalanceReceipt *) g_ptr_array_index (balance->receipts, i))->amount;

  g_assert_cmpint (sum.excluding_tax, ==, balance->expense_total.excluding_tax);
  g_assert_cmpint (sum.tax, ==, balance->expense_total.tax);
  g_assert_cmpint (sum.including_tax, ==, balance->expense_total.including_tax);
  g_assert_cmpint (receipts, ==, balance->receipt_total);
  g_assert_cmpint (balance->receipt_total, ==, balance->base_total);
  if (subsidy->own_share >= 0 && balance->base_total > 0)
    assert_shares (balance);
}

static void
test_nothing (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");

  assert_balanced (dossier, 0, 2);
}

static void
test_totals_are_equal (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");

  add_expense (dossier, VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_FAMILY_CLASSE, 33333);
  add_expense (dossier, VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_FAMILY_MISSING, 7);
  add_expense (dossier, VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_FAMILY_CLASSE, 101);
  add_expense (dossier, VOLETS_SECTION_SERVICE_LINES, VOLETS_EXPENSE_FAMILY_SERVICE, 9999);
  add_funder (dossier, VOLETS_FUNDER_KIND_PUBLIC, 1001);
  add_funder (dossier, VOLETS_FUNDER_KIND_PRIVATE, VOLETS_UNSET);

  assert_balanced (dossier, 3, 4);
}

static void
test_too_much_is_paid (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");

  add_expense (dossier, VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_FAMILY_CLASSE, 100);
  add_funder (dossier, VOLETS_FUNDER_KIND_PUBLIC, 1000000);

  assert_balanced (dossier, 1, 3);
}

static void
test_many_funders_share_a_line (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");

  add_expense (dossier, VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_FAMILY_CLASSE, 1000000);
  for (guint i = 0; i < MANY_FUNDERS; i++)
    add_funder (dossier, VOLETS_FUNDER_KIND_PUBLIC, i + 1);

  assert_balanced (dossier, 1, 53);
}

/* 50 %, 16,67 %, 16,67 % and 16,67 % would be 100,01 %. */
static void
test_shares_add_up_to_the_whole (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  VoletsRecord *school = volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);

  volets_record_set_number (school, VOLETS_SCHOOL_KIND, VOLETS_SCHOOL_KIND_ELEMENTAIRE);
  volets_record_set_number (school, VOLETS_SCHOOL_CLASSES, 10);
  for (guint i = 0; i < 40; i++)
    {
      add_expense (dossier, VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_FAMILY_CLASSE, 7919 + i);
      add_funder (dossier, VOLETS_FUNDER_KIND_PUBLIC, 1000 + 7 * i);

      assert_balanced (dossier, 1, 3 + i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/funding-balance/nothing", test_nothing);
  g_test_add_func ("/funding-balance/totals-are-equal", test_totals_are_equal);
  g_test_add_func ("/funding-balance/too-much-is-paid", test_too_much_is_paid);
  g_test_add_func ("/funding-balance/many-funders-share-a-line", test_many_funders_share_a_line);

  g_test_add_func ("/funding-balance/shares-add-up-to-the-whole",
                   test_shares_add_up_to_the_whole);

  return g_test_run ();
}
