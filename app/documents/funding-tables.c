/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/funding-tables.h"

#include "documents/expense-items.h"
#include "documents/paper-words.h"
#include "engine/french.h"
#include "engine/money.h"

#define N_BLANK_ROWS 3

/* Where amounts are written in by hand they want room. */
#define LABEL_WEIGHT 2
#define BLANK_WEIGHT 1

/* @quantity: (nullable): %NULL where the table has no column for it */
static void
add_expense (VoletsSheetTable    *table,
             gboolean             is_total,
             const char          *label,
             const char          *quantity,
             const VoletsAmounts *amounts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *excluding_tax = volets_money_format (amounts->excluding_tax);
  g_autofree char *tax = volets_money_format (amounts->tax);
  g_autofree char *including_tax = volets_money_format (amounts->including_tax);
  g_auto (GStrv) cells = NULL;

  g_strv_builder_add (builder, label);
  if (quantity != NULL)
    g_strv_builder_add (builder, quantity);
  g_strv_builder_add_many (builder, excluding_tax, tax, including_tax, NULL);
  cells = g_strv_builder_end (builder);

  if (is_total)
    volets_sheet_table_add_total (table, (const char *const *) cells);
  else
    volets_sheet_table_add_row (table, (const char *const *) cells);
}

/* Nobody has a share of too much. */
static char *
format_share (gint64 amount,
              gint64 share)
{
  return amount >= 0 ? volets_rate_format (share) : g_strdup ("–");
}

/* @weight: of the columns of amounts, 0 for as wide as they are */
static VoletsSheetTable *
create_expenses (gboolean has_quantities,
                 double   weight)
{
  VoletsSheetTable *table = volets_sheet_table_new ();

  volets_sheet_table_add_column (table, "Dépenses", VOLETS_ALIGN_START, LABEL_WEIGHT);
  if (has_quantities)
    volets_sheet_table_add_column (table, "Quantité", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "HT", VOLETS_ALIGN_END, weight);
  volets_sheet_table_add_column (table, "TVA", VOLETS_ALIGN_END, weight);
  volets_sheet_table_add_column (table, "TTC", VOLETS_ALIGN_END, weight);

  return table;
}

static VoletsSheetTable *
create_receipts (const VoletsCall *call,
                 double            weight)
{
  VoletsSheetTable *table = volets_sheet_table_new ();

  volets_sheet_table_add_column (table, "Recettes", VOLETS_ALIGN_START, LABEL_WEIGHT);
  volets_sheet_table_add_column (table, "État de la demande", VOLETS_ALIGN_START, 0);
  volets_sheet_table_add_column (table, call->tax_included ? "Montant TTC" : "Montant HT",
                                 VOLETS_ALIGN_END, weight);
  volets_sheet_table_add_column (table, "Part", VOLETS_ALIGN_END, weight);

  return table;
}

/**
 * volets_funding_tables_add_expenses:
 * @sheet: a paper
 * @balance: what is bought and who pays for it
 *
 * Adds what each family of expenses costs; the lines that are not eligible are expenses all the
 * same.
 */
void
volets_funding_tables_add_expenses (VoletsSheet                *sheet,
                                    const VoletsFundingBalance *balance)
{
  g_autoptr (VoletsSheetTable) table = create_expenses (FALSE, 0);

  for (guint i = 0; i < balance->expenses->len; i++)
    {
      const VoletsBalanceExpense *expense = g_ptr_array_index (balance->expenses, i);

      add_expense (table, FALSE, expense->label, NULL, &expense->amounts);
    }
  add_expense (table, TRUE, "Total des dépenses", NULL, &balance->expense_total);
  volets_sheet_add_table (sheet, table);
}

static void
add_item (VoletsSheetTable        *table,
          const VoletsExpenseItem *item,
          const char              *prefix)
{
  g_autofree char *quantity = volets_french_group_digits ((guint64) item->quantity);
  g_autofree char *label = g_strconcat (prefix, item->label != NULL ? item->label : "",
                                        item->ineligible ? " (non éligible)" : "", NULL);

  add_expense (table, FALSE, label, quantity, &item->amounts);
}

