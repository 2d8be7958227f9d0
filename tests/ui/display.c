/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "display.h"

#include <adwaita.h>
#include <stdlib.h>

/* What gtk-xft-dpi is at 100 % text, in its own unit. */
#define NORMAL_TEXT_SIZE (96 * 1024)

/**
 * volets_test_display_open:
 *
 * Returns: whether there is one; where there is none, that all tests are skipped was said
 */
gboolean
volets_test_display_open (void)
{
  const char *text_size = g_getenv ("VOLETS_TEST_TEXT_SIZE");

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return FALSE;
    }

  adw_init ();

  /* What moves is not where it will be, and GTK 4.8 complains of what goes away meanwhile. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  if (text_size != NULL)
    g_object_set (gtk_settings_get_default (),
                  "gtk-xft-dpi", NORMAL_TEXT_SIZE * atoi (text_size) / 100,
                  NULL);

  return TRUE;
}

/* So that whoever waits looks again, even where nothing happens. */
gboolean
volets_test_display_tick_cb (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}
