/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* Where the dossier of a window comes from. */
void volets_window_install_opening (GtkWidgetClass  *widget_class);
void volets_window_accept_drops    (VoletsWindow    *self);
void volets_window_show_error      (VoletsWindow    *self,
                                    const char      *name,
                                    const GError    *error);

G_END_DECLS
