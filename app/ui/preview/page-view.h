/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "documents/page-renderer.h"

G_BEGIN_DECLS

/**
 * VoletsPageView:
 *
 * One page of a PDF. It has its size at once, and its picture once it is wanted.
 */
#define VOLETS_TYPE_PAGE_VIEW (volets_page_view_get_type ())
G_DECLARE_FINAL_TYPE (VoletsPageView, volets_page_view, VOLETS, PAGE_VIEW, GtkWidget)

GtkWidget *volets_page_view_new         (void);
void       volets_page_view_set_page    (VoletsPageView       *self,
                                         VoletsPageRenderer   *pages,
                                         guint                 page);
void       volets_page_view_set_scale   (VoletsPageView       *self,
                                         double                scale);
void       volets_page_view_set_wanted  (VoletsPageView       *self,
                                         gboolean              wanted);
gboolean   volets_page_view_is_drawn    (VoletsPageView       *self);
void       volets_page_view_set_matches (VoletsPageView       *self,
                                         GArray               *matches,
                                         guint                 current);

G_END_DECLS
