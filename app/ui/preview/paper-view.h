/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "documents/page-renderer.h"

G_BEGIN_DECLS

/**
 * VoletsPaperView:
 *
 * The pages of a paper, one below the other. Property "page": the one that is looked at, from 0.
 * Property "zoom": in percent of the size of the paper; it follows the width of the view until
 * someone chooses one.
 */
#define VOLETS_TYPE_PAPER_VIEW (volets_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (VoletsPaperView, volets_paper_view, VOLETS, PAPER_VIEW, AdwBin)

void     volets_paper_view_set_pages   (VoletsPaperView      *self,
                                        VoletsPageRenderer   *pages);
guint    volets_paper_view_get_page    (VoletsPaperView      *self);
void     volets_paper_view_show_page   (VoletsPaperView      *self,
                                        guint                 page);
guint    volets_paper_view_get_zoom    (VoletsPaperView      *self);
void     volets_paper_view_zoom        (VoletsPaperView      *self,
                                        int                   direction);
gboolean volets_paper_view_is_drawn    (VoletsPaperView      *self);
void     volets_paper_view_set_matches (VoletsPaperView      *self,
                                        GArray               *matches,
                                        guint                 current);

G_END_DECLS
