/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/paper-view.h"

#include "ui/preview/page-view.h"

/* Between the pages and around them, in pixels. */
#define MARGIN 18

/* At 100 % an A4 page is as large on a screen of 96 pixels for an inch as it is on a desk. */
#define FULL_SCALE (96.0 / 72.0)

static const guint ZOOMS[] = { 25, 33, 50, 67, 80, 100, 125, 150, 200, 300, 400 };

struct _VoletsPaperView {
  AdwBin              parent_instance;

  VoletsPageRenderer *pages;
  GPtrArray          *views;       /* of VoletsPageView, one for each page */
  guint               page;
  guint               zoom;        /* per cent */
  gboolean            is_fitted;   /* to the width there is */
  guint               place_source;
  guint               settle_source;

  GtkScrolledWindow  *scroller;
  GtkBox             *box;
};

G_DEFINE_FINAL_TYPE (VoletsPaperView, volets_paper_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static double
get_scale (VoletsPaperView *self)
{
  return self->zoom / 100.0 * FULL_SCALE;
}

/* Where @page begins, in pixels from the top; the size of the pages is known before they are. */
static double
get_top (VoletsPaperView *self,
         guint            page)
{
  double top = MARGIN;

  for (guint i = 0; i < page; i++)
    {
      double width, height;

      volets_page_renderer_get_page_size (self->pages, i, &width, &height);
      top += height * get_scale (self) + MARGIN;
    }

  return top;
}

/* What can be seen is drawn, with the page before and the page after. */
static void
update_wanted (VoletsPaperView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double first = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);
  double last = first + height;
  double top = MARGIN;
  guint page = 0;

  for (guint i = 0; i < self->views->len; i++)
    {
      double page_width, page_height, bottom;

      volets_page_renderer_get_page_size (self->pages, i, &page_width, &page_height);
      bottom = top + page_height * get_scale (self);
      volets_page_view_set_wanted (g_ptr_array_index (self->views, i),
                                   bottom > first - height && top < last + height);
      if (top <= first + height / 3)
        page = i;
      top = bottom + MARGIN;
    }

  if (page != self->page)
    {
      self->page = page;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }
}

typedef struct {
  VoletsPaperView *view;
  double           page;     /* with how much of it is above */
} Place;

static gboolean
place_cb (gpointer user_data)
{
  const Place *place = user_data;
  VoletsPaperView *self = place->view;
  guint page = (guint) place->page;
  double width, height;

  self->place_source = 0;
  if (page >= self->views->len)
    return G_SOURCE_REMOVE;

  volets_page_renderer_get_page_size (self->pages, page, &width, &height);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                            get_top (self, page) - MARGIN
                            + (place->page - page) * height * get_scale (self));
  update_wanted (self);

  return G_SOURCE_REMOVE;
}

/* Once the pages have their sizes: after the next layout. */
static void
go_to (VoletsPaperView *self,
       double           page)
{
  Place *place = g_new0 (Place, 1);

  place->view = self;
  place->page = page;
  g_clear_handle_id (&self->place_source, g_source_remove);
  self->place_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, place_cb, place, g_free);
}

static double
get_place (VoletsPaperView *self)
{
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  double width, height, above;

  if (self->page >= self->views->len)
    return 0;

  volets_page_renderer_get_page_size (self->pages, self->page, &width, &height);
  above = (value + MARGIN - get_top (self, self->page)) / (height * get_scale (self));

  return self->page + CLAMP (above, 0.0, 0.999);
}

static void
set_zoom (VoletsPaperView *self,
          guint            zoom)
{
  double place = get_place (self);

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  for (guint i = 0; i < self->views->len; i++)
    volets_page_view_set_scale (g_ptr_array_index (self->views, i), get_scale (self));
  if (self->views->len > 0)
    go_to (self, place);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
fit (VoletsPaperView *self)
{
  double room =
    gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller));
  double width, height;

  if (!self->is_fitted || self->pages == NULL || room < 1)
    return;

  volets_page_renderer_get_page_size (self->pages, 0, &width, &height);
  set_zoom (self, (guint) CLAMP ((room - 2 * MARGIN) / (width * FULL_SCALE) * 100,
                                 ZOOMS[0], 125));
}

static gboolean
settle_cb (gpointer user_data)
{
  VoletsPaperView *self = user_data;

  self->settle_source = 0;
  fit (self);
  if (self->pages != NULL && self->place_source == 0)
    update_wanted (self);

  return G_SOURCE_REMOVE;
}

/* The adjustments change while widgets get their sizes as well, when none may want another. */
static void
adjusted_cb (VoletsPaperView *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, settle_cb, self, NULL);
}

