/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VoletsNestedScroller:
 *
 * Holds a #GtkScrolledWindow that stands on a page which scrolls itself, and keeps the peace
 * between them. The page asks what is on it for its least height, which for a list that scrolls
 * is next to nothing: this asks for what the list would like. And the wheel goes to the page
 * where the list has no further to go, which GTK 4.8 leaves to nobody.
 */
#define VOLETS_TYPE_NESTED_SCROLLER (volets_nested_scroller_get_type ())
G_DECLARE_FINAL_TYPE (VoletsNestedScroller, volets_nested_scroller, VOLETS, NESTED_SCROLLER,
                      GtkWidget)

G_END_DECLS
