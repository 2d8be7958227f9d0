/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/subsidy-panel.h"

#include <glib/gi18n.h>

#include "engine/field.h"
#include "engine/french.h"
#include "engine/money.h"
#include "ui/amount-row.h"
#include "ui/box-children.h"
#include "ui/computation-view.h"
#include "ui/funding-legend.h"
#include "ui/mark-box.h"
#include "ui/text-size.h"
#include "ui/volet-block.h"

/* In pixels at 100 % text. */
#define WIDTH 320
/* In milliseconds: who types hears what comes out when they pause, not at each key. */
#define PAUSE 1000

struct _VoletsSubsidyPanel {
  GtkWidget              parent_instance;

  GtkWidget             *scroller;
  GtkWidget             *amounts;
  GtkWidget             *overflow;
  GtkWidget             *status;
  GtkLabel              *total;
  GtkLabel              *rate;
  VoletsFundingLegend   *legend;
  GtkBox                *volets;
  VoletsAmountRow       *own_share;
  GtkWidget             *rule;
  GtkImage              *rule_icon;
  GtkLabel              *rule_sentence;
  GtkExpander           *computation;
  VoletsComputationView *view;

  VoletsSubsidy         *subsidy;
  gboolean               is_opening;     /* the computation, until there is room for it */
  char                  *spoken;         /* what a screen reader is to hear */
  guint                  spoken_source;  /* until it hears it */
};

G_DEFINE_FINAL_TYPE (VoletsSubsidyPanel, volets_subsidy_panel, GTK_TYPE_WIDGET)

/* What the panel should show around the volets. */
typedef struct {
  char     *total;
  char     *rate;
  char     *own_share;
  char     *rule;           /* %NULL where there is nothing to say */
  char     *rule_note;
  gboolean  is_rule_kept;
} State;

static void
clear_state (State *state)
{
  g_free (state->total);
  g_free (state->rate);
  g_free (state->own_share);
  g_free (state->rule);
  g_free (state->rule_note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, clear_state)

static char *
write_rate (const VoletsSubsidy *subsidy)
{
  g_autofree char *rate = volets_rate_format (subsidy->effective_rate);
  g_autofree char *declared = volets_money_format (subsidy->declared);

  if (subsidy->declared == 0)
    return g_strdup (_("No expense declared yet"));

  return subsidy->call->tax_included
           /* Translators: the share of the expenses that is paid, then the expenses. */
           ? g_strdup_printf (_("%s of the expenses (%s including tax)"), rate, declared)
           : g_strdup_printf (_("%s of the expenses (%s excluding tax)"), rate, declared);
}

static char *
write_rule (const VoletsSubsidy *subsidy)
{
  g_autofree char *rate = volets_rate_format (subsidy->own_share_rate);
  g_autofree char *needed = volets_money_format (subsidy->own_share_needed);
  g_autofree char *least = NULL;

  if (subsidy->declared == 0 && subsidy->own_share == 0)
    return NULL;
  if (subsidy->own_share < 0)
    {
      g_autofree char *excess = volets_money_format (-subsidy->own_share);

      return g_strdup_printf (_("The funders bring %s more than the expenses."), excess);
    }
  if (subsidy->call->min_own_share == VOLETS_UNSET)
    return NULL;

  least = volets_rate_format (subsidy->call->min_own_share);
  return subsidy->own_share_enough
           /* Translators: the share of the applicant, and the least that it may be. */
           ? g_strdup_printf (_("The applicant bears %s of the public funding; it has to bear at "
                                "least %s."), rate, least)
           /* Translators: the same, and the amount of that least share. */
           : g_strdup_printf (_("The applicant bears only %s of the public funding; it has to bear "
                                "at least %s, that is %s."), rate, least, needed);
}

static void
compute_state (const VoletsSubsidy *subsidy,
               State               *state)
{
  state->total = volets_money_format (subsidy->amount);
  state->rate = write_rate (subsidy);
  state->own_share = volets_money_format (subsidy->own_share);
  state->rule = write_rule (subsidy);
  if (subsidy->call->own_share_provenance.note != NULL)
    state->rule_note = volets_french_typeset (subsidy->call->own_share_provenance.note);
  state->is_rule_kept = subsidy->own_share >= 0 && subsidy->own_share_enough;
}

static void
show_rule (VoletsSubsidyPanel *self,
           const State        *state)
{
  const char *icon = state->is_rule_kept ? "object-select-symbolic" : "dialog-warning-symbolic";

  gtk_widget_set_visible (self->rule, state->rule != NULL);
  gtk_label_set_text (self->rule_sentence, state->rule != NULL ? state->rule : "");
  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->rule), state->rule_note) != 0)
    gtk_widget_set_tooltip_text (self->rule, state->rule_note);
  if (g_strcmp0 (gtk_image_get_icon_name (self->rule_icon), icon) == 0)
    return;

  gtk_image_set_from_icon_name (self->rule_icon, icon);
  gtk_widget_remove_css_class (GTK_WIDGET (self->rule_icon),
                               state->is_rule_kept ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->rule_icon),
                            state->is_rule_kept ? "success" : "warning");
}

