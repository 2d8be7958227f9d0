/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/attachment-check.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "engine/french.h"
#include "support/temp-folder.h"

#define N VOLETS_NBSP

/* SHA-256 of « abc » (FIPS 180-4, appendix B.1 of its first edition). */
#define SHA256_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

typedef struct {
  VoletsAttachmentCheck *check;
  GError                *error;
  gboolean               is_done;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->check, volets_attachment_check_free);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
check_ready_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->check = volets_attachment_check_finish (result, &outcome->error);
  outcome->is_done = TRUE;
}

static void
check_file (GFile        *file,
            GCancellable *cancellable,
            Outcome      *outcome)
{
  volets_attachment_check_async (file, cancellable, check_ready_cb, outcome);
  while (!outcome->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true ((outcome->check == NULL) != (outcome->error == NULL));
}

static GFile *
put_file (VoletsTestFolder *folder,
          const char       *name,
          const char       *content,
          gssize            length)
{
  GFile *file = g_file_new_build_filename (folder->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), content, length, &error);
  g_assert_no_error (error);

  return file;
}

static void
assert_refused (GFile                 *file,
                VoletsAttachmentError  code,
                const char            *sentence)
{
  g_auto (Outcome) outcome = { 0 };

  check_file (file, NULL, &outcome);

  g_assert_error (outcome.error, VOLETS_ATTACHMENT_ERROR, (int) code);
  g_assert_nonnull (strstr (outcome.error->message, sentence));
}

static void
test_size_and_sha256 (VoletsTestFolder *folder,
                      gconstpointer     data)
{
  g_autoptr (GFile) file = put_file (folder, "abc.csv", "abc", 3);
  g_auto (Outcome) outcome = { 0 };

  check_file (file, NULL, &outcome);

  g_assert_no_error (outcome.error);
  g_assert_cmpint (outcome.check->size, ==, 3);
  g_assert_cmpstr (outcome.check->sha256, ==, SHA256_ABC);
}

/* A file that is exactly as long as what is read at once, and its neighbours. */
static void
test_sizes_around_a_chunk (VoletsTestFolder *folder,
                           gconstpointer     data)
{
  static const gsize SIZES[] = { 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 512 * 1024 };

  for (gsize i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      g_autofree char *content = g_strnfill (SIZES[i], 'v');
      g_autofree char *sha256 =
        g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, SIZES[i]);
      g_autoptr (GFile) file = put_file (folder, "v.json", content, (gssize) SIZES[i]);
      g_auto (Outcome) outcome = { 0 };

      check_file (file, NULL, &outcome);

      g_assert_no_error (outcome.error);
      g_assert_cmpint (outcome.check->size, ==, SIZES[i]);
      g_assert_cmpstr (outcome.check->sha256, ==, sha256);
    }
}

static void
test_types_taken (VoletsTestFolder *folder,
                  gconstpointer     data)
{
  static const struct {
    const char *name;
    const char *content;
    gssize      length;
  } CASES[] = {
    { "a.pdf", "%PDF-1.7\n", -1 },
    { "LETTRE.PDF", "\xef\xbb\xbf%PDF-1.4\n", -1 },
    { "a.xml", "<?xml version=\"1.0\"?><a/>", -1 },
    { "utf-16.xml", "\xff\xfe<\0a\0/\0>\0", 10 },
    { "a.json", "{}", -1 },
    { "a.zip", "PK\3\4", -1 },
    { "empty.zip", "PK\5\6", -1 },
    { "a.csv", "École;classes\n", -1 },
    { "latin-1.csv", "\xc9" "cole;classes\n", -1 },
    { "a.ods", "PK\3\4", -1 },
    { "a.odt", "PK\3\4", -1 },
    { "a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", -1 },
    { "rtf.doc", "{\\rtf1}", -1 },
    { "a.docx", "PK\3\4", -1 },
    { "a.png", "\x89PNG\r\n\x1a\n", -1 },
    { "a.jpg", "\xff\xd8\xff\xe0", -1 },
    { "a.jpeg", "\xff\xd8\xff\xe0", -1 },
    { "Devis n° 1 – l’école.pdf", "%PDF-1.7\n", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GFile) file = put_file (folder, CASES[i].name, CASES[i].content,
                                         CASES[i].length);
      g_auto (Outcome) outcome = { 0 };

      check_file (file, NULL, &outcome);

      g_assert_no_error (outcome.error);
    }
}

static void
test_types_refused (VoletsTestFolder *folder,
                    gconstpointer     data)
{
  static const char *const NAMES[] = {
    "a.exe", "a", "pdf", ".pdf.sh", "a.pdf ", "a.docm", "a.html", "a.svg", "a.pdf~",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autoptr (GFile) file = put_file (folder, NAMES[i], "%PDF-1.7\n", -1);

      assert_refused (file, VOLETS_ATTACHMENT_ERROR_TYPE, "n’est pas d’un type accepté");
    }
}

static void
test_content_that_belies_the_name (VoletsTestFolder *folder,
                                   gconstpointer     data)
{
  static const struct {
    const char *name;
    const char *content;
    gssize      length;
  } CASES[] = {
    { "a.pdf", "MZ\x90", -1 },
    { "a.png", "%PDF-1.7\n", -1 },
    { "a.jpg", "\xff\xd8", -1 },
    { "a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", -1 },
    { "a.csv", "a\0b", 3 },
    { "a.zip", "P", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GFile) file = put_file (folder, CASES[i].name, CASES[i].content,
                                         CASES[i].length);

      assert_refused (file, VOLETS_ATTACHMENT_ERROR_CONTENT, CASES[i].name);
    }
}

