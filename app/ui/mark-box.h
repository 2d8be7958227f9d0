/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VoletsMarkBox:
 *
 * A small mark, its first child, before a text that may take several lines, its last one. A
 * horizontal GtkBox would do, but it tries a dozen widths on the text each time.
 */
#define VOLETS_TYPE_MARK_BOX (volets_mark_box_get_type ())
G_DECLARE_FINAL_TYPE (VoletsMarkBox, volets_mark_box, VOLETS, MARK_BOX, GtkWidget)

G_END_DECLS
