/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsBalanceExpense:
 * @family: a family of expenses
 * @label: what it is called in French
 * @amounts: all its lines, those that are not eligible too
 */
typedef struct {
  VoletsExpenseFamily  family;
  char                *label;
  VoletsAmounts        amounts;
} VoletsBalanceExpense;

/**
 * VoletsBalanceReceipt:
 * @label: who pays, and how far that is, in French
 * @name: (nullable): who pays; %NULL where it is not known
 * @status: how far that is: « sollicité », « part du demandeur », "" where it is not known
 * @amount: centimes; below zero for an applicant to whom nothing is left to pay
 * @share: of all receipts, per ten thousand, for showing; the shares add up to 100 %, unless an
 *   amount is below zero or there are none
 */
typedef struct {
  char   *label;
  char   *name;
  char   *status;
  gint64  amount;
  gint64  share;
} VoletsBalanceReceipt;

/* For the papers, which list every funder. */
#define VOLETS_BALANCE_ALL_FUNDERS G_MAXUINT

/**
 * VoletsFundingBalance:
 * @expenses: (element-type VoletsBalanceExpense): by family, those that have any
 * @receipts: (element-type VoletsBalanceReceipt): the State, the other funders, the applicant
 * @expense_total: all expenses
 * @base_total: the same in the base of the call (HT or TTC), in centimes
 * @receipt_total: all receipts, in centimes; the same as @base_total
 *
 * What is bought and who pays for it, with two totals that are equal to the centime. Immutable.
 */
typedef struct {
  GPtrArray     *expenses;
  GPtrArray     *receipts;
  VoletsAmounts  expense_total;
  gint64         base_total;
  gint64         receipt_total;
} VoletsFundingBalance;

VoletsFundingBalance *volets_funding_balance_new  (VoletsDossier         *dossier,
                                                   const VoletsSubsidy   *subsidy,
                                                   guint                  max_funders);
void                  volets_funding_balance_free (VoletsFundingBalance  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsFundingBalance, volets_funding_balance_free)

G_END_DECLS
