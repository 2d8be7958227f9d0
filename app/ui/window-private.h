/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/exports.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* Where the dossier of a window comes from. */
void volets_window_install_opening (GtkWidgetClass  *widget_class);
void volets_window_accept_drops    (VoletsWindow    *self);
void volets_window_show_error      (VoletsWindow    *self,
                                    const char      *name,
                                    GFile           *file,
                                    gboolean         is_call,
                                    const GError    *error);

/* What is made of it. */
void                volets_window_install_papers    (GtkWidgetClass      *widget_class);
void                volets_window_show_paper        (VoletsWindow        *self,
                                                     const VoletsExport  *paper);
const VoletsExport *volets_window_get_shown_paper   (VoletsWindow        *self);
void                volets_window_ask_what_to_print (VoletsWindow        *self);
void                volets_window_tell              (VoletsWindow        *self,
                                                     const char          *words);

G_END_DECLS
