/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the summary of a dossier takes as a PDF, from its file to that of the paper, and how
 * much memory, beside two programs that make a PDF of the same texts and tables: WeasyPrint of
 * HTML, LibreOffice of an OpenDocument text, with tags and as PDF/A as those of Volets are. All are
 * whole processes, turn by turn, so that what else the machine does weighs on all of them.
 *
 * Arguments: the program, then the numbers of schools. Prints figures, passes no judgement; the
 * goals it prints beside them are those of the project.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <poppler.h>

#include "documents/sheet.h"
#include "documents/summary.h"
#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/project.h"
#include "engine/subsidy.h"
#include "figures.h"
#include "paper-markup.h"
#include "support/big-dossier.h"

#define CALL_ID "snee-2021"
#define DAY "2021-03-15"
#define LINES_PER_SCHOOL 10

/* Runs of each program, fewer where one takes minutes; in seconds, what is waited for at all. */
#define N_RUNS 7
#define N_LONG_RUNS 3
#define LONG_RUN 20
#define PATIENCE 900

#define PDF_FILTER \
  "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"3\"}," \
  "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}}"

enum { VOLETS, WEASYPRINT, LIBREOFFICE, N_PROGRAMS };

typedef struct {
  const char  *name;
  char       **argv;
  gint64       times[N_RUNS];
  gint64       work[N_RUNS];
  long         memory;            /* the most, in kilobytes */
  guint        n_runs;
  gboolean     has_given_up;
} Program;

static gint64
get_time (const struct timeval *time)
{
  return (gint64) time->tv_sec * G_USEC_PER_SEC + time->tv_usec;
}

static void
become (char **argv)
{
  int null = open ("/dev/null", O_RDWR);

  setpgid (0, 0);
  dup2 (null, STDOUT_FILENO);
  dup2 (null, STDERR_FILENO);
  execvp (argv[0], argv);
  _exit (127);
}

/* A program that takes longer is ended, with all that it has started. */
static gboolean
wait_for (pid_t          child,
          int           *status,
          struct rusage *usage)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  pid_t ended;

  while ((ended = wait4 (child, status, WNOHANG, usage)) == 0)
    {
      if (g_get_monotonic_time () > end)
        {
          kill (-child, SIGKILL);
          wait4 (child, status, 0, usage);
          return FALSE;
        }
      g_usleep (500);
    }

  return ended == child;
}

static void
run (Program *self)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage usage = { 0 };
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    become (self->argv);
  if (child < 0)
    g_error ("%s: %s", self->name, g_strerror (errno));
  if (!wait_for (child, &status, &usage))
    {
      self->has_given_up = TRUE;
      return;
    }
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s: it failed", self->name);

  self->times[self->n_runs] = g_get_monotonic_time () - start;
  self->work[self->n_runs] = get_time (&usage.ru_utime) + get_time (&usage.ru_stime);
  self->memory = MAX (self->memory, usage.ru_maxrss);
  self->n_runs++;
}

static void
measure (Program *programs)
{
  guint n_runs = N_RUNS;

  for (guint i = 0; i < n_runs; i++)
    {
      for (guint j = 0; j < N_PROGRAMS; j++)
        {
          if (programs[j].argv == NULL || programs[j].has_given_up || programs[j].n_runs > i)
            continue;
          run (&programs[j]);
          if (programs[j].n_runs > 0 && programs[j].times[0] > LONG_RUN * G_USEC_PER_SEC)
            n_runs = N_LONG_RUNS;
        }
    }
}

static void
save (const char *path,
      const void *data,
      gsize       size)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, data, (gssize) size, &error))
    g_error ("%s", error->message);
}

/* Writes what each program begins with. */
static void
prepare (const char *folder,
         guint       n_schools)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  g_autoptr (VoletsCall) call = volets_call_store_find (CALL_ID);
  g_autoptr (VoletsSubsidy) subsidy = NULL;
  g_autoptr (VoletsDocument) summary = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *dossier_path = g_build_filename (folder, "papers.volets", NULL);
  g_autofree char *html_path = g_build_filename (folder, "papers.html", NULL);
  g_autofree char *odf_path = g_build_filename (folder, "papers.fodt", NULL);
  g_autofree char *html = NULL;
  g_autofree char *odf = NULL;

  volets_record_set_text (volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT),
                          VOLETS_PROJECT_TITLE, "Un socle numérique pour nos écoles");
  volets_test_fill_dossier (dossier, n_schools, n_schools * LINES_PER_SCHOOL);
  bytes = volets_dossier_write (dossier);
  save (dossier_path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  subsidy = volets_subsidy_compute (call, dossier, NULL);
  summary = volets_summary_new (dossier, subsidy, DAY);
  html = bench_paper_to_html (VOLETS_SHEET (summary));
  odf = bench_paper_to_odf (VOLETS_SHEET (summary));
  save (html_path, html, strlen (html));
  save (odf_path, odf, strlen (odf));
}

