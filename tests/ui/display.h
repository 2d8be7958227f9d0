/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The screen that ./dev test starts. VOLETS_TEST_TEXT_SIZE, in per cent, makes the text on it as
 * large as some people need it; libadwaita is started as well.
 */

gboolean volets_test_display_open    (void);
int      volets_test_display_main    (int        argc,
                                      char     **argv,
                                      void     (*add_tests) (GtkApplication *application));

/* Waits until @condition, which stays FALSE only where something is broken: no slow machine takes
 * that long.
 */
#define VOLETS_TEST_WAIT(condition)                                                   \
  G_STMT_START {                                                                      \
    gint64 wait_end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;                  \
    guint wait_tick = g_timeout_add (20, volets_test_display_tick_cb, NULL);          \
    while (!(condition) && g_get_monotonic_time () < wait_end)                        \
      g_main_context_iteration (NULL, TRUE);                                          \
    g_source_remove (wait_tick);                                                      \
    g_assert_true (condition);                                                        \
  } G_STMT_END

gboolean volets_test_display_tick_cb (gpointer unused);

G_END_DECLS
