/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VoletsPageMatch:
 * @page: the page it is on, from 0
 * @area: where, in points from the top left corner of the page
 *
 * A place where a text was found.
 */
typedef struct {
  guint             page;
  cairo_rectangle_t area;
} VoletsPageMatch;

/**
 * VoletsPageRenderer:
 *
 * The pages of one PDF, as Poppler shows them. All the work is done in one thread, which serves
 * what was asked for last first: what is looked at now.
 */
#define VOLETS_TYPE_PAGE_RENDERER (volets_page_renderer_get_type ())
G_DECLARE_FINAL_TYPE (VoletsPageRenderer, volets_page_renderer, VOLETS, PAGE_RENDERER, GObject)

void                volets_page_renderer_open_async    (GBytes               *pdf,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
VoletsPageRenderer *volets_page_renderer_open_finish   (GAsyncResult         *result,
                                                        GError              **error);

GBytes             *volets_page_renderer_get_pdf       (VoletsPageRenderer   *self);
guint               volets_page_renderer_get_n_pages   (VoletsPageRenderer   *self);
void                volets_page_renderer_get_page_size (VoletsPageRenderer   *self,
                                                        guint                 page,
                                                        double               *width,
                                                        double               *height);

void                volets_page_renderer_draw_async    (VoletsPageRenderer   *self,
                                                        guint                 page,
                                                        int                   width,
                                                        int                   height,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
cairo_surface_t    *volets_page_renderer_draw_finish   (VoletsPageRenderer   *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

void                volets_page_renderer_find_async    (VoletsPageRenderer   *self,
                                                        const char           *text,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
GArray             *volets_page_renderer_find_finish   (VoletsPageRenderer   *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

G_END_DECLS
