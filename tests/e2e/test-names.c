/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "session.h"
#include "support/program.h"
#include "waiting.h"

/* What each step says of itself: every control has a name, no two the same one, the Tab key comes
 * to all of them, and what is wrong with a field is heard with it.
 */

typedef VoletsTestSession Fixture;

static const char *const STEPS[] = {
  "Collectivité", "Écoles", "Équipement", "Services", "Accompagnement", "Financement", "Pièces",
  "Dépôt",
};

/* The roles of what somebody does something with. */
static const guint CONTROLS[] = {
  VOLETS_TEST_ROLE_BUTTON,
  VOLETS_TEST_ROLE_CHECK_BOX,
  VOLETS_TEST_ROLE_COMBO_BOX,
  VOLETS_TEST_ROLE_RADIO_BUTTON,
  VOLETS_TEST_ROLE_TEXT,
};

static gboolean
is_control (const VoletsTestThing *thing)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CONTROLS); i++)
    {
      if (thing->role == CONTROLS[i])
        return volets_test_thing_has (thing, VOLETS_TEST_STATE_FOCUSABLE);
    }

  return FALSE;
}

/* With everything that it is in. */
static gboolean
is_usable (GPtrArray             *things,
           const VoletsTestThing *thing)
{
  for (; thing->parent >= 0; thing = g_ptr_array_index (things, thing->parent))
    {
      if (!volets_test_thing_has (thing, VOLETS_TEST_STATE_SENSITIVE))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_said_twice (const char *name)
{
  gsize half = strlen (name) / 2;

  return strlen (name) % 2 == 1 && name[half] == ' '
         && strncmp (name, name + half + 1, half) == 0;
}

/* Without a name, GTK says what the thing is called in its sources. */
static void
assert_named (const VoletsTestThing *thing)
{
  if (*thing->name == '\0' || strchr (thing->name, '_') != NULL || is_said_twice (thing->name)
      || g_regex_match_simple ("^(Gtk|Adw|Volets)[A-Z][A-Za-z]+$", thing->name, 0, 0))
    g_error ("something of role %u is called « %s »", thing->role, thing->name);
}

/* Returns: (transfer full) (element-type utf8 utf8): the path and the name of each control that can
 * be used, but for those of the header bar: the Tab key passes by what closes the window.
 */
static GHashTable *
collect_controls (VoletsTestReader *reader)
{
  GPtrArray *things = volets_test_reader_list (reader);
  GHashTable *controls = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_below = FALSE;

  for (guint i = 0; i < things->len; i++)
    {
      const VoletsTestThing *thing = g_ptr_array_index (things, i);

      is_below |= thing->role == VOLETS_TEST_ROLE_HEADING;
      if (!is_control (thing))
        continue;
      assert_named (thing);
      if (!g_hash_table_add (names, thing->name))
        g_error ("two controls are called « %s »", thing->name);
      if (is_below && is_usable (things, thing))
        g_hash_table_insert (controls, g_strdup (thing->path), g_strdup (thing->name));
    }

  return controls;
}

/* Once round the whole window, back to where it began. */
static void
assert_reached (VoletsTestReader *reader,
                GHashTable       *controls)
{
  g_autofree char *first = g_strdup (volets_test_reader_get_focus (reader)->path);
  const VoletsTestThing *focus;
  GHashTableIter iter;
  gpointer name;

  do
    {
      volets_test_reader_press_tab (reader);
      focus = volets_test_reader_get_focus (reader);
      g_assert_nonnull (focus);
      assert_named (focus);
      g_hash_table_remove (controls, focus->path);
    }
  while (!g_str_equal (focus->path, first));

  g_hash_table_iter_init (&iter, controls);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_error ("the Tab key does not come to « %s »", (char *) name);
}

static void
assert_good_page (VoletsTestReader *reader)
{
  g_autoptr (GHashTable) controls = collect_controls (reader);

  assert_reached (reader, controls);
}

static void
open_step (VoletsTestReader *reader,
           guint             step)
{
  g_autofree char *heading = g_strdup_printf (_("Step %u of %u: %s"), step + 1, 8, STEPS[step]);

  if (step > 0)
    volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_Page_Down);
  volets_test_reader_wait (reader, VOLETS_TEST_ROLE_HEADING, heading);
}

static char *
find_example (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "examples", name, NULL);
}

static void
test_start_page (Fixture       *fixture,
                 gconstpointer  data)
{
  volets_test_session_start (fixture, NULL);
  volets_test_reader_wait (fixture->reader, VOLETS_TEST_ROLE_LIST, _("New Dossier"));
  assert_good_page (fixture->reader);
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = find_example ("ecole-de-village.volets");

  volets_test_session_start (fixture, path);
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    {
      open_step (fixture->reader, i);
      assert_good_page (fixture->reader);
    }
}

