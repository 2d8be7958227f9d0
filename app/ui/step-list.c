/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/step-list.h"

#include "ui/step-row.h"

struct _VoletsStepList {
  AdwBin         parent_instance;

  VoletsStep     step;
  VoletsStepRow *rows[VOLETS_N_STEPS];

  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (VoletsStepList, volets_step_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_STEP,
  N_PROPS,
};

enum {
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
row_selected_cb (VoletsStepList *self,
                 VoletsStepRow  *row)
{
  if (row != NULL)
    volets_step_list_set_step (self, volets_step_row_get_step (row));
}

static void
row_activated_cb (VoletsStepList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* One stop for the Tab key, at the step that is shown: rows open their step when they get the
 * focus, so that who goes past them with it would end in the last step. The arrows go from row to
 * row.
 */
static gboolean
volets_step_list_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  VoletsStepList *self = VOLETS_STEP_LIST (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (volets_step_list_parent_class)->focus (widget, direction);

  return gtk_widget_get_focus_child (widget) == NULL
         && gtk_widget_grab_focus (GTK_WIDGET (self->rows[self->step]));
}

static void
volets_step_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_STEP)
    g_value_set_uint (value, volets_step_list_get_step (VOLETS_STEP_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
volets_step_list_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_STEP)
    volets_step_list_set_step (VOLETS_STEP_LIST (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
volets_step_list_class_init (VoletsStepListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = volets_step_list_get_property;
  object_class->set_property = volets_step_list_set_property;
  widget_class->focus = volets_step_list_focus;

  properties[PROP_STEP] =
    g_param_spec_uint ("step", NULL, NULL, 0, VOLETS_N_STEPS - 1, VOLETS_STEP_APPLICANT,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/volets/Volets/ui/step-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsStepList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
volets_step_list_init (VoletsStepList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    {
      self->rows[i] = VOLETS_STEP_ROW (volets_step_row_new (i));
      gtk_list_box_append (self->list, GTK_WIDGET (self->rows[i]));
    }
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->rows[self->step]));
}

/**
 * volets_step_list_get_step:
 * @self: a list of steps
 *
 * Returns: the step that is shown
 */
VoletsStep
volets_step_list_get_step (VoletsStepList *self)
{
  g_return_val_if_fail (VOLETS_IS_STEP_LIST (self), VOLETS_STEP_APPLICANT);

  return self->step;
}

/**
 * volets_step_list_set_step:
 * @self: a list of steps
 * @step: the step to show
 */
void
volets_step_list_set_step (VoletsStepList *self,
                           VoletsStep      step)
{
  g_return_if_fail (VOLETS_IS_STEP_LIST (self));
  g_return_if_fail (step < VOLETS_N_STEPS);

  if (self->step == step)
    return;

  self->step = step;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->rows[step]));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

/**
 * volets_step_list_get_state:
 * @self: a list of steps
 * @step: a step
 *
 * Returns: the state that is shown for it
 */
VoletsStepState
volets_step_list_get_state (VoletsStepList *self,
                            VoletsStep      step)
{
  g_return_val_if_fail (VOLETS_IS_STEP_LIST (self), VOLETS_STEP_STATE_UNTOUCHED);
  g_return_val_if_fail (step < VOLETS_N_STEPS, VOLETS_STEP_STATE_UNTOUCHED);

  return volets_step_row_get_state (self->rows[step]);
}

/**
 * volets_step_list_set_states:
 * @self: a list of steps
 * @states: how far each step is
 */
void
volets_step_list_set_states (VoletsStepList        *self,
                             const VoletsStepState  states[VOLETS_N_STEPS])
{
  g_return_if_fail (VOLETS_IS_STEP_LIST (self));

  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    volets_step_row_set_state (self->rows[i], states[i]);
}
