/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include "support/program.h"
#include "support/temp-folder.h"

/* Papers on their way to a place that has no room for them: a sentence, and never half a file. */

#define DATE "--date", "2021-03-15"

/* Bytes; less than any paper has. */
#define SMALL 8192

static char *
find_example (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "vaison-la-romaine.volets",
                                NULL);
}

/* No file may be larger than @limit in what is run from now on. */
static void
limit_files (rlim_t limit)
{
  struct rlimit limits;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limits), ==, 0);
  limits.rlim_cur = MIN (limit, limits.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limits), ==, 0);
}

static guint
count_sentences (const char *text,
                 const char *sentence)
{
  guint count = 0;

  while ((text = strstr (text, sentence)) != NULL)
    {
      text += strlen (sentence);
      count++;
    }

  return count;
}

/* What was there stays as it was, and nothing comes beside it. */
static void
test_a_limit_of_the_session (VoletsTestFolder *fixture,
                             gconstpointer     data)
{
  g_autofree char *example = find_example ();
  g_autofree char *path = g_build_filename (fixture->folder, "vaison-la-romaine-synthese.pdf",
                                            NULL);
  g_autoptr (GFile) summary = g_file_new_for_path (path);
  g_auto (VoletsTestRun) all = { 0 };
  g_auto (VoletsTestRun) forced = { 0 };
  g_auto (VoletsTestRun) bundle = { 0 };

  limit_files (SMALL);
  volets_test_run (&all, "export", DATE, example, "--output-dir", fixture->folder,
                   "--only=summary,deliberation,plan,transcription", NULL);
  volets_test_run (&bundle, "export", DATE, example, "--output-dir", fixture->folder, "--bundle",
                   NULL);
  limit_files (RLIM_INFINITY);
  g_assert_cmpint (all.status, ==, 2);
  g_assert_cmpuint (count_sentences (all.complaint, "le fichier est trop grand pour cet "
                                                    "emplacement ; choisissez-en un autre"), ==, 4);
  g_assert_cmpint (bundle.status, ==, 2);
  g_assert_cmpuint (count_sentences (bundle.complaint, "trop grand pour cet emplacement"), ==, 1);
  volets_test_folder_assert_n_files (fixture, 0);

  volets_test_save (summary, "hier", NULL);
  limit_files (SMALL);
  volets_test_run (&forced, "export", DATE, example, "--output-dir", fixture->folder,
                   "--only=summary", "--force", NULL);
  limit_files (RLIM_INFINITY);
  g_assert_cmpint (forced.status, ==, 2);
  volets_test_assert_holds (summary, "hier");
  volets_test_folder_assert_n_files (fixture, 1);
}

/* A small disk takes some of them: those are whole. */
static void
test_a_full_disk (VoletsTestFolder *fixture,
                  gconstpointer     data)
{
  g_autofree char *example = find_example ();
  VoletsTestFolder whole;
  g_autoptr (GDir) dir = NULL;
  g_auto (VoletsTestRun) expected = { 0 };
  g_auto (VoletsTestRun) papers = { 0 };
  g_auto (VoletsTestRun) bundle = { 0 };
  const char *name;
  guint n_files = 0;

  if (mount ("volets-test", fixture->folder, "tmpfs", 0, "size=160k") != 0)
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }

  volets_test_run (&bundle, "export", DATE, example, "--output-dir", fixture->folder, "--bundle",
                   NULL);
  g_assert_cmpint (bundle.status, ==, 2);
  g_assert_cmpuint (count_sentences (bundle.complaint, "le disque est plein ; libérez de la place "
                                                       "et recommencez"), ==, 1);
  volets_test_folder_assert_n_files (fixture, 0);

  volets_test_folder_set_up (&whole, NULL);
  volets_test_run (&expected, "export", DATE, example, "--output-dir", whole.folder, NULL);
  volets_test_run (&papers, "export", DATE, example, "--output-dir", fixture->folder, NULL);
  g_assert_cmpint (papers.status, ==, 2);
  g_assert_cmpuint (count_sentences (papers.complaint, "le disque est plein"), >=, 1);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *there = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *made = g_build_filename (whole.folder, name, NULL);
      g_autofree char *there_data = NULL;
      g_autofree char *made_data = NULL;
      gsize there_size, made_size;

      g_assert_true (g_file_get_contents (there, &there_data, &there_size, NULL));
      g_assert_true (g_file_get_contents (made, &made_data, &made_size, NULL));
      g_assert_cmpmem (there_data, there_size, made_data, made_size);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
  g_assert_cmpint (umount2 (fixture->folder, MNT_DETACH), ==, 0);
  volets_test_folder_tear_down (&whole, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, VoletsTestFolder, NULL, volets_test_folder_set_up, test, \
              volets_test_folder_tear_down)

  ADD ("/no-room/a-limit-of-the-session", test_a_limit_of_the_session);
  ADD ("/no-room/a-full-disk", test_a_full_disk);

  return g_test_run ();
}
