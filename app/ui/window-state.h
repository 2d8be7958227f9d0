/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large windows are, kept from one time to the next where the settings are installed. */

void volets_window_state_restore (GtkWindow *window);
void volets_window_state_save    (GtkWindow *window);

G_END_DECLS
