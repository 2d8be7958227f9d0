/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossier-view.h"

#include <glib/gi18n.h>

#include "ui/stack-page.h"
#include "ui/step-list.h"
#include "ui/steps/filing/filing-step.h"
#include "ui/steps/steps.h"
#include "ui/subsidy-panel.h"
#include "ui/text-size.h"

/* A form is easier to read when its lines are not long. In pixels at 100 % text, as the next. */
#define PAGE_WIDTH 900
/* What is narrower than this makes room by laying the list of the steps aside. */
#define PAGE_MIN_WIDTH 480

struct _VoletsDossierView {
  AdwBin              parent_instance;

  VoletsEditor       *editor;
  VoletsStepPage     *pages[VOLETS_N_STEPS]; /* made when they are first shown */
  gboolean            wants_focus;

  AdwFlap            *flap;
  VoletsStepList     *step_list;
  AdwToastOverlay    *toasts;
  GtkStack           *stack;
  GtkWidget          *navigation;
  GtkWidget          *previous_button;
  GtkLabel           *previous_label;
  GtkWidget          *next_button;
  GtkLabel           *next_label;
  VoletsSubsidyPanel *panel;
};

G_DEFINE_FINAL_TYPE (VoletsDossierView, volets_dossier_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_EDITOR,
  PROP_STEP,
  PROP_STEPS_REVEALED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkScrolledWindow *
find_scroller (VoletsStepPage *page)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page),
                                                       GTK_TYPE_SCROLLED_WINDOW));
}

static void
scale_clamp (GtkWidget *clamp)
{
  int width = volets_text_size_scale (clamp, PAGE_WIDTH);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
}

static void
scale_page (VoletsStepPage *page)
{
  scale_clamp (gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_CLAMP));
  gtk_scrolled_window_set_min_content_width (find_scroller (page),
                                             volets_text_size_scale (GTK_WIDGET (page),
                                                                     PAGE_MIN_WIDTH));
}

static void
scale_all (VoletsDossierView *self)
{
  scale_clamp (self->navigation);
  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    {
      if (self->pages[i] != NULL)
        scale_page (self->pages[i]);
    }
}

static GtkWidget *
create_heading (VoletsStep step)
{
  /* Translators: the heading of a step: its number, how many there are, its name. */
  g_autofree char *text = g_strdup_printf (_("Step %u of %u: %s"), step + 1, VOLETS_N_STEPS,
                                           volets_step_get_title (step));
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", text,
                                     "xalign", 0.0,
                                     "wrap", TRUE,
                                     NULL);

  gtk_widget_add_css_class (heading, "title-3");

  return heading;
}

/* The heading scrolls with the page: a small screen has little height to spare. */
static VoletsStepPage *
create_page (VoletsDossierView *self,
             VoletsStep         step)
{
  VoletsStepPage *page = g_object_new (volets_steps_get_page_type (step), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), create_heading (step));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page));
  gtk_widget_add_css_class (clamp, "step-page");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_child (self->stack, scroller);
  scale_page (page);

  return page;
}

static VoletsStepPage *
ensure_page (VoletsDossierView *self,
             VoletsStep         step)
{
  if (self->pages[step] == NULL)
    {
      self->pages[step] = create_page (self, step);
      volets_step_page_set_editor (self->pages[step], self->editor);
      if (VOLETS_IS_FILING_STEP (self->pages[step]))
        g_signal_connect_object (self->pages[step], "finding-activated",
                                 G_CALLBACK (volets_dossier_view_open_finding), self,
                                 G_CONNECT_SWAPPED);
    }

  return self->pages[step];
}

/* Everything that depends on the step that is shown. */
static void
update_navigation (VoletsDossierView *self)
{
  VoletsStep step = volets_step_list_get_step (self->step_list);
  gboolean has_previous = step > 0;
  gboolean has_next = step + 1 < VOLETS_N_STEPS;
  g_autofree char *previous =
    g_strdup_printf (_("Previous: %s"), has_previous ? volets_step_get_title (step - 1) : "");
  g_autofree char *next =
    g_strdup_printf (_("Next: %s"), has_next ? volets_step_get_title (step + 1) : "");

  gtk_label_set_text (self->previous_label, previous);
  gtk_label_set_text (self->next_label, next);
  gtk_widget_set_visible (self->previous_button, has_previous);
  gtk_widget_set_visible (self->next_button, has_next);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.previous", has_previous);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.next", has_next);

  if (self->editor != NULL)
    {
      VoletsStepPage *page = ensure_page (self, step);

      volets_stack_page_show (self->stack, GTK_WIDGET (find_scroller (page)));
    }
}

