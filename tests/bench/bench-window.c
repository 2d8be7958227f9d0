/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a person waits for the window with a large grouping in it: for a key that is pressed in
 * an amount, until the frame that shows it and the new subsidy is painted; for a frame while the
 * lines are scrolled. And how much memory all of it takes. It prints figures and passes no
 * judgement; the goals it prints beside them are those of the project.
 *
 * Argument: data/examples/vaison-la-romaine.volets, whose answers the grouping has too. With
 * --write EXAMPLE FILE the program only writes the dossier, so that its memory does not count.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/dossier-xml.h"
#include "engine/expense.h"
#include "engine/money.h"
#include "engine/storage.h"
#include "engine/xml.h"
#include "figures.h"
#include "support/big-dossier.h"
#include "ui/application.h"
#include "ui/dossier-view.h"
#include "ui/record-table.h"
#include "ui/subsidy-panel.h"
#include "ui/window.h"

#define FRAME 16667
#define N_KEYS 240
#define N_SCROLLED 240
/* Like somebody who types fast. */
#define KEY_INTERVAL 90
/* What a wheel scrolls at each frame, and a hand on the scroll bar. */
#define SLOW_PIXELS 53
#define FAST_PIXELS 2000

#define MAX_MEMORY 250

/* A key that is on its way to the screen. */
typedef struct {
  gint64 pressed;
  gint64 used;      /* of the processor before it; -1 where another key shares its frame */
  guint  serial;
} Key;

typedef struct {
  GMainLoop      *loop;
  VoletsWindow   *window;
  VoletsEditor   *editor;
  GtkWidget      *text;       /* where the keys go */
  GtkLabel       *total;      /* of the panel */
  GtkAdjustment  *scroll;     /* of the lines */

  gint64          start;
  guint           n_pressed;
  guint           computed;   /* the last key that the subsidy is of */
  GQueue          waiting;    /* of Key */
  GArray         *times;      /* of gint64 */
  GArray         *used;       /* of gint64: of the processor */

  double          pixels;
  gint64          frame_start;
  gint64          used_start;
  gint64          last_paint;
  GArray         *intervals;  /* of gint64 */
} Bench;

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
quit_cb (gpointer data)
{
  Bench *bench = data;

  g_main_loop_quit (bench->loop);
  return G_SOURCE_REMOVE;
}

static void
run_for (Bench *bench,
         guint  milliseconds)
{
  g_timeout_add (milliseconds, quit_cb, bench);
  g_main_loop_run (bench->loop);
}

/* In MB; from the kernel, which knows. */
static double
read_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);

  return line != NULL ? (double) g_ascii_strtoull (line + strlen (name), NULL, 10) * 1024 / 1e6 : 0;
}

/* In microseconds, of the thread that draws: unlike the clock it leaves out what else the machine
 * does meanwhile.
 */
static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static void
report (const char *what,
        GArray     *times)
{
  if (times->len > 0)
    volets_bench_report_tail (what, (gint64 *) (void *) times->data, times->len);
}

/* --- Keys ----------------------------------------------------------------------------------------
 *
 * They are due at fixed times, whatever the window does meanwhile: what delays the next key is
 * waited for too.
 */

static gint64
get_due_time (const Bench *bench,
              guint        key)
{
  return bench->start + (gint64) key * KEY_INTERVAL * 1000;
}

static gboolean key_cb (gpointer data);

static void
schedule_key (Bench *bench)
{
  gint64 delay = get_due_time (bench, bench->n_pressed) - g_get_monotonic_time ();

  g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) MAX (0, delay / 1000), key_cb, bench, NULL);
}

/* A digit, and every fourth time the price as it was: amounts stay what they are like. */
static gboolean
key_cb (gpointer data)
{
  Bench *bench = data;
  Key *key = g_new (Key, 1);
  Key *last = g_queue_peek_tail (&bench->waiting);

  key->pressed = get_due_time (bench, bench->n_pressed);
  key->used = last == NULL ? get_processor_time () : -1;
  if (last != NULL)
    last->used = -1;
  key->serial = ++bench->n_pressed;
  g_queue_push_tail (&bench->waiting, key);
  if (key->serial % 4 == 0)
    g_signal_emit_by_name (bench->text, "delete-from-cursor", GTK_DELETE_PARAGRAPHS, -1);
  else
    g_signal_emit_by_name (bench->text, "insert-at-cursor", key->serial % 4 == 1 ? "7" : "3");
  if (bench->n_pressed < N_KEYS)
    schedule_key (bench);

  return G_SOURCE_REMOVE;
}

