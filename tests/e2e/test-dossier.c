/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "session.h"
#include "support/program.h"
#include "waiting.h"

/* A first dossier, from the start page to a breakdown and back, as somebody works who does not
 * see: everything is found by its role and its name, and done with keys.
 */

#define CALL "Appel à projets pour un socle numérique dans les écoles élémentaires"
#define NAME "Commune de Ploubazlanec"
#define SCHOOL "Groupe scolaire du bourg"

/* 12 computers at 1 500,00 € and 20 % of VAT are 21 600,00 €, of which the 5 classes of the school
 * have 5 × 3 500,00 € retained: 70 % of 17 500,00 €.
 */
#define SUBSIDY "12\u202f250,00\u00a0€"
#define LEFT "9\u202f350,00\u00a0€"

typedef VoletsTestSession Fixture;

static void
wait_step (VoletsTestReader *reader,
           guint             step,
           const char       *title)
{
  g_autofree char *heading = g_strdup_printf (_("Step %u of %u: %s"), step, 8, title);

  volets_test_reader_wait (reader, VOLETS_TEST_ROLE_HEADING, heading);
}

static void
open_next_step (VoletsTestReader *reader,
                guint             step,
                const char       *title)
{
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_Page_Down);
  wait_step (reader, step, title);
}

static void
fill (VoletsTestReader *reader,
      const char       *name,
      const char       *text)
{
  volets_test_reader_tab_to (reader, VOLETS_TEST_ROLE_TEXT, name);
  volets_test_reader_type (reader, text);
}

static void
fill_cell (VoletsTestReader *reader,
           const char       *column,
           const char       *text)
{
  g_autofree char *name = g_strdup_printf (_("%s, row %u"), column, 1);

  fill (reader, name, text);
}

/* The focus comes into the first cell of the new row. */
static void
add_row (VoletsTestReader *reader,
         const char       *button,
         const char       *column)
{
  g_autofree char *cell = g_strdup_printf (_("%s, row %u"), column, 1);

  volets_test_reader_press_button (reader, button, VOLETS_TEST_ROLE_TEXT, cell);
}

static void
wait_subsidy (VoletsTestReader *reader)
{
  g_autofree char *status = g_strdup_printf (_("State subsidy: %s; left to the applicant: %s"),
                                             SUBSIDY, LEFT);

  volets_test_reader_wait (reader, VOLETS_TEST_ROLE_STATUS, status);
}

static void
assert_typed (VoletsTestReader *reader,
              const char       *name,
              const char       *expected)
{
  const VoletsTestThing *thing = volets_test_reader_find (reader, VOLETS_TEST_ROLE_TEXT, name);
  g_autofree char *text = NULL;

  g_assert_nonnull (thing);
  text = volets_test_reader_read_text (reader, thing->path);
  g_assert_cmpstr (text, ==, expected);
}

/* From nothing to a subsidy. */
static void
type_dossier (VoletsTestReader *reader)
{
  volets_test_reader_tab_to (reader, VOLETS_TEST_ROLE_LIST_ITEM, CALL);
  volets_test_reader_press (reader, 0, GDK_KEY_Return);
  wait_step (reader, 1, "Collectivité");
  fill (reader, _("Name"), NAME);
  fill (reader, _("SIRET"), "21290232400012");

  open_next_step (reader, 2, "Écoles");
  add_row (reader, _("Add a school"), _("UAI"));
  fill_cell (reader, _("School"), SCHOOL);
  fill_cell (reader, _("Classes"), "5");
  fill_cell (reader, _("Pupils"), "125");

  open_next_step (reader, 3, "Équipement");
  add_row (reader, _("Add an expense"), _("Designation"));
  fill_cell (reader, _("Designation"), "Ordinateurs portables");
  fill_cell (reader, _("Quantity"), "12");
  fill_cell (reader, _("Price excl. VAT"), "1500");
  fill_cell (reader, _("VAT (%)"), "20");
  wait_subsidy (reader);
}

/* Under the name that it types into the dialog. */
static void
save_as (VoletsTestReader *reader,
         const char       *path)
{
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_s);
  volets_test_reader_wait_focus_in (reader, _("Save the Dossier"));
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_a);
  volets_test_reader_type (reader, path);
  volets_test_reader_press (reader, 0, GDK_KEY_Return);
  VOLETS_TEST_TRY (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  volets_test_reader_wait_gone (reader, _("Save the Dossier"));
}

static void
assert_saved (const char *path)
{
  g_auto (VoletsTestRun) check = { 0 };
  g_auto (VoletsTestRun) compute = { 0 };

  /* Half of the questions are not answered. */
  volets_test_run (&check, "check", path, NULL);
  g_assert_cmpint (check.status, ==, 1);
  g_assert_null (strstr (check.output, "demandeur/siret"));
  g_assert_nonnull (strstr (check.output, "demandeur/adresse"));

  volets_test_run (&compute, "compute", path, NULL);
  g_assert_cmpint (compute.status, ==, 0);
  g_assert_nonnull (strstr (compute.output, "subvention de 12 250,00 €"));
}

static gboolean
is_kept (const char *home,
         const char *text)
{
  g_autofree char *folder = g_build_filename (home, "state", "volets", "recovery", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;

      if (g_str_has_suffix (name, ".volets") && g_file_get_contents (path, &contents, NULL, NULL)
          && strstr (contents, text) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The copy that is made while one types, without being told to. */
static void
wait_kept (const char *home,
           const char *text)
{
  gboolean kept;

  VOLETS_TEST_TRY (kept = is_kept (home, text));
  g_assert_true (kept);
}

static void
test_dossier (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->home, "essai.volets", NULL);
  g_autofree char *recover = g_strdup_printf (_("Recover %s"), NAME);
  g_autofree char *kind = g_strdup_printf (_("%s: %s"), _("Kind of applicant"), "–");
  g_autofree char *saved = NULL;
  g_autofree char *saved_still = NULL;

  volets_test_session_start (fixture, NULL);
  type_dossier (fixture->reader);
  save_as (fixture->reader, path);
  assert_saved (path);
  g_file_get_contents (path, &saved, NULL, NULL);

  volets_test_reader_press (fixture->reader, GDK_CONTROL_MASK, GDK_KEY_Page_Up);
  volets_test_reader_press (fixture->reader, GDK_CONTROL_MASK, GDK_KEY_Page_Up);
  wait_step (fixture->reader, 1, "Collectivité");
  fill (fixture->reader, _("Address"), "Place de la Mairie");
  wait_kept (fixture->home, "Place de la Mairie");
  volets_test_session_kill (fixture);

  volets_test_session_start (fixture, NULL);
  volets_test_reader_press_button (fixture->reader, recover, VOLETS_TEST_ROLE_BUTTON, kind);
  wait_step (fixture->reader, 1, "Collectivité");
  assert_typed (fixture->reader, _("Name"), NAME);
  assert_typed (fixture->reader, _("Address"), "Place de la Mairie");
  wait_subsidy (fixture->reader);

  /* What was not saved is not in the file. */
  g_file_get_contents (path, &saved_still, NULL, NULL);
  g_assert_cmpstr (saved, ==, saved_still);
}

static void
add_tests (void)
{
  g_test_add ("/e2e/dossier/typed-saved-lost-and-recovered", Fixture, NULL,
              volets_test_session_set_up, test_dossier, volets_test_session_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_session_main (argc, argv, add_tests);
}
