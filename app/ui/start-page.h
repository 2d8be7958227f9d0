/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VoletsStartPage:
 *
 * Where a dossier comes from: what was not saved, a call, a file, an example. It asks the window
 * by its actions: win.new-dossier, win.open, win.open-file, win.open-example, win.recover.
 */
#define VOLETS_TYPE_START_PAGE (volets_start_page_get_type ())
G_DECLARE_FINAL_TYPE (VoletsStartPage, volets_start_page, VOLETS, START_PAGE, AdwBin)

void volets_start_page_refresh (VoletsStartPage *self);

G_END_DECLS
