/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/privacy-window.h"

#include <string.h>

#include "engine/call-store.h"
#include "display.h"

/* What the program says of itself: what it keeps, where, and of which data it computes. */

/* Every text of a window, a line each, shown or not. */
static void
collect_texts (GtkWidget *widget,
               GString   *texts)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

static void
assert_says (const char *texts,
             const char *words)
{
  if (strstr (texts, words) == NULL)
    g_error ("« %s » is not said in:\n%s", words, texts);
}

/* The window of a type that the application shows now. */
static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static GtkWindow *
open_window (gconstpointer  application,
             const char    *action,
             GType          type)
{
  g_assert_null (find_window (type));
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (find_window (type));

  return find_window (type);
}

static void
test_places (gconstpointer application)
{
  GtkWindow *window = open_window (application, "privacy", VOLETS_TYPE_PRIVACY_WINDOW);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autofree char *recovery =
    g_strconcat (g_getenv ("XDG_STATE_HOME"), "/volets/recovery\n", NULL);
  g_autofree char *calls = g_strconcat (g_getenv ("XDG_DATA_HOME"), "/volets/calls\n", NULL);
  g_autofree char *recent = g_strconcat (g_getenv ("XDG_DATA_HOME"), "/recently-used.xbel\n", NULL);

  collect_texts (GTK_WIDGET (window), texts);
  assert_says (texts->str, recovery);
  assert_says (texts->str, calls);
  assert_says (texts->str, recent);
  /* There is more to it than the place. */
  assert_says (texts->str, "removed once the dossier is saved");
  assert_says (texts->str, "opens no connection");
  gtk_window_destroy (window);
}

/* Each call, with every source and the date that it has. */
static void
test_vintages (gconstpointer application)
{
  GtkWindow *window = open_window (application, "privacy", VOLETS_TYPE_PRIVACY_WINDOW);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_auto (GStrv) ids = volets_call_store_list ();

  collect_texts (GTK_WIDGET (window), texts);
  assert_says (texts->str, "AAP SNEE · 2021 · version 1");
  assert_says (texts->str, "Ministère de l’éducation nationale, de la jeunesse et des sports · "
                           "13 octobre 2021");
  g_assert_cmpuint (g_strv_length (ids), >=, 4);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (VoletsCall) call = volets_call_store_find (ids[i]);

      assert_says (texts->str, call->title);
      for (guint j = 0; j < call->sources->len; j++)
        assert_says (texts->str,
                     ((const VoletsSource *) g_ptr_array_index (call->sources, j))->title);
    }
  gtk_window_destroy (window);
}

static void
test_about (gconstpointer application)
{
  static const char *const NAMES[] = {
    "Volets " VOLETS_VERSION, "GTK ", "libadwaita ", "GLib ", "libxml2 ", "Cairo ", "Pango ",
    "HarfBuzz ", "Poppler ", "qpdf ", "AAP SNEE 2021 (version 1)", "ENIR 2017", "TNE 86 2022",
  };
  GtkWindow *window = open_window (application, "about", ADW_TYPE_ABOUT_WINDOW);
  const char *versions = adw_about_window_get_debug_info (ADW_ABOUT_WINDOW (window));
  gboolean is_done = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    assert_says (versions, NAMES[i]);
  g_assert_false (strstr (versions, "(null)") != NULL);
  assert_says (adw_about_window_get_comments (ADW_ABOUT_WINDOW (window)), "DETR 78 2017");

  /* Its link leads to the other page, and other links to where they always do. */
  g_signal_emit_by_name (window, "activate-link", "volets:privacy", &is_done);
  g_assert_true (is_done);
  g_assert_nonnull (find_window (VOLETS_TYPE_PRIVACY_WINDOW));
  gtk_window_destroy (find_window (VOLETS_TYPE_PRIVACY_WINDOW));
  gtk_window_destroy (window);
}

static void
add_tests (GtkApplication *application)
{
  g_test_add_data_func ("/privacy/where-everything-is-kept", application, test_places);
  g_test_add_data_func ("/privacy/every-source-of-every-call", application, test_vintages);
  g_test_add_data_func ("/privacy/about-has-versions-and-leads-there", application, test_about);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
