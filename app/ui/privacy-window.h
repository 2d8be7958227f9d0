/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VoletsPrivacyWindow:
 *
 * What is kept on this computer and where, that nothing is sent, and which data computes.
 */
#define VOLETS_TYPE_PRIVACY_WINDOW (volets_privacy_window_get_type ())
G_DECLARE_FINAL_TYPE (VoletsPrivacyWindow, volets_privacy_window, VOLETS, PRIVACY_WINDOW,
                      AdwPreferencesWindow)

GtkWindow *volets_privacy_window_new (GtkWindow *parent);

G_END_DECLS