static void
volets_paper_view_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VoletsPaperView *self = VOLETS_PAPER_VIEW (object);

  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_uint (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
volets_paper_view_dispose (GObject *object)
{
  VoletsPaperView *self = VOLETS_PAPER_VIEW (object);

  g_clear_handle_id (&self->place_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (volets_paper_view_parent_class)->dispose (object);
}

static void
volets_paper_view_finalize (GObject *object)
{
  g_ptr_array_unref (VOLETS_PAPER_VIEW (object)->views);

  G_OBJECT_CLASS (volets_paper_view_parent_class)->finalize (object);
}

static void
volets_paper_view_class_init (VoletsPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = volets_paper_view_get_property;
  object_class->dispose = volets_paper_view_dispose;
  object_class->finalize = volets_paper_view_finalize;

  properties[PROP_PAGE] =
    g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] =
    g_param_spec_uint ("zoom", NULL, NULL, 1, 1000, 100,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/preview/paper-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsPaperView, scroller);
  gtk_widget_class_bind_template_child (widget_class, VoletsPaperView, box);
}

static void
volets_paper_view_init (VoletsPaperView *self)
{
  self->views = g_ptr_array_new ();
  self->zoom = 100;
  self->is_fitted = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_set_spacing (self->box, MARGIN);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), MARGIN);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (adjusted_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * volets_paper_view_set_pages:
 * @self: a view
 * @pages: (nullable): the paper to show; where one was shown, the same place stays in sight
 */
void
volets_paper_view_set_pages (VoletsPaperView    *self,
                             VoletsPageRenderer *pages)
{
  guint n_pages = pages != NULL ? volets_page_renderer_get_n_pages (pages) : 0;
  double place;

  g_return_if_fail (VOLETS_IS_PAPER_VIEW (self));

  place = self->pages != NULL ? get_place (self) : 0;
  volets_paper_view_set_matches (self, NULL, 0);
  while (self->views->len > n_pages)
    gtk_box_remove (self->box, g_ptr_array_steal_index (self->views, self->views->len - 1));
  while (self->views->len < n_pages)
    {
      GtkWidget *view = volets_page_view_new ();

      volets_page_view_set_scale (VOLETS_PAGE_VIEW (view), get_scale (self));
      gtk_box_append (self->box, view);
      g_ptr_array_add (self->views, view);
    }

  g_set_object (&self->pages, pages);
  for (guint i = 0; i < n_pages; i++)
    volets_page_view_set_page (g_ptr_array_index (self->views, i), pages, i);
  if (pages == NULL)
    return;

  fit (self);
  go_to (self, place);
}

/**
 * volets_paper_view_get_page:
 * @self: a view
 *
 * Returns: the page that is looked at, from 0
 */
guint
volets_paper_view_get_page (VoletsPaperView *self)
{
  g_return_val_if_fail (VOLETS_IS_PAPER_VIEW (self), 0);

  return self->page;
}

/**
 * volets_paper_view_show_page:
 * @self: a view
 * @page: a page, from 0
 */
void
volets_paper_view_show_page (VoletsPaperView *self,
                             guint            page)
{
  g_return_if_fail (VOLETS_IS_PAPER_VIEW (self));

  if (page < self->views->len)
    go_to (self, page);
}

/**
 * volets_paper_view_get_zoom:
 * @self: a view
 *
 * Returns: how large the pages are, in percent of the paper
 */
guint
volets_paper_view_get_zoom (VoletsPaperView *self)
{
  g_return_val_if_fail (VOLETS_IS_PAPER_VIEW (self), 0);

  return self->zoom;
}

/**
 * volets_paper_view_zoom:
 * @self: a view
 * @direction: above 0 for larger, below for smaller, 0 for as wide as the view
 */
void
volets_paper_view_zoom (VoletsPaperView *self,
                        int              direction)
{
  guint zoom;

  g_return_if_fail (VOLETS_IS_PAPER_VIEW (self));

  zoom = self->zoom;
  self->is_fitted = direction == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (ZOOMS); i++)
    {
      if (direction > 0 && ZOOMS[i] > self->zoom)
        {
          zoom = ZOOMS[i];
          break;
        }
      if (direction < 0 && ZOOMS[i] < self->zoom)
        zoom = ZOOMS[i];
    }

  set_zoom (self, zoom);
  fit (self);
}

/**
 * volets_paper_view_is_drawn:
 * @self: a view
 *
 * Returns: whether the page that is looked at can be read
 */
gboolean
volets_paper_view_is_drawn (VoletsPaperView *self)
{
  g_return_val_if_fail (VOLETS_IS_PAPER_VIEW (self), FALSE);

  return self->page < self->views->len && self->place_source == 0 && self->settle_source == 0
         && volets_page_view_is_drawn (g_ptr_array_index (self->views, self->page));
}

/* In the upper third of what can be seen. */
static void
show_match (VoletsPaperView       *self,
            const VoletsPageMatch *match)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = get_top (self, match->page) + match->area.y * get_scale (self);

  gtk_adjustment_set_value (adjustment, top - gtk_adjustment_get_page_size (adjustment) / 3);
}

/**
 * volets_paper_view_set_matches:
 * @self: a view
 * @matches: (nullable) (element-type VoletsPageMatch): what was found
 * @current: the one to be shown
 */
void
volets_paper_view_set_matches (VoletsPaperView *self,
                               GArray          *matches,
                               guint            current)
{
  g_return_if_fail (VOLETS_IS_PAPER_VIEW (self));

  for (guint i = 0; i < self->views->len; i++)
    volets_page_view_set_matches (g_ptr_array_index (self->views, i), matches, current);
  if (matches != NULL && current < matches->len)
    show_match (self, &g_array_index (matches, VoletsPageMatch, current));
}