static void
updated_cb (VoletsEditor *editor,
            Bench        *bench)
{
  bench->computed = bench->n_pressed;
}

static void
key_painted_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  const VoletsSubsidy *subsidy = volets_editor_get_subsidy (bench->editor);
  g_autofree char *amount = volets_money_format (subsidy->amount);
  gint64 now = g_get_monotonic_time ();

  if (!g_str_equal (gtk_label_get_text (bench->total), amount))
    return;

  while (!g_queue_is_empty (&bench->waiting)
         && ((Key *) g_queue_peek_head (&bench->waiting))->serial <= bench->computed)
    {
      g_autofree Key *key = g_queue_pop_head (&bench->waiting);
      gint64 time = now - key->pressed;
      gint64 used = get_processor_time () - key->used;

      g_array_append_val (bench->times, time);
      if (key->used >= 0)
        g_array_append_val (bench->used, used);
      if (key->serial == N_KEYS)
        g_main_loop_quit (bench->loop);
    }
}

static void
measure_keys (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  guint n_late = 0;
  gulong painted_id;

  bench->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench->used = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench->start = g_get_monotonic_time () + 100000;
  painted_id = g_signal_connect (clock, "after-paint", G_CALLBACK (key_painted_cb), bench);
  schedule_key (bench);
  g_main_loop_run (bench->loop);
  g_signal_handler_disconnect (clock, painted_id);

  for (guint i = 0; i < bench->times->len; i++)
    n_late += g_array_index (bench->times, gint64, i) > 2 * FRAME;
  report ("key to the painted amount and subsidy", bench->times);
  report ("  of the processor", bench->used);
  g_print ("%-44s %u of %u keys (goal: none; two frames are %d ms)\n", "  later than two frames",
           n_late, bench->times->len, 2 * FRAME / 1000);
  g_array_unref (bench->times);
  g_array_unref (bench->used);
}

/* --- Scrolling -------------------------------------------------------------------------------- */

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *bench)
{
  bench->frame_start = g_get_monotonic_time ();
  bench->used_start = get_processor_time ();
}

static void
scrolled_cb (GdkFrameClock *clock,
             Bench         *bench)
{
  gint64 now = g_get_monotonic_time ();
  gint64 time = now - bench->frame_start;
  gint64 used = get_processor_time () - bench->used_start;
  gint64 interval = now - bench->last_paint;

  g_array_append_val (bench->times, time);
  g_array_append_val (bench->used, used);
  if (bench->last_paint != 0)
    g_array_append_val (bench->intervals, interval);
  bench->last_paint = now;
  if (bench->times->len == N_SCROLLED)
    g_main_loop_quit (bench->loop);
}

static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  Bench *bench = data;

  gtk_adjustment_set_value (bench->scroll, gtk_adjustment_get_value (bench->scroll)
                                           + bench->pixels);

  return G_SOURCE_CONTINUE;
}

static void
measure_scrolling (Bench      *bench,
                   const char *what,
                   double      pixels)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_autofree char *frames = g_strdup_printf ("%s, a frame takes", what);
  g_autofree char *intervals = g_strdup_printf ("%s, from frame to frame", what);
  gulong before_id, after_id;
  guint tick_id;

  bench->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench->used = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench->intervals = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench->pixels = pixels;
  bench->last_paint = 0;
  gtk_adjustment_set_value (bench->scroll, 0);
  run_for (bench, 500);

  before_id = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  after_id = g_signal_connect (clock, "after-paint", G_CALLBACK (scrolled_cb), bench);
  tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), scroll_tick_cb, bench, NULL);
  g_main_loop_run (bench->loop);
  gtk_widget_remove_tick_callback (GTK_WIDGET (bench->window), tick_id);
  report (frames, bench->times);
  report ("  of the processor", bench->used);
  report (intervals, bench->intervals);

  /* The fields come to the rows that are in sight now. */
  g_array_set_size (bench->times, 0);
  g_array_set_size (bench->used, 0);
  run_for (bench, 1500);
  g_signal_handler_disconnect (clock, before_id);
  g_signal_handler_disconnect (clock, after_id);
  report ("  a frame once it rests", bench->times);
  report ("  of the processor", bench->used);
  g_array_unref (bench->times);
  g_array_unref (bench->used);
  g_array_unref (bench->intervals);
}

/* --- The window ------------------------------------------------------------------------------- */

