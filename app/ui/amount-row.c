/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/amount-row.h"

#include "ui/label.h"

#define SPACING 9

struct _VoletsAmountRow {
  GtkWidget  parent_instance;

  GtkLabel  *label;
  GtkBox    *figures;
  GtkLabel  *amount;
  GtkLabel  *share;
};

G_DEFINE_FINAL_TYPE (VoletsAmountRow, volets_amount_row, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_LABEL,
  PROP_AMOUNT,
  PROP_SHARE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static int
get_natural_width (GtkWidget *widget)
{
  int natural = 0;

  if (gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* What is left for the label beside the figures, or -1 where that is too little: it may wrap, but
 * not into a column narrower than half of the row.
 */
static int
get_width_beside (VoletsAmountRow *self,
                  int              width)
{
  int figures = get_natural_width (GTK_WIDGET (self->figures));
  int left = width - SPACING - figures;

  if (figures == 0)
    return width;

  return left >= MIN (get_natural_width (GTK_WIDGET (self->label)), width / 2) ? left : -1;
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int minimum = 0;

  if (gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return minimum;
}

static GtkSizeRequestMode
volets_amount_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
volets_amount_row_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  VoletsAmountRow *self = VOLETS_AMOUNT_ROW (widget);
  GtkWidget *label = GTK_WIDGET (self->label), *figures = GTK_WIDGET (self->figures);
  int beside, label_minimum;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (label, orientation, -1, &label_minimum, NULL, NULL, NULL);
      *minimum = MAX (label_minimum, get_natural_width (figures));
      *natural = get_natural_width (label) + SPACING + get_natural_width (figures);
      return;
    }

  beside = for_size < 0 ? -1 : get_width_beside (self, for_size);
  if (for_size < 0 || beside >= 0)
    *minimum = MAX (get_height (label, beside), get_height (figures, -1));
  else
    *minimum = get_height (label, for_size) + get_height (figures, -1);
  *natural = *minimum;
}

static void
volets_amount_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  VoletsAmountRow *self = VOLETS_AMOUNT_ROW (widget);
  GtkWidget *label = GTK_WIDGET (self->label), *figures = GTK_WIDGET (self->figures);
  int beside = get_width_beside (self, width);
  int label_width = beside >= 0 ? beside : width;
  int figures_width = get_natural_width (figures);
  int label_height = get_height (label, label_width);

  if (gtk_widget_should_layout (label))
    gtk_widget_size_allocate (label, &(GtkAllocation) { 0, 0, label_width, label_height }, -1);
  if (gtk_widget_should_layout (figures))
    gtk_widget_size_allocate (figures,
                              &(GtkAllocation) { width - figures_width,
                                                 beside >= 0 ? 0 : label_height, figures_width,
                                                 get_height (figures, -1) }, -1);
}

static void
volets_amount_row_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VoletsAmountRow *self = VOLETS_AMOUNT_ROW (object);

  switch (property_id)
    {
    case PROP_LABEL:
      volets_amount_row_set_label (self, g_value_get_string (value));
      break;
    case PROP_AMOUNT:
      volets_amount_row_set_amount (self, g_value_get_string (value));
      break;
    case PROP_SHARE:
      volets_amount_row_set_share (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
volets_amount_row_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VoletsAmountRow *self = VOLETS_AMOUNT_ROW (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_text (self->label));
      break;
    case PROP_AMOUNT:
      g_value_set_string (value, gtk_label_get_text (self->amount));
      break;
    case PROP_SHARE:
      g_value_set_string (value, gtk_label_get_text (self->share));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
volets_amount_row_dispose (GObject *object)
{
  VoletsAmountRow *self = VOLETS_AMOUNT_ROW (object);

  g_clear_pointer ((GtkWidget **) &self->label, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->figures, gtk_widget_unparent);

  G_OBJECT_CLASS (volets_amount_row_parent_class)->dispose (object);
}

static void
volets_amount_row_class_init (VoletsAmountRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = volets_amount_row_set_property;
  object_class->get_property = volets_amount_row_get_property;
  object_class->dispose = volets_amount_row_dispose;
  widget_class->get_request_mode = volets_amount_row_get_request_mode;
  widget_class->measure = volets_amount_row_measure;
  widget_class->size_allocate = volets_amount_row_size_allocate;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_AMOUNT] = g_param_spec_string ("amount", NULL, NULL, "", flags);
  properties[PROP_SHARE] = g_param_spec_string ("share", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "amountrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/amount-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsAmountRow, label);
  gtk_widget_class_bind_template_child (widget_class, VoletsAmountRow, figures);
  gtk_widget_class_bind_template_child (widget_class, VoletsAmountRow, amount);
  gtk_widget_class_bind_template_child (widget_class, VoletsAmountRow, share);
}

static void
volets_amount_row_init (VoletsAmountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
}

static void
set_text (VoletsAmountRow *self,
          GtkLabel        *label,
          const char      *text,
          guint            property)
{
  if (text == NULL)
    text = "";
  if (g_str_equal (gtk_label_get_text (label), text))
    return;

  volets_label_show (label, text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
volets_amount_row_set_label (VoletsAmountRow *self,
                             const char      *label)
{
  g_return_if_fail (VOLETS_IS_AMOUNT_ROW (self));

  set_text (self, self->label, label, PROP_LABEL);
}

/**
 * volets_amount_row_set_amount:
 * @self: a row
 * @amount: (nullable): a formatted amount, or %NULL for none
 */
void
volets_amount_row_set_amount (VoletsAmountRow *self,
                              const char      *amount)
{
  g_return_if_fail (VOLETS_IS_AMOUNT_ROW (self));

  set_text (self, self->amount, amount, PROP_AMOUNT);
}

/**
 * volets_amount_row_set_share:
 * @self: a row
 * @share: (nullable): a formatted rate, or %NULL for none
 */
void
volets_amount_row_set_share (VoletsAmountRow *self,
                             const char      *share)
{
  g_return_if_fail (VOLETS_IS_AMOUNT_ROW (self));

  set_text (self, self->share, share, PROP_SHARE);
}
