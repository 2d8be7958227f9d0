/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/applicant.h"
#include "support/temp-folder.h"
#include "display.h"
#include "state-folder.h"
#include "ui/dossier-view.h"
#include "ui/error-page.h"
#include "ui/record-table-private.h"
#include "ui/recovery.h"
#include "ui/start-page.h"
#include "ui/step-page.h"
#include "ui/step-row.h"
#include "ui/subsidy-panel.h"
#include "ui/window-private.h"

/* Drives the window as a person does, by its actions and the dialogs it opens. */

/* Of Tab, more than it takes to come around the window. */
#define MANY_PRESSES 500

typedef struct {
  VoletsTestFolder  folder;
  VoletsWindow     *window;   /* weak */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  application)
{
  volets_test_folder_set_up (&fixture->folder, NULL);
  g_set_weak_pointer (&fixture->window, volets_window_new (GTK_APPLICATION (application)));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* Whatever is still to be drawn or to be let go of. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->window);
  volets_test_folder_tear_down (&fixture->folder, NULL);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action,
                                             target != NULL ? "s" : NULL, target));
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first of its type that a person sees. */
static GtkWidget *
find_shown (Fixture *fixture,
            GType    type)
{
  GtkWidget *found = find_widget (GTK_WIDGET (fixture->window), type);

  return found != NULL && gtk_widget_get_child_visible (found) ? found : NULL;
}

static GtkWidget *
find_toast (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));
}

static VoletsDossierView *
get_view (Fixture *fixture)
{
  return VOLETS_DOSSIER_VIEW (find_shown (fixture, VOLETS_TYPE_DOSSIER_VIEW));
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static void
answer_dialog (const char *response)
{
  AdwMessageDialog *dialog;

  VOLETS_TEST_WAIT (find_dialog () != NULL);
  dialog = find_dialog ();
  g_assert_true (adw_message_dialog_has_response (dialog, response));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
change_name (Fixture    *fixture,
             const char *name)
{
  VoletsEditor *editor = volets_window_get_editor (fixture->window);
  VoletsRecord *applicant = volets_dossier_get_record (volets_editor_get_dossier (editor),
                                                       VOLETS_SECTION_APPLICANT);

  volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, name);
  volets_editor_flush (editor);
}

static void
assert_name_in_file (Fixture    *fixture,
                     const char *name)
{
  g_autofree char *element = g_strdup_printf ("<nom>%s</nom>", name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (fixture->folder.file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, element));
}

/* A copy of the example, in a file of the test's own. */
static void
open_copy (Fixture *fixture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "vaison-la-romaine.volets", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  volets_test_save (fixture->folder.file, text, NULL);
  g_assert_true (volets_window_open_file (fixture->window, fixture->folder.file));
}

static void
test_new_dossier (Fixture       *fixture,
                  gconstpointer  data)
{
  VoletsEditor *editor;

  g_assert_nonnull (find_shown (fixture, VOLETS_TYPE_START_PAGE));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Volets");

  activate (fixture, "win.new-dossier", "enir-2017");
  editor = volets_window_get_editor (fixture->window);
  g_assert_cmpstr (volets_editor_get_call (editor)->id, ==, "enir-2017");
  g_assert_false (volets_editor_get_modified (editor));
  g_assert_cmpuint (volets_dossier_view_get_step_state (get_view (fixture), VOLETS_STEP_APPLICANT),
                    ==, VOLETS_STEP_STATE_UNTOUCHED);
  g_assert_cmpuint (volets_dossier_view_get_step_state (get_view (fixture), VOLETS_STEP_FUNDING),
                    ==, VOLETS_STEP_STATE_OPTIONAL);
  g_assert_cmpuint (volets_dossier_view_get_step_state (get_view (fixture), VOLETS_STEP_FILING),
                    ==, VOLETS_STEP_STATE_UNTOUCHED);
}

static void
test_example (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const EXAMPLES[] = {
    "vaison-la-romaine", "ecole-de-village", "syndicat-de-communes",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (EXAMPLES); i++)
    {
      Fixture other = { 0 };

      set_up (&other, data);
      activate (&other, "win.open-example", EXAMPLES[i]);
      g_assert_nonnull (get_view (&other));
      g_assert_null (volets_editor_get_file (volets_window_get_editor (other.window)));
      g_assert_cmpint (volets_editor_get_subsidy (volets_window_get_editor (other.window))->amount,
                       >, 0);
      tear_down (&other, data);
    }
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  VoletsDossierView *view;

  open_copy (fixture);
  view = get_view (fixture);
  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    {
      GtkWidget *focus;

      g_assert_cmpuint (volets_dossier_view_get_step (view), ==, i);
      settle ();
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      g_assert_nonnull (gtk_widget_get_ancestor (focus, VOLETS_TYPE_STEP_PAGE));
      if (i + 1 < VOLETS_N_STEPS)
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "step.next", NULL));
    }

  gtk_widget_activate_action (GTK_WIDGET (view), "step.next", NULL);
  g_assert_cmpuint (volets_dossier_view_get_step (view), ==, VOLETS_STEP_FILING);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "step.previous", NULL));
  g_assert_cmpuint (volets_dossier_view_get_step (view), ==, VOLETS_STEP_ATTACHMENTS);
  activate (fixture, "win.export", NULL);
  g_assert_cmpuint (volets_dossier_view_get_step (view), ==, VOLETS_STEP_FILING);
}

