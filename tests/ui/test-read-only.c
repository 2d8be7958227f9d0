/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard-hands.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "engine/applicant.h"

/* A dossier that somebody may only look at: what they type goes into a copy. */

static void
set_up (VoletsHands   *hands,
        gconstpointer  application)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "ecole-de-village.volets", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  volets_hands_set_up (hands, application);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  volets_test_save (hands->folder.file, text, NULL);
}

/* To the superuser, nothing is read-only. */
static void
become_somebody (gboolean somebody)
{
  if (geteuid () == 0)
    g_assert_cmpint (setreuid (somebody ? 65534 : 0, (uid_t) -1), ==, 0);
}

static void
lock (VoletsHands *hands)
{
  g_assert_cmpint (g_chmod (g_file_peek_path (hands->folder.file), 0444), ==, 0);
}

static char *
read_all (GFile *file)
{
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static gboolean
has_copy_button (VoletsHands *hands)
{
  g_autoptr (GPtrArray) buttons = volets_hands_find_all (hands, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "win.save-as") == 0)
        return TRUE;
    }

  return FALSE;
}

static void
open_locked (VoletsHands *hands)
{
  lock (hands);
  become_somebody (TRUE);
  g_assert_true (volets_window_open_file (hands->window, hands->folder.file));
  become_somebody (FALSE);
  volets_hands_rest (hands);
  g_assert_true (volets_editor_get_read_only (volets_hands_get_editor (hands)));
}

static void
test_a_copy_is_offered (VoletsHands   *hands,
                        gconstpointer  unused)
{
  g_autoptr (GFile) copy = g_file_new_build_filename (hands->folder.folder, "copie.volets", NULL);
  g_autofree char *before = read_all (hands->folder.file);
  VoletsEditor *editor;

  open_locked (hands);
  editor = volets_hands_get_editor (hands);
  g_assert_true (has_copy_button (hands));
  volets_hands_fill (hands, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_NAME, "Ville");
  g_assert_true (volets_editor_get_modified (editor));

  volets_hands_click (hands, "win.save-as");
  volets_hands_choose_file (hands, copy);
  VOLETS_TEST_WAIT (!volets_editor_get_modified (editor));
  volets_hands_rest (hands);
  g_assert_true (g_file_equal (volets_editor_get_file (editor), copy));
  g_assert_false (volets_editor_get_read_only (editor));
  g_assert_false (has_copy_button (hands));
  volets_test_assert_holds (hands->folder.file, before);

  /* From now on, it is like any other. */
  volets_hands_fill (hands, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_NAME, "Village");
  volets_hands_save (hands);
}

/* Ctrl+S asks where to, too: nothing is lost, nothing is written over. */
static void
test_save_asks_for_another_name (VoletsHands   *hands,
                                 gconstpointer  unused)
{
  g_autoptr (GFile) copy = g_file_new_build_filename (hands->folder.folder, "copie.volets", NULL);
  g_autofree char *before = read_all (hands->folder.file);
  VoletsEditor *editor;

  open_locked (hands);
  editor = volets_hands_get_editor (hands);
  volets_hands_fill (hands, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_NAME, "Ville");
  gtk_widget_activate_action (GTK_WIDGET (hands->window), "win.save", NULL);
  volets_hands_choose_file (hands, copy);
  VOLETS_TEST_WAIT (!volets_editor_get_modified (editor));
  g_assert_true (g_file_equal (volets_editor_get_file (editor), copy));
  volets_test_assert_holds (hands->folder.file, before);
}

static void
test_nothing_is_offered_where_it_can_be_written (VoletsHands   *hands,
                                                 gconstpointer  unused)
{
  g_assert_true (volets_window_open_file (hands->window, hands->folder.file));
  volets_hands_rest (hands);
  g_assert_false (has_copy_button (hands));
}

static void
add_tests (GtkApplication *application)
{
#define ADD(path, test) \
  g_test_add (path, VoletsHands, application, set_up, test, volets_hands_tear_down)

  ADD ("/read-only/a-copy-is-offered", test_a_copy_is_offered);
  ADD ("/read-only/save-asks-for-another-name", test_save_asks_for_another_name);
  ADD ("/read-only/nothing-is-offered-where-it-can-be-written",
       test_nothing_is_offered_where_it_can_be_written);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
