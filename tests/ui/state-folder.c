/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state-folder.h"

#include <glib/gstdio.h>

static const char VARIABLE[] = "XDG_STATE_HOME";

void
volets_test_state_set_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("volets-state-XXXXXX", &error);

  g_assert_no_error (error);
  g_setenv (VARIABLE, folder, TRUE);
}

/* What is not empty stays, to be looked at. */
void
volets_test_state_tear_down (void)
{
  g_autofree char *path = volets_test_state_get_path ();
  g_autofree char *parent = g_path_get_dirname (path);

  g_rmdir (path);
  g_rmdir (parent);
  g_rmdir (g_getenv (VARIABLE));
}

char *
volets_test_state_get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "volets", "recovery", NULL);
}