static void
test_sizes_refused (VoletsTestFolder *folder,
                    gconstpointer     data)
{
  g_autoptr (GFile) empty = put_file (folder, "empty.pdf", "", 0);
  g_autoptr (GFile) large = put_file (folder, "large.pdf", "%PDF-1.7\n", -1);

  assert_refused (empty, VOLETS_ATTACHMENT_ERROR_SIZE, "est vide");
  g_assert_cmpint (truncate (g_file_peek_path (large), VOLETS_ATTACHMENT_SIZE_MAX + 1), ==, 0);
  assert_refused (large, VOLETS_ATTACHMENT_ERROR_SIZE,
                  "trop lourd (1\u202f000" N "Mo) ; il en faut un de 1\u202f000" N "Mo au plus");
}

/* What the platform takes is for the call to say: there is one that takes more than 200 Mo. */
static void
test_a_large_file_is_for_the_call_to_judge (VoletsTestFolder *folder,
                                            gconstpointer     data)
{
  g_autoptr (GFile) large = put_file (folder, "large.pdf", "%PDF-1.7\n", -1);
  g_autoptr (VoletsAttachmentCheck) check = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (g_file_peek_path (large), 200000001), ==, 0);
  check = volets_attachment_check_file (large, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (check->size, ==, 200000001);
}

/* The memory of a process is a file whose first bytes nobody can read, as on a failing disk. */
static void
test_what_the_system_says_is_told_in_french (VoletsTestFolder *folder,
                                             gconstpointer     data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder->folder, "mem.pdf", NULL);

  g_assert_cmpint (symlink ("/proc/self/mem", g_file_peek_path (file)), ==, 0);
  assert_refused (file, VOLETS_ATTACHMENT_ERROR_UNREADABLE,
                  "Le fichier « mem.pdf » ne peut pas être lu : le disque ne fait pas ce qui lui "
                  "est demandé ; vérifiez qu’il est bien branché");
}

/* Opening a pipe waits for somebody who writes. */
static void
test_what_is_no_file (VoletsTestFolder *folder,
                      gconstpointer     data)
{
  g_autoptr (GFile) missing = g_file_new_build_filename (folder->folder, "missing.pdf", NULL);
  g_autoptr (GFile) within = g_file_new_build_filename (folder->folder, "a.pdf", "b.pdf", NULL);
  g_autoptr (GFile) directory = g_file_new_build_filename (folder->folder, "folder.pdf", NULL);
  g_autoptr (GFile) pipe = g_file_new_build_filename (folder->folder, "pipe.pdf", NULL);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) file = put_file (folder, "a.pdf", "%PDF-", -1);

  g_assert_cmpint (g_mkdir (g_file_peek_path (directory), 0700), ==, 0);
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);

  assert_refused (missing, VOLETS_ATTACHMENT_ERROR_MISSING, "missing.pdf");
  assert_refused (within, VOLETS_ATTACHMENT_ERROR_MISSING, "b.pdf");
  assert_refused (directory, VOLETS_ATTACHMENT_ERROR_NOT_A_FILE, "n’est pas un fichier");
  assert_refused (pipe, VOLETS_ATTACHMENT_ERROR_NOT_A_FILE, "n’est pas un fichier");
  assert_refused (device, VOLETS_ATTACHMENT_ERROR_NOT_A_FILE, "n’est pas un fichier");

  g_rmdir (g_file_peek_path (directory));
}

static void
test_cancelled (VoletsTestFolder *folder,
                gconstpointer     data)
{
  g_autoptr (GFile) file = put_file (folder, "a.pdf", "%PDF-", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  g_cancellable_cancel (cancellable);
  check_file (file, cancellable, &outcome);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_sizes_in_words (void)
{
  static const struct {
    gint64      size;
    const char *expected;
  } CASES[] = {
    { 0, "0" N "octet" },
    { 1, "1" N "octet" },
    { 999, "999" N "octets" },
    { 1000, "1" N "Ko" },
    { 999499, "999" N "Ko" },
    { 999500, "1" N "Mo" },
    { 1249999, "1,2" N "Mo" },
    { 200000000, "200" N "Mo" },
    { G_GINT64_CONSTANT (999999999999), "1" VOLETS_NNBSP "000" VOLETS_NNBSP "000" N "Mo" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *written = volets_attachment_write_size (CASES[i].size);

      g_assert_cmpstr (written, ==, CASES[i].expected);
    }
}

static void
add_test (const char *path,
          void      (*test) (VoletsTestFolder *folder, gconstpointer data))
{
  g_test_add (path, VoletsTestFolder, NULL, volets_test_folder_set_up, test,
              volets_test_folder_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/attachment-check/size-and-sha256", test_size_and_sha256);
  add_test ("/attachment-check/sizes-around-a-chunk", test_sizes_around_a_chunk);
  add_test ("/attachment-check/types-taken", test_types_taken);
  add_test ("/attachment-check/types-refused", test_types_refused);
  add_test ("/attachment-check/content-that-belies-the-name", test_content_that_belies_the_name);
  add_test ("/attachment-check/sizes-refused", test_sizes_refused);
  add_test ("/attachment-check/what-the-system-says-is-told-in-french",
            test_what_the_system_says_is_told_in_french);
  add_test ("/attachment-check/a-large-file-is-for-the-call-to-judge",
            test_a_large_file_is_for_the_call_to_judge);
  add_test ("/attachment-check/what-is-no-file", test_what_is_no_file);
  add_test ("/attachment-check/cancelled", test_cancelled);
  g_test_add_func ("/attachment-check/sizes-in-words", test_sizes_in_words);

  return g_test_run ();
}
