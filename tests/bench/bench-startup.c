/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How soon the window is there, beside a program that everybody has and that is made of the same
 * libraries. The yardstick is the same for both, and not in their hands: the server tells when a
 * window that the process just started is mapped, and when something is first drawn in it.
 *
 * Arguments: the program, then the peer and its arguments. Prints figures, passes no judgement.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>

#include "figures.h"

#define N_RUNS 15
/* In milliseconds: a program that shows no window in this time never does. */
#define PATIENCE 20000
/* Of a side: helper windows are smaller. */
#define MIN_SIZE 100

typedef struct {
  Display *display;
  int      damage_event;
} Server;

typedef struct {
  gint64 mapped[N_RUNS];
  gint64 drawn[N_RUNS];
  gint64 ended[N_RUNS];
} Times;

static GPid
spawn (char **argv)
{
  g_autoptr (GError) error = NULL;
  GPid pid;

  if (!g_spawn_async (NULL, argv, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD
                      | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s: %s", argv[0], error->message);

  return pid;
}

static void
wait_for_event (Server *server,
                gint64  end,
                XEvent *event)
{
  while (!XPending (server->display))
    {
      struct pollfd socket = { .fd = ConnectionNumber (server->display), .events = POLLIN };
      gint64 left = (end - g_get_monotonic_time ()) / 1000;

      if (left <= 0 || poll (&socket, 1, (int) left) < 0)
        g_error ("no window was drawn");
    }
  XNextEvent (server->display, event);
}

static gboolean
is_window (Server *server,
           Window  window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (server->display, window, &attributes) != 0
         && !attributes.override_redirect && attributes.width >= MIN_SIZE
         && attributes.height >= MIN_SIZE;
}

/* One window that comes and goes. */
static void
run_once (Server  *server,
          char   **argv,
          Times   *times,
          guint    run)
{
  gint64 start = g_get_monotonic_time ();
  gint64 end = start + PATIENCE * 1000;
  GPid pid = spawn (argv);
  Window window = None;
  guint n_damages = 0;

  times->drawn[run] = 0;
  while (times->drawn[run] == 0)
    {
      XEvent event;

      wait_for_event (server, end, &event);
      /* Asked before it is mapped, the server misses nothing. */
      if (event.type == CreateNotify)
        XDamageCreate (server->display, event.xcreatewindow.window, XDamageReportRawRectangles);
      else if (event.type == MapNotify && window == None && is_window (server, event.xmap.window))
        {
          window = event.xmap.window;
          times->mapped[run] = g_get_monotonic_time () - start;
        }
      /* To be mapped is the first damage that a window takes. */
      else if (event.type == server->damage_event && window != None
               && ((XDamageNotifyEvent *) &event)->drawable == window && ++n_damages == 2)
        times->drawn[run] = g_get_monotonic_time () - start;
    }

  /* Ours ends by itself then, which is measured too. */
  if (g_strv_length (argv) > 1 && !g_str_equal (argv[1], "--exit-after-startup"))
    kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  times->ended[run] = g_get_monotonic_time () - start;
  XSync (server->display, True);
}

/* A window that is gone cannot be asked. */
static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static void
compare (Server  *server,
         char    *program,
         char   **peer)
{
  char *ours[] = { program, (char *) "--exit-after-startup", NULL };
  g_autofree char *name = g_path_get_basename (peer[0]);
  g_autofree char *what = g_strdup_printf ("%s, first window drawn", name);
  Times our_times, their_times;
  gint64 our_median, their_median;

  run_once (server, ours, &our_times, 0);
  run_once (server, peer, &their_times, 0);
  /* Turn by turn, so that what else the machine does weighs on both. */
  for (guint i = 0; i < N_RUNS; i++)
    {
      run_once (server, ours, &our_times, i);
      run_once (server, peer, &their_times, i);
    }

  volets_bench_report ("volets, window mapped", our_times.mapped, N_RUNS);
  our_median = volets_bench_report ("volets, first window drawn", our_times.drawn, N_RUNS);
  volets_bench_report ("volets --exit-after-startup, whole process", our_times.ended, N_RUNS);
  volets_bench_report ("its peer, window mapped", their_times.mapped, N_RUNS);
  their_median = volets_bench_report (what, their_times.drawn, N_RUNS);
  g_print ("%-44s %.2f (goal: at most 1)\n", "  ratio of the medians",
           (double) our_median / (double) their_median);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *peer = NULL;
  Server server;
  int error_base, version_major = 1, version_minor = 1;

  if (argc < 3)
    {
      g_printerr ("Usage: %s PROGRAM PEER [ARGUMENT…]\n", argv[0]);
      return 2;
    }
  peer = g_find_program_in_path (argv[2]);
  server.display = XOpenDisplay (NULL);
  if (server.display == NULL
      || !XDamageQueryExtension (server.display, &server.damage_event, &error_base)
      || !XDamageQueryVersion (server.display, &version_major, &version_minor))
    {
      g_print ("There is no X server that tells what is drawn: nothing is measured\n");
      return EXIT_SUCCESS;
    }
  if (peer == NULL)
    {
      g_print ("%s is not there: nothing to compare with\n", argv[2]);
      return EXIT_SUCCESS;
    }

  server.damage_event += XDamageNotify;
  XSetErrorHandler (ignore_error);
  XSelectInput (server.display, DefaultRootWindow (server.display), SubstructureNotifyMask);
  compare (&server, argv[1], argv + 2);
  XCloseDisplay (server.display);

  return EXIT_SUCCESS;
}
