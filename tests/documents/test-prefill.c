/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "act.h"
#include "documents/exports.h"
#include "documents/prefill.h"
#include "engine/applicant.h"
#include "engine/call-store.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/project.h"
#include "engine/school.h"

/* Reads the JSON back as the platform does: keys by their numbers. */

#define DAY "2021-03-15"

static void
set_up (Act           *act,
        gconstpointer  data)
{
  act_load_form (act);
}

static void
tear_down (Act           *act,
           gconstpointer  data)
{
  act_clear (act);
}

static GBytes *
make (Act *act)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = volets_prefill_make (act->dossier, act->subsidy, DAY, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
append_object (GString    *lines,
               const char *place,
               JsonObject *object);

/* « 204=120 », « 104=[29000,29232] », « 200/1/204=120 » */
static void
append_value (GString    *lines,
              const char *place,
              JsonNode   *node)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_VALUE (node))
    {
      g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_STRING);
      g_string_append_printf (lines, "%s=%s\n", place, json_node_get_string (node));
      return;
    }

  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
  array = json_node_get_array (node);
  if (JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 0)))
    {
      g_assert_cmpuint (json_array_get_length (array), ==, 2);
      g_string_append_printf (lines, "%s=[%s,%s]\n", place,
                              json_array_get_string_element (array, 0),
                              json_array_get_string_element (array, 1));
      return;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *row = g_strdup_printf ("%s/%u/", place, i + 1);

      append_object (lines, row, json_array_get_object_element (array, i));
    }
}

static void
append_object (GString    *lines,
               const char *place,
               JsonObject *object)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      g_autofree char *id = NULL;
      g_autofree char *field = NULL;
      gsize length;
      guchar *decoded;

      g_assert_true (g_str_has_prefix (key, "champ_"));
      decoded = g_base64_decode (key + strlen ("champ_"), &length);
      id = g_strndup ((char *) decoded, length);
      g_free (decoded);
      g_assert_true (g_str_has_prefix (id, "Champ-"));
      field = g_strconcat (place, id + strlen ("Champ-"), NULL);
      append_value (lines, field, node);
    }
}

