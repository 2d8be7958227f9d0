/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/computation-unit.h"

#include "engine/french.h"
#include "engine/limit-words.h"
#include "engine/money.h"
#include "ui/amount-row.h"
#include "ui/computation-line.h"
#include "ui/computation-row.h"
#include "ui/mark-box.h"

struct _VoletsComputationUnit {
  AdwBin                   parent_instance;

  GtkToggleButton         *toggle;
  GtkImage                *arrow;
  VoletsAmountRow         *title;
  GtkWidget               *content;
  GtkLabel                *sentence;
  GtkBox                  *rows;

  VoletsSubsidy           *subsidy;
  const VoletsVoletResult *volet;
  const VoletsUnitResult  *unit;
};

G_DEFINE_FINAL_TYPE (VoletsComputationUnit, volets_computation_unit, ADW_TYPE_BIN)

static void
update_rows (VoletsComputationUnit *self)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *typeset = NULL;

  if (self->unit == NULL || !gtk_toggle_button_get_active (self->toggle))
    return;

  sentence = volets_unit_result_explain (self->unit);
  typeset = volets_french_typeset (sentence);
  gtk_label_set_text (self->sentence, typeset);
  lines = volets_computation_tell_unit (self->subsidy, self->volet, self->unit);
  volets_computation_rows_show (self->rows, lines);
}

static void
toggle_toggled_cb (VoletsComputationUnit *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->toggle);

  update_rows (self);
  gtk_widget_set_visible (self->content, is_open);
  gtk_image_set_from_icon_name (self->arrow, is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_open, -1);
}

static void
volets_computation_unit_dispose (GObject *object)
{
  VoletsComputationUnit *self = VOLETS_COMPUTATION_UNIT (object);

  self->volet = NULL;
  self->unit = NULL;
  g_clear_pointer (&self->subsidy, volets_subsidy_unref);

  G_OBJECT_CLASS (volets_computation_unit_parent_class)->dispose (object);
}

static void
volets_computation_unit_class_init (VoletsComputationUnitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_computation_unit_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/computation-unit.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationUnit, toggle);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationUnit, arrow);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationUnit, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationUnit, content);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationUnit, sentence);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationUnit, rows);
  gtk_widget_class_bind_template_callback (widget_class, toggle_toggled_cb);

  g_type_ensure (VOLETS_TYPE_AMOUNT_ROW);
  g_type_ensure (VOLETS_TYPE_MARK_BOX);
}

static void
volets_computation_unit_init (VoletsComputationUnit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
volets_computation_unit_new (void)
{
  return g_object_new (VOLETS_TYPE_COMPUTATION_UNIT, NULL);
}

/**
 * volets_computation_unit_set_result:
 * @self: a unit
 * @subsidy: what was computed
 * @volet: one of its volets
 * @unit: one of the units of @volet
 */
void
volets_computation_unit_set_result (VoletsComputationUnit   *self,
                                    const VoletsSubsidy     *subsidy,
                                    const VoletsVoletResult *volet,
                                    const VoletsUnitResult  *unit)
{
  g_autoptr (VoletsSubsidy) last = NULL;
  g_autofree char *name = NULL;
  g_autofree char *amount = NULL;

  g_return_if_fail (VOLETS_IS_COMPUTATION_UNIT (self));
  g_return_if_fail (subsidy != NULL);

  last = g_steal_pointer (&self->subsidy);
  self->subsidy = volets_subsidy_ref ((VoletsSubsidy *) subsidy);
  self->volet = volet;
  self->unit = unit;

  name = volets_computation_name_unit (unit);
  amount = volets_money_format (unit->amount);
  volets_amount_row_set_label (self->title, name);
  volets_amount_row_set_amount (self->title, amount);
  update_rows (self);
}
