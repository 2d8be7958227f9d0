/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/filing-bundle.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "act.h"
#include "documents/file-inspector.h"
#include "engine/applicant.h"
#include "engine/attachment.h"
#include "engine/dossier-xml.h"
#include "support/temp-folder.h"

#define DAY "2021-03-15"
#define NAME "mairie-dossier-de-depot"

/* A dossier whose review has no error, in a folder of its own. */
typedef struct {
  VoletsTestFolder  folder;
  Act               act;
  GFile            *parent;
  VoletsBundleOrder order;
} Case;

static void
set_up (Case          *self,
        gconstpointer  data)
{
  volets_test_folder_set_up (&self->folder, NULL);
  self->parent = g_file_new_for_path (self->folder.folder);
  act_load_form (&self->act);
  self->order = (VoletsBundleOrder) {
    .dossier = self->act.dossier, .subsidy = self->act.subsidy, .date = DAY,
    .place = self->folder.file, .stem = "mairie-depot", .parent = self->parent,
  };
}

static void
tear_down (Case          *self,
           gconstpointer  data)
{
  g_clear_object (&self->parent);
  act_clear (&self->act);
  volets_test_folder_tear_down (&self->folder, NULL);
}

static void
attach (Case       *self,
        const char *key,
        const char *name,
        const char *content)
{
  g_autoptr (GFile) file = volets_test_folder_put (&self->folder, name, content);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  VoletsRecord *record = volets_dossier_append (self->act.dossier, VOLETS_SECTION_ATTACHMENTS);

  volets_record_set_text (record, VOLETS_ATTACHMENT_KEY, key);
  volets_record_set_text (record, VOLETS_ATTACHMENT_PATH, name);
  volets_record_set_number (record, VOLETS_ATTACHMENT_SIZE, (gint64) strlen (content));
  volets_record_set_text (record, VOLETS_ATTACHMENT_SHA256, sha256);
}

/* Where the dossier says that its attachment is. */
static void
set_path (Case       *self,
          guint       row,
          const char *path)
{
  VoletsDossier *dossier = self->act.dossier;

  volets_record_set_text (volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, row),
                          VOLETS_ATTACHMENT_PATH, path);
}

