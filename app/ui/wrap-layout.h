/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts children side by side, on as many lines as it takes: words of buttons are never cut. */
#define VOLETS_TYPE_WRAP_LAYOUT (volets_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (VoletsWrapLayout, volets_wrap_layout, VOLETS, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
