/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsWindow:
 *
 * A window: the start page, then one dossier, for good.
 *
 * Actions: win.new-dossier (id of a call), win.open-example (name), win.recover (id),
 * win.open-file (address), win.open-call (address of a dossier that waits for it, or empty),
 * win.open, win.back, win.save, win.save-as, win.export, win.undo, win.shortcuts.
 */
#define VOLETS_TYPE_WINDOW (volets_window_get_type ())
G_DECLARE_FINAL_TYPE (VoletsWindow, volets_window, VOLETS, WINDOW, AdwApplicationWindow)

VoletsWindow *volets_window_new          (GtkApplication       *application);

VoletsEditor *volets_window_get_editor   (VoletsWindow         *self);
void          volets_window_set_editor   (VoletsWindow         *self,
                                          VoletsEditor         *editor);
gboolean      volets_window_open_file    (VoletsWindow         *self,
                                          GFile                *file);
gboolean      volets_window_open_call    (VoletsWindow         *self,
                                          GFile                *file,
                                          GFile                *waiting);

G_END_DECLS
