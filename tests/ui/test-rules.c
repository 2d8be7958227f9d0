/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "engine/applicant.h"
#include "engine/project.h"
#include "ui/field-row.h"
#include "ui/rule-button.h"
#include "ui/rule-window.h"
#include "wizard-eyes.h"

/* What the call says, beside what is filled in. */

static void
read_labels (GtkWidget *widget,
             GString   *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_labels (child, text);
}

/* Nothing where no window of rules is open. */
static GtkWindow *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (VOLETS_IS_RULE_WINDOW (window))
        return window;
    }

  return NULL;
}

static char *
read_open_rule (void)
{
  GString *text = g_string_new (NULL);

  read_labels (GTK_WIDGET (find_window ()), text);

  return g_string_free (text, FALSE);
}

/* What had the focus has it still. */
static void
close_rules (VoletsHands *hands)
{
  gtk_window_close (find_window ());
  VOLETS_TEST_WAIT (find_window () == NULL);
  volets_hands_rest (hands);
}

static void
ask_for_help (VoletsHands *hands)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (volets_hands_get_view (hands)),
                                             "step.help", NULL));
}

static void
open_rule (VoletsHands *hands)
{
  ask_for_help (hands);
  VOLETS_TEST_WAIT (find_window () != NULL);
  volets_hands_rest (hands);
}

static void
test_each_step_has_its_rules (VoletsHands   *hands,
                              gconstpointer  unused)
{
  static const char *const SAID[VOLETS_N_STEPS] = {
    [VOLETS_STEP_APPLICANT] = "Demandeur admis",
    [VOLETS_STEP_SCHOOLS] = "École admise",
    [VOLETS_STEP_EQUIPMENT] = "Plafond par classe",
    [VOLETS_STEP_SERVICES] = "Plafond par élève",
    [VOLETS_STEP_SUPPORT] = "Réponses attendues",
    [VOLETS_STEP_FUNDING] = "Une avance d’au plus",
    [VOLETS_STEP_ATTACHMENTS] = "pièce obligatoire",
    [VOLETS_STEP_FILING] = "Clôture définitive",
  };

  volets_hands_begin (hands, "snee-2021");
  for (VoletsStep step = 0; step < VOLETS_N_STEPS; step++)
    {
      g_autofree char *text = NULL;

      volets_dossier_view_open_step (volets_hands_get_view (hands), step);
      volets_hands_rest (hands);
      g_assert_null (gtk_widget_get_ancestor (volets_hands_get_focus (hands),
                                              VOLETS_TYPE_RULE_BUTTON));
      open_rule (hands);
      text = read_open_rule ();
      if (strstr (text, SAID[step]) == NULL)
        g_error ("Step %u says « %s »", step + 1, text);
      g_assert_nonnull (strstr (text, "Source: "));
      close_rules (hands);
    }
}

/* Where the focus is, and not at the top of the step. */
static void
test_the_rule_is_that_of_the_section (VoletsHands   *hands,
                                      gconstpointer  unused)
{
  g_autofree char *project = NULL;
  g_autofree char *applicant = NULL;

  volets_hands_begin (hands, "snee-2021");
  volets_hands_go_to (hands, VOLETS_SECTION_PROJECT, VOLETS_PROJECT_TITLE);
  open_rule (hands);
  project = read_open_rule ();
  g_assert_nonnull (strstr (project, "intitulé du projet"));
  close_rules (hands);

  volets_hands_go_to (hands, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_NAME);
  open_rule (hands);
  applicant = read_open_rule ();
  g_assert_nonnull (strstr (applicant, "Demandeur admis"));
  close_rules (hands);

  /* What was being done goes on. */
  g_assert_nonnull (gtk_widget_get_ancestor (volets_hands_get_focus (hands),
                                             VOLETS_TYPE_FIELD_ROW));
}

/* A call that says nothing of a section has no button there. */
static void
test_no_button_without_a_rule (VoletsHands   *hands,
                               gconstpointer  unused)
{
  g_autoptr (GPtrArray) buttons = NULL;

  volets_hands_begin (hands, "detr-78-2017");
  volets_dossier_view_open_step (volets_hands_get_view (hands), VOLETS_STEP_ATTACHMENTS);
  volets_hands_rest (hands);
  buttons = volets_hands_find_all (hands, VOLETS_TYPE_RULE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    g_assert_false (gtk_widget_get_mapped (g_ptr_array_index (buttons, i)));
  ask_for_help (hands);
  volets_hands_rest (hands);
  g_assert_null (find_window ());
}

static void
add_tests (GtkApplication *application)
{
#define ADD(name, func) \
  g_test_add ("/rules/" name, VoletsHands, application, volets_hands_set_up, func, \
              volets_hands_tear_down)
  ADD ("each-step-has-its-rules", test_each_step_has_its_rules);
  ADD ("the-rule-is-that-of-the-section", test_the_rule_is_that_of_the_section);
  ADD ("no-button-without-a-rule", test_no_button_without_a_rule);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
