/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "documents/page-renderer.h"

G_BEGIN_DECLS

/**
 * VoletsPageList:
 *
 * The pages of a paper, small, to go from one to another. Signal "chosen": the page that someone
 * wants to see, from 0.
 */
#define VOLETS_TYPE_PAGE_LIST (volets_page_list_get_type ())
G_DECLARE_FINAL_TYPE (VoletsPageList, volets_page_list, VOLETS, PAGE_LIST, AdwBin)

void volets_page_list_set_pages (VoletsPageList      *self,
                                 VoletsPageRenderer  *pages);
void volets_page_list_set_page  (VoletsPageList      *self,
                                 guint                page);

G_END_DECLS