static VoletsFilingBundle *
make (Case *self)
{
  g_autoptr (GError) error = NULL;
  VoletsFilingBundle *bundle = volets_filing_bundle_make (&self->order, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static char *
read_file (Case       *self,
           const char *name)
{
  g_autofree char *path = g_build_filename (self->folder.folder, NAME, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in a folder as a list of files sorts them, a line each. */
static char *
list_folder (const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("\n", (char **) names->pdata);
}

static char *
list_bundle (Case *self)
{
  g_autofree char *path = g_build_filename (self->folder.folder, NAME, NULL);

  return list_folder (path);
}

static void
assert_holds (const char *text,
              const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("« %s » is not in:\n%s", wanted, text);
}

/* Whatever the order in the dossier; the text to amend is not filed, what comes of it is. */
static void
test_all_is_numbered_in_its_order (Case          *self,
                                   gconstpointer  data)
{
  g_autoptr (VoletsFilingBundle) bundle = NULL;
  g_autofree char *names = NULL;
  g_autofree char *copy = NULL;

  attach (self, "photos", "photos.csv", "1\n");
  attach (self, "devis", "pièces/Devis n°2.csv", "deux\n");
  attach (self, "devis", "fournisseur.csv", "un\n");
  attach (self, "deliberation", "signée.csv", "oui\n");
  bundle = make (self);
  names = list_bundle (self);
  g_assert_cmpstr (names, ==,
                   "00-liste.txt\n"
                   "01-mairie-depot.xml\n"
                   "02-mairie-synthese.pdf\n"
                   "03-mairie-deliberation.pdf\n"
                   "04-mairie-plan.pdf\n"
                   "05-mairie-recopie.pdf\n"
                   "06-mairie-preremplissage.json\n"
                   "07-deliberation-signée.csv\n"
                   "08-Devis n°2.csv\n"
                   "09-devis-fournisseur.csv\n"
                   "10-photos.csv\n"
                   "SHA256SUMS");
  g_assert_cmpuint (bundle->n_files, ==, 10);
  g_assert_cmpuint (g_strv_length (bundle->missing), ==, 0);
  copy = read_file (self, "09-devis-fournisseur.csv");
  g_assert_cmpstr (copy, ==, "un\n");
}

static void
test_sha256sum_reads_the_checksums (Case          *self,
                                    gconstpointer  data)
{
  g_autofree char *sha256sum = g_find_program_in_path ("sha256sum");
  g_autoptr (VoletsFilingBundle) bundle = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *sums = NULL;
  g_autofree char *names = NULL;

  attach (self, "devis", "devis\\ ; <1>.csv", "un\n");
  bundle = make (self);
  sums = read_file (self, "SHA256SUMS");
  names = list_bundle (self);
  assert_holds (names, "\n07-devis- - -1-.csv\n");
  if (sha256sum == NULL)
    {
      g_test_skip ("sha256sum is not there");
      return;
    }

  g_subprocess_launcher_set_cwd (launcher, g_file_peek_path (bundle->folder));
  process = g_subprocess_launcher_spawn (launcher, NULL, sha256sum, "--strict", "-c", "SHA256SUMS",
                                         NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));

  /* All but the checksums themselves. */
  {
    g_auto (GStrv) lines = g_strsplit (sums, "\n", -1);
    g_auto (GStrv) files = g_strsplit (names, "\n", -1);

    g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (files));
  }
}

static void
test_the_list_says_what_is_there_and_what_misses (Case          *self,
                                                  gconstpointer  data)
{
  g_autofree char *pipe = g_build_filename (self->folder.folder, "tube.pdf", NULL);
  g_autofree char *moved = g_build_filename (self->folder.folder, "parti.csv", NULL);
  g_autofree char *changed = g_build_filename (self->folder.folder, "change.csv", NULL);
  g_autoptr (VoletsFilingBundle) bundle = NULL;
  g_autofree char *list = NULL;

  attach (self, "devis", "devis.csv", "12345\n");
  attach (self, "devis", "parti.csv", "bientôt ailleurs\n");
  g_assert_cmpint (g_remove (moved), ==, 0);
  set_path (self, 1, "/run/user/1000/doc/7fe9c4b0/parti.csv");
  attach (self, "devis", "change.csv", "avant\n");
  set_path (self, 2, changed);
  g_object_unref (volets_test_folder_put (&self->folder, "change.csv", "après\n"));
  attach (self, "tube", "tube.pdf", "%PDF-1.7\n");
  g_assert_cmpint (g_remove (pipe), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  bundle = make (self);
  list = read_file (self, "00-liste.txt");

  assert_holds (list, "Dossier de dépôt – Communauté de communes d’essai\n");
  assert_holds (list, "Préparé le 15 mars 2021.\n");
  assert_holds (list, "\nIL MANQUE\n"
                "- Délibération : l’appel demande cette pièce, et le dossier ne l’a pas.\n"
                "- Devis : le fichier « parti.csv » n’est pas trouvé ; remettez-le à sa place, ou "
                "remplacez-le à l’étape Pièces.\n"
                "- Pièce jointe : le fichier « tube.pdf » n’est pas trouvé ; remettez-le à sa "
                "place, ou remplacez-le à l’étape Pièces.\n");
  assert_holds (list, "\nÀ vérifier\n- Pièce 3 : le fichier « change.csv » a changé depuis");
  assert_holds (list, "\n07-devis.csv\n  Devis, 6 octets\n  SHA-256 "
                "f33ae3bc9a22cd7564990a794789954409977013966fb1a8f43c35776b833a95\n");
  g_assert_cmpuint (g_strv_length (bundle->missing), ==, 3);
}

static void
test_with_errors_nothing_is_made (Case          *self,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  volets_record_set_text (act_get (&self->act, VOLETS_SECTION_APPLICANT),
                          VOLETS_APPLICANT_SIRET, NULL);
  g_assert_null (volets_filing_bundle_make (&self->order, NULL, NULL, NULL, &error));
  g_assert_error (error, VOLETS_BUNDLE_ERROR, VOLETS_BUNDLE_ERROR_REFUSED);
  assert_holds (error->message, "il reste 1 erreur à corriger");
  names = list_folder (self->folder.folder);
  g_assert_cmpstr (names, ==, "");
}

static void
test_one_that_is_there_stays_unless_asked (Case          *self,
                                           gconstpointer  data)
{
  g_autoptr (VoletsFilingBundle) first = NULL;
  g_autoptr (VoletsFilingBundle) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  first = make (self);
  before = read_file (self, "SHA256SUMS");
  attach (self, "devis", "devis.csv", "1\n");
  g_assert_null (volets_filing_bundle_make (&self->order, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  after = read_file (self, "SHA256SUMS");
  g_assert_cmpstr (before, ==, after);

  self->order.overwrite = TRUE;
  second = make (self);
  again = read_file (self, "SHA256SUMS");
  assert_holds (again, "-devis.csv\n");
  names = list_folder (self->folder.folder);
  g_assert_cmpstr (names, ==, "devis.csv\n" NAME);
}

/* A paper that was signed, a note that was added: nothing of that is ours to throw away. */
static void
test_what_others_put_there_is_never_lost (Case          *self,
                                          gconstpointer  data)
{
  g_autoptr (VoletsFilingBundle) bundle = make (self);
  g_autoptr (GFile) note = volets_test_folder_put (&self->folder, NAME "/note.txt", "à moi");
  g_autoptr (GFile) signed_paper = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  self->order.overwrite = TRUE;
  g_assert_null (volets_filing_bundle_make (&self->order, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY);
  assert_holds (error->message, "Volets n’y a pas mis « note.txt »");
  volets_test_assert_holds (note, "à moi");

  g_clear_error (&error);
  g_assert_true (g_file_delete (note, NULL, NULL));
  signed_paper = volets_test_folder_put (&self->folder, NAME "/03-mairie-deliberation.pdf",
                                         "signée");
  g_assert_null (volets_filing_bundle_make (&self->order, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY);
  assert_holds (error->message, "« 03-mairie-deliberation.pdf » y a été modifié");
  volets_test_assert_holds (signed_paper, "signée");
  names = list_folder (self->folder.folder);
  g_assert_cmpstr (names, ==, NAME);
}

static void
test_a_folder_of_the_same_name_is_not_replaced (Case          *self,
                                                gconstpointer  data)
{
  g_autoptr (GFile) letter = volets_test_folder_put (&self->folder, NAME "/lettre.txt", "texte");
  g_autoptr (GError) error = NULL;

  self->order.overwrite = TRUE;
  g_assert_null (volets_filing_bundle_make (&self->order, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY);
  assert_holds (error->message, "n’est pas un dossier de dépôt fait par Volets");
  volets_test_assert_holds (letter, "texte");
}

static void
cancel_cb (guint    n_done,
           guint    n_files,
           gpointer user_data)
{
  if (n_done == 3)
    g_cancellable_cancel (user_data);
}

static void
test_what_is_stopped_leaves_nothing (Case          *self,
                                     gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_filing_bundle_make (&self->order, cancel_cb, cancellable, cancellable,
                                            &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  names = list_folder (self->folder.folder);
  g_assert_cmpstr (names, ==, "");
}

/* It is not told as an attachment that misses: the folder would look finished. */
static void
test_no_room_for_an_attachment_leaves_nothing (Case          *self,
                                               gconstpointer  data)
{
  struct rlimit before, limit;
  g_autofree char *content = g_strnfill (1000000, 'x');
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  attach (self, "devis", "devis.csv", content);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 500000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (volets_filing_bundle_make (&self->order, NULL, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_holds (error->message, "trop grand pour cet emplacement");
  names = list_folder (self->folder.folder);
  g_assert_cmpstr (names, ==, "devis.csv");
}

static void
test_a_place_that_cannot_be_written (Case          *self,
                                     gconstpointer  data)
{
  g_autoptr (GFile) file = volets_test_folder_put (&self->folder, "fichier", "");
  g_autoptr (GError) error = NULL;

  self->order.parent = file;
  g_assert_null (volets_filing_bundle_make (&self->order, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  assert_holds (error->message, "un fichier qui n’est pas un dossier");
}

static void
test_same_answers_same_bytes (Case          *self,
                              gconstpointer  data)
{
  g_autoptr (VoletsFilingBundle) first = NULL;
  g_autoptr (VoletsFilingBundle) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  attach (self, "devis", "devis.csv", "1\n");
  first = make (self);
  before = read_file (self, "SHA256SUMS");
  self->order.overwrite = TRUE;
  second = make (self);
  after = read_file (self, "SHA256SUMS");
  g_assert_cmpstr (before, ==, after);
}

typedef struct {
  GMainLoop          *loop;
  VoletsFilingBundle *bundle;
  guint               n_done;
  guint               n_files;
} Waiting;

static void
progress_cb (guint    n_done,
             guint    n_files,
             gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_cmpuint (n_done, ==, waiting->n_done + 1);
  waiting->n_done = n_done;
  waiting->n_files = n_files;
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;

  waiting->bundle = volets_filing_bundle_make_finish (result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (waiting->loop);
}

/* What is changed meanwhile is for the next one. */
static void
test_a_thread_makes_it_of_the_answers_as_they_were (Case          *self,
                                                    gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (self->act.dossier);
  g_autofree char *list = NULL;
  Waiting waiting = { .loop = loop };

  volets_filing_bundle_make_async (&self->order, progress_cb, &waiting, NULL, ready_cb, &waiting);
  volets_record_set_text (act_get (&self->act, VOLETS_SECTION_APPLICANT),
                          VOLETS_APPLICANT_NAME, "Un autre nom");
  g_main_loop_run (loop);

  g_assert_nonnull (waiting.bundle);
  g_assert_cmpuint (waiting.n_files, ==, 6);
  list = read_file (self, "00-liste.txt");
  assert_holds (list, fingerprint);
  volets_filing_bundle_free (waiting.bundle);
}

int
main (int   argc,
      char *argv[])
{
  if (volets_file_inspector_is_asked (argc, argv))
    return volets_file_inspector_answer (argv);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Case, NULL, set_up, function, tear_down)
  ADD ("/filing-bundle/all-is-numbered-in-its-order", test_all_is_numbered_in_its_order);
  ADD ("/filing-bundle/sha256sum-reads-the-checksums", test_sha256sum_reads_the_checksums);
  ADD ("/filing-bundle/the-list-says-what-is-there-and-what-misses",
       test_the_list_says_what_is_there_and_what_misses);
  ADD ("/filing-bundle/with-errors-nothing-is-made", test_with_errors_nothing_is_made);
  ADD ("/filing-bundle/one-that-is-there-stays-unless-asked",
       test_one_that_is_there_stays_unless_asked);
  ADD ("/filing-bundle/what-others-put-there-is-never-lost",
       test_what_others_put_there_is_never_lost);
  ADD ("/filing-bundle/a-folder-of-the-same-name-is-not-replaced",
       test_a_folder_of_the_same_name_is_not_replaced);
  ADD ("/filing-bundle/what-is-stopped-leaves-nothing", test_what_is_stopped_leaves_nothing);
  ADD ("/filing-bundle/no-room-for-an-attachment-leaves-nothing",
       test_no_room_for_an_attachment_leaves_nothing);
  ADD ("/filing-bundle/a-place-that-cannot-be-written", test_a_place_that_cannot_be_written);
  ADD ("/filing-bundle/same-answers-same-bytes", test_same_answers_same_bytes);
  ADD ("/filing-bundle/a-thread-makes-it-of-the-answers-as-they-were",
       test_a_thread_makes_it_of_the_answers_as_they_were);

  return g_test_run ();
}
