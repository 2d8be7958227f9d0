/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "display.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "state-folder.h"
#include "ui/application.h"

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

static int
run_with_application (void (*add_tests) (GtkApplication *application))
{
  g_autoptr (VoletsApplication) application = volets_application_new (G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
  add_tests (GTK_APPLICATION (application));

  return g_test_run ();
}

/**
 * volets_test_display_main:
 * @argc: the number of arguments
 * @argv: the arguments of the test
 * @add_tests: adds the cases
 *
 * Runs the tests with an application that leaves no trace on the machine, or skips them all where
 * there is no display.
 *
 * Returns: what the test exits with
 */
int
volets_test_display_main (int    argc,
                          char **argv,
                          void (*add_tests) (GtkApplication *application))
{
  g_autofree char *recent = NULL;
  int status = 0;

  volets_test_state_set_up ();
  g_setenv ("XDG_DATA_HOME", g_getenv ("XDG_STATE_HOME"), TRUE);
  g_test_init (&argc, &argv, NULL);
  if (volets_test_display_open ())
    status = run_with_application (add_tests);

  recent = g_build_filename (g_getenv ("XDG_DATA_HOME"), "recently-used.xbel", NULL);
  g_remove (recent);
  volets_test_state_tear_down ();

  return status;
}

/* So that whoever waits looks again, even where nothing happens. */
gboolean
volets_test_display_tick_cb (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}
