/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gauge.h"

#include <glib/gi18n.h>
#include <string.h>

#include "engine/french.h"
#include "engine/limit-words.h"
#include "engine/money.h"
#include "ui/label.h"

struct _VoletsGauge {
  GtkListBoxRow  parent_instance;

  GtkLabel      *title;
  GtkLevelBar   *bar;
  GtkLabel      *amounts;
  GtkBox        *explanation;
  GtkImage      *icon;
  GtkLabel      *sentence;
};

G_DEFINE_FINAL_TYPE (VoletsGauge, volets_gauge, GTK_TYPE_LIST_BOX_ROW)

/* « 15 classes × 3 500,00 € », %NULL where the limit is one amount and not a product. */
static char *
describe_product (const VoletsLimitResult *limit)
{
  g_autofree char *description = volets_limit_describe (limit);
  char *total = strstr (description, " = ");

  if (total == NULL)
    return NULL;

  *total = '\0';
  return g_steal_pointer (&description);
}

static char *
describe_amounts (const VoletsLimitResult *limit)
{
  g_autofree char *value = volets_money_format (limit->value);
  g_autofree char *total = volets_money_format (limit->limit);
  g_autofree char *product = describe_product (limit);
  g_autofree char *text = NULL;

  if (limit->rule->on_subsidy)
    /* Translators: how much subsidy, of the ceiling: “3 000,00 € of subsidy, of 7 000,00 €” */
    text = g_strdup_printf (_("%s of subsidy, of %s"), value, total);
  else
    /* Translators: how much expense, of the ceiling: “52 000,00 € of 52 500,00 €” */
    text = g_strdup_printf (_("%s of %s"), value, total);
  if (product != NULL)
    {
      g_autofree char *amounts = g_steal_pointer (&text);

      text = g_strdup_printf ("%s (%s)", amounts, product);
    }

  return volets_french_typeset (text);
}

static void
update_name (VoletsGauge *self)
{
  g_autofree char *name = g_strconcat (_("Ceiling"), " – ", gtk_label_get_text (self->title), NULL);
  gboolean is_titled = gtk_widget_get_visible (GTK_WIDGET (self->title));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, is_titled ? name : _("Ceiling"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  gtk_label_get_text (self->amounts), -1);
}

static void
volets_gauge_class_init (VoletsGaugeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/volets/Volets/ui/gauge.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsGauge, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsGauge, bar);
  gtk_widget_class_bind_template_child (widget_class, VoletsGauge, amounts);
  gtk_widget_class_bind_template_child (widget_class, VoletsGauge, explanation);
  gtk_widget_class_bind_template_child (widget_class, VoletsGauge, icon);
  gtk_widget_class_bind_template_child (widget_class, VoletsGauge, sentence);
}

static void
volets_gauge_init (VoletsGauge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Those are for batteries, which are well when they are full. */
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Warning"), -1);
}

/**
 * volets_gauge_new:
 *
 * Returns: (transfer floating): a gauge of nothing yet
 */
GtkWidget *
volets_gauge_new (void)
{
  return g_object_new (VOLETS_TYPE_GAUGE, NULL);
}

/**
 * volets_gauge_set_title:
 * @self: a gauge
 * @title: (nullable): what it is about, where there are several
 */
void
volets_gauge_set_title (VoletsGauge *self,
                        const char  *title)
{
  g_return_if_fail (VOLETS_IS_GAUGE (self));

  volets_label_show (self->title, title);
  update_name (self);
}

/**
 * volets_gauge_set_limit:
 * @self: a gauge
 * @limit: (nullable): the limit, %NULL to show no bar
 */
void
volets_gauge_set_limit (VoletsGauge             *self,
                        const VoletsLimitResult *limit)
{
  g_autofree char *amounts = NULL;

  g_return_if_fail (VOLETS_IS_GAUGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->bar), limit != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->amounts), limit != NULL);
  if (limit == NULL)
    return;

  /* A picture of the amounts: nothing is computed from it. */
  gtk_level_bar_set_value (self->bar, limit->limit > 0
                                        ? MIN (1.0, (double) limit->value / (double) limit->limit)
                                        : limit->value > 0);
  if (limit->value > limit->limit)
    gtk_widget_add_css_class (GTK_WIDGET (self->bar), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->bar), "over");
  amounts = describe_amounts (limit);
  gtk_label_set_text (self->amounts, amounts);
  update_name (self);
}

/**
 * volets_gauge_set_sentence:
 * @self: a gauge
 * @sentence: (nullable): what the limit does, or how much is left before it
 * @is_warning: whether a limit takes something away
 */
void
volets_gauge_set_sentence (VoletsGauge *self,
                           const char  *sentence,
                           gboolean     is_warning)
{
  g_autofree char *typeset = sentence != NULL ? volets_french_typeset (sentence) : NULL;

  g_return_if_fail (VOLETS_IS_GAUGE (self));

  gtk_label_set_text (self->sentence, typeset != NULL ? typeset : "");
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), typeset != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), is_warning);
}
