/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/file-inspector.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

/* No person types this: it is how the program asks itself. */
#define QUESTION "--inspect-file"
#define PROGRAM "/proc/self/exe"

/* The largest file that a platform takes is looked through in a few seconds. */
#define MAX_CPU_SECONDS 20
#define MAX_SECONDS 60
#define MAX_MEMORY ((rlim_t) 1 << 30)

/* Whether the main function of this program asks volets_file_inspector_is_asked(): one that does
 * not would do what it always does, once more.
 */
static gboolean is_answering;

static void
limit (int    resource,
       rlim_t most)
{
  const struct rlimit both = { .rlim_cur = most, .rlim_max = most };

  setrlimit (resource, &both);
}

/**
 * volets_file_inspector_is_asked:
 * @argc: the number of arguments of the program
 * @argv: its arguments
 *
 * To be called first in the main function, before threads are started.
 *
 * Returns: whether this process is only to look into a file, with volets_file_inspector_answer()
 */
gboolean
volets_file_inspector_is_asked (int   argc,
                                char *argv[])
{
  is_answering = TRUE;

  return argc == 3 && g_str_equal (argv[1], QUESTION);
}

/**
 * volets_file_inspector_answer:
 * @argv: the arguments of the program
 *
 * Looks into the file, within limits that end the process, and prints what it found.
 *
 * Returns: what the program exits with
 */
int
volets_file_inspector_answer (char *argv[])
{
  VoletsFileInspection inspection;

  limit (RLIMIT_CPU, MAX_CPU_SECONDS);
  limit (RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
  alarm (MAX_SECONDS);

  inspection = volets_file_inspect (argv[2]);
  printf ("%u %u\n", (guint) inspection.problems, inspection.n_pages);

  return 0;
}

static VoletsFileInspection
ask (const char   *path,
     GCancellable *cancellable)
{
  VoletsFileInspection inspection = { .problems = VOLETS_FILE_PROBLEM_UNDECIDED };
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                      PROGRAM, QUESTION, path, NULL);
  g_autofree char *output = NULL;
  guint problems, n_pages;

  if (process == NULL)
    return inspection;

  if (!g_subprocess_communicate_utf8 (process, NULL, cancellable, &output, NULL, NULL))
    g_subprocess_force_exit (process);
  else if (g_subprocess_get_successful (process)
           && sscanf (output, "%u %u", &problems, &n_pages) == 2)
    {
      inspection.problems = problems;
      inspection.n_pages = n_pages;
    }

  return inspection;
}

/**
 * volets_file_inspector_run:
 * @file: a regular file on this PC, that nobody vouches for
 * @cancellable: (nullable): what stops it
 *
 * Looks into @file in another process, which has a bounded time for it. This may take a while and
 * is for a thread.
 *
 * Returns: what is wrong with it, VOLETS_FILE_PROBLEM_UNDECIDED where it could not be looked
 *   through; nothing for a type that is not looked into
 */
VoletsFileInspection
volets_file_inspector_run (GFile        *file,
                           GCancellable *cancellable)
{
  const char *path = g_file_peek_path (file);
  VoletsFileInspection nothing = { 0 };

  g_return_val_if_fail (path != NULL, nothing);

  if (!volets_file_is_inspected (path))
    return nothing;

  return is_answering ? ask (path, cancellable) : volets_file_inspect (path);
}
