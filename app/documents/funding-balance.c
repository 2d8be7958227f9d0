/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/funding-balance.h"

#include "documents/paper-words.h"
#include "engine/applicant.h"
#include "engine/choice-words.h"
#include "engine/french.h"
#include "engine/funder.h"
#include "engine/money.h"

/* What a plan de financement calls the families. */
static const char *const POSTES[] = {
  [VOLETS_EXPENSE_FAMILY_MISSING] = "Autres dépenses",
  [VOLETS_EXPENSE_FAMILY_CLASSE] = "Équipement des classes",
  [VOLETS_EXPENSE_FAMILY_MUTUALISABLE] = "Équipement mutualisable",
  [VOLETS_EXPENSE_FAMILY_DIRECTION] = "Équipement de la direction",
  [VOLETS_EXPENSE_FAMILY_RESEAU] = "Réseaux",
  [VOLETS_EXPENSE_FAMILY_SERVICE] = "Services numériques",
  [VOLETS_EXPENSE_FAMILY_RESSOURCE] = "Ressources numériques",
};

#define N_FAMILIES G_N_ELEMENTS (POSTES)

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
  g_free (receipt->name);
  g_free (receipt->status);
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
  VoletsAmounts families[N_FAMILIES] = { 0 };

  add_up_families (dossier, families);
  for (guint i = 0; i < N_FAMILIES; i++)
    {
      VoletsBalanceExpense *expense;

      if (families[i].including_tax == 0)
        continue;

      expense = g_new0 (VoletsBalanceExpense, 1);
      expense->family = i;
      expense->label = g_strdup (POSTES[i]);
      expense->amounts = families[i];
      g_ptr_array_add (self->expenses, expense);
    }
}

static void
add_receipt (VoletsFundingBalance *self,
             const char           *label,
             const char           *name,
             const char           *status,
             gint64                amount)
{
  VoletsBalanceReceipt *receipt = g_new0 (VoletsBalanceReceipt, 1);

  receipt->label = g_strdup (label);
  receipt->name = g_strdup (name);
  receipt->status = g_strdup (status);
  receipt->amount = amount;
  self->receipt_total += amount;
  g_ptr_array_add (self->receipts, receipt);
}

static void
add_funder (VoletsFundingBalance *self,
            VoletsRecord         *funder,
            gint64                amount)
{
  const char *who = volets_paper_get_text (funder, VOLETS_FUNDER_NAME);
  const char *kind = volets_record_get_choice (funder, VOLETS_FUNDER_KIND);
  const char *nick = volets_record_get_choice (funder, VOLETS_FUNDER_STATUS);
  const char *status = nick != NULL ? volets_choice_get_label (nick) : "";
  g_autofree char *label = nick != NULL ? g_strdup_printf ("%s (%s)", who, status)
                                        : g_strdup (who);
  g_autofree char *name =
    kind != NULL ? g_strdup_printf ("%s (%s)", who, volets_choice_get_label (kind))
                 : g_strdup (who);

  add_receipt (self, label, volets_record_has (funder, VOLETS_FUNDER_NAME) ? name : NULL, status,
               amount);
}

static void
add_funders (VoletsFundingBalance *self,
             VoletsDossier        *dossier,
             guint                 max_funders)
{
  guint n_funders = volets_dossier_get_n_rows (dossier, VOLETS_SECTION_FUNDERS);
  gint64 others = 0;

  for (guint i = 0; i < n_funders; i++)
    {
      VoletsRecord *funder = volets_dossier_get_row (dossier, VOLETS_SECTION_FUNDERS, i);
      gint64 amount = MAX (0, volets_record_get_number (funder, VOLETS_FUNDER_AMOUNT));

      if (i < max_funders)
        add_funder (self, funder, amount);
      else
        others += amount;
    }
  if (n_funders > max_funders)
    {
      g_autofree char *label = volets_french_count (n_funders - max_funders, "autre financeur",
                                                    "autres financeurs");

      add_receipt (self, label, label, "", others);
    }
}

/* Shares that are rounded one by one may show 99,99 % for the whole; those of the largest
 * remainders never do.
 */
static void
share_out (VoletsFundingBalance *self)
{
  g_autofree gint64 *amounts = g_new0 (gint64, self->receipts->len);
  g_autofree gint64 *shares = g_new0 (gint64, self->receipts->len);
  gboolean is_whole = self->base_total > 0;

  for (guint i = 0; i < self->receipts->len; i++)
    {
      const VoletsBalanceReceipt *receipt = g_ptr_array_index (self->receipts, i);

      amounts[i] = MAX (0, receipt->amount);
      is_whole = is_whole && receipt->amount >= 0;
    }

  if (!is_whole
      || !volets_money_share (VOLETS_RATE_UNIT, amounts, self->receipts->len, shares, NULL))
    {
      for (guint i = 0; i < self->receipts->len; i++)
        shares[i] = volets_money_ratio (amounts[i], self->base_total);
    }
  for (guint i = 0; i < self->receipts->len; i++)
    ((VoletsBalanceReceipt *) g_ptr_array_index (self->receipts, i))->share = shares[i];
}

/**
 * volets_funding_balance_new:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @max_funders: the funders after so many come in one line
 *
 * Returns: (transfer full): what is bought and who pays for it
 */
VoletsFundingBalance *
volets_funding_balance_new (VoletsDossier       *dossier,
                            const VoletsSubsidy *subsidy,
                            guint                max_funders)
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
  add_receipt (self, state, state, "sollicité", subsidy->amount);
  add_funders (self, dossier, max_funders);
  add_receipt (self, own, name, "part du demandeur", subsidy->own_share);
  share_out (self);

  return self;
}

void
volets_funding_balance_free (VoletsFundingBalance *self)
{
  g_ptr_array_unref (self->expenses);
  g_ptr_array_unref (self->receipts);
  g_free (self);
}