static void
show_volets (VoletsSubsidyPanel *self)
{
  const GPtrArray *volets = self->subsidy->volets;
  GtkWidget *block = volets_box_fit_children (self->volets, volets->len, volets_volet_block_new);

  for (guint i = 0; i < volets->len; i++, block = gtk_widget_get_next_sibling (block))
    volets_volet_block_set_result (VOLETS_VOLET_BLOCK (block), g_ptr_array_index (volets, i));
}

/* Thousands of lines for a large grouping: nothing of them exists before they are asked for, and
 * nothing is done about them while they are folded away.
 */
static void
show_computation (VoletsSubsidyPanel *self)
{
  if (self->subsidy != NULL && gtk_expander_get_expanded (self->computation))
    volets_computation_view_set_subsidy (self->view, self->subsidy);
}

static gboolean
pause_cb (gpointer data)
{
  VoletsSubsidyPanel *self = data;

  self->spoken_source = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->spoken, -1);

  return G_SOURCE_REMOVE;
}

static void
speak (VoletsSubsidyPanel *self,
       const State        *state)
{
  gboolean is_first = self->spoken == NULL;
  /* Translators: for a screen reader, whenever the amounts have changed. */
  g_autofree char *text = g_strdup_printf (_("State subsidy: %s; left to the applicant: %s"),
                                           state->total, state->own_share);

  if (g_strcmp0 (text, self->spoken) == 0)
    return;

  g_free (self->spoken);
  self->spoken = g_steal_pointer (&text);
  g_clear_handle_id (&self->spoken_source, g_source_remove);
  if (is_first)
    pause_cb (self);
  else
    self->spoken_source = g_timeout_add (PAUSE, pause_cb, self);
}

static void
update (VoletsSubsidyPanel *self)
{
  g_auto (State) state = { 0 };

  gtk_widget_set_visible (self->amounts, self->subsidy != NULL);
  gtk_widget_set_visible (self->overflow, self->subsidy == NULL);
  if (self->subsidy == NULL)
    return;

  compute_state (self->subsidy, &state);
  gtk_label_set_text (self->total, state.total);
  gtk_label_set_text (self->rate, state.rate);
  volets_funding_legend_set_subsidy (self->legend, self->subsidy);
  show_volets (self);
  volets_amount_row_set_amount (self->own_share, state.own_share);
  show_rule (self, &state);
  show_computation (self);
  speak (self, &state);
}

static void
computation_notify_expanded_cb (VoletsSubsidyPanel *self)
{
  self->is_opening = gtk_expander_get_expanded (self->computation);
  show_computation (self);
}

