/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/applicant.h"
#include "engine/call-reader.h"
#include "engine/call-store.h"
#include "engine/expense.h"
#include "engine/platform.h"

/* Reads the form of a platform out of the file of a call. What is malformed is refused in
 * tests/fixtures/bad-calls.
 */

static VoletsCall *
load_call (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "form-call.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VoletsCall *call;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  call = volets_call_read (bytes, &error);
  g_assert_no_error (error);
  return call;
}

static const VoletsPlatformField *
find_field (const GPtrArray *fields,
            const char      *id)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const VoletsPlatformField *field = g_ptr_array_index (fields, i);

      if (g_str_equal (field->id, id))
        return field;
    }

  g_error ("there is no field %s", id);
}

static void
test_where_it_is_and_which_files_it_takes (void)
{
  g_autoptr (VoletsCall) call = load_call ();
  const VoletsPlatform *platform = call->platform;
  g_autofree char *address = volets_platform_get_address (platform);

  g_assert_cmpstr (platform->name, ==, "Plateforme d’essai");
  g_assert_cmpstr (address, ==,
                   "https://plateforme.example/api/public/v1/demarches/123456/dossiers");
  g_assert_true (platform->decimal_point);
  g_assert_cmpstr (platform->provenance.note, ==, "Une plateforme inventée.");
  g_assert_cmpstr (platform->provenance.source->id, ==, "t");
  g_assert_cmpint (platform->max_file_size, ==, 1000000);
  g_assert_cmpint (platform->max_file_name, ==, 40);
  g_assert_cmpstr (platform->refused_signs, ==, "<>:;");
  g_assert_cmpstr (platform->files_provenance.note, ==, "Des limites inventées.");
  g_assert_cmpint (platform->files_provenance.certainty, ==, VOLETS_CERTAINTY_SECONDARY);
}

static void
test_fields_are_in_the_order_of_the_form (void)
{
  static const char *const IDS[] = {
    "1010", "102", "103", "104", "105", "106", "107", "108", "109", "110", "111", "200", "300",
    "401", "402", "501", "502", "50300", "504", "505", "601", "602",
  };
  g_autoptr (VoletsCall) call = load_call ();

  g_assert_cmpuint (call->platform->fields->len, ==, G_N_ELEMENTS (IDS));
  for (gsize i = 0; i < G_N_ELEMENTS (IDS); i++)
    {
      const VoletsPlatformField *field = g_ptr_array_index (call->platform->fields, i);

      g_assert_cmpstr (field->id, ==, IDS[i]);
    }
}

static void
test_each_field_says_what_it_takes (void)
{
  g_autoptr (VoletsCall) call = load_call ();
  const GPtrArray *fields = call->platform->fields;
  const VoletsPlatformField *siret = find_field (fields, "1010");
  const VoletsPlatformField *choice = find_field (fields, "102");
  const VoletsPlatformField *map = find_field (fields, "111");
  const VoletsPlatformField *lines = find_field (fields, "300");
  const VoletsPlatformField *line_total = find_field (lines->fields, "304");
  const VoletsPlatformField *subsidy = find_field (fields, "502");
  const VoletsPlatformField *file = find_field (fields, "602");
  const VoletsPlatformOption *option = g_ptr_array_index (choice->options, 1);

  g_assert_cmpint (siret->type, ==, VOLETS_PLATFORM_SIRET);
  g_assert_cmpstr (siret->label, ==, "Numéro SIRET");
  g_assert_cmpint (siret->origin, ==, VOLETS_ORIGIN_ANSWER);
  g_assert_cmpint (siret->section, ==, VOLETS_SECTION_APPLICANT);
  g_assert_cmpuint (siret->field, ==, VOLETS_APPLICANT_SIRET);

  g_assert_cmpint (choice->type, ==, VOLETS_PLATFORM_CHOICE);
  g_assert_cmpuint (choice->options->len, ==, 2);
  g_assert_cmpstr (option->value, ==, "epci");
  g_assert_cmpstr (option->label, ==, "Un EPCI à fiscalité propre");

  g_assert_cmpint (map->type, ==, VOLETS_PLATFORM_MANUAL);
  g_assert_cmpint (map->origin, ==, VOLETS_ORIGIN_NONE);

  g_assert_cmpint (lines->type, ==, VOLETS_PLATFORM_REPETITION);
  g_assert_cmpint (lines->section, ==, VOLETS_SECTION_EQUIPMENT);
  g_assert_cmpuint (lines->fields->len, ==, 4);
  g_assert_cmpuint (find_field (lines->fields, "302")->field, ==, VOLETS_EXPENSE_QUANTITY);
  g_assert_cmpint (find_field (lines->fields, "302")->section, ==, VOLETS_SECTION_EQUIPMENT);
  g_assert_cmpint (line_total->origin, ==, VOLETS_ORIGIN_FIGURE);
  g_assert_cmpint (line_total->figure, ==, VOLETS_FIGURE_EXPENSES_INCLUDING_TAX);

  g_assert_cmpint (subsidy->figure, ==, VOLETS_FIGURE_SUBSIDY);
  g_assert_true (subsidy->volet == g_ptr_array_index (call->volets, 0));
  g_assert_null (find_field (fields, "50300")->volet);

  g_assert_cmpint (file->origin, ==, VOLETS_ORIGIN_ATTACHMENT);
  g_assert_cmpstr (file->attachment->id, ==, "devis");
}

/* Nobody knows the form of a call that comes along: none may be made up. */
static void
test_no_call_that_comes_along_has_a_form (void)
{
  g_autoptr (VoletsCall) call = volets_call_store_find ("snee-2021");
  g_autofree char *address = volets_platform_get_address (call->platform);

  g_assert_cmpuint (call->platform->fields->len, ==, 0);
  g_assert_null (call->platform->procedure);
  g_assert_null (address);
  g_assert_cmpint (call->platform->max_file_size, ==, 200000000);
  g_assert_nonnull (call->platform->provenance.note);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/platform/where-it-is-and-which-files-it-takes",
                   test_where_it_is_and_which_files_it_takes);
  g_test_add_func ("/platform/fields-are-in-the-order-of-the-form",
                   test_fields_are_in_the_order_of_the_form);
  g_test_add_func ("/platform/each-field-says-what-it-takes",
                   test_each_field_says_what_it_takes);
  g_test_add_func ("/platform/no-call-that-comes-along-has-a-form",
                   test_no_call_that_comes_along_has_a_form);

  return g_test_run ();
}
