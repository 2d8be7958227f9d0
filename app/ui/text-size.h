/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int  volets_text_size_scale (GtkWidget  *widget,
                             int         length);
void volets_text_size_bind  (GtkWidget  *widget,
                             const char *property,
                             int         length);

G_END_DECLS
