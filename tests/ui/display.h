/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The screen that ./dev test starts. VOLETS_TEST_TEXT_SIZE, in per cent, makes the text on it as
 * large as some people need it; libadwaita is started as well.
 */

gboolean volets_test_display_open (void);

G_END_DECLS
