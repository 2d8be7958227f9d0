/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "page.h"
#include "session.h"
#include "support/program.h"
#include "waiting.h"

/* What each step says of itself: every control has a name, no two the same one, the Tab key comes
 * to all of them, and what is wrong with a field is heard with it.
 */

#define CALL "Appel à projets pour un socle numérique dans les écoles élémentaires"

typedef VoletsTestSession Fixture;

static const char *const STEPS[] = {
  "Collectivité", "Écoles", "Équipement", "Services", "Accompagnement", "Financement", "Pièces",
  "Dépôt",
};

/* Returns: (transfer full): what its heading says */
static char *
open_step (VoletsTestReader *reader,
           guint             step)
{
  if (step > 0)
    volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_Page_Down);

  return g_strdup_printf (_("Step %u of %u: %s"), step + 1, 8, STEPS[step]);
}

/* From the first one on, where the window is. */
static void
check_steps (VoletsTestReader *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    {
      g_autofree char *heading = open_step (reader, i);

      volets_test_page_check (reader, heading);
    }
}

static void
test_nothing_typed (Fixture       *fixture,
                    gconstpointer  data)
{
  volets_test_session_start (fixture, NULL);
  volets_test_page_check (fixture->reader, _("New Dossier"));

  volets_test_reader_tab_to (fixture->reader, VOLETS_TEST_ROLE_LIST_ITEM, CALL);
  volets_test_reader_press (fixture->reader, 0, GDK_KEY_Return);
  check_steps (fixture->reader);
}

/* Takes @contents: with @value in each element of that name. */
static char *
replace_values (char       *contents,
                const char *element,
                const char *value)
{
  g_autofree char *pattern = g_strdup_printf ("<%s>[^<[:space:]][^<]*<", element);
  g_autofree char *replacement = g_strdup_printf ("<%s>%s<", element, value);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, &error);
  char *replaced = g_regex_replace_literal (regex, contents, -1, 0, replacement, 0, &error);

  g_assert_no_error (error);
  g_free (contents);

  return replaced;
}