static gboolean
is_in_main_menu (GtkWidget *widget)
{
  GtkWidget *button = gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON);

  return button != NULL && gtk_menu_button_get_primary (GTK_MENU_BUTTON (button));
}

/* GTK 4.8 complains of a closed expander that has a child, and Tab through the list of the steps
 * opened all of them.
 */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_copy (fixture);
  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    {
      guint n_presses = 0;
      guint n_rounds = 0;
      gboolean came_past_panel = FALSE, came_past_steps = FALSE, has_steps;

      volets_dossier_view_open_step (get_view (fixture), i);
      settle ();
      /* Large text leaves no room for the list. */
      g_object_get (get_view (fixture), "steps-revealed", &has_steps, NULL);
      for (; n_rounds < 2 && n_presses < MANY_PRESSES; n_presses++)
        {
          GtkWidget *focus;

          g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
          focus = gtk_window_get_focus (GTK_WINDOW (window));
          n_rounds += is_in_main_menu (focus);
          came_past_steps |= VOLETS_IS_STEP_ROW (focus);
          came_past_panel |= gtk_widget_get_ancestor (focus, VOLETS_TYPE_SUBSIDY_PANEL) != NULL;
        }
      g_assert_cmpuint (n_rounds, ==, 2);
      g_assert_true (came_past_panel);
      g_assert_true (came_past_steps == has_steps);
      /* On the way, through the list of the steps too. */
      g_assert_cmpuint (volets_dossier_view_get_step (get_view (fixture)), ==, i);
    }
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  VoletsDossierView *view;

  open_copy (fixture);
  view = get_view (fixture);
  g_assert_cmpuint (volets_dossier_view_get_step_state (view, VOLETS_STEP_APPLICANT), ==,
                    VOLETS_STEP_STATE_COMPLETE);

  change_name (fixture, NULL);
  g_assert_cmpuint (volets_dossier_view_get_step_state (view, VOLETS_STEP_APPLICANT), ==,
                    VOLETS_STEP_STATE_IN_PROGRESS);
}

static void
test_title_mark (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  open_copy (fixture);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (window), "Un socle numérique"));
  change_name (fixture, "Ville");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (window), "• Un socle numérique"));

  activate (fixture, "win.save", NULL);
  VOLETS_TEST_WAIT (!g_str_has_prefix (gtk_window_get_title (window), "•"));
  assert_name_in_file (fixture, "Ville");
}

