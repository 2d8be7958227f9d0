/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/page-view.h"

#include <glib/gi18n.h>
#include <math.h>

/* Around what was found, in points. */
#define MATCH_MARGIN 1.0

struct _VoletsPageView {
  GtkWidget            parent_instance;

  VoletsPageRenderer  *pages;
  guint                page;
  double               scale;         /* pixels for one point */
  gboolean             is_wanted;

  GdkTexture          *texture;       /* of a former scale, while the next is being drawn */
  int                  drawn_width;   /* of the picture that is there or is coming, in pixels */
  GCancellable        *cancellable;   /* of the picture that is coming */

  GArray              *matches;       /* of VoletsPageMatch, in the whole paper */
  guint                current_match;
};

G_DEFINE_FINAL_TYPE (VoletsPageView, volets_page_view, GTK_TYPE_WIDGET)

static void
get_size (VoletsPageView *self,
          int            *width,
          int            *height)
{
  double page_width = 0, page_height = 0;

  if (self->pages != NULL)
    volets_page_renderer_get_page_size (self->pages, self->page, &page_width, &page_height);
  *width = (int) ceil (page_width * self->scale);
  *height = (int) ceil (page_height * self->scale);
}

static void
forget_picture (VoletsPageView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->drawn_width = 0;
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels =
    g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                (gsize) stride * (gsize) height,
                                (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VoletsPageView) self = user_data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface =
    volets_page_renderer_draw_finish (VOLETS_PAGE_RENDERER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (surface == NULL)
    return;

  g_clear_object (&self->texture);
  self->texture = make_texture (surface);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Asks for the picture of this size, unless it is there or on its way. */
static void
update_picture (VoletsPageView *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width, height;

  get_size (self, &width, &height);
  if (!self->is_wanted || width == 0 || self->drawn_width == width * factor)
    return;

  forget_picture (self);
  self->drawn_width = width * factor;
  self->cancellable = g_cancellable_new ();
  volets_page_renderer_draw_async (self->pages, self->page, width * factor, height * factor,
                                   self->cancellable, drawn_cb, g_object_ref (self));
}

static void
scale_factor_cb (VoletsPageView *self)
{
  update_picture (self);
}

static void
volets_page_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  int width, height;

  get_size (VOLETS_PAGE_VIEW (widget), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
snapshot_matches (VoletsPageView *self,
                  GtkSnapshot    *snapshot)
{
  static const GdkRGBA COLOUR = { 1.0f, 0.85f, 0.0f, 0.35f };
  static const GdkRGBA CURRENT = { 1.0f, 0.45f, 0.0f, 0.45f };

  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    {
      const VoletsPageMatch *match = &g_array_index (self->matches, VoletsPageMatch, i);
      const cairo_rectangle_t *area = &match->area;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (
        (float) ((area->x - MATCH_MARGIN) * self->scale),
        (float) ((area->y - MATCH_MARGIN) * self->scale),
        (float) ((area->width + 2 * MATCH_MARGIN) * self->scale),
        (float) ((area->height + 2 * MATCH_MARGIN) * self->scale));

      if (match->page == self->page)
        gtk_snapshot_append_color (snapshot, i == self->current_match ? &CURRENT : &COLOUR,
                                   &bounds);
    }
}

static void
volets_page_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  static const GdkRGBA PAPER = { 1, 1, 1, 1 };
  VoletsPageView *self = VOLETS_PAGE_VIEW (widget);
  graphene_rect_t bounds;
  int width, height;

  get_size (self, &width, &height);
  bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  gtk_snapshot_append_color (snapshot, &PAPER, &bounds);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  snapshot_matches (self, snapshot);
}

static void
volets_page_view_dispose (GObject *object)
{
  VoletsPageView *self = VOLETS_PAGE_VIEW (object);

  forget_picture (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (volets_page_view_parent_class)->dispose (object);
}

static void
volets_page_view_class_init (VoletsPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_page_view_dispose;
  widget_class->measure = volets_page_view_measure;
  widget_class->snapshot = volets_page_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
volets_page_view_init (VoletsPageView *self)
{
  self->scale = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);
}

/**
 * volets_page_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
volets_page_view_new (void)
{
  return g_object_new (VOLETS_TYPE_PAGE_VIEW, NULL);
}

/**
 * volets_page_view_set_page:
 * @self: a view
 * @pages: (nullable): the paper; what was drawn stays until the new picture is there
 * @page: one of its pages, from 0
 */
void
volets_page_view_set_page (VoletsPageView     *self,
                           VoletsPageRenderer *pages,
                           guint               page)
{
  g_autofree char *label = NULL;

  g_return_if_fail (VOLETS_IS_PAGE_VIEW (self));

  forget_picture (self);
  if (self->page != page || pages == NULL)
    g_clear_object (&self->texture);
  g_set_object (&self->pages, pages);
  self->page = page;
  if (pages != NULL)
    {
      label = g_strdup_printf (_("Page %u of %u"), page + 1,
                               volets_page_renderer_get_n_pages (pages));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update_picture (self);
}

/**
 * volets_page_view_set_scale:
 * @self: a view
 * @scale: pixels for one point of paper
 */
void
volets_page_view_set_scale (VoletsPageView *self,
                            double          scale)
{
  g_return_if_fail (VOLETS_IS_PAGE_VIEW (self));

  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update_picture (self);
}

/**
 * volets_page_view_set_wanted:
 * @self: a view
 * @wanted: whether it can be seen, or soon; the picture of what cannot is let go
 */
void
volets_page_view_set_wanted (VoletsPageView *self,
                             gboolean        wanted)
{
  g_return_if_fail (VOLETS_IS_PAGE_VIEW (self));

  self->is_wanted = wanted;
  if (!wanted)
    {
      forget_picture (self);
      g_clear_object (&self->texture);
    }
  update_picture (self);
}

/**
 * volets_page_view_is_drawn:
 * @self: a view
 *
 * Returns: whether the picture of the page as it is now is there
 */
gboolean
volets_page_view_is_drawn (VoletsPageView *self)
{
  g_return_val_if_fail (VOLETS_IS_PAGE_VIEW (self), FALSE);

  return self->texture != NULL && self->cancellable == NULL && self->drawn_width > 0;
}

/**
 * volets_page_view_set_matches:
 * @self: a view
 * @matches: (nullable) (element-type VoletsPageMatch): what was found in the paper
 * @current: the one that is looked at
 */
void
volets_page_view_set_matches (VoletsPageView *self,
                              GArray         *matches,
                              guint           current)
{
  g_return_if_fail (VOLETS_IS_PAGE_VIEW (self));

  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = matches != NULL ? g_array_ref (matches) : NULL;
  self->current_match = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