/* The way on stands out once there is nothing left to do here. */
static void
show_way (VoletsDossierView *self,
          VoletsStepState    state)
{
  if (state == VOLETS_STEP_STATE_COMPLETE || state == VOLETS_STEP_STATE_OPTIONAL)
    gtk_widget_add_css_class (self->next_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->next_button, "suggested-action");
}

/* Everything that depends on the answers. A page that is hidden catches up when it is shown. */
static void
update_answers (VoletsDossierView *self)
{
  VoletsStepState states[VOLETS_N_STEPS];

  volets_step_state_compute (volets_editor_get_dossier (self->editor),
                             volets_editor_get_findings (self->editor), states);
  volets_step_list_set_states (self->step_list, states);
  show_way (self, states[volets_step_list_get_step (self->step_list)]);
  volets_subsidy_panel_set_subsidy (self->panel, volets_editor_get_subsidy (self->editor));
  volets_step_page_update (ensure_page (self, volets_step_list_get_step (self->step_list)));
}

/* What is not on the screen takes no focus: it gets it then. */
static void
focus_first_field (VoletsDossierView *self)
{
  VoletsStep step = volets_step_list_get_step (self->step_list);

  self->wants_focus = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->wants_focus || self->pages[step] == NULL)
    return;

  volets_step_page_focus_first (self->pages[step]);
}

static void
updated_cb (VoletsDossierView *self)
{
  update_answers (self);
}

static void
step_changed_cb (VoletsDossierView *self)
{
  update_navigation (self);
  if (self->editor != NULL)
    update_answers (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static void
step_activated_cb (VoletsDossierView *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  focus_first_field (self);
}

static void
revealed_cb (VoletsDossierView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEPS_REVEALED]);
}

static void
previous_step_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VoletsDossierView *self = VOLETS_DOSSIER_VIEW (widget);

  volets_dossier_view_open_step (self, volets_step_list_get_step (self->step_list) - 1);
}

static void
next_step_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VoletsDossierView *self = VOLETS_DOSSIER_VIEW (widget);

  volets_dossier_view_open_step (self, volets_step_list_get_step (self->step_list) + 1);
}

static void
help_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  VoletsDossierView *self = VOLETS_DOSSIER_VIEW (widget);
  VoletsStep step = volets_step_list_get_step (self->step_list);

  if (!volets_step_page_open_rule (ensure_page (self, step)))
    gtk_widget_error_bell (widget);
}

static void
volets_dossier_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  VoletsDossierView *self = VOLETS_DOSSIER_VIEW (object);

  switch (prop_id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;
    case PROP_STEP:
      g_value_set_uint (value, volets_dossier_view_get_step (self));
      break;
    case PROP_STEPS_REVEALED:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_dossier_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  VoletsDossierView *self = VOLETS_DOSSIER_VIEW (object);

  switch (prop_id)
    {
    case PROP_EDITOR:
      volets_dossier_view_set_editor (self, g_value_get_object (value));
      break;
    case PROP_STEPS_REVEALED:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_dossier_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (volets_dossier_view_parent_class)->map (widget);

  if (VOLETS_DOSSIER_VIEW (widget)->wants_focus)
    focus_first_field (VOLETS_DOSSIER_VIEW (widget));
}

static void
volets_dossier_view_dispose (GObject *object)
{
  VoletsDossierView *self = VOLETS_DOSSIER_VIEW (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (volets_dossier_view_parent_class)->dispose (object);
}

static void
volets_dossier_view_class_init (VoletsDossierViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = volets_dossier_view_dispose;
  object_class->get_property = volets_dossier_view_get_property;
  object_class->set_property = volets_dossier_view_set_property;
  widget_class->map = volets_dossier_view_map;

  properties[PROP_EDITOR] =
    g_param_spec_object ("editor", NULL, NULL, VOLETS_TYPE_EDITOR,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_STEP] =
    g_param_spec_uint ("step", NULL, NULL, 0, VOLETS_N_STEPS - 1, VOLETS_STEP_APPLICANT,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEPS_REVEALED] =
    g_param_spec_boolean ("steps-revealed", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VOLETS_TYPE_STEP_LIST);
  g_type_ensure (VOLETS_TYPE_SUBSIDY_PANEL);

  gtk_widget_class_install_action (widget_class, "step.previous", NULL, previous_step_cb);
  gtk_widget_class_install_action (widget_class, "step.next", NULL, next_step_cb);
  gtk_widget_class_install_action (widget_class, "step.help", NULL, help_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/dossier-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, flap);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, step_list);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, toasts);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, stack);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, navigation);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, previous_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, previous_label);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, next_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, next_label);
  gtk_widget_class_bind_template_child (widget_class, VoletsDossierView, panel);
  gtk_widget_class_bind_template_callback (widget_class, step_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
volets_dossier_view_init (VoletsDossierView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (scale_all), self, G_CONNECT_SWAPPED);
  scale_all (self);
  update_navigation (self);
}

