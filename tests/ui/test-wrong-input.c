/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard-eyes.h"

#include <string.h>

#include "engine/applicant.h"
#include "engine/funding.h"
#include "engine/project.h"
#include "engine/school.h"
#include "engine/session.h"

/* Whatever is typed or pasted, the window lives, the dossier can be saved and read, and the last
 * value that was finished and right counts.
 */

#define CALL_ID "snee-2021"

static void
test_amounts_as_people_write_them (VoletsHands   *hands,
                                   gconstpointer  unused)
{
  static const char *const RIGHT[] = {
    "1 234,56 €", "1234.56", "1234,56", "1\u00a0234,56\u00a0€", "1\u202f234,56", " 1 234,56 ",
  };

  volets_hands_begin (hands, CALL_ID);
  volets_dossier_view_open_step (volets_hands_get_view (hands), VOLETS_STEP_FUNDING);
  for (gsize i = 0; i < G_N_ELEMENTS (RIGHT); i++)
    {
      volets_hands_fill (hands, VOLETS_SECTION_FUNDING, VOLETS_FUNDING_OWN_SHARE, "7");
      volets_hands_fill (hands, VOLETS_SECTION_FUNDING, VOLETS_FUNDING_OWN_SHARE, RIGHT[i]);
      g_assert_null (volets_hands_read_error (hands, VOLETS_SECTION_FUNDING,
                                              VOLETS_FUNDING_OWN_SHARE));
      volets_eyes_check_saved (hands, ">1234.56</");
      volets_hands_paste (hands, RIGHT[i]);
      volets_eyes_check_saved (hands, ">1234.56</");
    }
}

/* What is typed is finished when the field is left. */
static void
leave_and_come_back (VoletsHands *hands)
{
  GtkWidget *focus = volets_hands_get_focus (hands);

  gtk_window_set_focus (GTK_WINDOW (hands->window), NULL);
  gtk_widget_grab_focus (focus);
}

static void
test_nonsense_in_an_amount (VoletsHands   *hands,
                            gconstpointer  unused)
{
  static const char *const WRONG[] = {
    "beaucoup", "-5", "1e9", "1,2,3", "12 kg", "NaN", "0x10", "=1+1", "99999999999999999999",
    "1.234,56", "\u0661\u0662\u0663", "💶", "\u202e12", "12\001", "\u2400", "12\u200d3", "½",
  };

  volets_hands_begin (hands, CALL_ID);
  volets_dossier_view_open_step (volets_hands_get_view (hands), VOLETS_STEP_FUNDING);
  volets_hands_fill (hands, VOLETS_SECTION_FUNDING, VOLETS_FUNDING_OWN_SHARE, "1 234,56 €");
  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      leave_and_come_back (hands);
      volets_hands_paste (hands, WRONG[i]);
      g_assert_nonnull (volets_hands_read_error (hands, VOLETS_SECTION_FUNDING,
                                                 VOLETS_FUNDING_OWN_SHARE));
      volets_eyes_check_saved (hands, ">1234.56</");
    }

  /* And it can be put right. */
  volets_hands_type (hands, "78,9");
  g_assert_null (volets_hands_read_error (hands, VOLETS_SECTION_FUNDING,
                                          VOLETS_FUNDING_OWN_SHARE));
  volets_eyes_check_saved (hands, ">78.90</");
}

static void
test_nonsense_in_a_cell (VoletsHands   *hands,
                         gconstpointer  unused)
{
  static const char *const WRONG[] = { "huit", "8,5", "-8", "8\n9", "1000000", "💻" };

  volets_hands_begin (hands, CALL_ID);
  volets_dossier_view_open_step (volets_hands_get_view (hands), VOLETS_STEP_SCHOOLS);
  volets_hands_add_row (hands, VOLETS_SECTION_SCHOOLS);
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_CLASSES, "8");
  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      leave_and_come_back (hands);
      volets_hands_paste (hands, WRONG[i]);
      volets_eyes_check_saved (hands, ">8</");
    }
  volets_hands_type (hands, "12");
  volets_eyes_check_saved (hands, ">12</");
}

/* A letter for a figure: the figures before it were the answer for a moment, and nobody's. */
static void
test_a_letter_in_a_number (VoletsHands   *hands,
                           gconstpointer  unused)
{
  VoletsDossierView *view;

  volets_hands_begin (hands, CALL_ID);
  view = volets_hands_get_view (hands);
  volets_dossier_view_open_step (view, VOLETS_STEP_SCHOOLS);
  volets_hands_add_row (hands, VOLETS_SECTION_SCHOOLS);
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_PUPILS, "150");
  leave_and_come_back (hands);
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_PUPILS, "2O5");
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_CLASSES, "1O");
  volets_eyes_check_saved (hands, "<eleves>150</");
  volets_hands_go_to_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_NAME);
  volets_eyes_check_saved (hands, "<eleves>150</");
  g_assert_true (volets_eyes_find (hands, "texte-illisible"));

  /* It is there as it was typed, and can be put right. */
  volets_dossier_view_open_step (view, VOLETS_STEP_FILING);
  g_assert_cmpuint (volets_dossier_view_get_step_state (view, VOLETS_STEP_SCHOOLS), ==,
                    VOLETS_STEP_STATE_ERRORS);
  volets_dossier_view_open_step (view, VOLETS_STEP_SCHOOLS);
  volets_hands_go_to_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_PUPILS);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (volets_hands_get_focus (hands))), ==,
                   "2O5");
  volets_hands_type (hands, "205");
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_CLASSES, "10");
  volets_eyes_check_saved (hands, "<eleves>205</");
  volets_hands_rest (hands);
  g_assert_false (volets_eyes_find (hands, "texte-illisible"));
}