static void
test_finding (Fixture       *fixture,
              gconstpointer  data)
{
  GPtrArray *findings;
  const VoletsFinding *finding;
  GtkWidget *focus;

  open_copy (fixture);
  change_name (fixture, NULL);
  volets_dossier_view_open_step (get_view (fixture), VOLETS_STEP_FILING);
  findings = volets_editor_get_findings (volets_window_get_editor (fixture->window));
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->field, ==, VOLETS_APPLICANT_NAME);

  g_assert_true (volets_dossier_view_open_finding (get_view (fixture), finding));
  settle ();
  g_assert_cmpuint (volets_dossier_view_get_step (get_view (fixture)), ==, VOLETS_STEP_APPLICANT);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_EDITABLE (focus));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "");
}

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, words))
        return TRUE;
    }

  return FALSE;
}

static void
test_broken_file (Fixture       *fixture,
                  gconstpointer  data)
{
  volets_test_save (fixture->folder.file, "<dossier", NULL);
  g_assert_false (volets_window_open_file (fixture->window, fixture->folder.file));
  g_assert_null (volets_window_get_editor (fixture->window));
  g_assert_nonnull (find_shown (fixture, VOLETS_TYPE_ERROR_PAGE));

  activate (fixture, "win.back", NULL);
  settle ();
  g_assert_nonnull (find_shown (fixture, VOLETS_TYPE_START_PAGE));
}

/* It is saved elsewhere: the broken file may still be of use. */
static void
test_previous_version (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *uri = g_file_get_uri (fixture->folder.file);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "vaison-la-romaine.volets", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  volets_test_save (fixture->folder.file, text, NULL);
  volets_test_save (fixture->folder.file, "<dossier", NULL);
  g_assert_false (volets_window_open_file (fixture->window, fixture->folder.file));
  settle ();
  g_assert_true (says (GTK_WIDGET (fixture->window), "Previous Version"));

  activate (fixture, "win.open-previous", uri);
  g_assert_nonnull (volets_window_get_editor (fixture->window));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (fixture->window)),
                                   "Un socle numérique"));
  g_assert_null (volets_editor_get_file (volets_window_get_editor (fixture->window)));
  volets_test_assert_holds (fixture->folder.file, "<dossier");
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  const guint rows[] = { 0 };
  VoletsEditor *editor;
  VoletsDossier *dossier;
  guint n_rows;

  open_copy (fixture);
  editor = volets_window_get_editor (fixture->window);
  dossier = volets_editor_get_dossier (editor);
  n_rows = volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS);
  g_assert_null (find_toast (fixture));

  volets_editor_append_row (editor, VOLETS_SECTION_SCHOOLS, "Ajout");
  g_assert_null (find_toast (fixture));
  activate (fixture, "win.undo", NULL);

  volets_editor_delete_rows (editor, VOLETS_SECTION_SCHOOLS, rows, 1, "École <1> & co supprimée");
  g_assert_cmpuint (volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS), ==, n_rows - 1);
  settle ();
  g_assert_nonnull (find_toast (fixture));

  /* With Ctrl+Z, wherever the focus is. */
  activate (fixture, "win.undo-near", NULL);
  g_assert_cmpuint (volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS), ==, n_rows);
}

/* What is ticked is kept in rows too, which are in no change that can be undone. */
static void
test_undo_beside_ticks (Fixture       *fixture,
                        gconstpointer  data)
{
  const guint rows[] = { 0 };
  VoletsEditor *editor;
  VoletsDossier *dossier;

  open_copy (fixture);
  editor = volets_window_get_editor (fixture->window);
  dossier = volets_editor_get_dossier (editor);

  volets_dossier_append (dossier, VOLETS_SECTION_COMMITMENTS);
  volets_editor_append_row (editor, VOLETS_SECTION_TRAININGS, "Ajout");
  settle ();
  g_assert_null (find_toast (fixture));

  volets_dossier_append (dossier, VOLETS_SECTION_COMMITMENTS);
  volets_dossier_append (dossier, VOLETS_SECTION_COMMITMENTS);
  volets_editor_delete_rows (editor, VOLETS_SECTION_TRAININGS, rows, 1, "Suppression");
  settle ();
  g_assert_nonnull (find_toast (fixture));
}

