/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start-page.h"

#include <glib/gstdio.h>
#include <string.h>

#include "support/temp-folder.h"
#include "display.h"
#include "state-folder.h"
#include "ui/recent-files.h"

/* What stands on the start page for whoever comes for the first time, and for others. */

static gboolean
shows (GtkWidget  *widget,
       const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows (child, words))
        return TRUE;
    }

  return FALSE;
}

static void
test_first_start (VoletsTestFolder *files,
                  gconstpointer     unused)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (VOLETS_TYPE_START_PAGE, NULL));

  g_assert_false (shows (page, "Recent"));
  g_assert_true (shows (page, "What to Have at Hand"));
  g_assert_true (shows (page, "About an hour"));
  g_assert_true (shows (page, "SIRET"));

  volets_test_save (files->file, "<dossier/>", NULL);
  volets_recent_files_add (files->file, "Dossier de l’école");
  volets_start_page_refresh (VOLETS_START_PAGE (page));
  g_assert_true (shows (page, "Dossier de l’école"));
  g_assert_false (shows (page, "What to Have at Hand"));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_dir_make_tmp ("volets-data-XXXXXX", &error);
  g_autofree char *recent = g_build_filename (data, "recently-used.xbel", NULL);
  int status;

  g_assert_no_error (error);
  /* Nothing was ever opened there. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  volets_test_state_set_up ();
  g_test_init (&argc, &argv, NULL);
  if (!volets_test_display_open ())
    return 0;

  g_test_add ("/start-page/what-to-have-at-hand-is-for-the-first-time", VoletsTestFolder, NULL,
              volets_test_folder_set_up, test_first_start, volets_test_folder_tear_down);

  status = g_test_run ();
  volets_test_state_tear_down ();
  g_remove (recent);
  g_rmdir (data);

  return status;
}