/* A family of one thing is a row; one of several is a group with a total of its own. */
static void
add_family (VoletsSheetTable           *table,
            const VoletsBalanceExpense *expense,
            const VoletsExpenseItem    *items,
            guint                       n_items)
{
  if (n_items == 1)
    {
      g_autofree char *prefix = g_strconcat (expense->label, " – ", NULL);

      add_item (table, items, prefix);
      return;
    }

  volets_sheet_table_add_group (table, expense->label);
  for (guint i = 0; i < n_items; i++)
    add_item (table, &items[i], "");
  add_expense (table, TRUE, "Sous-total", "", &expense->amounts);
}

/**
 * volets_funding_tables_add_items:
 * @sheet: a paper
 * @balance: what is bought and who pays for it
 * @dossier: the dossier that @balance was made of
 *
 * Adds what each thing costs, under its family: both are in the order of the families.
 */
void
volets_funding_tables_add_items (VoletsSheet                *sheet,
                                 const VoletsFundingBalance *balance,
                                 VoletsDossier              *dossier)
{
  g_autoptr (VoletsSheetTable) table = create_expenses (TRUE, 0);
  g_autoptr (GArray) items = volets_expense_items_new (dossier);

  for (guint i = 0, first = 0; i < balance->expenses->len; i++)
    {
      const VoletsBalanceExpense *expense = g_ptr_array_index (balance->expenses, i);
      guint end = first;

      while (end < items->len
             && g_array_index (items, VoletsExpenseItem, end).family == expense->family)
        end++;
      add_family (table, expense, &g_array_index (items, VoletsExpenseItem, first), end - first);
      first = end;
    }
  add_expense (table, TRUE, "Total des dépenses", "", &balance->expense_total);
  volets_sheet_add_table (sheet, table);
}

/**
 * volets_funding_tables_add_receipts:
 * @sheet: a paper
 * @balance: what is bought and who pays for it
 * @call: the call, for its base
 * @missing: what stands for a name that is not known
 *
 * Adds who pays how much, and which part of all that is. The total is that of the expenses in the
 * base of the call.
 */
void
volets_funding_tables_add_receipts (VoletsSheet                *sheet,
                                    const VoletsFundingBalance *balance,
                                    const VoletsCall           *call,
                                    const char                 *missing)
{
  g_autoptr (VoletsSheetTable) table = create_receipts (call, 0);
  g_autofree char *total = volets_money_format (balance->receipt_total);
  g_autofree char *whole =
    volets_rate_format (volets_money_ratio (balance->receipt_total, balance->base_total));

  for (guint i = 0; i < balance->receipts->len; i++)
    {
      const VoletsBalanceReceipt *receipt = g_ptr_array_index (balance->receipts, i);
      g_autofree char *amount = volets_money_format (receipt->amount);
      g_autofree char *share = format_share (receipt->amount, receipt->share);

      volets_sheet_table_add_row (table,
                                  volets_paper_cells (receipt->name != NULL ? receipt->name
                                                                            : missing,
                                                      receipt->status, amount, share));
    }
  volets_sheet_table_add_total (table, volets_paper_cells ("Total des recettes", "", total,
                                                           whole));
  volets_sheet_add_table (sheet, table);
}

/**
 * volets_funding_tables_add_blank:
 * @sheet: a paper
 * @call: the call, for its base
 *
 * Adds the two tables for a plan that is not known yet, with rows to write it in by hand.
 */
void
volets_funding_tables_add_blank (VoletsSheet      *sheet,
                                 const VoletsCall *call)
{
  g_autoptr (VoletsSheetTable) expenses = create_expenses (FALSE, BLANK_WEIGHT);
  g_autoptr (VoletsSheetTable) receipts = create_receipts (call, BLANK_WEIGHT);
  g_autofree char *state = g_strdup_printf ("État (%s)", call->acronym);

  for (guint i = 0; i < N_BLANK_ROWS; i++)
    volets_sheet_table_add_row (expenses, volets_paper_cells ("", "", "", ""));
  volets_sheet_table_add_total (expenses, volets_paper_cells ("Total des dépenses", "", "", ""));
  volets_sheet_add_table (sheet, expenses);

  volets_sheet_table_add_row (receipts, volets_paper_cells (state, "sollicité", "", ""));
  for (guint i = 1; i < N_BLANK_ROWS; i++)
    volets_sheet_table_add_row (receipts, volets_paper_cells ("", "", "", ""));
  volets_sheet_table_add_total (receipts, volets_paper_cells ("Total des recettes", "", "", ""));
  volets_sheet_add_table (sheet, receipts);
}