/* Its button would have taken the new row back. */
static void
test_undo_of_what_was_before (Fixture       *fixture,
                              gconstpointer  data)
{
  const guint rows[] = { 0 };
  VoletsEditor *editor;

  open_copy (fixture);
  editor = volets_window_get_editor (fixture->window);
  volets_editor_delete_rows (editor, VOLETS_SECTION_SCHOOLS, rows, 1, "Suppression");
  settle ();
  g_assert_nonnull (find_toast (fixture));

  volets_editor_append_row (editor, VOLETS_SECTION_SCHOOLS, "Ajout");
  VOLETS_TEST_WAIT (find_toast (fixture) == NULL);
}

static void
find_tables (GtkWidget *widget,
             GPtrArray *tables)
{
  if (VOLETS_IS_RECORD_TABLE (widget))
    g_ptr_array_add (tables, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_tables (child, tables);
}

/* People make the columns in their spreadsheet as they see them in the window. */
static void
test_titles_are_a_header (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  VoletsDossier *dossier;

  open_copy (fixture);
  dossier = volets_editor_get_dossier (volets_window_get_editor (fixture->window));
  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    volets_dossier_view_open_step (get_view (fixture), i);
  find_tables (GTK_WIDGET (fixture->window), tables);
  /* Communes, schools, equipment, services, trainings, funders. */
  g_assert_cmpuint (tables->len, ==, 6);
  for (guint i = 0; i < tables->len; i++)
    {
      VoletsRecordTable *table = g_ptr_array_index (tables, i);
      guint n_rows = volets_dossier_get_n_rows (dossier, table->section);
      g_autoptr (GString) header = g_string_new (NULL);

      for (guint j = 0; j < table->columns->len; j++)
        {
          const VoletsTableColumn *column = g_ptr_array_index (table->columns, j);

          if (volets_table_column_is_field (column))
            g_string_append_printf (header, "%s\t", column->title);
        }
      volets_record_table_paste_text (table, header->str);
      g_assert_cmpuint (volets_dossier_get_n_rows (dossier, table->section), ==, n_rows);
      g_assert_cmpstr (gtk_label_get_text (table->notice_text), ==, "");
    }
}

/* The end of it, which says what to do, was cut off. */
static void
test_long_sentence (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *words = "volets ne peut pas écrire sa copie de secours ; enregistrez souvent : après "
                      "une panne, rien d’autre ne serait retrouvé";
  GtkWidget *toast, *label;
  graphene_rect_t place;

  open_copy (fixture);
  volets_window_tell (fixture->window, words);
  settle ();
  toast = find_toast (fixture);
  g_assert_nonnull (toast);
  label = find_widget (toast, GTK_TYPE_LABEL);
  g_assert_nonnull (label);
  g_assert_true (g_str_has_suffix (gtk_label_get_text (GTK_LABEL (label)), "retrouvé."));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_true (gtk_widget_compute_bounds (label, toast, &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (toast));
  g_assert_true (gtk_widget_compute_bounds (toast, GTK_WIDGET (fixture->window), &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=,
                     gtk_widget_get_width (GTK_WIDGET (fixture->window)));
}

/* Told as long as it is so: a sentence that passes is not read by who looks at a quote. */
static void
test_no_copy_can_be_kept (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = volets_test_state_get_path ();
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_copy (fixture);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  change_name (fixture, "Commune A");
  VOLETS_TEST_WAIT (says (window, "copie de secours"));

  g_assert_cmpint (g_remove (folder), ==, 0);
  change_name (fixture, "Commune B");
  VOLETS_TEST_WAIT (!says (window, "copie de secours"));
}

static void
test_close_asks (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) recovered = NULL;
  VoletsEditor *editor = NULL;

  open_copy (fixture);
  g_set_weak_pointer (&editor, volets_window_get_editor (fixture->window));
  change_name (fixture, "Ville");

  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_dialog ("cancel");
  settle ();
  g_assert_nonnull (fixture->window);

  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_dialog ("discard");
  VOLETS_TEST_WAIT (fixture->window == NULL);

  /* What was given up is not offered again. */
  VOLETS_TEST_WAIT (editor == NULL);
  recovered = volets_recovery_list ();
  g_assert_cmpuint (recovered->len, ==, 0);
}

static void
test_close_saves (Fixture       *fixture,
                  gconstpointer  data)
{
  open_copy (fixture);
  change_name (fixture, "Ville");

  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_dialog ("save");
  VOLETS_TEST_WAIT (fixture->window == NULL);
  assert_name_in_file (fixture, "Ville");
}

static void
test_close_unmodified (Fixture       *fixture,
                       gconstpointer  data)
{
  open_copy (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  VOLETS_TEST_WAIT (fixture->window == NULL);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  VoletsEditor *editor;

  open_copy (fixture);
  editor = volets_window_get_editor (fixture->window);
  change_name (fixture, "Ville");
  volets_test_save (fixture->folder.file, "<autre/>", NULL);

  activate (fixture, "win.save", NULL);
  answer_dialog ("cancel");
  settle ();
  g_assert_true (volets_editor_get_modified (editor));
  volets_test_assert_holds (fixture->folder.file, "<autre/>");

  activate (fixture, "win.save", NULL);
  answer_dialog ("overwrite");
  VOLETS_TEST_WAIT (!volets_editor_get_modified (editor));
  assert_name_in_file (fixture, "Ville");
}

static void
test_one_window_a_dossier (Fixture       *fixture,
                           gconstpointer  application)
{
  GApplication *app = G_APPLICATION (application);
  guint n_windows;

  open_copy (fixture);
  n_windows = g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
  g_application_open (app, &fixture->folder.file, 1, "");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))),
                    ==, n_windows);

  g_action_group_activate_action (G_ACTION_GROUP (app), "new", NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))),
                    ==, n_windows + 1);
  g_action_group_activate_action (G_ACTION_GROUP (app), "quit", NULL);
  VOLETS_TEST_WAIT (gtk_application_get_windows (GTK_APPLICATION (application)) == NULL);
}

