/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard-eyes.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/applicant.h"
#include "engine/expense.h"
#include "support/calls.h"
#include "ui/error-page.h"
#include "ui/start-page.h"
#include "ui/steps/attachments/attachment-group.h"

/* A call for projects that did not come with the program: the person opens its file. */

#define CALL_ID "essai-bareme-entier"
#define OTHER_CALL_ID "essai-projet-borne"

static char *
get_calls_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "volets", "calls", NULL);
}

static void
forget (const char *id)
{
  g_autofree char *folder = get_calls_folder ();
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *backup = g_strconcat (path, "~", NULL);

  g_remove (path);
  g_remove (backup);
}

static void
tear_down (VoletsHands   *hands,
           gconstpointer  unused)
{
  g_autofree char *folder = get_calls_folder ();

  volets_hands_tear_down (hands, unused);
  forget (CALL_ID);
  forget (OTHER_CALL_ID);
  g_rmdir (folder);
}

static GFile *
put_call (VoletsHands *hands,
          const char  *id)
{
  g_autofree char *text = volets_test_read_call_file (id);

  return volets_test_folder_put (&hands->folder, "appel reçu.xml", text);
}

/* A dossier that was made where the call is known. */
static void
put_dossier (VoletsHands *hands)
{
  volets_test_save (hands->folder.file,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<dossier xmlns=\"urn:volets:dossier:1\" appel=\"" CALL_ID "\" version=\"1\">\n"
                    "  <demandeur>\n    <nom>Ville</nom>\n  </demandeur>\n</dossier>\n", NULL);
}

static void
assert_answers (VoletsHands *hands,
                const char  *id)
{
  g_assert_cmpstr (volets_editor_get_call (volets_hands_get_editor (hands))->id, ==, id);
}

static void
new_window (VoletsHands *hands)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (hands->window));

  gtk_window_destroy (GTK_WINDOW (hands->window));
  g_set_weak_pointer (&hands->window, volets_window_new (application));
  gtk_window_present (GTK_WINDOW (hands->window));
  volets_hands_rest (hands);
}

static gboolean
shows (VoletsHands *hands,
       GType        type)
{
  g_autoptr (GPtrArray) found = volets_hands_find_all (hands, type);

  return found->len == 1;
}

static void
assert_error_page_says (VoletsHands *hands,
                        const char  *words)
{
  GtkWidget *page = volets_hands_find (hands, VOLETS_TYPE_ERROR_PAGE);
  const char *said = gtk_label_get_text (GTK_LABEL (
    gtk_widget_get_template_child (page, VOLETS_TYPE_ERROR_PAGE, "sentence")));

  if (strstr (said, words) == NULL)
    g_error ("“%s” is not in “%s”", words, said);
}

/* From the start page to a computed amount, and back to it the next day. */
static void
test_a_dossier_for_it (VoletsHands   *hands,
                       gconstpointer  unused)
{
  g_autoptr (GFile) call = put_call (hands, CALL_ID);
  g_autoptr (GError) error = NULL;

  volets_hands_rest (hands);
  volets_hands_click_row (hands, "Open Another Call for Projects…");
  volets_hands_choose_file (hands, call);
  assert_answers (hands, CALL_ID);
  g_assert_null (volets_editor_get_file (volets_hands_get_editor (hands)));
  volets_editor_save (volets_hands_get_editor (hands), hands->folder.file, FALSE, &error);
  g_assert_no_error (error);

  volets_dossier_view_open_step (volets_hands_get_view (hands), VOLETS_STEP_EQUIPMENT);
  volets_hands_rest (hands);
  volets_hands_add_row (hands, VOLETS_SECTION_EQUIPMENT);
  volets_hands_fill_cell (hands, VOLETS_SECTION_EQUIPMENT, 0, VOLETS_EXPENSE_QUANTITY, "2");
  volets_hands_fill_cell (hands, VOLETS_SECTION_EQUIPMENT, 0, VOLETS_EXPENSE_UNIT_PRICE, "1000");
  /* The program, too, finds the call by its name. */
  volets_eyes_check_panel (hands);

  g_assert_true (g_file_delete (call, NULL, NULL));
  new_window (hands);
  g_assert_true (volets_window_open_file (hands->window, hands->folder.file));
  volets_hands_rest (hands);
  assert_answers (hands, CALL_ID);
}

/* Like any other, from then on. */
static void
test_offered_on_the_start_page (VoletsHands   *hands,
                                gconstpointer  unused)
{
  g_autoptr (GFile) file = put_call (hands, CALL_ID);
  g_autoptr (VoletsCall) call = volets_test_find_call (CALL_ID);

  volets_hands_rest (hands);
  g_assert_true (volets_window_open_file (hands->window, file));
  assert_answers (hands, CALL_ID);

  new_window (hands);
  volets_hands_click_row (hands, call->title);
  assert_answers (hands, CALL_ID);
}

