/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/funding/funding-step.h"

#include <glib/gi18n.h>

#include "documents/funding-balance.h"
#include "engine/french.h"
#include "engine/funder.h"
#include "engine/money.h"
#include "ui/funding-legend.h"
#include "ui/record-table.h"
#include "ui/sentence.h"
#include "ui/steps/funding/figure-grid.h"

/* The funders after these come in one line. */
#define MAX_FUNDERS 50

struct _VoletsFundingStep {
  VoletsStepPage       parent_instance;

  GtkWidget           *too_large;
  AdwActionRow        *state_row;
  GtkLabel            *state_amount;
  VoletsRecordTable   *funders;
  AdwActionRow        *own_share_row;
  GtkLabel            *own_share;
  AdwActionRow        *rule_row;
  GtkImage            *rule_icon;
  GtkWidget           *computed;
  VoletsFundingLegend *legend;
  VoletsFigureGrid    *expenses;
  VoletsFigureGrid    *receipts;
  AdwActionRow        *balance_row;
  GtkImage            *balance_icon;
};

G_DEFINE_FINAL_TYPE (VoletsFundingStep, volets_funding_step, VOLETS_TYPE_STEP_PAGE)

typedef enum {
  VERDICT_NONE_YET,
  VERDICT_FINE,
  VERDICT_WRONG,
} Verdict;

/* Nothing is praised, or blamed, before there is an expense. */
static Verdict
judge (const VoletsSubsidy *subsidy,
       gboolean             is_fine)
{
  if (is_fine && subsidy->declared == 0)
    return VERDICT_NONE_YET;

  return is_fine ? VERDICT_FINE : VERDICT_WRONG;
}

static void
show_verdict (AdwActionRow *row,
              GtkImage     *icon,
              Verdict       verdict,
              const char   *sentence)
{
  static const char *const ICONS[] = {
    [VERDICT_NONE_YET] = "dialog-information-symbolic",
    [VERDICT_FINE] = "object-select-symbolic",
    [VERDICT_WRONG] = "dialog-warning-symbolic",
  };
  static const char *const CLASSES[] = {
    [VERDICT_NONE_YET] = "dim-label",
    [VERDICT_FINE] = "success",
    [VERDICT_WRONG] = "warning",
  };
  const char *classes[] = { CLASSES[verdict], NULL };
  g_autofree char *typeset = volets_french_typeset (sentence);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), typeset);
  gtk_image_set_from_icon_name (icon, ICONS[verdict]);
  gtk_widget_set_css_classes (GTK_WIDGET (icon), classes);
}

/* The figure at the end of a row is a part of what the row says. */
static void
show_figure (AdwActionRow *row,
             GtkLabel     *label,
             const char   *figure)
{
  gtk_label_set_text (label, figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  figure, -1);
}

static void
show_amounts (VoletsFundingStep   *self,
              const VoletsSubsidy *subsidy)
{
  g_autofree char *title = g_strdup_printf (_("State subsidy (%s)"), subsidy->call->acronym);
  g_autofree char *amount = volets_money_format (subsidy->amount);
  g_autofree char *own_share = volets_money_format (subsidy->own_share);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), title);
  show_figure (self->state_row, self->state_amount, amount);
  show_figure (self->own_share_row, self->own_share, own_share);
}

static void
show_funders (VoletsFundingStep   *self,
              const VoletsSubsidy *subsidy)
{
  g_autofree char *amount = volets_money_format (subsidy->public_funders
                                                 + subsidy->private_funders);
  g_autofree char *total = g_strdup_printf (_("Total of the other funders: %s"), amount);

  volets_record_table_set_total (self->funders, total);
}

