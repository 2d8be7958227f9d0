/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/call-reader.h"

#include <string.h>

#include "engine/call-store.h"
#include "engine/field.h"
#include "engine/record.h"
#include "engine/section.h"
#include "engine/xml.h"
#include "support/calls.h"
#include "support/cases.h"

static VoletsCall *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return volets_call_read (bytes, error);
}

/* Replaces what has to be there, so that no case goes on without testing anything. */
static char *
replace_once (const char *text,
              const char *old,
              const char *new)
{
  const char *found = strstr (text, old);
  g_autofree char *before = NULL;

  g_assert_nonnull (found);
  before = g_strndup (text, (gsize) (found - text));

  return g_strconcat (before, new, found + strlen (old), NULL);
}

static void
test_refused (gconstpointer data)
{
  const char *const *columns = data;
  g_autofree char *text = volets_test_read_call_file (columns[0]);
  g_autofree char *broken = replace_once (text, columns[1], columns[2]);
  g_autoptr (VoletsCall) call = NULL;
  g_autoptr (GError) error = NULL;

  call = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (call);
  g_clear_pointer (&call, volets_call_unref);

  call = read_text (broken, &error);
  g_assert_null (call);
  g_assert_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID);
  if (strstr (error->message, columns[3]) == NULL)
    g_error ("« %s » is not in: %s", columns[3], error->message);
  g_assert_true (g_str_has_prefix (error->message, "ligne "));
}

static void
test_every_call_of_the_program_reads (void)
{
  g_auto (GStrv) ids = volets_call_store_list ();
  static const char *const EXPECTED[] = {
    "detr-78-2017", "enir-2017", "snee-2021", "tne-86-2022", NULL,
  };

  g_assert_cmpstrv (ids, EXPECTED);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (VoletsCall) call = volets_call_store_find (ids[i]);

      g_assert_nonnull (call);
      g_assert_cmpstr (call->id, ==, ids[i]);
      g_assert_cmpuint (call->volets->len, >=, 1);
    }
  g_assert_null (volets_call_store_find ("inconnu"));
  g_assert_null (volets_call_store_find ("../schemas/appel"));
  g_assert_null (volets_call_store_find (NULL));
}

static void
test_limit_is_looked_at_where_its_volet_is_unless_it_is_wider (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("essai-communes-bornees");
  static const struct {
    guint       volet;
    guint       ceiling;
    VoletsUnit  unit;
    VoletsLevel level;
    gboolean    on_subsidy;
  } CASES[] = {
    { 0, 0, VOLETS_UNIT_COMMUNE, VOLETS_LEVEL_COMMUNE, FALSE },
    { 0, 1, VOLETS_UNIT_COMMUNE, VOLETS_LEVEL_COMMUNE, TRUE },
    { 1, 0, VOLETS_UNIT_COMMUNE, VOLETS_LEVEL_COMMUNE, TRUE },
    { 2, 0, VOLETS_UNIT_COMMUNE, VOLETS_LEVEL_PROJECT, FALSE },
    { 2, 1, VOLETS_UNIT_SCHOOL, VOLETS_LEVEL_PROJECT, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const VoletsVolet *volet = g_ptr_array_index (call->volets, CASES[i].volet);
      const VoletsLimit *limit = g_ptr_array_index (volet->ceilings, CASES[i].ceiling);

      g_assert_cmpint (limit->unit, ==, CASES[i].unit);
      g_assert_cmpint (limit->level, ==, CASES[i].level);
      g_assert_cmpint (limit->on_subsidy, ==, CASES[i].on_subsidy);
    }
}

static void
test_rules_are_read_as_they_stand (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("essai-ecole-par-ecole");
  const VoletsVolet *equipment = g_ptr_array_index (call->volets, 0);
  const VoletsVolet *services = g_ptr_array_index (call->volets, 1);
  const VoletsLimit *by_class = g_ptr_array_index (equipment->ceilings, 0);
  const VoletsLimit *by_pupil = g_ptr_array_index (services->ceilings, 0);
  const VoletsBracket *first = g_ptr_array_index (equipment->brackets, 0);
  const VoletsBracket *last = g_ptr_array_index (equipment->brackets, 2);
  const VoletsRequirement *requirement = g_ptr_array_index (call->requirements, 0);

  g_assert_true (equipment->takes_equipment && !equipment->takes_services);
  g_assert_true (services->takes_services && !services->takes_equipment);
  g_assert_cmpint (equipment->level, ==, VOLETS_LEVEL_COMMUNE);
  g_assert_true (!equipment->shared_by_pupils && services->shared_by_pupils);
  g_assert_cmpint (by_class->level, ==, VOLETS_LEVEL_SCHOOL);
  g_assert_cmpint (by_class->amount, ==, 350000);
  g_assert_false (by_class->equipped_only);
  g_assert_true (by_pupil->equipped_only);
  g_assert_false (equipment->whole);
  g_assert_cmpint (first->up_to, ==, 2000000);
  g_assert_cmpint (first->rate, ==, 7000);
  g_assert_cmpint (last->up_to, ==, VOLETS_UNSET);
  g_assert_cmpint (requirement->section, ==, VOLETS_SECTION_PROJECT);
  g_assert_true (requirement->blocking);
  g_assert_true (call->tax_included);
  g_assert_cmpint (call->min_own_share, ==, VOLETS_UNSET);
  g_assert_cmpint (call->max_population, ==, VOLETS_UNSET);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  volets_test_add_cases ("/calls/refused", "subsidy-refused-calls.tsv", 4, test_refused);
  g_test_add_func ("/calls/every-call-of-the-program-reads", test_every_call_of_the_program_reads);
  g_test_add_func ("/calls/limit-is-looked-at-where-its-volet-is-unless-it-is-wider",
                   test_limit_is_looked_at_where_its_volet_is_unless_it_is_wider);
  g_test_add_func ("/calls/rules-are-read-as-they-stand", test_rules_are_read_as_they_stand);

  return g_test_run ();
}
