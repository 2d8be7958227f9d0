/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *volets_box_fit_children (GtkBox       *box,
                                    guint         n_children,
                                    GtkWidget  *(*create) (void));

G_END_DECLS