static void
add_tests (GtkApplication *application)
{
#define ADD(path, test) g_test_add (path, Fixture, application, set_up, test, tear_down)

  ADD ("/window/new-dossier", test_new_dossier);
  ADD ("/window/an-example-has-no-file", test_example);
  ADD ("/window/steps-in-both-directions-with-the-focus-in-them", test_steps);
  ADD ("/window/tab-comes-past-everything", test_tab);
  ADD ("/window/states-follow-the-answers", test_states);
  ADD ("/window/a-mark-until-it-is-saved", test_title_mark);
  ADD ("/window/a-finding-leads-to-its-field", test_finding);
  ADD ("/window/a-broken-file-has-a-page", test_broken_file);
  ADD ("/window/the-version-before-a-broken-one", test_previous_version);
  ADD ("/window/a-deletion-is-offered-to-be-undone", test_undo);
  ADD ("/window/what-is-ticked-changes-no-offer", test_undo_beside_ticks);
  ADD ("/window/an-offer-goes-with-the-next-change", test_undo_of_what_was_before);
  ADD ("/window/titles-of-a-table-are-a-header-of-what-is-pasted", test_titles_are_a_header);
  ADD ("/window/a-long-sentence-is-read-to-its-end", test_long_sentence);
  ADD ("/window/no-copy-can-be-kept", test_no_copy_can_be_kept);
  ADD ("/window/closing-asks", test_close_asks);
  ADD ("/window/closing-saves", test_close_saves);
  ADD ("/window/closing-asks-nothing-without-a-change", test_close_unmodified);
  ADD ("/window/a-file-changed-by-somebody-else", test_conflict);
  ADD ("/window/one-window-a-dossier", test_one_window_a_dossier);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
