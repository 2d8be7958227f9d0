/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In seconds. What comes unless something is broken may come late on a machine that is busy. */
#define VOLETS_TEST_PATIENCE 60

/* Waits until @condition, and no longer than that. */
#define VOLETS_TEST_WAIT(condition)                                                          \
  G_STMT_START {                                                                             \
    gint64 wait_end = g_get_monotonic_time () + VOLETS_TEST_PATIENCE * G_USEC_PER_SEC;       \
    guint wait_tick = g_timeout_add (20, volets_test_tick_cb, NULL);                         \
    while (!(condition) && g_get_monotonic_time () < wait_end)                               \
      g_main_context_iteration (NULL, TRUE);                                                 \
    g_source_remove (wait_tick);                                                             \
  } G_STMT_END

gboolean volets_test_tick_cb (gpointer unused);

G_END_DECLS
