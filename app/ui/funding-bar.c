/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/funding-bar.h"

struct _VoletsFundingBar {
  GtkWidget         parent_instance;

  VoletsFundingPart parts[VOLETS_N_FUNDING_KINDS];
  guint             n_parts;
};

G_DEFINE_FINAL_TYPE (VoletsFundingBar, volets_funding_bar, GTK_TYPE_WIDGET)

static const char *const CLASSES[VOLETS_N_FUNDING_KINDS] = {
  [VOLETS_FUNDING_STATE] = "state",
  [VOLETS_FUNDING_PUBLIC] = "public",
  [VOLETS_FUNDING_PRIVATE] = "private",
  [VOLETS_FUNDING_OWN] = "own",
};

/* The colour that the style sheet gives to @css_class, laid on @paper: foregrounds of the theme
 * are not opaque.
 */
static guint32
find_colour (GtkWidget  *widget,
             const char *css_class,
             guint32     paper)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  guint32 colour = 0;
  GdkRGBA rgba;

  gtk_style_context_save (style);
  gtk_style_context_add_class (style, css_class);
  gtk_style_context_get_color (style, &rgba);
  gtk_style_context_restore (style);

  {
    const float channels[] = { rgba.blue, rgba.green, rgba.red };

    for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
      {
        float behind = (float) (paper >> 8 * i & 0xff);
        float channel = channels[i] * 255 * rgba.alpha + behind * (1 - rgba.alpha);

        colour |= (guint32) (CLAMP (channel, 0, 255) + 0.5f) << 8 * i;
      }
  }

  return colour;
}

static void
volets_funding_bar_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  VoletsFundingBar *self = VOLETS_FUNDING_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  VoletsFundingColours colours = { .paper = find_colour (widget, "paper", 0) };
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    colours.inks[i] = find_colour (widget, CLASSES[i], colours.paper);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  volets_funding_chart_draw (cr, 0, 0, width, height, self->parts, self->n_parts, &colours);
  cairo_destroy (cr);
}

static void
volets_funding_bar_class_init (VoletsFundingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = volets_funding_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "fundingbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
volets_funding_bar_init (VoletsFundingBar *self)
{
}

static gboolean
is_same (VoletsFundingBar        *self,
         const VoletsFundingPart *parts,
         guint                    n_parts)
{
  if (self->n_parts != n_parts)
    return FALSE;

  for (guint i = 0; i < n_parts; i++)
    {
      if (self->parts[i].kind != parts[i].kind || self->parts[i].amount != parts[i].amount)
        return FALSE;
    }

  return TRUE;
}

/**
 * volets_funding_bar_set_parts:
 * @self: a bar
 * @parts: (array length=n_parts): who pays what
 * @n_parts: how many there are, at most VOLETS_N_FUNDING_KINDS
 *
 * Returns: whether anything changed
 */
gboolean
volets_funding_bar_set_parts (VoletsFundingBar        *self,
                              const VoletsFundingPart *parts,
                              guint                    n_parts)
{
  g_return_val_if_fail (VOLETS_IS_FUNDING_BAR (self), FALSE);
  g_return_val_if_fail (n_parts <= VOLETS_N_FUNDING_KINDS, FALSE);

  if (is_same (self, parts, n_parts))
    return FALSE;

  for (guint i = 0; i < n_parts; i++)
    self->parts[i] = parts[i];
  self->n_parts = n_parts;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}
