/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/nested-scroller.h"

#include <math.h>

/* How far GTK goes for what a touchpad calls a step. */
#define TOUCHPAD_FACTOR 2.5

struct _VoletsNestedScroller {
  GtkWidget          parent_instance;

  GtkScrolledWindow *child;
};

G_DEFINE_FINAL_TYPE (VoletsNestedScroller, volets_nested_scroller, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CHILD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
can_move (GtkAdjustment *adjustment,
          double         delta)
{
  double value = gtk_adjustment_get_value (adjustment);

  return delta < 0 ? value > gtk_adjustment_get_lower (adjustment)
                   : value + gtk_adjustment_get_page_size (adjustment)
                     < gtk_adjustment_get_upper (adjustment);
}

/* As a scroller of GTK does for itself. */
static void
move (GtkAdjustment *adjustment,
      double         delta,
      GdkScrollUnit  unit)
{
  double step = unit == GDK_SCROLL_UNIT_WHEEL
                  ? pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0)
                  : TOUCHPAD_FACTOR;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + delta * step);
}

static gboolean
scroll_cb (VoletsNestedScroller     *self,
           double                    delta_x,
           double                    delta_y,
           GtkEventControllerScroll *controller)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (page == NULL || self->child == NULL || delta_y == 0
      || (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller))
          & gtk_accelerator_get_default_mod_mask ()) != 0
      || can_move (gtk_scrolled_window_get_vadjustment (self->child), delta_y))
    return GDK_EVENT_PROPAGATE;

  move (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)), delta_y,
        gtk_event_controller_scroll_get_unit (controller));

  return GDK_EVENT_STOP;
}

static GtkSizeRequestMode
volets_nested_scroller_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
volets_nested_scroller_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  VoletsNestedScroller *self = VOLETS_NESTED_SCROLLER (widget);

  if (self->child != NULL)
    gtk_widget_measure (GTK_WIDGET (self->child), orientation, for_size, minimum, natural, NULL,
                        NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

static void
volets_nested_scroller_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  VoletsNestedScroller *self = VOLETS_NESTED_SCROLLER (widget);

  if (self->child != NULL)
    gtk_widget_allocate (GTK_WIDGET (self->child), width, height, baseline, NULL);
}

static void
set_child (VoletsNestedScroller *self,
           GtkScrolledWindow    *child)
{
  if (self->child != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->child));
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (self));
}

static void
volets_nested_scroller_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      set_child (VOLETS_NESTED_SCROLLER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_nested_scroller_dispose (GObject *object)
{
  set_child (VOLETS_NESTED_SCROLLER (object), NULL);

  G_OBJECT_CLASS (volets_nested_scroller_parent_class)->dispose (object);
}

static void
volets_nested_scroller_class_init (VoletsNestedScrollerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = volets_nested_scroller_dispose;
  object_class->set_property = volets_nested_scroller_set_property;
  widget_class->get_request_mode = volets_nested_scroller_get_request_mode;
  widget_class->measure = volets_nested_scroller_measure;
  widget_class->size_allocate = volets_nested_scroller_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_SCROLLED_WINDOW,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
volets_nested_scroller_init (VoletsNestedScroller *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
