/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/expense.h"

#include "engine/money.h"

G_DEFINE_ENUM_TYPE (VoletsExpenseFamily, volets_expense_family,
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_FAMILY_MISSING, ""),
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_FAMILY_CLASSE, "classe"),
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_FAMILY_MUTUALISABLE, "mutualisable"),
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_FAMILY_DIRECTION, "direction"),
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_FAMILY_RESEAU, "reseau"),
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_FAMILY_SERVICE, "service"),
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_FAMILY_RESSOURCE, "ressource"))

G_DEFINE_ENUM_TYPE (VoletsExpenseScope, volets_expense_scope,
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_SCOPE_MISSING, ""),
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_SCOPE_SCHOOL, "ecole"),
                    G_DEFINE_ENUM_VALUE (VOLETS_EXPENSE_SCOPE_PROJECT, "projet"))

static const VoletsField FIELDS[] = {
  [VOLETS_EXPENSE_FAMILY] = {
    "family", "famille", "famille", VOLETS_FIELD_CHOICE, TRUE, volets_expense_family_get_type,
  },
  [VOLETS_EXPENSE_LABEL] = { "label", "designation", "désignation", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_EXPENSE_SCOPE] = {
    "scope", "portee", "portée", VOLETS_FIELD_CHOICE, TRUE, volets_expense_scope_get_type,
  },
  [VOLETS_EXPENSE_SCHOOL] = { "school", "ecole", "école de la dépense", VOLETS_FIELD_TEXT },
  [VOLETS_EXPENSE_QUANTITY] = { "quantity", "quantite", "quantité", VOLETS_FIELD_COUNT, TRUE },
  [VOLETS_EXPENSE_UNIT_PRICE] = {
    "unit-price", "prixUnitaireHT", "prix unitaire HT", VOLETS_FIELD_MONEY, TRUE,
  },
  [VOLETS_EXPENSE_VAT_RATE] = { "vat-rate", "tauxTVA", "taux de TVA", VOLETS_FIELD_RATE, TRUE },
  [VOLETS_EXPENSE_INELIGIBLE] = {
    "ineligible", "nonEligible", "non éligible", VOLETS_FIELD_BOOLEAN,
  },
  [VOLETS_EXPENSE_REASON] = { "reason", "motif", "motif de non-éligibilité", VOLETS_FIELD_TEXT },
};

VOLETS_DEFINE_RECORD (VoletsExpense, volets_expense, FIELDS)

/**
 * volets_amounts_add:
 * @total: (inout): what was added up so far
 * @part: what comes on top
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 */
gboolean
volets_amounts_add (VoletsAmounts        *total,
                    const VoletsAmounts  *part,
                    GError              **error)
{
  return volets_money_add (total->excluding_tax, part->excluding_tax, &total->excluding_tax, error)
         && volets_money_add (total->tax, part->tax, &total->tax, error)
         && volets_money_add (total->including_tax, part->including_tax, &total->including_tax,
                              error);
}

/**
 * volets_expense_compute:
 * @self: a line of expense
 * @amounts: (out): its amounts, zero where the quantity or the price is missing
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 *
 * The tax of a line is rounded on the line, half up, so that the displayed lines add up to the
 * displayed totals.
 */
gboolean
volets_expense_compute (VoletsExpense  *self,
                        VoletsAmounts  *amounts,
                        GError        **error)
{
  VoletsRecord *record = VOLETS_RECORD (self);
  gint64 quantity = MAX (0, volets_record_get_number (record, VOLETS_EXPENSE_QUANTITY));
  gint64 price = MAX (0, volets_record_get_number (record, VOLETS_EXPENSE_UNIT_PRICE));
  gint64 rate = MAX (0, volets_record_get_number (record, VOLETS_EXPENSE_VAT_RATE));

  return volets_money_multiply (price, quantity, &amounts->excluding_tax, error)
         && volets_money_apply_rate (amounts->excluding_tax, rate, &amounts->tax, error)
         && volets_money_add (amounts->excluding_tax, amounts->tax, &amounts->including_tax,
                              error);
}
