/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "documents/exports.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsPreviewPage:
 *
 * A paper as it will be saved: the very bytes, made anew when the answers change. Actions of the
 * window that it calls: win.close-preview and win.print-papers (names of exports).
 */
#define VOLETS_TYPE_PREVIEW_PAGE (volets_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (VoletsPreviewPage, volets_preview_page, VOLETS, PREVIEW_PAGE, AdwBin)

void                volets_preview_page_set_editor (VoletsPreviewPage   *self,
                                                    VoletsEditor        *editor);
const VoletsExport *volets_preview_page_get_paper  (VoletsPreviewPage   *self);
void                volets_preview_page_set_paper  (VoletsPreviewPage   *self,
                                                    const VoletsExport  *paper);
GBytes             *volets_preview_page_get_pdf    (VoletsPreviewPage   *self);
gboolean            volets_preview_page_is_ready   (VoletsPreviewPage   *self);

G_END_DECLS
