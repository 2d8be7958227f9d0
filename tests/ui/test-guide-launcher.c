/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/guide-launcher.h"

#include <string.h>
#include <unistd.h>

#include "display.h"
#include "support/temp-folder.h"
#include "ui/application.h"
#include "ui/window.h"

/* Which programs a computer has is read once by a process: each case is one of its own, whose
 * session has what the case puts in its folder. What is opened is told by programs of ours.
 */

#define OPENED "opened"

typedef struct {
  const char *path;        /* of the test */
  gboolean    has_pages;   /* of the guide */
  gboolean    has_paper;
  const char *handlers;    /* who opens what, as in mimeapps.list */
  const char *opened;      /* the place that is opened; NULL where none can be */
  const char *sentence;    /* what is said then */
} Case;

#define PAGES_HANDLER "x-scheme-handler/help=teller.desktop\n"
#define BROKEN_HANDLER "x-scheme-handler/help=fr.volets.Broken.desktop\n"
#define PAPER_HANDLER "application/pdf=teller.desktop\n"

static const Case CASES[] = {
  { "/guide-launcher/pages", TRUE, TRUE, PAGES_HANDLER PAPER_HANDLER, "help:volets", NULL },
  { "/guide-launcher/pages-elsewhere", FALSE, TRUE, PAGES_HANDLER PAPER_HANDLER, "guide.pdf",
    NULL },
  { "/guide-launcher/no-reader-of-pages", TRUE, TRUE, PAPER_HANDLER, "guide.pdf", NULL },
  { "/guide-launcher/broken-reader-of-pages", TRUE, TRUE, BROKEN_HANDLER PAPER_HANDLER,
    "guide.pdf", NULL },
  { "/guide-launcher/no-reader", TRUE, TRUE, "", NULL, "No program of this computer" },
  { "/guide-launcher/not-installed", FALSE, FALSE, PAGES_HANDLER PAPER_HANDLER, NULL,
    "is not installed" },
};

static GStrv system_dirs;

static void
put (VoletsTestFolder *folder,
     const char       *name,
     const char       *content)
{
  g_autoptr (GFile) file = volets_test_folder_put (folder, name, content);

  g_assert_nonnull (file);
}

/* Its programs are there, but what opens what is in the session of the case. */
static void
put_programs (VoletsTestFolder *folder,
              const char       *handlers)
{
  g_autofree char *script = g_build_filename (folder->folder, "tell.sh", NULL);
  g_autofree char *opened = g_build_filename (folder->folder, OPENED, NULL);
  g_autofree char *program = g_strdup_printf ("printf '%%s' \"$1\" >%s~ && mv %s~ %s\n", opened,
                                              opened, opened);
  g_autofree char *teller =
    g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Teller\nExec=sh %s %%u\n"
                     "MimeType=x-scheme-handler/help;application/pdf;\n", script);
  g_autofree char *defaults = g_strconcat ("[Default Applications]\n", handlers, NULL);

  put (folder, "tell.sh", program);
  put (folder, "data/applications/teller.desktop", teller);
  /* Yelp, too, is started by the bus, which may find that it cannot be. */
  put (folder, "data/applications/fr.volets.Broken.desktop",
       "[Desktop Entry]\nType=Application\nName=Broken\nExec=true %u\nDBusActivatable=true\n"
       "StartupNotify=true\nMimeType=x-scheme-handler/help;\n");
  put (folder, "config/mimeapps.list", defaults);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As F1 does where nothing else answers to it. */
static void
press_f1 (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  guint n_pressed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;
      g_autofree char *key = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      shortcut = g_list_model_get_item (shortcuts, 0);
      if (shortcut == NULL)
        continue;
      key = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      if (!g_str_equal (key, "F1"))
        continue;
      g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window,
                                                   NULL));
      n_pressed++;
    }
  g_assert_cmpuint (n_pressed, ==, 1);
}

static void
refused_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError **error = user_data;

  g_assert_false (volets_guide_launcher_open_finish (result, error));
}

