/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/funding-balance.h"

#include "documents/paper-words.h"
#include "engine/applicant.h"
#include "engine/choice-words.h"
#include "engine/french.h"
#include "engine/funder.h"
#include "engine/money.h"

/* The funders after these come in one line. */
#define MAX_FUNDERS 50

#define N_FAMILIES (VOLETS_EXPENSE_FAMILY_RESSOURCE + 1)

static void
expense_free (VoletsBalanceExpense *expense)
{
  g_free (expense->label);
  g_free (expense);
}

static void
receipt_free (VoletsBalanceReceipt *receipt)
{
  g_free (receipt->label);
  g_free (receipt);
}

/* Whatever could overflow has done so in the subsidy, which would not be here. */
static void
add_up_families (VoletsDossier *dossier,
                 VoletsAmounts  families[N_FAMILIES])
{
  static const VoletsSection SECTIONS[] = {
    VOLETS_SECTION_EQUIPMENT, VOLETS_SECTION_SERVICE_LINES,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (SECTIONS); i++)
    {
      for (guint j = 0; j < volets_dossier_get_n_rows (dossier, SECTIONS[i]); j++)
        {
          VoletsRecord *line = volets_dossier_get_row (dossier, SECTIONS[i], j);
          VoletsAmounts amounts;

          if (volets_expense_compute (VOLETS_EXPENSE (line), &amounts, NULL))
            volets_amounts_add (&families[volets_record_get_number (line, VOLETS_EXPENSE_FAMILY)],
                                &amounts, NULL);
        }
    }
}

static void
add_expenses (VoletsFundingBalance *self,
              VoletsDossier        *dossier)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (VOLETS_TYPE_EXPENSE_FAMILY);
  VoletsAmounts families[N_FAMILIES] = { 0 };

  add_up_families (dossier, families);
  for (guint i = 0; i < N_FAMILIES; i++)
    {
      const char *nick = g_enum_get_value (choices, (int) i)->value_nick;
      VoletsBalanceExpense *expense;

      if (families[i].including_tax == 0)
        continue;

      expense = g_new0 (VoletsBalanceExpense, 1);
      expense->label = volets_paper_capitalise (i > 0 ? volets_choice_get_label (nick)
                                                      : "autres dépenses");
      expense->amounts = families[i];
      g_ptr_array_add (self->expenses, expense);
    }
}

static void
add_receipt (VoletsFundingBalance *self,
             const char           *label,
             gint64                amount)
{
  VoletsBalanceReceipt *receipt = g_new0 (VoletsBalanceReceipt, 1);

  receipt->label = g_strdup (label);
  receipt->amount = amount;
  receipt->share = volets_money_ratio (MAX (0, amount), self->base_total);
  self->receipt_total += amount;
  g_ptr_array_add (self->receipts, receipt);
}

static char *
describe_funder (VoletsRecord *funder)
{
  const char *name = volets_paper_get_text (funder, VOLETS_FUNDER_NAME);
  const char *status = volets_record_get_choice (funder, VOLETS_FUNDER_STATUS);

  return status != NULL ? g_strdup_printf ("%s (%s)", name, volets_choice_get_label (status))
                        : g_strdup (name);
}

static void
add_funders (VoletsFundingBalance *self,
             VoletsDossier        *dossier)
{
  guint n_funders = volets_dossier_get_n_rows (dossier, VOLETS_SECTION_FUNDERS);
  gint64 others = 0;

  for (guint i = 0; i < n_funders; i++)
    {
      VoletsRecord *funder = volets_dossier_get_row (dossier, VOLETS_SECTION_FUNDERS, i);
      gint64 amount = MAX (0, volets_record_get_number (funder, VOLETS_FUNDER_AMOUNT));
      g_autofree char *label = describe_funder (funder);

      if (i < MAX_FUNDERS)
        add_receipt (self, label, amount);
      else
        others += amount;
    }
  if (n_funders > MAX_FUNDERS)
    {
      g_autofree char *label = volets_french_count (n_funders - MAX_FUNDERS, "autre financeur",
                                                    "autres financeurs");

      add_receipt (self, label, others);
    }
}

/**
 * volets_funding_balance_new:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 *
 * Returns: (transfer full): what is bought and who pays for it
 */
VoletsFundingBalance *
volets_funding_balance_new (VoletsDossier       *dossier,
                            const VoletsSubsidy *subsidy)
{
  VoletsFundingBalance *self = g_new0 (VoletsFundingBalance, 1);
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  const char *name = volets_record_get_text (applicant, VOLETS_APPLICANT_NAME);
  g_autofree char *state = g_strdup_printf ("État (%s)", subsidy->call->acronym);
  g_autofree char *own = name != NULL ? g_strdup_printf ("%s (part du demandeur)", name)
                                      : g_strdup ("Part du demandeur");

  self->expenses = g_ptr_array_new_with_free_func ((GDestroyNotify) expense_free);
  self->receipts = g_ptr_array_new_with_free_func ((GDestroyNotify) receipt_free);
  self->expense_total = subsidy->declared_amounts;
  self->base_total = subsidy->declared;

  add_expenses (self, dossier);
  add_receipt (self, state, subsidy->amount);
  add_funders (self, dossier);
  add_receipt (self, own, subsidy->own_share);

  return self;
}

void
volets_funding_balance_free (VoletsFundingBalance *self)
{
  g_ptr_array_unref (self->expenses);
  g_ptr_array_unref (self->receipts);
  g_free (self);
}
