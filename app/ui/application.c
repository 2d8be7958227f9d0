/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/application.h"

#include "ui/about.h"
#include "ui/language.h"
#include "ui/privacy-window.h"
#include "ui/window.h"

#define NO_DISPLAY 2

struct _VoletsApplication {
  AdwApplication parent_instance;

  gboolean       exit_after_startup;
};

G_DEFINE_FINAL_TYPE (VoletsApplication, volets_application, ADW_TYPE_APPLICATION)

typedef struct {
  const char *action;
  const char *accels[2];
} Accelerator;

static const Accelerator ACCELERATORS[] = {
  { "app.new", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.shortcuts", { "<Control>question" } },
  { "window.close", { "<Control>w" } },
};

static void
painted_cb (GdkFrameClock *clock,
            GApplication  *application)
{
  g_application_quit (application);
}

static void
mapped_cb (GtkWidget    *window,
           GApplication *application)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (painted_cb), application, 0);
}

static VoletsWindow *
create_window (VoletsApplication *self)
{
  VoletsWindow *window = volets_window_new (GTK_APPLICATION (self));

  if (self->exit_after_startup)
    g_signal_connect_object (window, "map", G_CALLBACK (mapped_cb), self, 0);

  return window;
}

/* A window that shows no dossier, the one in front if it can be. */
static VoletsWindow *
find_vacant_window (VoletsApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (VOLETS_IS_WINDOW (item->data) && volets_window_get_editor (item->data) == NULL)
        return item->data;
    }

  return create_window (self);
}

static VoletsWindow *
find_window_of (VoletsApplication *self,
                GFile             *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *item = windows; item != NULL; item = item->next)
    {
      VoletsEditor *editor =
        VOLETS_IS_WINDOW (item->data) ? volets_window_get_editor (item->data) : NULL;
      GFile *open_file = editor != NULL ? volets_editor_get_file (editor) : NULL;

      if (open_file != NULL && g_file_equal (open_file, file))
        return item->data;
    }

  return NULL;
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (find_vacant_window (user_data)));
}

/* Each window asks before it loses anything; the application ends with the last one. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (VOLETS_IS_WINDOW (item->data))
        gtk_window_close (item->data);
    }
}

static void
privacy_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  gtk_window_present (volets_privacy_window_new (gtk_application_get_active_window (user_data)));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_window_present (volets_about_new (gtk_application_get_active_window (user_data)));
}

static const GActionEntry ACTIONS[] = {
  { "new", new_cb },
  { "quit", quit_cb },
  { "privacy", privacy_cb },
  { "about", about_cb },
};

static void
volets_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (volets_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), ACTIONS, G_N_ELEMENTS (ACTIONS),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (ACCELERATORS); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), ACCELERATORS[i].action,
                                           ACCELERATORS[i].accels);
}

static void
volets_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (create_window (VOLETS_APPLICATION (application)));
  gtk_window_present (window);
}

static void
volets_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  VoletsApplication *self = VOLETS_APPLICATION (application);
  gboolean all_open = TRUE;

  for (int i = 0; i < n_files; i++)
    {
      VoletsWindow *window = find_window_of (self, files[i]);

      /* What is wrong with one file must not disappear behind the next. */
      if (window == NULL)
        {
          window = all_open ? find_vacant_window (self) : create_window (self);
          all_open &= volets_window_open_file (window, files[i]);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
}

/* Measuring how soon the window is there must not end up in the program that already runs. */
static int
volets_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  VoletsApplication *self = VOLETS_APPLICATION (application);

  self->exit_after_startup = g_variant_dict_contains (options, "exit-after-startup");
  if (self->exit_after_startup)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
volets_application_class_init (VoletsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = volets_application_startup;
  application_class->activate = volets_application_activate;
  application_class->open = volets_application_open;
  application_class->handle_local_options = volets_application_handle_local_options;
}

static void
volets_application_init (VoletsApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "exit-after-startup", 0,
                                 G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, "", NULL);
}

/**
 * volets_application_new:
 * @flags: more flags than the ones it always has
 *
 * Returns: (transfer full): the application
 */
VoletsApplication *
volets_application_new (GApplicationFlags flags)
{
  return g_object_new (VOLETS_TYPE_APPLICATION,
                       "application-id", VOLETS_APPLICATION_ID,
                       "resource-base-path", "/fr/volets/Volets",
                       "flags", G_APPLICATION_HANDLES_OPEN | flags,
                       NULL);
}

/**
 * volets_application_run:
 * @argc: the number of arguments
 * @argv: the program, then the files to open
 *
 * Returns: what the program exits with
 */
int
volets_application_run (int    argc,
                        char **argv)
{
  g_autoptr (VoletsApplication) application = NULL;

  volets_language_set_up (LOCALEDIR);
  if (!gtk_init_check ())
    {
      g_printerr ("Volets n’a pas trouvé d’écran ; ouvrez-le dans une session graphique, ou "
                  "travaillez en ligne de commande : « volets --help » l’explique.\n");
      return NO_DISPLAY;
    }

  g_set_application_name ("Volets");

  application = volets_application_new (G_APPLICATION_DEFAULT_FLAGS);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