static void
open_dossier (Bench      *bench,
              const char *path)
{
  const VoletsFinding price = {
    .step = VOLETS_STEP_EQUIPMENT,
    .section = VOLETS_SECTION_EQUIPMENT,
    .row = 20,
    .field = VOLETS_EXPENSE_UNIT_PRICE,
  };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 start = g_get_monotonic_time ();
  VoletsDossierView *dossier_view;
  GtkWidget *table, *view;

  if (!volets_window_open_file (bench->window, file))
    g_error ("%s cannot be opened", path);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_print ("%-44s %8.3f ms\n", "open the dossier",
           (double) (g_get_monotonic_time () - start) / 1000);
  run_for (bench, 1500);
  dossier_view =
    VOLETS_DOSSIER_VIEW (find_widget (GTK_WIDGET (bench->window), VOLETS_TYPE_DOSSIER_VIEW));
  volets_dossier_view_open_finding (dossier_view, &price);
  run_for (bench, 1500);
  volets_dossier_view_open_finding (dossier_view, &price);
  run_for (bench, 500);

  bench->editor = volets_window_get_editor (bench->window);
  bench->text = gtk_root_get_focus (GTK_ROOT (bench->window));
  table = find_widget (GTK_WIDGET (bench->window), VOLETS_TYPE_RECORD_TABLE);
  view = table != NULL ? find_widget (table, GTK_TYPE_COLUMN_VIEW) : NULL;
  if (view == NULL || !GTK_IS_TEXT (bench->text))
    g_error ("the focus is not in an amount of the table");
  bench->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  bench->total = GTK_LABEL (gtk_widget_get_template_child (
    find_widget (GTK_WIDGET (bench->window), VOLETS_TYPE_SUBSIDY_PANEL),
    VOLETS_TYPE_SUBSIDY_PANEL, "total"));
}

static void
measure_window (const char *path)
{
  g_autoptr (VoletsApplication) application =
    volets_application_new (G_APPLICATION_NON_UNIQUE);
  Bench bench = { .loop = g_main_loop_new (NULL, FALSE) };
  gulong updated_id;

  g_queue_init (&bench.waiting);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  bench.window = volets_window_new (GTK_APPLICATION (application));
  g_print ("%-44s %8.1f MB\n", "memory of an empty window", read_memory ("VmRSS:"));
  open_dossier (&bench, path);
  g_print ("%-44s %8.1f MB\n", "memory with the dossier open", read_memory ("VmRSS:"));

  updated_id = g_signal_connect (bench.editor, "updated", G_CALLBACK (updated_cb), &bench);
  measure_keys (&bench);
  g_signal_handler_disconnect (bench.editor, updated_id);
  measure_scrolling (&bench, "wheel", SLOW_PIXELS);
  measure_scrolling (&bench, "scroll bar", FAST_PIXELS);
  g_print ("%-44s %8.1f MB (goal: under %d MB)\n", "most memory at any time",
           read_memory ("VmHWM:"), MAX_MEMORY);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  run_for (&bench, 100);
  g_main_loop_unref (bench.loop);
}

/* --- The dossier ------------------------------------------------------------------------------ */

static void
write_dossier (const char *example,
               const char *path)
{
  g_autoptr (GFile) source = g_file_new_for_path (example);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read = volets_storage_read (source, VOLETS_XML_MAX_SIZE, NULL, &error);
  g_autoptr (VoletsDossier) dossier = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (read != NULL)
    dossier = volets_dossier_read (read, NULL, &error);
  if (dossier == NULL)
    g_error ("%s: %s", example, error->message);

  volets_test_fill_big_dossier (dossier, VOLETS_TEST_N_LINES);
  bytes = volets_dossier_write (dossier);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
}

/* All that a window keeps goes into a folder of its own. */
static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("volets-bench-XXXXXX", &error);

  if (folder == NULL)
    g_error ("%s", error->message);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);

  return folder;
}

static void
remove_folder (const char *folder)
{
  const char *const arguments[] = { "rm", "-r", "--", folder, NULL };

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  const char *arguments[] = { argv[0], "--write", NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (argc == 4 && g_str_equal (argv[1], "--write"))
    {
      write_dossier (argv[2], argv[3]);
      return EXIT_SUCCESS;
    }
  if (argc != 2)
    {
      g_printerr ("Usage: %s EXAMPLE\n", argv[0]);
      return 2;
    }
  if (!gtk_init_check ())
    {
      g_print ("There is no display: the window is not measured\n");
      return EXIT_SUCCESS;
    }

  folder = make_folder ();
  path = g_build_filename (folder, "dossier.volets", NULL);
  arguments[2] = argv[1];
  arguments[3] = path;
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                     &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
  measure_window (path);
  remove_folder (folder);

  return EXIT_SUCCESS;
}
