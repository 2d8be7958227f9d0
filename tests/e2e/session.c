/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

static VoletsTestScreen *screen;

/**
 * volets_test_session_main:
 * @argc: the number of arguments
 * @argv: the arguments of the test
 * @add_tests: adds the cases
 *
 * Runs the tests on a screen of their own; in French where the catalogue is installed, and else in
 * English, as the program itself is.
 *
 * Returns: what the test exits with
 */
int
volets_test_session_main (int    argc,
                          char **argv,
                          void (*add_tests) (void))
{
  g_autofree char *reason = NULL;
  int status;

  g_setenv ("LANGUAGE", "fr", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_init (&argc, &argv, NULL);
  screen = volets_test_screen_new (&reason);
  if (screen == NULL)
    {
      g_print ("1..0 # SKIP %s\n", reason);
      return 0;
    }

  add_tests ();
  status = g_test_run ();
  volets_test_screen_free (screen);

  return status;
}

void
volets_test_session_set_up (VoletsTestSession *self,
                            gconstpointer      data)
{
  g_autoptr (GError) error = NULL;

  self->home = g_dir_make_tmp ("volets-e2e-XXXXXX", &error);
  g_assert_no_error (error);
}

void
volets_test_session_tear_down (VoletsTestSession *self,
                               gconstpointer      data)
{
  volets_test_session_kill (self);
  volets_test_screen_remove_folder (self->home);
  g_free (self->home);
}

/**
 * volets_test_session_start:
 * @self: a session in which the program does not run
 * @file: (nullable): a dossier to open
 *
 * Starts the program, and waits until its window speaks.
 */
void
volets_test_session_start (VoletsTestSession *self,
                           const char        *file)
{
  static const char *const FOLDERS[][2] = {
    { "XDG_CACHE_HOME", "cache" }, { "XDG_CONFIG_HOME", "config" }, { "XDG_DATA_HOME", "data" },
    { "XDG_STATE_HOME", "state" },
  };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_null (self->process);
  g_subprocess_launcher_set_child_setup (launcher, volets_test_screen_end_with_parent, NULL, NULL);
  g_subprocess_launcher_set_cwd (launcher, self->home);
  g_subprocess_launcher_setenv (launcher, "HOME", self->home, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (FOLDERS); i++)
    {
      g_autofree char *folder = g_build_filename (self->home, FOLDERS[i][1], NULL);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_subprocess_launcher_setenv (launcher, FOLDERS[i][0], folder, TRUE);
    }

  self->process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("VOLETS_PROGRAM"), file,
                                               NULL);
  g_assert_no_error (error);
  self->reader = volets_test_reader_new (screen, g_subprocess_get_identifier (self->process));
}

/**
 * volets_test_session_kill:
 * @self: a session
 *
 * Ends the program as a breakdown does, where it runs.
 */
void
volets_test_session_kill (VoletsTestSession *self)
{
  g_autoptr (GError) error = NULL;

  if (self->process == NULL)
    return;

  g_clear_pointer (&self->reader, volets_test_reader_free);
  g_subprocess_send_signal (self->process, SIGKILL);
  g_subprocess_wait (self->process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (self->process));
  g_clear_object (&self->process);
}