/* All that is in the JSON, a line each, in its order. */
static char *
describe (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  GString *lines = g_string_new (NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  json_parser_load_from_data (parser, data, (gssize) size, &error);
  g_assert_no_error (error);
  append_object (lines, "", json_node_get_object (json_parser_get_root (parser)));
  return g_string_free (lines, FALSE);
}

/* What the fixtures ask for, worked out by hand: 5 × 1 234,56 € at 20 %, 1 000 € at 5,5 % and 500 €
 * at 20 %; 70 % of 8 462,36 € and 50 % of 600 €.
 */
static const char EXPECTED[] =
  "1010=20006812000019\n"
  "102=Un EPCI à fiscalité propre\n"
  "103=[29,200068120]\n"
  "104=[29000,29232]\n"
  "105=contact@groupement.example\n"
  "106=02 98 00 00 00\n"
  "107=true\n"
  "108=Équiper les classes d’« écrans » ; à 70 % : l'essentiel.\nPuis le reste.\n"
  "109=2021-09-01\n"
  "110=2022-08-31\n"
  "200/1/202=École des Tilleuls\n"
  "200/1/203=[29000,29232]\n"
  "200/1/204=120\n"
  "200/2/202=École du Port\n"
  "200/2/203=[29000,29232]\n"
  "200/2/204=45\n"
  "300/1/301=Écran interactif\n"
  "300/1/302=5\n"
  "300/1/303=20\n"
  "300/1/304=7407.36\n"
  "300/2/301=Câblage\n"
  "300/2/302=1\n"
  "300/2/303=5.5\n"
  "300/2/304=1055.00\n"
  "401=Achat d’un ENT\n"
  "402=7\n"
  "501=9062.36\n"
  "502=5923.65\n"
  "50300=6223.65\n"
  "504=2838.71\n"
  "505=7\n";

static void
test_every_type (Act           *act,
                 gconstpointer  data)
{
  g_autoptr (GBytes) bytes = make (act);
  g_autofree char *text = describe (bytes);
  g_auto (GStrv) left_out = volets_prefill_list_left_out (act->dossier, act->subsidy, DAY);

  g_assert_cmpstr (text, ==, EXPECTED);
  g_assert_cmpuint (g_strv_length (left_out), ==, 0);
}

static void
test_same_answers_same_bytes (Act           *act,
                              gconstpointer  data)
{
  g_autoptr (GBytes) first = make (act);
  g_autoptr (GBytes) second = make (act);

  g_assert_true (g_bytes_equal (first, second));
}

/* Another reader than the one that JSON-GLib is to its own writer. */
static void
test_python_reads_the_same (Act           *act,
                            gconstpointer  data)
{
  static const char SCRIPT[] =
    "import base64, json, sys\n"
    "def show(place, value):\n"
    "  if isinstance(value, str): print(f'{place}={value}')\n"
    "  elif isinstance(value[0], str): print(f'{place}=[{value[0]},{value[1]}]')\n"
    "  else:\n"
    "    for n, row in enumerate(value, 1): walk(f'{place}/{n}/', row)\n"
    "def walk(place, members):\n"
    "  for key, value in members.items():\n"
    "    kind, coded = key.split('_', 1)\n"
    "    name, number = base64.b64decode(coded, validate=True).decode('ascii').split('-')\n"
    "    assert (kind, name) == ('champ', 'Champ')\n"
    "    show(place + number, value)\n"
    "sys.stdout.reconfigure(encoding='utf-8')\n"
    "walk('', json.loads(sys.stdin.buffer.read().decode('utf-8')))\n";
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autoptr (GBytes) bytes = make (act);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text;

  if (python == NULL)
    {
      g_test_skip ("python3 is not there to read the JSON");
      return;
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, python, "-c", SCRIPT, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, bytes, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  text = g_bytes_get_data (output, &size);
  g_assert_cmpmem (text, size, EXPECTED, strlen (EXPECTED));
}

static void
assert_left_out (Act        *act,
                 const char *line,
                 const char *sentence)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *member = NULL;
  g_auto (GStrv) left_out = NULL;
  gboolean is_told = FALSE;

  act_compute (act);
  bytes = make (act);
  text = describe (bytes);
  member = g_strconcat ("\n", line, "=", NULL);
  if (strstr (text, member) != NULL)
    g_error ("%s is in the JSON:\n%s", line, text);

  left_out = volets_prefill_list_left_out (act->dossier, act->subsidy, DAY);
  for (guint i = 0; left_out[i] != NULL; i++)
    is_told = is_told || g_str_has_prefix (left_out[i], sentence);
  if (!is_told)
    {
      g_autofree char *told = g_strjoinv ("\n", left_out);

      g_error ("« %s » is not in:\n%s", sentence, told);
    }
}

static void
test_wrong_answers_are_left_out (Act           *act,
                                 gconstpointer  data)
{
  volets_record_set_text (act_get (act, VOLETS_SECTION_APPLICANT), VOLETS_APPLICANT_EMAIL,
                          "contact@");
  assert_left_out (act, "105", "« Courriel » n’est pas prérempli. « contact@ »");

  /* A doubt for the review, but the platform would drop it. */
  volets_record_set_text (act_get (act, VOLETS_SECTION_APPLICANT), VOLETS_APPLICANT_PHONE, "0298");
  assert_left_out (act, "106", "« Téléphone » n’est pas prérempli. « 0298 »");

  volets_record_set_text (act_get (act, VOLETS_SECTION_PROJECT),
                          VOLETS_PROJECT_END_DATE, "2020-01-01");
  assert_left_out (act, "110", "« Fin » n’est pas prérempli. ");

  volets_record_set_text (volets_dossier_get_row (act->dossier, VOLETS_SECTION_COMMUNES, 0),
                          VOLETS_COMMUNE_POSTAL_CODE, "2900");
  assert_left_out (act, "104", "« Commune du projet » n’est pas prérempli. ");
  assert_left_out (act, "200/2/203", "Écoles 2 : « Commune » n’est pas prérempli. ");
}

static void
test_missing_answers_are_left_out (Act           *act,
                                   gconstpointer  data)
{
  VoletsRecord *school = volets_dossier_get_row (act->dossier, VOLETS_SECTION_SCHOOLS, 1);
  VoletsRecord *commune = volets_dossier_get_row (act->dossier, VOLETS_SECTION_COMMUNES, 0);

  volets_record_set_text (act_get (act, VOLETS_SECTION_APPLICANT), VOLETS_APPLICANT_SIRET, NULL);
  assert_left_out (act, "1010", "« Numéro SIRET » n’est pas prérempli. « SIRET » est à ");
  volets_record_set_number (act_get (act, VOLETS_SECTION_APPLICANT),
                            VOLETS_APPLICANT_SWORN_STATEMENT, FALSE);
  volets_record_set_number (school, VOLETS_SCHOOL_PUPILS, VOLETS_UNSET);
  assert_left_out (act, "200/2/204", "Écoles 2 : « Élèves » n’est pas prérempli. ");
  volets_record_set_text (commune, VOLETS_COMMUNE_POSTAL_CODE, NULL);
  assert_left_out (act, "104", "« Commune du projet » n’est pas prérempli. Le code postal ");
}

/* A figure made of errors is no figure, and what one line costs is only wrong with that line. */
static void
test_figures_wait_for_the_errors (Act           *act,
                                  gconstpointer  data)
{
  VoletsRecord *line = volets_dossier_get_row (act->dossier, VOLETS_SECTION_EQUIPMENT, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  volets_record_set_number (line, VOLETS_EXPENSE_QUANTITY, VOLETS_UNSET);
  assert_left_out (act, "501", "« Coût total » n’est pas prérempli. Le calcul attend une ");
  assert_left_out (act, "50300", "« Subvention demandée » n’est pas prérempli. ");
  assert_left_out (act, "300/2/304", "Dépenses 2 : « Montant TTC » n’est pas prérempli. ");
  bytes = make (act);
  text = describe (bytes);
  g_assert_nonnull (strstr (text, "\n300/1/304=7407.36\n"));
}

static void
test_one_question_for_several_communes (Act           *act,
                                        gconstpointer  data)
{
  VoletsRecord *commune = volets_dossier_append (act->dossier, VOLETS_SECTION_COMMUNES);

  volets_record_set_text (commune, VOLETS_COMMUNE_INSEE, "29019");
  volets_record_set_text (commune, VOLETS_COMMUNE_NAME, "Brest");
  volets_record_set_text (commune, VOLETS_COMMUNE_POSTAL_CODE, "29200");
  assert_left_out (act, "104", "« Commune du projet » n’est pas prérempli. Le dossier a 2 ");
}

static void
test_a_menu_without_the_answer (Act           *act,
                                gconstpointer  data)
{
  volets_record_set_number (act_get (act, VOLETS_SECTION_APPLICANT), VOLETS_APPLICANT_KIND,
                            VOLETS_APPLICANT_KIND_SYNDICAT);
  assert_left_out (act, "102", "« Vous êtes » n’est pas prérempli. ");
}

static void
test_a_commune_is_no_grouping (Act           *act,
                               gconstpointer  data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  volets_record_set_number (act_get (act, VOLETS_SECTION_APPLICANT), VOLETS_APPLICANT_KIND,
                            VOLETS_APPLICANT_KIND_COMMUNE);
  bytes = make (act);
  text = describe (bytes);
  g_assert_nonnull (strstr (text, "\n102=Une commune\n"));
  g_assert_null (strstr (text, "\n103="));
}

static void
test_a_call_without_a_form_says_so (void)
{
  g_autoptr (VoletsCall) call = volets_call_store_find ("snee-2021");
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_autoptr (VoletsSubsidy) subsidy = volets_subsidy_compute (call, dossier, NULL);
  g_autofree char *sentence = volets_prefill_explain_missing (dossier, subsidy);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (sentence, "L’appel « AAP SNEE » ne donne pas les champs"));
  g_assert_null (volets_prefill_make (dossier, subsidy, DAY, &error));
  g_assert_error (error, VOLETS_EXPORT_ERROR, VOLETS_EXPORT_ERROR_MISSING);
  g_assert_cmpstr (error->message, ==, sentence);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Act, NULL, set_up, function, tear_down)
  ADD ("/prefill/every-type", test_every_type);
  ADD ("/prefill/same-answers-same-bytes", test_same_answers_same_bytes);
  ADD ("/prefill/python-reads-the-same", test_python_reads_the_same);
  ADD ("/prefill/wrong-answers-are-left-out", test_wrong_answers_are_left_out);
  ADD ("/prefill/missing-answers-are-left-out", test_missing_answers_are_left_out);
  ADD ("/prefill/figures-wait-for-the-errors", test_figures_wait_for_the_errors);
  ADD ("/prefill/one-question-for-several-communes", test_one_question_for_several_communes);
  ADD ("/prefill/a-menu-without-the-answer", test_a_menu_without_the_answer);
  ADD ("/prefill/a-commune-is-no-grouping", test_a_commune_is_no_grouping);
  g_test_add_func ("/prefill/a-call-without-a-form-says-so", test_a_call_without_a_form_says_so);

  return g_test_run ();
}
