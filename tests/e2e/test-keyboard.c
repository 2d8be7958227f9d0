/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "page.h"
#include "session.h"
#include "waiting.h"

/* From the start page to the files for the platform without a pointer, and where the focus is on
 * the way.
 */

/* Of the example. */
#define SUMMARY_PAGES 5

typedef VoletsTestSession Fixture;

/* A name in the window, with the words of the call or of a row in it. */
static char *
write_name (const char *format,
            ...) G_GNUC_PRINTF (1, 2);

static char *
write_name (const char *format,
            ...)
{
  char *name;
  va_list words;

  va_start (words, format);
  name = g_strdup_vprintf (format, words);
  va_end (words);

  return name;
}

/* Takes @name. */
static void
wait_focus (VoletsTestReader *reader,
            guint             role,
            char             *name)
{
  volets_test_reader_wait_focus (reader, role, name);
  g_free (name);
}

static void
open_example (Fixture *fixture)
{
  VoletsTestReader *reader;

  volets_test_session_start (fixture, NULL);
  reader = fixture->reader;
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_LIST_ITEM,
                                 "Territoires numériques éducatifs, Vienne");
  volets_test_reader_tab_to (reader, VOLETS_TEST_ROLE_LIST_ITEM, _("A town: Vaison-la-Romaine"));
  volets_test_reader_press (reader, 0, GDK_KEY_Return);
  wait_focus (reader, VOLETS_TEST_ROLE_BUTTON,
              write_name (_("%s: %s"), _("Kind of applicant"), "Commune"));
}

/* The first thing of each step. */
static void
wait_step_focus (VoletsTestReader *reader,
                 guint             step)
{
  switch (step)
    {
    case 1:
      wait_focus (reader, VOLETS_TEST_ROLE_BUTTON,
                  write_name (_("%s: %s"), _("Kind of applicant"), "Commune"));
      break;
    case 2:
      wait_focus (reader, VOLETS_TEST_ROLE_ROW_HEADER, write_name (_("Row %u"), 1));
      break;
    case 3:
      wait_focus (reader, VOLETS_TEST_ROLE_BUTTON, g_strdup (_("Catalogue")));
      break;
    case 4:
      wait_focus (reader, VOLETS_TEST_ROLE_RADIO_BUTTON, g_strdup (_("None for now")));
      break;
    case 5:
      wait_focus (reader, VOLETS_TEST_ROLE_TEXT, g_strdup (_("District inspector (IEN)")));
      break;
    case 6:
      wait_focus (reader, VOLETS_TEST_ROLE_LIST_ITEM,
                  write_name (_("State subsidy (%s)"), "AAP SNEE"));
      break;
    case 7:
      wait_focus (reader, VOLETS_TEST_ROLE_BUTTON,
                  write_name (_("Add a file: %s"), "Délibération du conseil"));
      break;
    default:
      volets_test_reader_wait_focus_in (reader, _("Warnings"));
    }
}

static void
test_every_step (Fixture       *fixture,
                 gconstpointer  data)
{
  open_example (fixture);
  for (guint step = 2; step <= 8; step++)
    {
      volets_test_reader_press (fixture->reader, GDK_CONTROL_MASK, GDK_KEY_Page_Down);
      wait_step_focus (fixture->reader, step);
    }
  for (guint step = 7; step >= 1; step--)
    {
      volets_test_reader_press (fixture->reader, GDK_CONTROL_MASK, GDK_KEY_Page_Up);
      wait_step_focus (fixture->reader, step);
    }
}

static void
press (Fixture *fixture,
       guint    key)
{
  volets_test_reader_press (fixture->reader, 0, key);
}

static void
wait_cell (Fixture    *fixture,
           const char *column,
           guint       row)
{
  wait_focus (fixture->reader, VOLETS_TEST_ROLE_TEXT,
              write_name (_("%s, row %u"), column, row));
}

static void
wait_row (Fixture *fixture,
          guint    row)
{
  wait_focus (fixture->reader, VOLETS_TEST_ROLE_ROW_HEADER, write_name (_("Row %u"), row));
}