static gboolean
scroll_to_computation_cb (GtkWidget     *widget,
                          GdkFrameClock *clock,
                          gpointer       scroll)
{
  VoletsSubsidyPanel *self = VOLETS_SUBSIDY_PANEL (widget);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->computation), self->amounts, &bounds))
    gtk_adjustment_set_value (scroll, bounds.origin.y);

  return G_SOURCE_REMOVE;
}

/* What was asked for would else open below the end of the window. This is in the middle of the
 * layout, where nothing can be moved.
 */
static void
scroll_changed_cb (VoletsSubsidyPanel *self,
                   GtkAdjustment      *scroll)
{
  if (!self->is_opening)
    return;

  self->is_opening = FALSE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_computation_cb, g_object_ref (scroll),
                                g_object_unref);
}

/* It scrolls, so that its height does not depend on its width. Saying so keeps whatever box it is
 * in from trying a dozen widths on all of its text at each change.
 */
static GtkSizeRequestMode
volets_subsidy_panel_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* As wide as ever, however long its sentences are, unless large text leaves no choice; as wide as
 * it needs to be for large text where there is room.
 */
static void
volets_subsidy_panel_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  VoletsSubsidyPanel *self = VOLETS_SUBSIDY_PANEL (widget);

  gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, WIDTH);
      *natural = MAX (*minimum, volets_text_size_scale (widget, WIDTH));
    }
}

static void
volets_subsidy_panel_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  VoletsSubsidyPanel *self = VOLETS_SUBSIDY_PANEL (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
volets_subsidy_panel_dispose (GObject *object)
{
  VoletsSubsidyPanel *self = VOLETS_SUBSIDY_PANEL (object);

  g_clear_handle_id (&self->spoken_source, g_source_remove);
  g_clear_pointer (&self->spoken, g_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->subsidy, volets_subsidy_unref);

  G_OBJECT_CLASS (volets_subsidy_panel_parent_class)->dispose (object);
}

static void
volets_subsidy_panel_class_init (VoletsSubsidyPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_subsidy_panel_dispose;
  widget_class->get_request_mode = volets_subsidy_panel_get_request_mode;
  widget_class->measure = volets_subsidy_panel_measure;
  widget_class->size_allocate = volets_subsidy_panel_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/subsidy-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, amounts);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, overflow);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, status);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, total);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, rate);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, legend);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, volets);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, own_share);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, rule);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, rule_icon);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, rule_sentence);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, computation);
  gtk_widget_class_bind_template_child (widget_class, VoletsSubsidyPanel, view);
  gtk_widget_class_bind_template_callback (widget_class, computation_notify_expanded_cb);

  g_type_ensure (VOLETS_TYPE_AMOUNT_ROW);
  g_type_ensure (VOLETS_TYPE_COMPUTATION_VIEW);
  g_type_ensure (VOLETS_TYPE_FUNDING_LEGEND);
  g_type_ensure (VOLETS_TYPE_MARK_BOX);
}

static void
volets_subsidy_panel_init (VoletsSubsidyPanel *self)
{
  GtkAdjustment *scroll;

  gtk_widget_init_template (GTK_WIDGET (self));

  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (scroll, "changed", G_CALLBACK (scroll_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * volets_subsidy_panel_set_subsidy:
 * @self: a panel
 * @subsidy: (nullable): what was computed, of which the panel takes a reference, or %NULL where
 *   the amounts are too large to be computed
 *
 * To be called at each change: what shows the same as before is left alone.
 */
void
volets_subsidy_panel_set_subsidy (VoletsSubsidyPanel  *self,
                                  const VoletsSubsidy *subsidy)
{
  g_autoptr (VoletsSubsidy) last = NULL;

  g_return_if_fail (VOLETS_IS_SUBSIDY_PANEL (self));

  last = g_steal_pointer (&self->subsidy);
  if (subsidy != NULL)
    self->subsidy = volets_subsidy_ref ((VoletsSubsidy *) subsidy);
  update (self);
}
