/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/funding-legend.h"

#include <glib/gi18n.h>

#include "engine/money.h"
#include "ui/amount-row.h"
#include "ui/funding-bar.h"
#include "ui/mark-box.h"

struct _VoletsFundingLegend {
  AdwBin            parent_instance;

  VoletsFundingBar *bar;
  GtkWidget        *entries[VOLETS_N_FUNDING_KINDS];
  VoletsFundingBar *keys[VOLETS_N_FUNDING_KINDS];
  VoletsAmountRow  *rows[VOLETS_N_FUNDING_KINDS];
};

G_DEFINE_FINAL_TYPE (VoletsFundingLegend, volets_funding_legend, ADW_TYPE_BIN)

static const struct {
  const char *name;
  const char *entry;
  const char *key;
  const char *row;
  gboolean    is_always_shown;
} KINDS[VOLETS_N_FUNDING_KINDS] = {
  [VOLETS_FUNDING_STATE] = { N_("State"), "state_entry", "state_key", "state_row", TRUE },
  [VOLETS_FUNDING_PUBLIC] = {
    N_("Other public funders"), "public_entry", "public_key", "public_row", FALSE,
  },
  [VOLETS_FUNDING_PRIVATE] = {
    N_("Private funders"), "private_entry", "private_key", "private_row", FALSE,
  },
  [VOLETS_FUNDING_OWN] = { N_("Own share"), "own_entry", "own_key", "own_row", TRUE },
};

/* « State: 68,92 %, Own share: 31,08 % » */
static char *
describe_shares (const VoletsFundingPart *parts,
                 gint64                   whole)
{
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    {
      g_autofree char *share = volets_rate_format (volets_money_ratio (MAX (0, parts[i].amount),
                                                                       whole));

      if (parts[i].amount <= 0)
        continue;
      if (description->len > 0)
        g_string_append (description, ", ");
      /* Translators: a funder and the share that it pays. */
      g_string_append_printf (description, _("%s: %s"), _(KINDS[i].name), share);
    }
  if (description->len == 0)
    g_string_append (description, _("No expense declared yet"));

  return g_string_free (description, FALSE);
}

static void
volets_funding_legend_class_init (VoletsFundingLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/funding-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsFundingLegend, bar);
  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    {
      gtk_widget_class_bind_template_child_full (
        widget_class, KINDS[i].entry, FALSE,
        G_STRUCT_OFFSET (VoletsFundingLegend, entries) + i * (gssize) sizeof (gpointer));
      gtk_widget_class_bind_template_child_full (
        widget_class, KINDS[i].key, FALSE,
        G_STRUCT_OFFSET (VoletsFundingLegend, keys) + i * (gssize) sizeof (gpointer));
      gtk_widget_class_bind_template_child_full (
        widget_class, KINDS[i].row, FALSE,
        G_STRUCT_OFFSET (VoletsFundingLegend, rows) + i * (gssize) sizeof (gpointer));
    }

  g_type_ensure (VOLETS_TYPE_AMOUNT_ROW);
  g_type_ensure (VOLETS_TYPE_FUNDING_BAR);
  g_type_ensure (VOLETS_TYPE_MARK_BOX);
}

static void
volets_funding_legend_init (VoletsFundingLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    {
      VoletsFundingPart part = { (VoletsFundingKind) i, 1 };

      volets_funding_bar_set_parts (self->keys[i], &part, 1);
      volets_amount_row_set_label (self->rows[i], _(KINDS[i].name));
    }
}

/**
 * volets_funding_legend_set_subsidy:
 * @self: a legend
 * @subsidy: what was computed
 */
void
volets_funding_legend_set_subsidy (VoletsFundingLegend *self,
                                   const VoletsSubsidy *subsidy)
{
  VoletsFundingPart parts[VOLETS_N_FUNDING_KINDS];
  g_autofree char *description = NULL;

  g_return_if_fail (VOLETS_IS_FUNDING_LEGEND (self));
  g_return_if_fail (subsidy != NULL);

  volets_funding_parts_fill (parts, subsidy);
  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    {
      gint64 shown = MAX (0, parts[i].amount);
      g_autofree char *amount = volets_money_format (parts[i].amount);
      g_autofree char *share = volets_rate_format (volets_money_ratio (shown, subsidy->declared));

      volets_amount_row_set_amount (self->rows[i], amount);
      volets_amount_row_set_share (self->rows[i], share);
      gtk_widget_set_visible (self->entries[i], KINDS[i].is_always_shown || parts[i].amount != 0);
    }

  description = describe_shares (parts, subsidy->declared);
  volets_funding_bar_set_parts (self->bar, parts, VOLETS_N_FUNDING_KINDS);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->bar)), description) != 0)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->bar), description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      description, -1);
    }
}
