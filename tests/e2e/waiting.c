/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waiting.h"

static gboolean
tick_cb (gpointer data)
{
  gboolean *is_over = data;

  *is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until something happens, or nothing has for a short while. */
void
volets_test_wait_a_moment (void)
{
  gboolean is_over = FALSE;
  guint tick = g_timeout_add (20, tick_cb, &is_over);

  g_main_context_iteration (NULL, TRUE);
  if (!is_over)
    g_source_remove (tick);
}

/* Whatever happens. */
void
volets_test_pause (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (VOLETS_TEST_PAUSE, tick_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}
