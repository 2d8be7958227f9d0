/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/attachment-path.h"

#include "engine/attachment.h"

static void
test_paths (void)
{
  g_autoptr (GFile) dossier = g_file_new_for_path ("/home/mairie/école/dossier.volets");
  static const struct {
    const char *file;
    const char *written;
  } CASES[] = {
    { "/home/mairie/école/devis.pdf", "devis.pdf" },
    { "/home/mairie/école/pièces/devis n° 1.pdf", "pièces/devis n° 1.pdf" },
    { "/home/mairie/devis.pdf", "/home/mairie/devis.pdf" },
    { "/home/mairie/école-2/devis.pdf", "/home/mairie/école-2/devis.pdf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (CASES[i].file);
      g_autofree char *written = volets_attachment_path_write (file, dossier, NULL);
      g_autofree char *absolute = volets_attachment_path_write (file, NULL, NULL);
      g_autoptr (GFile) found = volets_attachment_path_read (written, dossier);
      g_autoptr (GFile) found_absolute = volets_attachment_path_read (absolute, NULL);

      g_assert_cmpstr (written, ==, CASES[i].written);
      g_assert_cmpstr (absolute, ==, CASES[i].file);
      g_assert_true (g_file_equal (found, file));
      g_assert_true (g_file_equal (found_absolute, file));
    }

  g_assert_null (volets_attachment_path_read ("devis.pdf", NULL));
}

static void
test_paths_that_cannot_be_written_down (void)
{
  static const char *const PATHS[] = { "/tmp/a\nb.pdf", "/tmp/\x01.pdf", "/tmp/\xe9t\xe9.pdf" };
  g_autoptr (GFile) remote = g_file_new_for_uri ("http://example.org/a.pdf");
  g_autoptr (GError) remote_error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (PATHS); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (PATHS[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (volets_attachment_path_write (file, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
    }

  g_assert_null (volets_attachment_path_write (remote, NULL, &remote_error));
  g_assert_error (remote_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* A dossier of somebody else must not make the program go to an address. */
static void
test_paths_are_no_addresses (void)
{
  g_autoptr (GFile) dossier = g_file_new_for_path ("/home/mairie/dossier.volets");
  g_autoptr (GFile) file = volets_attachment_path_read ("smb://server/a.pdf", dossier);

  g_assert_true (g_file_is_native (file));
  g_assert_cmpstr (g_file_peek_path (file), ==, "/home/mairie/smb:/server/a.pdf");
}

/* The dossier goes from one folder to another; what is attached stays where it is. */
static void
test_moved (void)
{
  static const struct {
    const char *from;
    const char *path;
    const char *to;
    const char *moved;
  } CASES[] = {
    { "/mairie/a.volets", "devis.pdf", "/mairie/b.volets", "devis.pdf" },
    { "/mairie/a.volets", "pièces/devis.pdf", "/mairie/2021/a.volets", "/mairie/pièces/devis.pdf" },
    { "/mairie/a.volets", "2021/devis.pdf", "/mairie/2021/a.volets", "devis.pdf" },
    { "/mairie/2021/a.volets", "devis.pdf", "/mairie/a.volets", "2021/devis.pdf" },
    { "/mairie/a.volets", "/ailleurs/devis.pdf", "/ailleurs/a.volets", "devis.pdf" },
    { NULL, "/mairie/devis.pdf", "/mairie/a.volets", "devis.pdf" },
    { "/mairie/depot.xml", "devis.pdf", NULL, "/mairie/devis.pdf" },
    { NULL, "devis.pdf", "/mairie/a.volets", "devis.pdf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GFile) from = CASES[i].from != NULL ? g_file_new_for_path (CASES[i].from) : NULL;
      g_autoptr (GFile) to = CASES[i].to != NULL ? g_file_new_for_path (CASES[i].to) : NULL;
      g_autoptr (VoletsRecord) record = g_object_new (VOLETS_TYPE_ATTACHMENT, NULL);

      volets_attachment_path_move (record, from, to);
      g_assert_null (volets_record_get_text (record, VOLETS_ATTACHMENT_PATH));
      volets_record_set_text (record, VOLETS_ATTACHMENT_PATH, CASES[i].path);
      volets_attachment_path_move (record, from, to);
      g_assert_cmpstr (volets_record_get_text (record, VOLETS_ATTACHMENT_PATH), ==,
                       CASES[i].moved);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attachment-path/written-and-read", test_paths);
  g_test_add_func ("/attachment-path/cannot-be-written-down",
                   test_paths_that_cannot_be_written_down);
  g_test_add_func ("/attachment-path/are-no-addresses", test_paths_are_no_addresses);
  g_test_add_func ("/attachment-path/moved-with-the-dossier", test_moved);

  return g_test_run ();
}