static void
tab_to_cell (Fixture    *fixture,
             const char *column,
             guint       row)
{
  g_autofree char *name = write_name (_("%s, row %u"), column, row);

  volets_test_reader_tab_to (fixture->reader, VOLETS_TEST_ROLE_TEXT, name);
}

/* Two schools: in and out on both sides, up and down, a row deleted and back again. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  VoletsTestReader *reader;

  open_example (fixture);
  reader = fixture->reader;
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_Page_Down);
  wait_row (fixture, 1);
  volets_test_reader_press (reader, GDK_SHIFT_MASK, GDK_KEY_Tab);
  wait_focus (reader, VOLETS_TEST_ROLE_BUTTON,
              write_name (_("The rule: %s"), _("Schools of the application")));
  press (fixture, GDK_KEY_Tab);
  wait_row (fixture, 1);
  press (fixture, GDK_KEY_Tab);
  wait_cell (fixture, _("UAI"), 1);
  press (fixture, GDK_KEY_Down);
  wait_cell (fixture, _("UAI"), 2);
  press (fixture, GDK_KEY_Escape);
  wait_row (fixture, 2);

  press (fixture, GDK_KEY_Delete);
  wait_row (fixture, 1);
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_z);
  press (fixture, GDK_KEY_Down);
  wait_row (fixture, 2);

  tab_to_cell (fixture, _("Pupils"), 2);
  press (fixture, GDK_KEY_Tab);
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_BUTTON, _("Add a school"));
  volets_test_reader_press (reader, GDK_SHIFT_MASK, GDK_KEY_Tab);
  volets_test_reader_wait_focus_in (reader, _("Schools of the application"));
}

static void
wait_state (VoletsTestReader *reader,
            VoletsTestState   state)
{
  const VoletsTestThing *focus;

  VOLETS_TEST_TRY (volets_test_thing_has (focus = volets_test_reader_get_focus (reader), state));
  g_assert_true (volets_test_thing_has (focus, state));
}

/* A list that opens, a catalogue to search, and the one of several that is chosen. */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  VoletsTestReader *reader;

  open_example (fixture);
  reader = fixture->reader;
  press (fixture, GDK_KEY_space);
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_LIST_ITEM, NULL);
  press (fixture, GDK_KEY_Home);
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_LIST_ITEM, "–");
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_LIST_ITEM, "EPCI");
  press (fixture, GDK_KEY_Return);
  wait_focus (reader, VOLETS_TEST_ROLE_BUTTON,
              write_name (_("%s: %s"), _("Kind of applicant"), "EPCI"));

  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_Page_Down);
  wait_row (fixture, 1);
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_Page_Down);
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_BUTTON, _("Catalogue"));
  press (fixture, GDK_KEY_Return);
  volets_test_reader_wait_focus_in (reader, _("Search the catalogue"));
  press (fixture, GDK_KEY_Down);
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_LIST_ITEM,
                                 "Vidéoprojecteur, TNI, VPI ou écran interactif");
  press (fixture, GDK_KEY_Return);
  wait_cell (fixture, _("Quantity"), 7);

  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_Page_Down);
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_RADIO_BUTTON, _("None for now"));
  press (fixture, GDK_KEY_Down);
  volets_test_reader_wait_focus (reader, VOLETS_TEST_ROLE_RADIO_BUTTON,
                                 "Extension d’un ENT du second degré");
  press (fixture, GDK_KEY_space);
  wait_state (reader, VOLETS_TEST_STATE_CHECKED);
}

/* The letter that is underlined. */
static guint
get_mnemonic (const char *label)
{
  return gdk_unicode_to_keyval (g_unichar_tolower (g_utf8_get_char (strchr (label, '_') + 1)));
}

static guint
count_files (const char *folder,
             const char *suffix)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    count += g_str_has_suffix (name, suffix);

  return count;
}

