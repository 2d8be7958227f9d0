/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/guide-launcher.h"

#include <glib/gi18n.h>

/* What Yelp calls it, and where its pages are below a folder of data. */
#define PAGES_URI "help:volets"
#define PAGES "help/C/volets/index.page"
#define PAPER "volets/guide.pdf"

typedef struct {
  GStrv places;
  guint next;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_strfreev (opening->places);
  g_free (opening);
}

/* Returns: (nullable): where @name is, in @dir or else in the folders of data of the session */
static char *
find_data (const char *dir,
           const char *name)
{
  const char *const *dirs = g_get_system_data_dirs ();
  char *path = g_build_filename (dir, name, NULL);

  for (guint i = 0; !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      if (dirs[i] == NULL)
        return NULL;
      path = g_build_filename (dirs[i], name, NULL);
    }

  return path;
}

/* Where the guide can be read on this computer, the best first: its pages, where there is a
 * program for them, which a sandbox has not; then the paper.
 */
static GStrv
list_places (const char *data_dir)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GAppInfo) reader = g_app_info_get_default_for_uri_scheme ("help");
  /* Yelp knows the folders of the session alone. */
  g_autofree char *pages = find_data (g_get_user_data_dir (), PAGES);
  g_autofree char *paper = find_data (data_dir, PAPER);
  g_autofree char *paper_uri = paper != NULL ? g_filename_to_uri (paper, NULL, NULL) : NULL;

  if (reader != NULL && pages != NULL)
    g_strv_builder_add (builder, PAGES_URI);
  if (paper_uri != NULL)
    g_strv_builder_add (builder, paper_uri);

  return g_strv_builder_end (builder);
}

static void open_next (GTask *task);

static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  /* In a sandbox somebody may be asked which program, and choose none. */
  if (gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_message ("%s", error->message);
  open_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
open_next (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  const char *place = opening->places[opening->next];

  if (place != NULL)
    {
      opening->next++;
      gtk_show_uri_full (g_task_get_source_object (task), place, GDK_CURRENT_TIME, NULL, shown_cb,
                         task);
      return;
    }

  if (opening->next == 0)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                             _("The user guide is not installed: ask whoever installed Volets."));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                             _("No program of this computer opens the user guide (PDF)."));
  g_object_unref (task);
}

/**
 * volets_guide_launcher_open_async:
 * @parent: the window it is asked for in
 * @data_dir: where the data of this program is installed
 * @callback: called when another program shows it, or none does
 * @user_data: for @callback
 *
 * Opens the pages of the user guide where the desktop has a program for them, or else the PDF.
 */
void
volets_guide_launcher_open_async (GtkWindow           *parent,
                                  const char          *data_dir,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;
  Opening *opening;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, NULL, callback, user_data);
  opening = g_new0 (Opening, 1);
  opening->places = list_places (data_dir);
  g_task_set_source_tag (task, volets_guide_launcher_open_async);
  g_task_set_task_data (task, opening, opening_free);
  open_next (task);
}

/**
 * volets_guide_launcher_open_finish:
 * @result: what the callback was given
 * @error: a sentence that says what misses
 *
 * Returns: whether another program shows it, or nobody wants it to
 */
gboolean
volets_guide_launcher_open_finish (GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
