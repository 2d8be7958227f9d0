/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/shown-path.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/xattr.h>

static void
assert_shown (const char *path,
              const char *expected)
{
  g_autofree char *shown = volets_shown_path_write (path);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_what_is_not_in_the_portal (void)
{
  assert_shown ("/home/mairie/école/devis.pdf", "/home/mairie/école/devis.pdf");
  assert_shown ("pièces/devis.pdf", "pièces/devis.pdf");
  assert_shown ("/run/user/1000/devis.pdf", "/run/user/1000/devis.pdf");
  assert_shown ("/home/mairie/doc/5a1b2c3d/devis.pdf", "/home/mairie/doc/5a1b2c3d/devis.pdf");
}

/* What is gone has no attribute any more. */
static void
test_what_the_portal_says_nothing_of (void)
{
  assert_shown ("/run/user/1000/doc/5a1b2c3d/devis n° 1.pdf", "devis n° 1.pdf");
  assert_shown ("/run/flatpak/doc/5a1b2c3d/Dépôt 2021", "Dépôt 2021");
}

/* The runtime folder of this test stands for that of a sandbox. */
static void
test_the_place_outside (void)
{
  static const char OUTSIDE[] = "/home/mairie/École Jules-Ferry/devis.pdf";
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "5a1b2c3d", NULL);
  g_autofree char *path = g_build_filename (folder, "devis.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, "", 0, &error);
  g_assert_no_error (error);

  assert_shown (path, "devis.pdf");
  if (setxattr (path, "user.document-portal.host-path", OUTSIDE, strlen (OUTSIDE), 0) != 0)
    {
      g_test_skip (g_strerror (errno));
      return;
    }
  assert_shown (path, OUTSIDE);

  g_assert_cmpint (setxattr (path, "user.document-portal.host-path", "?", 1, 0), ==, 0);
  assert_shown (path, "devis.pdf");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *runtime_folder = g_dir_make_tmp ("volets-shown-path-XXXXXX", NULL);
  g_autofree char *portal = g_build_filename (runtime_folder, "doc", NULL);
  g_autofree char *document = g_build_filename (portal, "5a1b2c3d", NULL);
  g_autofree char *file = g_build_filename (document, "devis.pdf", NULL);
  int status;

  g_setenv ("XDG_RUNTIME_DIR", runtime_folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shown-path/what-is-not-in-the-portal", test_what_is_not_in_the_portal);
  g_test_add_func ("/shown-path/what-the-portal-says-nothing-of",
                   test_what_the_portal_says_nothing_of);
  g_test_add_func ("/shown-path/the-place-outside", test_the_place_outside);

  status = g_test_run ();
  g_remove (file);
  g_remove (document);
  g_remove (portal);
  g_remove (runtime_folder);

  return status;
}