/* The least that the law leaves to the applicant, and where it says so. */
static void
show_rule (VoletsFundingStep   *self,
           const VoletsSubsidy *subsidy)
{
  const VoletsCall *call = subsidy->call;
  const VoletsProvenance *provenance = &call->own_share_provenance;
  g_autofree char *needed = volets_money_format (subsidy->own_share_needed);
  g_autofree char *share = volets_rate_format (subsidy->own_share_rate);
  g_autofree char *least = NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rule_row), call->min_own_share != VOLETS_UNSET);
  if (call->min_own_share == VOLETS_UNSET)
    return;

  least = volets_rate_format (call->min_own_share);
  if (subsidy->declared == 0)
    sentence = g_strdup_printf (_("The applicant will have to pay at least %s of the public "
                                  "financing."), least);
  else if (subsidy->own_share_enough)
    sentence = g_strdup_printf (_("Rule kept: the applicant pays %s of the public financing; at "
                                  "least %s is asked for, that is %s."), share, least, needed);
  else
    sentence = g_strdup_printf (_("Rule not kept: the applicant pays %s of the public financing; "
                                  "at least %s is asked for, that is %s."), share, least, needed);
  show_verdict (self->rule_row, self->rule_icon, judge (subsidy, subsidy->own_share_enough),
                sentence);

  if (provenance->source != NULL)
    {
      g_autofree char *source = volets_sentence_cite (provenance->source, provenance->certainty);

      adw_action_row_set_subtitle (self->rule_row, source);
    }
}

static void
show_expenses (VoletsFundingStep          *self,
               const VoletsFundingBalance *balance)
{
  guint n_lines = balance->expenses->len;

  for (guint i = 0; i <= n_lines; i++)
    {
      const VoletsBalanceExpense *expense =
        i < n_lines ? g_ptr_array_index (balance->expenses, i) : NULL;
      const VoletsAmounts *amounts = expense != NULL ? &expense->amounts
                                                     : &balance->expense_total;
      g_autofree char *excluding_tax = volets_money_format (amounts->excluding_tax);
      g_autofree char *tax = volets_money_format (amounts->tax);
      g_autofree char *including_tax = volets_money_format (amounts->including_tax);
      const char *const cells[] = {
        expense != NULL ? expense->label : _("Total of the expenses"), excluding_tax, tax,
        including_tax, NULL,
      };

      volets_figure_grid_set_line (self->expenses, i, cells);
    }
  volets_figure_grid_set_n_lines (self->expenses, n_lines + 1);
}

static void
show_receipts (VoletsFundingStep          *self,
               const VoletsFundingBalance *balance)
{
  guint n_lines = balance->receipts->len;

  for (guint i = 0; i <= n_lines; i++)
    {
      const VoletsBalanceReceipt *receipt =
        i < n_lines ? g_ptr_array_index (balance->receipts, i) : NULL;
      g_autofree char *amount = volets_money_format (receipt != NULL ? receipt->amount
                                                                     : balance->receipt_total);
      g_autofree char *share = volets_rate_format (
        receipt != NULL ? receipt->share
                        : volets_money_ratio (balance->receipt_total, balance->base_total));
      const char *const cells[] = {
        receipt != NULL ? receipt->label : _("Total of the receipts"), amount, share, NULL,
      };

      volets_figure_grid_set_line (self->receipts, i, cells);
    }
  volets_figure_grid_set_n_lines (self->receipts, n_lines + 1);
}

static void
show_balance (VoletsFundingStep          *self,
              const VoletsSubsidy        *subsidy,
              const VoletsFundingBalance *balance)
{
  const char *base = subsidy->call->tax_included ? _("including tax") : _("excluding tax");
  g_autofree char *total = volets_money_format (balance->base_total);
  g_autofree char *excess = volets_money_format (MAX (0, -subsidy->own_share));
  g_autofree char *sentence =
    subsidy->own_share < 0
      ? g_strdup_printf (_("The State and the other funders pay %s more than the project costs: "
                           "reduce what is asked for."), excess)
      : g_strdup_printf (_("Receipts equal expenses: %s, %s."), total, base);

  show_verdict (self->balance_row, self->balance_icon,
                judge (subsidy, subsidy->own_share >= 0
                                && balance->receipt_total == balance->base_total),
                sentence);
}

