/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/step-row.h"

#include <glib/gi18n.h>

struct _VoletsStepRow {
  GtkListBoxRow    parent_instance;

  VoletsStep       step;
  VoletsStepState  state;

  GtkLabel        *number;
  GtkLabel        *title;
  GtkLabel        *state_label;
  GtkImage        *state_icon;
};

G_DEFINE_FINAL_TYPE (VoletsStepRow, volets_step_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const STATE_CLASSES[] = {
  [VOLETS_STEP_STATE_UNTOUCHED] = "dim-label",
  [VOLETS_STEP_STATE_OPTIONAL] = "dim-label",
  [VOLETS_STEP_STATE_IN_PROGRESS] = "accent",
  [VOLETS_STEP_STATE_COMPLETE] = "success",
  [VOLETS_STEP_STATE_ERRORS] = "error",
  [VOLETS_STEP_STATE_READY] = "success",
};

static void
update_widgets (VoletsStepRow *self)
{
  const char *title = volets_step_get_title (self->step);
  const char *state = volets_step_state_get_label (self->state);
  const char *classes[] = { STATE_CLASSES[self->state], NULL };
  /* Translators: a step for a screen reader: its number of how many, its name, its state. */
  g_autofree char *name = g_strdup_printf (_("Step %u of %u, %s: %s"), self->step + 1,
                                           VOLETS_N_STEPS, title, state);

  gtk_label_set_text (self->state_label, state);
  gtk_image_set_from_icon_name (self->state_icon, volets_step_state_get_icon_name (self->state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
volets_step_row_class_init (VoletsStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/volets/Volets/ui/step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsStepRow, number);
  gtk_widget_class_bind_template_child (widget_class, VoletsStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsStepRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, VoletsStepRow, state_icon);
}

static void
volets_step_row_init (VoletsStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_step_row_new:
 * @step: a step
 *
 * Returns: (transfer floating): its row, untouched
 */
GtkWidget *
volets_step_row_new (VoletsStep step)
{
  VoletsStepRow *self = g_object_new (VOLETS_TYPE_STEP_ROW, NULL);
  g_autofree char *number = g_strdup_printf ("%u", step + 1);

  g_return_val_if_fail (step < VOLETS_N_STEPS, NULL);

  self->step = step;
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->title, volets_step_get_title (step));
  update_widgets (self);

  return GTK_WIDGET (self);
}

/**
 * volets_step_row_get_step:
 * @self: a row
 *
 * Returns: the step it stands for
 */
VoletsStep
volets_step_row_get_step (VoletsStepRow *self)
{
  g_return_val_if_fail (VOLETS_IS_STEP_ROW (self), VOLETS_STEP_APPLICANT);

  return self->step;
}

/**
 * volets_step_row_get_state:
 * @self: a row
 *
 * Returns: the state it shows
 */
VoletsStepState
volets_step_row_get_state (VoletsStepRow *self)
{
  g_return_val_if_fail (VOLETS_IS_STEP_ROW (self), VOLETS_STEP_STATE_UNTOUCHED);

  return self->state;
}

/**
 * volets_step_row_set_state:
 * @self: a row
 * @state: the state to show, by its icon and in words
 */
void
volets_step_row_set_state (VoletsStepRow   *self,
                           VoletsStepState  state)
{
  g_return_if_fail (VOLETS_IS_STEP_ROW (self));

  if (self->state == state)
    return;

  self->state = state;
  update_widgets (self);
}