/**
 * volets_dossier_view_set_editor:
 * @self: a view that shows no dossier yet
 * @editor: the dossier to show, for good
 */
void
volets_dossier_view_set_editor (VoletsDossierView *self,
                                VoletsEditor      *editor)
{
  g_return_if_fail (VOLETS_IS_DOSSIER_VIEW (self));
  g_return_if_fail (self->editor == NULL);
  g_return_if_fail (VOLETS_IS_EDITOR (editor));

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  update_navigation (self);
  update_answers (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITOR]);
}

/**
 * volets_dossier_view_get_step:
 * @self: a view
 *
 * Returns: the step that is shown
 */
VoletsStep
volets_dossier_view_get_step (VoletsDossierView *self)
{
  g_return_val_if_fail (VOLETS_IS_DOSSIER_VIEW (self), VOLETS_STEP_APPLICANT);

  return volets_step_list_get_step (self->step_list);
}

/**
 * volets_dossier_view_open_step:
 * @self: a view
 * @step: a step
 *
 * Shows @step, with the focus in its first field.
 */
void
volets_dossier_view_open_step (VoletsDossierView *self,
                               VoletsStep         step)
{
  g_return_if_fail (VOLETS_IS_DOSSIER_VIEW (self));
  g_return_if_fail (step < VOLETS_N_STEPS);

  volets_step_list_set_step (self->step_list, step);
  focus_first_field (self);
}

/**
 * volets_dossier_view_open_finding:
 * @self: a view that has an editor
 * @finding: a finding
 *
 * Shows the step of @finding, with the focus in the field that it is about.
 *
 * Returns: whether there was something to move the focus to
 */
gboolean
volets_dossier_view_open_finding (VoletsDossierView   *self,
                                  const VoletsFinding *finding)
{
  g_return_val_if_fail (VOLETS_IS_DOSSIER_VIEW (self), FALSE);
  g_return_val_if_fail (self->editor != NULL, FALSE);
  g_return_val_if_fail (finding != NULL, FALSE);

  volets_step_list_set_step (self->step_list, finding->step);

  return volets_step_page_focus_finding (ensure_page (self, finding->step), finding);
}

/**
 * volets_dossier_view_get_step_state:
 * @self: a view
 * @step: a step
 *
 * Returns: the state that is shown for it
 */
VoletsStepState
volets_dossier_view_get_step_state (VoletsDossierView *self,
                                    VoletsStep         step)
{
  g_return_val_if_fail (VOLETS_IS_DOSSIER_VIEW (self), VOLETS_STEP_STATE_UNTOUCHED);

  return volets_step_list_get_state (self->step_list, step);
}

/**
 * volets_dossier_view_ask_what_to_print:
 * @self: a view that has an editor
 *
 * Opens the last step, where the papers are, and asks which of them to print.
 */
void
volets_dossier_view_ask_what_to_print (VoletsDossierView *self)
{
  g_return_if_fail (VOLETS_IS_DOSSIER_VIEW (self));

  volets_dossier_view_open_step (self, VOLETS_STEP_FILING);
  volets_export_group_ask_what_to_print (
    volets_filing_step_get_exports (VOLETS_FILING_STEP (self->pages[VOLETS_STEP_FILING])));
}

/**
 * volets_dossier_view_add_toast:
 * @self: a view
 * @toast: (transfer full): what to say
 *
 * Says something over the end of the step, where it hides no button.
 */
void
volets_dossier_view_add_toast (VoletsDossierView *self,
                               AdwToast          *toast)
{
  g_return_if_fail (VOLETS_IS_DOSSIER_VIEW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toasts, toast);
}