/* The window itself finds the guide where this build was installed, if it was. */
static void
assert_refused (GtkWindow  *window,
                const char *data_dir,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;

  volets_guide_launcher_open_async (window, data_dir, refused_cb, &error);
  VOLETS_TEST_WAIT (error != NULL);
  g_assert_nonnull (strstr (error->message, sentence));
}

/* In a process of its own, whose session is in the folder that XDG_CONFIG_HOME is in. */
static void
run_case (const Case *c)
{
  g_autofree char *folder = g_path_get_dirname (g_get_user_config_dir ());
  g_autofree char *opened = g_build_filename (folder, OPENED, NULL);
  g_autoptr (VoletsApplication) application = NULL;
  g_autofree char *place = NULL;
  GtkWidget *window;

  g_assert_true (volets_test_display_open ());
  application = volets_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = GTK_WIDGET (volets_window_new (GTK_APPLICATION (application)));
  gtk_window_present (GTK_WINDOW (window));
  VOLETS_TEST_WAIT (gtk_widget_get_mapped (window));

  if (!c->has_paper)
    {
      assert_refused (GTK_WINDOW (window), folder, c->sentence);
      g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));
    }
  else if (c->opened != NULL)
    {
      press_f1 (window);
      VOLETS_TEST_WAIT (g_file_get_contents (opened, &place, NULL, NULL));
      g_test_message ("%s", place);
      g_assert_true (g_str_has_suffix (place, c->opened));
      g_assert_null (find_label (window, "user guide"));
    }
  else
    {
      press_f1 (window);
      VOLETS_TEST_WAIT (find_label (window, c->sentence) != NULL);
      g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));
    }

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* Sets @variable to @name in the folder, for the process of the case. */
static void
set_folder (VoletsTestFolder *folder,
            const char       *variable,
            const char       *name)
{
  g_autofree char *path = g_build_filename (folder->folder, name, NULL);

  g_setenv (variable, path, TRUE);
}

/* What GTK needs of the machine, and is none of its programs. */
static void
keep_data (VoletsTestFolder *folder)
{
  static const char *const KEPT[] = { "glib-2.0", "icons", "mime" };

  for (gsize i = 0; i < G_N_ELEMENTS (KEPT); i++)
    {
      g_autofree char *link = g_build_filename (folder->folder, "data", KEPT[i], NULL);

      for (guint j = 0; system_dirs[j] != NULL; j++)
        {
          g_autofree char *path = g_build_filename (system_dirs[j], KEPT[i], NULL);

          if (g_file_test (path, G_FILE_TEST_IS_DIR) && symlink (path, link) == 0)
            break;
        }
    }
}

static void
test_case (VoletsTestFolder *folder,
           gconstpointer     data)
{
  const Case *c = data;

  if (g_test_subprocess ())
    {
      run_case (c);
      return;
    }
  if (g_str_equal (c->handlers, BROKEN_HANDLER PAPER_HANDLER)
      && g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL)
    {
      g_test_skip ("there is no session bus");
      return;
    }

  put_programs (folder, c->handlers);
  keep_data (folder);
  if (c->has_pages)
    put (folder, "data/help/C/volets/index.page", "<page/>");
  if (c->has_paper)
    put (folder, "data/volets/guide.pdf", "%PDF-1.7\n");
  set_folder (folder, "XDG_CONFIG_HOME", "config");
  set_folder (folder, "XDG_DATA_HOME", "home");
  set_folder (folder, "XDG_DATA_DIRS", "data");
  set_folder (folder, "XDG_STATE_HOME", "state");
  g_test_trap_subprocess (NULL, 2 * 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  system_dirs = g_strdupv ((GStrv) g_get_system_data_dirs ());

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_test_add (CASES[i].path, VoletsTestFolder, &CASES[i], volets_test_folder_set_up, test_case,
                volets_test_folder_tear_down);

  result = g_test_run ();
  g_strfreev (system_dirs);

  return result;
}
