/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

cairo_surface_t *volets_page_thumbnail_render (GFile   *file,
                                               int      width,
                                               int      height,
                                               GError **error);

G_END_DECLS