/* A table lends its entries from row to row: what they cannot read is not lost, nor in another. */
static void
test_what_cannot_be_read_is_kept_in_its_row (VoletsHands   *hands,
                                             gconstpointer  unused)
{
  volets_hands_begin (hands, CALL_ID);
  volets_dossier_view_open_step (volets_hands_get_view (hands), VOLETS_STEP_SCHOOLS);
  for (guint i = 0; i < 60; i++)
    volets_hands_add_row (hands, VOLETS_SECTION_SCHOOLS);
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_CLASSES, "huit");
  volets_hands_go_to_cell (hands, VOLETS_SECTION_SCHOOLS, 59, VOLETS_SCHOOL_CLASSES);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (volets_hands_get_focus (hands))), ==, "");
  volets_hands_go_to_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_CLASSES);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (volets_hands_get_focus (hands))), ==,
                   "huit");

  /* A row that is gone has nothing to be put right. */
  g_assert_true (volets_editor_has_unread_texts (volets_hands_get_editor (hands)));
  g_assert_true (volets_eyes_find (hands, "texte-illisible"));
  volets_editor_delete_rows (volets_hands_get_editor (hands), VOLETS_SECTION_SCHOOLS,
                             (guint[]) { 0 }, 1, "Suppression");
  volets_hands_rest (hands);
  g_assert_false (volets_eyes_find (hands, "texte-illisible"));
  g_assert_false (volets_editor_has_unread_texts (volets_hands_get_editor (hands)));
  g_assert_true (volets_editor_undo (volets_hands_get_editor (hands)));
  volets_hands_rest (hands);
  g_assert_true (volets_eyes_find (hands, "texte-illisible"));
}

/* What cannot be in a dossier does not come into it, and the rest is what was typed. */
static void
test_texts_of_all_kinds (VoletsHands   *hands,
                         gconstpointer  unused)
{
  static const struct {
    const char *text;
    const char *saved;
  } TEXTS[] = {
    { "École 👩🏽‍🏫 🇫🇷", ">École 👩🏽‍🏫 🇫🇷</" },
    { "مدرسة العدد ١٢٣", ">مدرسة العدد ١٢٣</" },
    { "a\u202eb\u202cc", ">a\u202eb\u202cc</" },
    { "e\u0301cole\u2400", ">e\u0301cole\u2400</" },
    { "<b>&amp;\"]]>", ">&lt;b&gt;&amp;amp;\"]]&gt;</" },
    { "un\001deux\033[31m\177\uffff", ">undeux[31m\177</" },
  };

  volets_hands_begin (hands, CALL_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      volets_hands_go_to (hands, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_NAME);
      volets_hands_paste (hands, TEXTS[i].text);
      volets_eyes_check_saved (hands, TEXTS[i].saved);
      volets_hands_fill (hands, VOLETS_SECTION_PROJECT, VOLETS_PROJECT_DESCRIPTION, "");
      volets_hands_paste (hands, TEXTS[i].text);
      volets_eyes_check_saved (hands, TEXTS[i].saved);
    }
}

/* Into the wrong field, by mistake: what is wrong is said without repeating it all. */
static void
test_a_megabyte_is_pasted (VoletsHands   *hands,
                           gconstpointer  unused)
{
  static const struct {
    VoletsSection  section;
    guint          field;
    const char    *text;
  } PLACES[] = {
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_NAME, "Commune" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_SIRET, "21840137000018" },
    { VOLETS_SECTION_PROJECT, VOLETS_PROJECT_START_DATE, "01/09/2021" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_MEMBERS, "29" },
    { VOLETS_SECTION_PROJECT, VOLETS_PROJECT_DESCRIPTION, "Description" },
  };
  g_autofree char *line = g_strnfill (63, 'x');
  GString *text = g_string_new (NULL);

  while (text->len < 1024 * 1024)
    g_string_append_printf (text, "%s\n", line);

  volets_hands_begin (hands, CALL_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      const char *complaint;

      volets_hands_fill (hands, PLACES[i].section, PLACES[i].field, PLACES[i].text);
      volets_hands_paste (hands, text->str);
      volets_eyes_check_saved (hands, "<dossier");
      complaint = volets_hands_read_error (hands, PLACES[i].section, PLACES[i].field);
      g_assert_cmpuint (complaint != NULL ? strlen (complaint) : 0, <, 500);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    volets_hands_fill (hands, PLACES[i].section, PLACES[i].field, PLACES[i].text);
  volets_eyes_check_saved (hands, ">29</");
  volets_eyes_check_saved (hands, ">Description</");

  g_string_free (text, TRUE);
}

static void
add_tests (GtkApplication *application)
{
#define ADD(path, test) \
  g_test_add (path, VoletsHands, application, volets_hands_set_up, test, volets_hands_tear_down)

  ADD ("/wrong-input/amounts-as-people-write-them", test_amounts_as_people_write_them);
  ADD ("/wrong-input/nonsense-in-an-amount", test_nonsense_in_an_amount);
  ADD ("/wrong-input/nonsense-in-a-cell", test_nonsense_in_a_cell);
  ADD ("/wrong-input/a-letter-in-a-number", test_a_letter_in_a_number);
  ADD ("/wrong-input/what-cannot-be-read-is-kept-in-its-row",
       test_what_cannot_be_read_is_kept_in_its_row);
  ADD ("/wrong-input/texts-of-all-kinds", test_texts_of_all_kinds);
  ADD ("/wrong-input/a-megabyte-is-pasted", test_a_megabyte_is_pasted);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