static char *
read_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", name,
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/* Takes @contents. */
static char *
write_dossier (Fixture *fixture,
               char    *contents)
{
  char *path = g_build_filename (fixture->home, "essai.volets", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  g_free (contents);

  return path;
}

/* An example, and files: one that is there, one that is not any more. */
static char *
write_with_files (Fixture *fixture)
{
  static const char FILES[] =
    "<pieces>"
    "<piece><reference>devis</reference><chemin>devis.pdf</chemin></piece>"
    "<piece><reference>devis</reference><chemin>perdu.pdf</chemin></piece>"
    "</pieces></dossier>";
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "documents", "locked.pdf", NULL);
  g_autofree char *copy = g_build_filename (fixture->home, "devis.pdf", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *example = read_example ("ecole-de-village.volets");
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (file, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (copy, bytes, (gssize) length, &error);
  g_assert_no_error (error);

  g_string_append (text, example);
  g_assert_cmpuint (g_string_replace (text, "</dossier>", FILES, 1), ==, 1);

  return write_dossier (fixture, g_string_free (g_steal_pointer (&text), FALSE));
}

static void
test_all_typed (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = write_with_files (fixture);

  volets_test_session_start (fixture, path);
  check_steps (fixture->reader);
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

static const VoletsTestThing *
find_thing (GPtrArray  *things,
            guint       role,
            const char *name)
{
  for (guint i = 0; i < things->len; i++)
    {
      const VoletsTestThing *thing = g_ptr_array_index (things, i);

      if (thing->role == role && g_str_equal (thing->name, name))
        return thing;
    }

  g_error ("nothing of role %u is called « %s »", role, name);
}

static void
assert_described (GPtrArray  *things,
                  guint       role,
                  const char *name,
                  const char *output,
                  const char *place)
{
  const VoletsTestThing *thing = find_thing (things, role, name);
  g_autofree char *heard = flatten_spaces (thing->description);
  g_autofree char *message = find_message (output, place);

  g_assert_cmpstr (heard, ==, message);
  g_assert_true (is_wrong (thing));
}

static void
test_many_rows (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = write_dossier (fixture, read_example ("syndicat-de-communes.volets"));

  volets_test_session_start (fixture, path);
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    {
      g_autofree char *heading = open_step (fixture->reader, i);

      volets_test_page_check_names (fixture->reader, heading);
    }
}

/* Of one of several rows where @row is not zero. */
static char *
name_field (const char *field,
            guint       row)
{
  return row > 0 ? g_strdup_printf (_("%s, row %u"), field, row) : g_strdup (field);
}

/* What is wrong in the dossier is heard with its field, in the words of the command line. */
static void
test_mistakes (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    guint       step;
    const char *name;
    guint       row;
    gboolean    is_choice;
    const char *place;
    const char *element;
    const char *value;
  } MISTAKES[] = {
    { 0, N_("SIRET"), 0, FALSE, "demandeur/siret", "siret", "21290232400013" },
    { 0, N_("Postal code"), 0, FALSE, "demandeur/codePostal", "codePostal", "849" },
    { 0, N_("E-mail"), 0, FALSE, "demandeur/courriel", "courriel", "mairie" },
    { 0, N_("E-mail of the person"), 0, FALSE, "demandeur/contactCourriel", "contactCourriel",
      "mairie" },
    { 0, N_("Postal code"), 1, FALSE, "communes[1]/codePostal", "codePostal", "849" },
    { 1, N_("UAI"), 1, FALSE, "ecoles[1]/uai", "uai", "0220001A" },
    { 1, N_("Commune"), 1, TRUE, "ecoles[1]/commune", "commune", "84991" },
  };
  g_auto (VoletsTestRun) check = { 0 };
  g_autofree char *path = NULL;
  char *contents = read_example ("ecole-de-village.volets");

  for (gsize i = 0; i < G_N_ELEMENTS (MISTAKES); i++)
    contents = replace_values (contents, MISTAKES[i].element, MISTAKES[i].value);
  path = write_dossier (fixture, contents);
  volets_test_run (&check, "check", path, NULL);

  volets_test_session_start (fixture, path);
  for (guint step = 0; step < G_N_ELEMENTS (STEPS); step++)
    {
      g_autofree char *heading = open_step (fixture->reader, step);
      GPtrArray *things = volets_test_page_check_names (fixture->reader, heading);

      for (gsize i = 0; i < G_N_ELEMENTS (MISTAKES); i++)
        {
          g_autofree char *name = name_field (_(MISTAKES[i].name), MISTAKES[i].row);
          g_autofree char *choice = g_strdup_printf (_("%s: %s"), name, "–");

          if (MISTAKES[i].step == step && MISTAKES[i].is_choice)
            assert_described (things, VOLETS_TEST_ROLE_BUTTON, choice, check.output,
                              MISTAKES[i].place);
          else if (MISTAKES[i].step == step)
            assert_described (things, VOLETS_TEST_ROLE_TEXT, name, check.output,
                              MISTAKES[i].place);
        }
    }
}

/* What cannot be read never comes to the dossier: the field alone knows of it. */
static void
type_wrong (VoletsTestReader *reader,
            const char       *name,
            const char       *text)
{
  const VoletsTestThing *thing;

  volets_test_reader_tab_to (reader, VOLETS_TEST_ROLE_TEXT, name);
  volets_test_reader_press (reader, GDK_CONTROL_MASK, GDK_KEY_a);
  volets_test_reader_type (reader, text);
  VOLETS_TEST_TRY ((thing = volets_test_reader_get_focus (reader)) != NULL
                   && strstr (thing->description, text) != NULL && is_wrong (thing));
  g_assert_nonnull (thing);
  g_assert_cmpstr (thing->name, ==, name);
  g_assert_nonnull (strstr (thing->description, text));
  g_assert_true (is_wrong (thing));
}

/* What is heard begins with what stands under the field. */
static void
assert_seen (VoletsTestReader *reader,
             const char       *name,
             const char       *text)
{
  GPtrArray *things = volets_test_reader_list (reader);
  const char *heard = find_thing (things, VOLETS_TEST_ROLE_TEXT, name)->description;

  for (guint i = 0; i < things->len; i++)
    {
      const VoletsTestThing *thing = g_ptr_array_index (things, i);

      if (thing->role == VOLETS_TEST_ROLE_LABEL && strstr (thing->name, text) != NULL
          && g_str_has_prefix (heard, thing->name))
        return;
    }

  g_error ("of « %s » one hears « %s », and sees nothing of it", name, heard);
}

static void
test_typed_mistakes (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct {
    guint       step;
    const char *name;
    guint       row;
    const char *typed;
  } MISTAKES[] = {
    { 0, N_("SIRET"), 0, "123" },
    { 0, N_("Postal code"), 0, "849" },
    { 0, N_("E-mail"), 0, "mairie" },
    { 0, N_("Planned start"), 0, "demain" },
    { 0, N_("Members in office"), 0, "beaucoup" },
    { 1, N_("UAI"), 1, "022" },
    { 1, N_("Pupils"), 1, "huit" },
    { 2, N_("Price excl. VAT"), 1, "gratuit" },
    { 5, N_("Own share voted by the council"), 0, "le reste" },
  };
  g_autofree char *path = write_dossier (fixture, read_example ("ecole-de-village.volets"));
  gsize i = 0;

  volets_test_session_start (fixture, path);
  for (guint step = 0; step < G_N_ELEMENTS (STEPS) && i < G_N_ELEMENTS (MISTAKES); step++)
    {
      g_autofree char *heading = open_step (fixture->reader, step);

      volets_test_reader_wait (fixture->reader, VOLETS_TEST_ROLE_HEADING, heading);
      for (; i < G_N_ELEMENTS (MISTAKES) && MISTAKES[i].step == step; i++)
        {
          g_autofree char *name = name_field (_(MISTAKES[i].name), MISTAKES[i].row);

          type_wrong (fixture->reader, name, MISTAKES[i].typed);
          if (MISTAKES[i].row == 0)
            assert_seen (fixture->reader, name, MISTAKES[i].typed);
        }
    }
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                  \
  g_test_add (path, Fixture, NULL, volets_test_session_set_up, test,                     \
              volets_test_session_tear_down)

  ADD ("/e2e/names/nothing-is-typed-yet", test_nothing_typed);
  ADD ("/e2e/names/all-is-typed", test_all_typed);
  ADD ("/e2e/names/many-rows", test_many_rows);
  ADD ("/e2e/names/what-the-review-finds-is-heard-with-the-field", test_mistakes);
  ADD ("/e2e/names/what-is-typed-wrong-is-heard-with-the-field", test_typed_mistakes);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_session_main (argc, argv, add_tests);
}
