/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier-xml.h"

#include <string.h>

#include "engine/attachment.h"
#include "support/samples.h"

typedef struct {
  VoletsSection section;
  guint         field;
} Field;

static const char *const NASTY[] = {
  "« L’école » \"droite\" 'simple' <b>&amp;</b> ]]>",
  " \n espaces \t autour \n ",
  "1\u202f234,56\u00a0€ e\u0301 👍🏽 a\u2028b\xc2\x85" "c",
};

/* What is left of a canonical form without the lines that say where an attachment is. */
static char *
remove_paths (const char *canonical)
{
  g_autoptr (GRegex) path = g_regex_new ("\n *<chemin>[^<]*</chemin>", G_REGEX_DEFAULT,
                                         G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (path, canonical, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
}

static void
assert_canonical (VoletsDossier *dossier)
{
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (dossier);
  g_autoptr (GBytes) bytes = volets_dossier_write (dossier);
  g_autofree char *canonical = volets_test_run_xmllint (bytes, "--c14n", NULL);
  g_autofree char *answers = remove_paths (canonical);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, answers, -1);

  g_assert_cmpstr (fingerprint, ==, expected);
}

static void
test_examples (void)
{
  g_auto (GStrv) names = volets_test_list_files ("data/examples", ".volets");

  if (!volets_test_has_xmllint ())
    return;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_test_load_example (names[i]);

      assert_canonical (dossier);
    }
}

static void
test_full_and_empty (void)
{
  g_autoptr (VoletsDossier) full = volets_test_new_full_dossier ();
  g_autoptr (VoletsDossier) empty = volets_dossier_new (NULL);

  if (!volets_test_has_xmllint ())
    return;

  assert_canonical (full);
  assert_canonical (empty);
}

static void
test_nasty_texts (void)
{
  if (!volets_test_has_xmllint ())
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (NASTY); i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();

      volets_record_set_text (volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT), 0,
                              NASTY[i]);
      assert_canonical (dossier);
    }
}

static void
test_same_answers (void)
{
  g_autoptr (VoletsDossier) first = volets_test_new_full_dossier ();
  g_autoptr (VoletsDossier) second = volets_test_new_full_dossier ();
  g_autoptr (GBytes) first_bytes = volets_dossier_write (first);
  g_autoptr (GBytes) second_bytes = NULL;
  g_autofree char *first_print = volets_dossier_get_fingerprint (first);
  g_autofree char *second_print = NULL;

  /* Changed and changed back, and asked twice. */
  volets_record_set_text (volets_dossier_get_record (second, VOLETS_SECTION_PROJECT), 0, "x");
  g_free (volets_dossier_get_fingerprint (second));
  volets_record_set_text (volets_dossier_get_record (second, VOLETS_SECTION_PROJECT), 0,
                          volets_record_get_text (
                            volets_dossier_get_record (first, VOLETS_SECTION_PROJECT), 0));
  second_bytes = volets_dossier_write (second);
  second_print = volets_dossier_get_fingerprint (second);
  volets_test_assert_same_bytes (first_bytes, second_bytes);
  g_assert_cmpstr (first_print, ==, second_print);
  g_assert_cmpuint (strlen (first_print), ==, 64);
}

static void
test_field_counts (gconstpointer data)
{
  const Field *field = data;
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  g_autofree char *before = volets_dossier_get_fingerprint (dossier);
  g_autofree char *after = NULL;

  volets_test_clear_field (volets_test_get_first_record (dossier, field->section), field->field);
  after = volets_dossier_get_fingerprint (dossier);
  g_assert_cmpstr (before, !=, after);
}

/* The same dossier, saved to another folder. */
static void
test_place_of_an_attachment_does_not_count (void)
{
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  VoletsRecord *attachment = volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, 0);
  g_autofree char *before = volets_dossier_get_fingerprint (dossier);
  g_autofree char *after = NULL;

  g_assert_true (volets_record_has (attachment, VOLETS_ATTACHMENT_PATH));
  volets_record_set_text (attachment, VOLETS_ATTACHMENT_PATH, "/ailleurs/devis.pdf");
  after = volets_dossier_get_fingerprint (dossier);
  g_assert_cmpstr (before, ==, after);
}

static void
test_order_counts (void)
{
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  GListStore *schools = volets_dossier_get_list (dossier, VOLETS_SECTION_SCHOOLS);
  g_autoptr (GObject) school = g_list_model_get_item (G_LIST_MODEL (schools), 0);
  g_autofree char *before = volets_dossier_get_fingerprint (dossier);
  g_autofree char *after = NULL;

  g_list_store_remove (schools, 0);
  g_list_store_append (schools, school);
  after = volets_dossier_get_fingerprint (dossier);
  g_assert_cmpstr (before, !=, after);
}

static void
test_call_counts (void)
{
  g_autoptr (VoletsDossier) dossier = volets_test_new_full_dossier ();
  g_autofree char *before = volets_dossier_get_fingerprint (dossier);
  g_autofree char *after = NULL;

  volets_dossier_set_call_id (dossier, "enir-2017");
  after = volets_dossier_get_fingerprint (dossier);
  g_assert_cmpstr (before, !=, after);
}

/* Fields must not run into one another: « ab » + « c » is not « a » + « bc ». */
static void
test_values_do_not_run_together (void)
{
  g_autoptr (VoletsDossier) first = volets_dossier_new (NULL);
  g_autoptr (VoletsDossier) second = volets_dossier_new (NULL);
  VoletsRecord *record;
  g_autofree char *first_print = NULL;
  g_autofree char *second_print = NULL;

  record = volets_dossier_get_record (first, VOLETS_SECTION_PROJECT);
  volets_record_set_text (record, 0, "ab</intitule>\n    <description>c");
  record = volets_dossier_get_record (second, VOLETS_SECTION_PROJECT);
  volets_record_set_text (record, 0, "ab");
  volets_record_set_text (record, 1, "c");
  first_print = volets_dossier_get_fingerprint (first);
  second_print = volets_dossier_get_fingerprint (second);
  g_assert_cmpstr (first_print, !=, second_print);
}

static void
add_field (VoletsSection section,
           guint         field,
           gpointer      user_data)
{
  const VoletsSectionInfo *info = volets_section_get_info (section);
  g_autoptr (VoletsRecordClass) klass = g_type_class_ref (info->get_type ());
  g_autofree char *path = g_strdup_printf ("/fingerprint/changes-with/%s/%s", info->element,
                                           klass->fields[field].element);
  Field where = { section, field };

  if (section == VOLETS_SECTION_ATTACHMENTS && field == VOLETS_ATTACHMENT_PATH)
    return;

  g_test_add_data_func_full (path, g_memdup2 (&where, sizeof where), test_field_counts, g_free);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fingerprint/xmllint-agrees-on-the-examples", test_examples);
  g_test_add_func ("/fingerprint/xmllint-agrees-on-every-field", test_full_and_empty);
  g_test_add_func ("/fingerprint/xmllint-agrees-on-nasty-texts", test_nasty_texts);
  g_test_add_func ("/fingerprint/same-answers-same-bytes", test_same_answers);
  g_test_add_func ("/fingerprint/stays-where-an-attachment-is-elsewhere",
                   test_place_of_an_attachment_does_not_count);
  g_test_add_func ("/fingerprint/changes-with-the-order-of-rows", test_order_counts);
  g_test_add_func ("/fingerprint/changes-with-the-call", test_call_counts);
  g_test_add_func ("/fingerprint/values-do-not-run-together", test_values_do_not_run_together);
  volets_test_foreach_field (add_field, NULL);

  return g_test_run ();
}