static void
show_nothing (VoletsFundingStep *self)
{
  show_figure (self->state_row, self->state_amount, "–");
  show_figure (self->own_share_row, self->own_share, "–");
  gtk_widget_set_visible (GTK_WIDGET (self->rule_row), FALSE);
  volets_record_table_set_total (self->funders, NULL);
}

/* Nothing of this is seen, so nothing is added up, while another step is worked in. */
static void
show_computed (VoletsFundingStep *self)
{
  VoletsEditor *editor = volets_step_page_get_editor (VOLETS_STEP_PAGE (self));
  const VoletsSubsidy *subsidy = volets_editor_get_subsidy (editor);
  g_autoptr (VoletsFundingBalance) balance = NULL;

  gtk_widget_set_visible (self->too_large, subsidy == NULL);
  gtk_widget_set_visible (self->computed, subsidy != NULL);
  if (subsidy == NULL)
    {
      show_nothing (self);
      return;
    }

  balance = volets_funding_balance_new (volets_editor_get_dossier (editor), subsidy,
                                        MAX_FUNDERS);
  show_amounts (self, subsidy);
  show_funders (self, subsidy);
  show_rule (self, subsidy);
  volets_funding_legend_set_subsidy (self->legend, subsidy);
  show_expenses (self, balance);
  show_receipts (self, balance);
  show_balance (self, subsidy, balance);
}

static void
volets_funding_step_update (VoletsStepPage *page)
{
  VOLETS_STEP_PAGE_CLASS (volets_funding_step_parent_class)->update (page);

  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    show_computed (VOLETS_FUNDING_STEP (page));
}

static void
volets_funding_step_map (GtkWidget *widget)
{
  if (volets_step_page_get_editor (VOLETS_STEP_PAGE (widget)) != NULL)
    show_computed (VOLETS_FUNDING_STEP (widget));

  GTK_WIDGET_CLASS (volets_funding_step_parent_class)->map (widget);
}

static void
volets_funding_step_class_init (VoletsFundingStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = volets_funding_step_map;
  VOLETS_STEP_PAGE_CLASS (klass)->update = volets_funding_step_update;

  g_type_ensure (VOLETS_TYPE_FIGURE_GRID);
  g_type_ensure (VOLETS_TYPE_FUNDING_LEGEND);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/funding/funding-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, too_large);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, state_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, state_amount);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, funders);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, own_share_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, own_share);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, rule_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, rule_icon);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, computed);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, legend);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, expenses);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, receipts);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, balance_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingStep, balance_icon);
}

static void
volets_funding_step_init (VoletsFundingStep *self)
{
  guint name, kind, status, date;

  gtk_widget_init_template (GTK_WIDGET (self));

  name = volets_record_table_add_field (self->funders, VOLETS_FUNDER_NAME, _("Funder"), 150, TRUE);
  kind = volets_record_table_add_field (self->funders, VOLETS_FUNDER_KIND, _("Kind"), 105, FALSE);
  volets_record_table_add_field (self->funders, VOLETS_FUNDER_AMOUNT, _("Amount (€)"), 110, FALSE);
  status = volets_record_table_add_field (self->funders, VOLETS_FUNDER_STATUS, _("Status"), 115,
                                          FALSE);
  date = volets_record_table_add_field (self->funders, VOLETS_FUNDER_DECISION_DATE,
                                        _("Decided on"), 110, FALSE);

  volets_record_table_place_large (self->funders, kind, name, 1);
  volets_record_table_place_large (self->funders, date, status, 1);

  volets_figure_grid_set_headings (self->expenses, (const char *const[]) {
    _("Expenses"), _("Excluding tax"), _("VAT"), _("Including tax"), NULL });
  volets_figure_grid_set_headings (self->receipts, (const char *const[]) {
    _("Receipts"), _("Amount"), _("Share"), NULL });
}
