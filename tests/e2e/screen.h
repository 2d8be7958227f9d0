/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VoletsTestScreen:
 *
 * A screen that nobody looks at, with a session bus and an accessibility bus of its own: keys that
 * are pressed there reach nothing else, whatever runs on this machine.
 */
typedef struct _VoletsTestScreen VoletsTestScreen;

VoletsTestScreen *volets_test_screen_new                   (char                  **reason);
void              volets_test_screen_free                  (VoletsTestScreen       *self);
const char       *volets_test_screen_get_accessibility_bus (const VoletsTestScreen *self);
void              volets_test_screen_remove_folder         (const char             *folder);
void              volets_test_screen_end_with_parent       (gpointer                unused);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsTestScreen, volets_test_screen_free)

G_END_DECLS