/* Nothing is missing in the example: all the documents can be made of it. */
static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->home, "documents", NULL);
  VoletsTestReader *reader;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  open_example (fixture);
  reader = fixture->reader;
  volets_test_reader_press (reader, GDK_ALT_MASK, get_mnemonic (_("_Save")));
  volets_test_reader_wait_focus_in (reader, _("Save the Dossier"));
  press (fixture, GDK_KEY_Escape);
  volets_test_reader_wait_gone (reader, _("Save the Dossier"));

  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_e);
  wait_step_focus (reader, 8);
  volets_test_reader_tab_to (reader, VOLETS_TEST_ROLE_BUTTON, _("Save all to a folder…"));
  press (fixture, GDK_KEY_Return);
  volets_test_reader_wait_focus_in (reader, _("Save All the Documents to a Folder"));
  volets_test_reader_type (reader, folder);
  press (fixture, GDK_KEY_Return);
  VOLETS_TEST_TRY (count_files (folder, ".pdf") > 0 && count_files (folder, ".xml") == 1);
  g_assert_cmpuint (count_files (folder, ".pdf"), >, 0);
  g_assert_cmpuint (count_files (folder, ".xml"), ==, 1);
}

static void
wait_page (Fixture *fixture,
           guint    page)
{
  g_autofree char *place = write_name (_("%u / %u"), page, SUMMARY_PAGES);

  volets_test_reader_wait (fixture->reader, VOLETS_TEST_ROLE_LABEL, place);
}

static void
wait_zoom (Fixture *fixture,
           guint    zoom)
{
  g_autofree char *percent = write_name (_("%u %%"), zoom);

  volets_test_reader_wait (fixture->reader, VOLETS_TEST_ROLE_BUTTON, percent);
}

/* A paper is found, looked at from near and afar, searched, leafed through, saved and left. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *button = write_name (_("Preview: %s"), "Synthèse de la demande (PDF)");
  g_autofree char *third_page = write_name (_("Page %u of %u"), 3, SUMMARY_PAGES);
  g_autofree char *found = write_name (_("%u of %u"), 1, 1);
  VoletsTestReader *reader;

  open_example (fixture);
  reader = fixture->reader;
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_e);
  wait_step_focus (reader, 8);
  volets_test_reader_tab_to (reader, VOLETS_TEST_ROLE_BUTTON, button);
  press (fixture, GDK_KEY_Return);
  wait_page (fixture, 1);
  volets_test_page_check (reader, _("Pages of the document"));

  wait_zoom (fixture, 125);
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_plus);
  wait_zoom (fixture, 150);
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_minus);
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_minus);
  wait_zoom (fixture, 100);
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_0);
  wait_zoom (fixture, 125);

  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_f);
  volets_test_reader_wait_focus_in (reader, _("What to search in the document"));
  volets_test_reader_type (reader, "0849002d");
  volets_test_reader_wait (reader, VOLETS_TEST_ROLE_STATUS, found);
  wait_page (fixture, 3);
  press (fixture, GDK_KEY_Escape);

  volets_test_reader_tab_to (reader, VOLETS_TEST_ROLE_LIST_ITEM, third_page);
  press (fixture, GDK_KEY_Down);
  wait_page (fixture, 4);
  volets_test_reader_press (reader, GDK_ALT_MASK, get_mnemonic (_("Save as P_DF…")));
  volets_test_reader_wait_focus_in (reader, _("Save the Document"));
  press (fixture, GDK_KEY_Escape);
  volets_test_reader_wait_gone (reader, _("Save the Document"));
  press (fixture, GDK_KEY_Escape);
  volets_test_reader_wait_gone (reader, _("Pages of the document"));
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                  \
  g_test_add (path, Fixture, NULL, volets_test_session_set_up, test,                     \
              volets_test_session_tear_down)

  ADD ("/e2e/keyboard/every-step-forth-and-back", test_every_step);
  ADD ("/e2e/keyboard/in-and-out-of-a-table", test_table);
  ADD ("/e2e/keyboard/what-is-chosen", test_choices);
  ADD ("/e2e/keyboard/a-paper-that-is-looked-at", test_preview);
  ADD ("/e2e/keyboard/from-the-start-page-to-the-files", test_files);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_session_main (argc, argv, add_tests);
}
