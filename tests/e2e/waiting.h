/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In seconds. What comes unless something is broken may come late on a machine that is busy. */
#define VOLETS_TEST_PATIENCE 60

/* In milliseconds. What takes the program long to answer is not to be asked for all the time. */
#define VOLETS_TEST_PAUSE 200

/* Waits until @condition, and no longer than that: who waits says what did not come. */
#define VOLETS_TEST_TRY(condition) VOLETS_TEST_TRY_WITH (condition, volets_test_wait_a_moment)

/* The same, looking less often. */
#define VOLETS_TEST_TRY_SLOWLY(condition) VOLETS_TEST_TRY_WITH (condition, volets_test_pause)

#define VOLETS_TEST_TRY_WITH(condition, wait)                                                \
  G_STMT_START {                                                                             \
    gint64 wait_end = g_get_monotonic_time () + VOLETS_TEST_PATIENCE * G_USEC_PER_SEC;       \
    while (!(condition) && g_get_monotonic_time () < wait_end)                               \
      wait ();                                                                               \
  } G_STMT_END

void volets_test_wait_a_moment (void);
void volets_test_pause         (void);

G_END_DECLS