/* The example, with mistakes in it. */
static char *
spoil_example (Fixture *fixture)
{
  static const struct {
    const char *element;
    const char *value;
  } MISTAKES[] = {
    { "siret", "21290232400013" },
    { "courriel", "mairie" },
    { "uai", "0220001A" },
    { "commune", "84991" },
  };
  g_autofree char *example = find_example ("ecole-de-village.volets");
  char *path = g_build_filename (fixture->home, "faux.volets", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (example, &contents, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (MISTAKES); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("<%s>[^<[:space:]]+<", MISTAKES[i].element);
      g_autofree char *spoilt = g_strdup_printf ("<%s>%s<", MISTAKES[i].element,
                                                 MISTAKES[i].value);
      g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, &error);
      char *replaced = g_regex_replace_literal (regex, contents, -1, 0, spoilt, 0, &error);

      g_assert_no_error (error);
      g_free (contents);
      contents = replaced;
    }
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);

  return path;
}

/* With plain spaces, as the command line prints them. */
static char *
flatten_spaces (const char *text)
{
  g_autoptr (GRegex) spaces = g_regex_new ("[\\x{00a0}\\x{202f}]", 0, 0, NULL);

  return g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL);
}

/* What the command line says of @place. */
static char *
find_message (const char *output,
              const char *place)
{
  g_autofree char *marker = g_strdup_printf (" : erreur : %s : ", place);
  const char *message = strstr (output, marker);

  g_assert_nonnull (message);
  message += strlen (marker);

  return g_strndup (message, strcspn (message, "\n["));
}

/* What GTK 4.8 says is not what AT-SPI has for it. */
static gboolean
is_wrong (const VoletsTestThing *thing)
{
  return volets_test_thing_has (thing, VOLETS_TEST_STATE_INVALID_ENTRY)
         || volets_test_thing_has (thing, VOLETS_TEST_STATE_INVALID);
}

static void
assert_described (VoletsTestReader *reader,
                  guint             role,
                  const char       *name,
                  const char       *output,
                  const char       *place)
{
  const VoletsTestThing *thing = volets_test_reader_wait (reader, role, name);
  g_autofree char *heard = flatten_spaces (thing->description);
  g_autofree char *message = find_message (output, place);

  g_assert_cmpstr (heard, ==, message);
  g_assert_true (is_wrong (thing));
}

static void
test_mistakes (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = spoil_example (fixture);
  g_autofree char *uai = g_strdup_printf (_("%s, row %u"), _("UAI"), 1);
  g_autofree char *commune = g_strdup_printf (_("%s, row %u"), _("Commune"), 1);
  g_autofree char *choice = g_strdup_printf (_("%s: %s"), commune, "–");
  g_auto (VoletsTestRun) check = { 0 };

  volets_test_run (&check, "check", path, NULL);
  volets_test_session_start (fixture, path);
  open_step (fixture->reader, 0);
  assert_described (fixture->reader, VOLETS_TEST_ROLE_TEXT, _("SIRET"), check.output,
                    "demandeur/siret");
  assert_described (fixture->reader, VOLETS_TEST_ROLE_TEXT, _("E-mail"), check.output,
                    "demandeur/courriel");
  open_step (fixture->reader, 1);
  assert_described (fixture->reader, VOLETS_TEST_ROLE_TEXT, uai, check.output, "ecoles[1]/uai");
  assert_described (fixture->reader, VOLETS_TEST_ROLE_BUTTON, choice, check.output,
                    "ecoles[1]/commune");
}

/* What cannot be read never comes to the dossier: the field alone knows of it. */
static void
test_typed_mistake (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = find_example ("ecole-de-village.volets");
  const VoletsTestThing *thing;

  volets_test_session_start (fixture, path);
  open_step (fixture->reader, 0);
  volets_test_reader_tab_to (fixture->reader, VOLETS_TEST_ROLE_TEXT, _("Planned start"));
  volets_test_reader_type (fixture->reader, "demain");
  VOLETS_TEST_WAIT (strstr ((thing = volets_test_reader_get_focus (fixture->reader))->description,
                            "demain") != NULL);
  g_assert_nonnull (strstr (thing->description, "demain"));
  g_assert_cmpstr (thing->name, ==, _("Planned start"));
  g_assert_true (is_wrong (thing));
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                  \
  g_test_add (path, Fixture, NULL, volets_test_session_set_up, test,                     \
              volets_test_session_tear_down)

  ADD ("/e2e/names/the-start-page", test_start_page);
  ADD ("/e2e/names/each-step", test_steps);
  ADD ("/e2e/names/what-the-review-finds-is-heard-with-the-field", test_mistakes);
  ADD ("/e2e/names/what-is-typed-wrong-is-heard-with-the-field", test_typed_mistake);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_session_main (argc, argv, add_tests);
}