static int
count_pages (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *pdf = poppler_document_new_from_file (uri, NULL, NULL);
  int n_pages = pdf != NULL ? poppler_document_get_n_pages (pdf) : 0;

  g_clear_object (&pdf);
  return n_pages;
}

static gint64
report (Program *self,
        guint    n_schools)
{
  g_autofree char *what = g_strdup_printf ("%s, %u schools", self->name, n_schools);

  if (self->argv == NULL)
    {
      g_print ("%-44s is not there: nothing to compare with\n", self->name);
      return 0;
    }
  if (self->n_runs == 0)
    {
      g_print ("%-44s more than %d s: ended\n", what, PATIENCE);
      return PATIENCE * G_USEC_PER_SEC;
    }

  g_print ("%-44s processor %7.0f ms   memory %7.1f MB\n", what,
           (double) volets_bench_get_percentile (self->work, self->n_runs, 50) / 1000,
           (double) self->memory / 1000);
  return volets_bench_report ("  from start to end", self->times, self->n_runs);
}

static void
report_all (Program    *programs,
            guint       n_schools,
            const char *paper)
{
  gint64 ours = report (&programs[VOLETS], n_schools);
  int n_pages = count_pages (paper);

  g_print ("%-44s %8d pages, %.2f ms a page%s\n", "", n_pages,
           (double) ours / 1000 / MAX (1, n_pages),
           n_schools >= VOLETS_TEST_N_SCHOOLS ? " (goal: as with few; under 150 MB)" : "");
  for (guint i = VOLETS + 1; i < N_PROGRAMS; i++)
    {
      gint64 theirs = report (&programs[i], n_schools);

      if (theirs > 0)
        g_print ("%-44s %s%.1f times as long (goal: 20)\n", "",
                 programs[i].n_runs == 0 ? "more than " : "", (double) theirs / (double) ours);
    }
}

/* One that is not installed has no arguments. */
static char **
find_arguments (const char *program,
                const char *first,
                ...) G_GNUC_NULL_TERMINATED;

static char **
find_arguments (const char *program,
                const char *first,
                ...)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  va_list more;

  if (path == NULL)
    return NULL;

  g_strv_builder_add (builder, path);
  va_start (more, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (more, const char *))
    g_strv_builder_add (builder, argument);
  va_end (more);

  return g_strv_builder_end (builder);
}

static void
compare (const char *volets,
         const char *folder,
         guint       n_schools)
{
  g_autofree char *dossier = g_build_filename (folder, "papers.volets", NULL);
  g_autofree char *html = g_build_filename (folder, "papers.html", NULL);
  g_autofree char *odf = g_build_filename (folder, "papers.fodt", NULL);
  g_autofree char *paper = g_build_filename (folder, "papers-synthese.pdf", NULL);
  g_autofree char *peer_paper = g_build_filename (folder, "papers-peer.pdf", NULL);
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", folder, "/profile",
                                          NULL);
  Program programs[N_PROGRAMS] = {
    [VOLETS] = {
      "volets",
      find_arguments (volets, "export", "--force", "--only", "summary", "--output-dir", folder,
                      dossier, NULL),
    },
    [WEASYPRINT] = { "weasyprint", find_arguments ("weasyprint", "-q", html, peer_paper, NULL) },
    [LIBREOFFICE] = {
      "libreoffice",
      find_arguments ("soffice", profile, "--headless", "--convert-to", PDF_FILTER, "--outdir",
                      folder, odf, NULL),
    },
  };

  prepare (folder, n_schools);
  measure (programs);
  report_all (programs, n_schools, paper);
  for (guint i = 0; i < N_PROGRAMS; i++)
    g_clear_pointer (&programs[i].argv, g_strfreev);
}

static void
remove_folder (const char *folder)
{
  const char *const argv[] = { "rm", "-rf", "--", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("volets-bench-XXXXXX", &error);

  if (folder == NULL)
    g_error ("%s", error->message);
  if (argc < 3)
    {
      g_printerr ("Usage: %s VOLETS SCHOOLS...\n", argv[0]);
      return 2;
    }

  for (int i = 2; i < argc; i++)
    compare (argv[1], folder, (guint) g_ascii_strtoull (argv[i], NULL, 10));
  remove_folder (folder);

  return EXIT_SUCCESS;
}