static void
test_one_that_is_malformed (VoletsHands   *hands,
                            gconstpointer  unused)
{
  g_autofree char *text = volets_test_read_call_file (CALL_ID);
  g_autoptr (GString) broken = g_string_new (text);
  g_autoptr (GFile) file = NULL;

  g_string_replace (broken, "<annee>", "<annee>vers ", 1);
  file = volets_test_folder_put (&hands->folder, "appel.xml", broken->str);
  volets_hands_rest (hands);
  g_assert_false (volets_window_open_file (hands->window, file));
  volets_hands_rest (hands);
  assert_error_page_says (hands, "Ligne 6");
  assert_error_page_says (hands, "annee");

  volets_hands_click (hands, "win.back");
  g_assert_true (shows (hands, VOLETS_TYPE_START_PAGE));
}

/* What is missing is said, and found with one click. */
static void
test_a_dossier_whose_call_is_missing (VoletsHands   *hands,
                                      gconstpointer  unused)
{
  g_autoptr (GFile) call = put_call (hands, CALL_ID);

  put_dossier (hands);
  volets_hands_rest (hands);
  g_assert_false (volets_window_open_file (hands->window, hands->folder.file));
  volets_hands_rest (hands);
  assert_error_page_says (hands, "L’appel « " CALL_ID " » n’est pas connu");

  volets_hands_click (hands, "win.open-call");
  volets_hands_choose_file (hands, call);
  assert_answers (hands, CALL_ID);
  g_assert_true (g_file_equal (volets_editor_get_file (volets_hands_get_editor (hands)),
                               hands->folder.file));
}

static void
test_another_call_than_the_missing_one (VoletsHands   *hands,
                                        gconstpointer  unused)
{
  g_autoptr (GFile) other = put_call (hands, OTHER_CALL_ID);
  g_autoptr (GFile) call = NULL;

  put_dossier (hands);
  volets_hands_rest (hands);
  g_assert_false (volets_window_open_call (hands->window, other, hands->folder.file));
  volets_hands_rest (hands);
  assert_error_page_says (hands, "le fichier choisi décrit l’appel « " OTHER_CALL_ID " »");

  call = put_call (hands, CALL_ID);
  volets_hands_click (hands, "win.open-call");
  volets_hands_choose_file (hands, call);
  assert_answers (hands, CALL_ID);
}

/* Chosen where a call is asked for, it is opened all the same. */
static void
test_a_dossier_in_place_of_a_call (VoletsHands   *hands,
                                   gconstpointer  unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "ecole-de-village.volets", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  volets_hands_rest (hands);
  g_assert_true (volets_window_open_call (hands->window, file, NULL));
  assert_answers (hands, "snee-2021");
}

/* Whose title is in that of the other. */
static void
test_two_attachments_of_nearly_one_title (VoletsHands   *hands,
                                          gconstpointer  unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "form-call.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) call = NULL;
  g_autoptr (GFile) file = NULL;
  GPtrArray *findings;
  guint n_found = 0;

  g_file_get_contents (path, &text, NULL, NULL);
  call = g_string_new (text);
  g_string_replace (call, "\"essai-formulaire\"", "\"" CALL_ID "\"", 1);
  g_string_replace (call, "<piece id=\"devis\" obligatoire=\"false\"",
                    "<piece id=\"devis\" obligatoire=\"true\"", 1);
  g_string_replace (call, "<titre>Devis</titre>", "<titre>Délibération et devis</titre>", 1);
  file = volets_test_folder_put (&hands->folder, "appel.xml", call->str);
  volets_hands_rest (hands);
  g_assert_true (volets_window_open_file (hands->window, file));

  findings = volets_editor_get_findings (volets_hands_get_editor (hands));
  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);
      GtkWidget *group;

      if (!g_str_equal (finding->code, "piece-manquante"))
        continue;
      g_assert_true (volets_dossier_view_open_finding (volets_hands_get_view (hands), finding));
      volets_hands_rest (hands);
      group = gtk_widget_get_ancestor (volets_hands_get_focus (hands),
                                       VOLETS_TYPE_ATTACHMENT_GROUP);
      g_assert_cmpstr (volets_attachment_group_get_item (VOLETS_ATTACHMENT_GROUP (group))->id, ==,
                       n_found++ == 0 ? "deliberation" : "devis");
    }
  g_assert_cmpuint (n_found, ==, 2);
}

static void
add_tests (GtkApplication *application)
{
#define ADD(path, test) \
  g_test_add (path, VoletsHands, application, volets_hands_set_up, test, tear_down)

  ADD ("/own-call/a-dossier-for-it", test_a_dossier_for_it);
  ADD ("/own-call/offered-on-the-start-page", test_offered_on_the_start_page);
  ADD ("/own-call/one-that-is-malformed", test_one_that_is_malformed);
  ADD ("/own-call/a-dossier-whose-call-is-missing", test_a_dossier_whose_call_is_missing);
  ADD ("/own-call/another-call-than-the-missing-one", test_another_call_than_the_missing_one);
  ADD ("/own-call/a-dossier-in-place-of-a-call", test_a_dossier_in_place_of_a_call);
  ADD ("/own-call/two-attachments-of-nearly-one-title", test_two_attachments_of_nearly_one_title);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
