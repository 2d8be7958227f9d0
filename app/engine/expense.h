/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* A line of expense: of equipment, or of services and resources. */
#define VOLETS_TYPE_EXPENSE (volets_expense_get_type ())
G_DECLARE_FINAL_TYPE (VoletsExpense, volets_expense, VOLETS, EXPENSE, VoletsRecord)

typedef enum {
  VOLETS_EXPENSE_FAMILY_MISSING,
  VOLETS_EXPENSE_FAMILY_CLASSE,
  VOLETS_EXPENSE_FAMILY_MUTUALISABLE,
  VOLETS_EXPENSE_FAMILY_DIRECTION,
  VOLETS_EXPENSE_FAMILY_RESEAU,
  VOLETS_EXPENSE_FAMILY_SERVICE,
  VOLETS_EXPENSE_FAMILY_RESSOURCE,
} VoletsExpenseFamily;

#define VOLETS_TYPE_EXPENSE_FAMILY (volets_expense_family_get_type ())
GType volets_expense_family_get_type (void);

typedef enum {
  VOLETS_EXPENSE_SCOPE_MISSING,
  VOLETS_EXPENSE_SCOPE_SCHOOL,
  VOLETS_EXPENSE_SCOPE_PROJECT,
} VoletsExpenseScope;

#define VOLETS_TYPE_EXPENSE_SCOPE (volets_expense_scope_get_type ())
GType volets_expense_scope_get_type (void);

/* The fields, in the order of the files. */
enum {
  VOLETS_EXPENSE_FAMILY,
  VOLETS_EXPENSE_LABEL,
  VOLETS_EXPENSE_SCOPE,
  VOLETS_EXPENSE_SCHOOL,
  VOLETS_EXPENSE_QUANTITY,
  VOLETS_EXPENSE_UNIT_PRICE,
  VOLETS_EXPENSE_VAT_RATE,
  VOLETS_EXPENSE_INELIGIBLE,
  VOLETS_EXPENSE_REASON,
};

/**
 * VoletsAmounts:
 * @excluding_tax: HT, in centimes
 * @tax: TVA, in centimes
 * @including_tax: TTC, in centimes, always the sum of the two others
 */
typedef struct {
  gint64 excluding_tax;
  gint64 tax;
  gint64 including_tax;
} VoletsAmounts;

gboolean volets_amounts_add      (VoletsAmounts        *total,
                                  const VoletsAmounts  *part,
                                  GError              **error);
gboolean volets_expense_compute  (VoletsExpense        *self,
                                  VoletsAmounts        *amounts,
                                  GError              **error);

G_END_DECLS
