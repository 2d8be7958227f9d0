/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the copies of unsaved dossiers go in a test: to a folder of its own, before anything asks
 * GLib for the real one.
 */

void  volets_test_state_set_up    (void);
void  volets_test_state_tear_down (void);
char *volets_test_state_get_path  (void);

G_END_DECLS
