/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/filing/bundle-group.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/applicant.h"
#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "support/temp-folder.h"
#include "display.h"
#include "state-folder.h"

/* The filing folder as the last step makes it. */

#define TODAY "2021-03-15"
#define NAME "Dossier de l’école-dossier-de-depot"

typedef struct {
  VoletsTestFolder   folder;
  VoletsEditor      *editor;
  GtkWidget         *window;
  VoletsBundleGroup *group;
  guint              n_made;
  gboolean           is_there;
} Fixture;

static void
made_cb (Fixture  *fixture,
         gboolean  is_there)
{
  fixture->n_made++;
  fixture->is_there = is_there;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "vaison-la-romaine.volets", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = adw_toast_overlay_new ();

  volets_test_folder_set_up (&fixture->folder, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  volets_test_save (fixture->folder.file, text, NULL);
  fixture->editor = volets_editor_open (fixture->folder.file, &error);
  g_assert_no_error (error);
  volets_editor_set_today (fixture->editor, TODAY);
  volets_editor_flush (fixture->editor);

  fixture->n_made = 0;
  fixture->group = g_object_new (VOLETS_TYPE_BUNDLE_GROUP, NULL);
  volets_bundle_group_set_editor (fixture->group, fixture->editor);
  volets_bundle_group_update (fixture->group);
  g_signal_connect_swapped (fixture->group, "made", G_CALLBACK (made_cb), fixture);
  fixture->window = gtk_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->editor);
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
  volets_test_folder_tear_down (&fixture->folder, NULL);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type,
             const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (label == NULL
          || (GTK_IS_LABEL (widget)
              && strstr (gtk_label_get_text (GTK_LABEL (widget)), label) != NULL)
          || (GTK_IS_BUTTON (widget)
              && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_shown (Fixture    *fixture,
          const char *words)
{
  GtkWidget *label = find_widget (fixture->window, GTK_TYPE_LABEL, words);

  return label != NULL && gtk_widget_get_visible (label);
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *label)
{
  GtkWidget *button = find_widget (fixture->window, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return button;
}

static char *
get_path (Fixture    *fixture,
          const char *name)
{
  return g_build_filename (fixture->folder.folder, NAME, name, NULL);
}

static void
make (Fixture  *fixture,
      gboolean  overwrite)
{
  g_autoptr (GFile) parent = g_file_new_for_path (fixture->folder.folder);

  volets_bundle_group_make (fixture->group, parent, overwrite);
}

static void
test_it_is_made_and_what_misses_is_told (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *list = get_path (fixture, "00-liste.txt");
  GtkWidget *button = find_button (fixture, "Prepare the filing folder…");
  GtkWidget *progress = find_widget (fixture->window, GTK_TYPE_PROGRESS_BAR, NULL);

  g_assert_true (gtk_widget_get_sensitive (button));
  make (fixture, FALSE);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_get_mapped (progress));
  VOLETS_TEST_WAIT (fixture->n_made == 1);

  g_assert_true (fixture->is_there);
  g_assert_true (g_file_test (list, G_FILE_TEST_IS_REGULAR));
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)), >, 0.5);
  g_assert_true (is_shown (fixture, "• RIB du comptable public"));
  g_assert_true (is_shown (fixture, "“" NAME "” is ready"));
}

static void
test_one_that_is_there_is_offered_to_be_replaced (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *sums = get_path (fixture, "SHA256SUMS");
  GStatBuf before, after;

  make (fixture, FALSE);
  VOLETS_TEST_WAIT (fixture->n_made == 1);
  g_assert_cmpint (g_stat (sums, &before), ==, 0);

  make (fixture, FALSE);
  VOLETS_TEST_WAIT (fixture->n_made == 2);
  g_assert_false (fixture->is_there);
  g_assert_true (is_shown (fixture, "“" NAME "” is already there."));
  g_assert_cmpint (g_stat (sums, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);

  g_signal_emit_by_name (find_button (fixture, "_Replace"), "clicked");
  VOLETS_TEST_WAIT (fixture->n_made == 3);
  g_assert_true (fixture->is_there);
  g_assert_false (is_shown (fixture, "is already there."));
  g_assert_cmpint (g_stat (sums, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, !=, after.st_ino);
}

static void
test_with_errors_it_waits (Fixture       *fixture,
                           gconstpointer  data)
{
  VoletsRecord *applicant =
    volets_dossier_get_record (volets_editor_get_dossier (fixture->editor),
                               VOLETS_SECTION_APPLICANT);

  volets_record_set_text (applicant, VOLETS_APPLICANT_SIRET, NULL);
  volets_editor_flush (fixture->editor);
  volets_bundle_group_update (fixture->group);
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture, "Prepare the filing folder…")));
  g_assert_true (is_shown (fixture, "It can be prepared once the error above is mended."));

  make (fixture, FALSE);
  g_assert_cmpuint (fixture->n_made, ==, 0);
}

static void
test_what_is_stopped_leaves_nothing (Fixture       *fixture,
                                     gconstpointer  data)
{
  make (fixture, FALSE);
  g_signal_emit_by_name (find_button (fixture, "Stop"), "clicked");
  VOLETS_TEST_WAIT (fixture->n_made == 1);
  g_assert_false (fixture->is_there);
  volets_test_folder_assert_n_files (&fixture->folder, 1);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  volets_test_state_set_up ();
  g_test_init (&argc, &argv, NULL);
  if (!volets_test_display_open ())
    return 0;

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/bundle-group/it-is-made-and-what-misses-is-told",
       test_it_is_made_and_what_misses_is_told);
  ADD ("/bundle-group/one-that-is-there-is-offered-to-be-replaced",
       test_one_that_is_there_is_offered_to_be_replaced);
  ADD ("/bundle-group/with-errors-it-waits", test_with_errors_it_waits);
  ADD ("/bundle-group/what-is-stopped-leaves-nothing", test_what_is_stopped_leaves_nothing);

  status = g_test_run ();
  volets_test_state_tear_down ();

  return status;
}
