/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/own-calls.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/call-store.h"
#include "engine/dossier-file.h"
#include "engine/xml.h"
#include "support/calls.h"
#include "support/temp-folder.h"

/* A call of one's own: kept when it is opened, found again by the dossiers that answer it. */

#define CALL_ID "essai-planchers"

typedef VoletsTestFolder Fixture;

/* One for all tests: GLib asks for it once. */
static char *data_folder;

static void
forget_all (Fixture       *fixture,
            gconstpointer  unused)
{
  g_auto (GStrv) ids = volets_own_calls_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/volets/calls/%s.xml", data_folder, ids[i]);
      g_autofree char *backup = g_strconcat (path, "~", NULL);

      g_remove (path);
      g_remove (backup);
    }
  volets_test_folder_tear_down (fixture, NULL);
}

static GFile *
put_call (Fixture    *fixture,
          const char *name)
{
  g_autofree char *text = volets_test_read_call_file (CALL_ID);

  return volets_test_folder_put (fixture, name, text);
}

static void
keep (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsCall) call = volets_own_calls_keep (file, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (call->id, ==, CALL_ID);
}

static void
assert_found (GFile *dossier_file)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsCall) call = volets_dossier_find_call (dossier, dossier_file, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (call->id, ==, CALL_ID);
}

static void
assert_not_found (GFile      *dossier_file,
                  GQuark      domain,
                  int         code,
                  const char *words)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_dossier_find_call (dossier, dossier_file, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_found_again_wherever_its_file_went (Fixture       *fixture,
                                         gconstpointer  unused)
{
  g_autoptr (GFile) file = put_call (fixture, "mon appel.xml");
  g_auto (GStrv) ids = NULL;

  assert_not_found (fixture->file, VOLETS_DOSSIER_FILE_ERROR, VOLETS_DOSSIER_FILE_ERROR_NO_CALL,
                    "« " CALL_ID " » n’est pas connu");
  keep (file);
  g_assert_true (g_file_delete (file, NULL, NULL));
  assert_found (fixture->file);
  assert_found (NULL);
  ids = volets_own_calls_list ();
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, CALL_ID);
}

/* A folder with a dossier and its call, as it comes by mail. */
static void
test_found_beside_the_dossier (Fixture       *fixture,
                               gconstpointer  unused)
{
  g_autoptr (GFile) file = put_call (fixture, CALL_ID ".xml");
  g_autoptr (GFile) other = NULL;

  assert_found (fixture->file);
  g_assert_true (g_file_delete (file, NULL, NULL));
  other = volets_test_folder_put (fixture, CALL_ID ".xml",
                                  "<appel xmlns=\"urn:volets:appel:1\"/>");
  assert_not_found (fixture->file, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                    "ligne 1 : ");
}

static void
test_one_that_is_not_what_its_name_says (Fixture       *fixture,
                                         gconstpointer  unused)
{
  g_autofree char *text = volets_test_read_call_file ("essai-projet-borne");
  g_autoptr (GFile) file = volets_test_folder_put (fixture, CALL_ID ".xml", text);

  assert_not_found (fixture->file, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                    "décrit l’appel « essai-projet-borne »");
}

static void
test_a_new_version_takes_the_place_of_the_old (Fixture       *fixture,
                                               gconstpointer  unused)
{
  g_autoptr (GFile) file = put_call (fixture, "a.xml");
  g_autoptr (GFile) newer = NULL;
  g_autofree char *text = volets_test_read_call_file (CALL_ID);
  g_autoptr (GString) changed = g_string_new (text);
  g_autofree char *backup =
    g_strdup_printf ("%s/volets/calls/" CALL_ID ".xml~", data_folder);
  g_autofree char *kept = NULL;
  g_autoptr (VoletsCall) call = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (changed, "version=\"1\"", "version=\"2\"", 1), ==, 1);
  newer = volets_test_folder_put (fixture, "b.xml", changed->str);
  keep (file);
  keep (newer);
  call = volets_own_calls_find (CALL_ID, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (call->version, ==, 2);

  g_file_get_contents (backup, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, text);
}

static void
test_what_is_not_kept (Fixture       *fixture,
                       gconstpointer  unused)
{
  static const struct {
    const char *content;
    int         code;
    const char *words;
  } CASES[] = {
    { "<appel xmlns=\"urn:volets:appel:1\">\n<faux/></appel>", VOLETS_XML_ERROR_INVALID, "ligne" },
    { "<appel", VOLETS_XML_ERROR_SYNTAX, "" },
    { "<dossier xmlns=\"urn:volets:dossier:1\" version=\"1\"/>", VOLETS_XML_ERROR_OTHER_KIND,
      "un dossier" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GFile) file = volets_test_folder_put (fixture, "a.xml", CASES[i].content);
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) ids = NULL;

      g_assert_null (volets_own_calls_keep (file, &error));
      g_assert_error (error, VOLETS_XML_ERROR, CASES[i].code);
      g_assert_nonnull (strstr (error->message, CASES[i].words));
      ids = volets_own_calls_list ();
      g_assert_cmpuint (g_strv_length (ids), ==, 0);
    }
}

/* By which of the two would an amount have been computed? */
static void
test_the_name_of_one_of_the_program_is_taken (Fixture       *fixture,
                                              gconstpointer  unused)
{
  g_autofree char *text = volets_test_read_call_file (CALL_ID);
  g_autoptr (GString) renamed = g_string_new (text);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (renamed, CALL_ID, "snee-2021", 1);
  file = volets_test_folder_put (fixture, "a.xml", renamed->str);
  g_assert_null (volets_own_calls_keep (file, &error));
  g_assert_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "vient déjà avec Volets"));
}

/* Whatever the file of somebody else says, nothing is looked for in another folder. */
static void
test_names_that_lead_elsewhere (Fixture       *fixture,
                                gconstpointer  unused)
{
  static const char *const IDS[] = { "../a", "/etc/passwd", "a/b", ".", "", "a.b", "A", NULL };
  g_autoptr (GFile) file = put_call (fixture, "a.xml");

  for (gsize i = 0; i < G_N_ELEMENTS (IDS); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (volets_own_calls_find (IDS[i], fixture->file, &error));
      g_assert_no_error (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *volets = NULL, *calls = NULL;
  int status;

  data_folder = g_dir_make_tmp ("volets-data-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_folder, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, volets_test_folder_set_up, test, forget_all)

  ADD ("/own-calls/found-again-wherever-its-file-went", test_found_again_wherever_its_file_went);
  ADD ("/own-calls/found-beside-the-dossier", test_found_beside_the_dossier);
  ADD ("/own-calls/one-that-is-not-what-its-name-says", test_one_that_is_not_what_its_name_says);
  ADD ("/own-calls/a-new-version-takes-the-place-of-the-old",
       test_a_new_version_takes_the_place_of_the_old);
  ADD ("/own-calls/what-is-not-kept", test_what_is_not_kept);
  ADD ("/own-calls/the-name-of-one-of-the-program-is-taken",
       test_the_name_of_one_of_the_program_is_taken);
  ADD ("/own-calls/names-that-lead-elsewhere", test_names_that_lead_elsewhere);

  status = g_test_run ();
  volets = g_build_filename (data_folder, "volets", NULL);
  calls = g_build_filename (volets, "calls", NULL);
  g_rmdir (calls);
  g_rmdir (volets);
  g_rmdir (data_folder);
  g_free (data_folder);

  return status;
}
