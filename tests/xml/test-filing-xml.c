/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/filing-xml.h"

#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/money.h"
#include "engine/xml.h"
#include "support/samples.h"

#define VAISON "vaison-la-romaine.volets"

typedef struct {
  VoletsSection section;
  guint         field;
} Field;

static GBytes *
file_dossier (VoletsDossier  *dossier,
              GError        **error)
{
  g_autoptr (VoletsCall) call = volets_call_store_find (volets_dossier_get_call_id (dossier));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (VoletsSubsidy) subsidy = volets_subsidy_compute (call, dossier, &local_error);

  g_assert_no_error (local_error);
  return volets_filing_write (dossier, subsidy, error);
}

static GBytes *
file_example (const char *name)
{
  g_autoptr (VoletsDossier) dossier = volets_test_load_example (name);
  g_autoptr (GError) error = NULL;
  GBytes *filing = file_dossier (dossier, &error);

  g_assert_no_error (error);
  return filing;
}

/* The examples, and every optional part that they leave out. */
static VoletsDossier *
make_complete_dossier (void)
{
  VoletsDossier *dossier = volets_test_load_example (VAISON);
  static const struct {
    VoletsSection section;
    guint         field;
    const char   *value;
  } ANSWERS[] = {
    { VOLETS_SECTION_FUNDING, 0, "17150.00" },
    { VOLETS_SECTION_FUNDERS, 0, "Fondation" },
    { VOLETS_SECTION_FUNDERS, 1, "prive" },
    { VOLETS_SECTION_FUNDERS, 2, "100.00" },
    { VOLETS_SECTION_FUNDERS, 3, "accorde" },
    { VOLETS_SECTION_FUNDERS, 4, "2021-02-01" },
    { VOLETS_SECTION_ATTACHMENTS, 0, "devis" },
    { VOLETS_SECTION_ATTACHMENTS, 1, "/home/mairie/Devis n° 1.pdf" },
    { VOLETS_SECTION_ATTACHMENTS, 2, "123456" },
    { VOLETS_SECTION_ATTACHMENTS, 3,
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  };

  volets_dossier_append (dossier, VOLETS_SECTION_FUNDERS);
  volets_dossier_append (dossier, VOLETS_SECTION_ATTACHMENTS);
  for (gsize i = 0; i < G_N_ELEMENTS (ANSWERS); i++)
    {
      g_autoptr (GError) error = NULL;

      volets_record_parse (volets_test_get_first_record (dossier, ANSWERS[i].section),
                           ANSWERS[i].field, ANSWERS[i].value, &error);
      g_assert_no_error (error);
    }

  return dossier;
}

static void
test_xmllint_agrees (gconstpointer data)
{
  g_autoptr (GBytes) filing = file_example (data);
  g_autofree char *schema = volets_test_get_data_path ("data/schemas", "depot.xsd");
  g_autofree char *output = NULL;

  if (volets_test_has_xmllint ())
    output = volets_test_run_xmllint (filing, "--schema", schema);
}

static void
test_opens_again (gconstpointer data)
{
  g_autoptr (VoletsDossier) dossier = volets_test_load_example (data);
  g_autoptr (GBytes) filing = file_example (data);
  g_autofree char *stated = NULL;
  g_autofree char *fingerprint = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) again = volets_dossier_read (filing, &stated, &error);
  g_autoptr (GBytes) working = NULL;
  g_autoptr (GBytes) working_again = NULL;
  g_autoptr (GBytes) filing_again = NULL;

  g_assert_no_error (error);
  volets_test_assert_same_answers (dossier, again);
  working = volets_dossier_write (dossier);
  working_again = volets_dossier_write (again);
  volets_test_assert_same_bytes (working, working_again);
  fingerprint = volets_dossier_get_fingerprint (again);
  g_assert_cmpstr (stated, ==, fingerprint);
  filing_again = file_dossier (again, &error);
  g_assert_no_error (error);
  volets_test_assert_same_bytes (filing, filing_again);
}

static const VoletsXmlNode *
find_child (const VoletsXmlNode *node,
            const char          *name)
{
  for (node = volets_xml_node_get_first_child (node); node != NULL;
       node = volets_xml_node_get_next (node))
    {
      if (g_str_equal (volets_xml_node_get_name (node), name))
        return node;
    }

  g_error ("there is no <%s>", name);
}

static gint64
get_amount (const VoletsXmlNode *node,
            const char          *name)
{
  g_autofree char *text = volets_xml_node_get_text (find_child (node, name));
  g_autoptr (GError) error = NULL;
  gint64 amount;

  volets_money_parse (text, &amount, &error);
  g_assert_no_error (error);

  return amount;
}

/* What the children called @list of @node have under @name, added up. */
static gint64
add_up (const VoletsXmlNode *node,
        const char          *list,
        const char          *name)
{
  gint64 sum = 0;

  for (node = volets_xml_node_get_first_child (node); node != NULL;
       node = volets_xml_node_get_next (node))
    {
      if (g_str_equal (volets_xml_node_get_name (node), list))
        sum += get_amount (node, name);
    }

  return sum;
}

static VoletsXml *
parse_filing (GBytes *filing)
{
  g_autoptr (GError) error = NULL;
  VoletsXml *xml = volets_xml_parse (filing, &error);

  g_assert_no_error (error);
  return xml;
}

/* What a reader of the file can check with a pencil. The calls of the examples limit nothing but
 * expense, and nothing wider than a commune.
 */
static void
test_figures_add_up (gconstpointer data)
{
  static const char *const TOTALS[] = { "eligible", "retenu", "subvention" };
  g_autoptr (GBytes) filing = file_example (data);
  g_autoptr (VoletsXml) xml = parse_filing (filing);
  const VoletsXmlNode *result = find_child (volets_xml_get_root (xml), "resultat");

  for (gsize i = 0; i < G_N_ELEMENTS (TOTALS); i++)
    g_assert_cmpint (get_amount (result, TOTALS[i]), ==, add_up (result, "volet", TOTALS[i]));
  g_assert_cmpint (get_amount (result, "declare"), ==, add_up (result, "volet", "declare"));
  g_assert_cmpint (get_amount (result, "totalTTC"), ==,
                   get_amount (result, "totalHT") + get_amount (result, "totalTVA"));
  g_assert_cmpint (get_amount (result, "declare"), ==,
                   get_amount (result, "subvention") + get_amount (result, "autresPublics")
                     + get_amount (result, "prives") + get_amount (result, "partDemandeur"));

  for (const VoletsXmlNode *volet = volets_xml_node_get_first_child (result); volet != NULL;
       volet = volets_xml_node_get_next (volet))
    {
      if (!g_str_equal (volets_xml_node_get_name (volet), "volet"))
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (TOTALS); i++)
        g_assert_cmpint (get_amount (volet, TOTALS[i]), ==, add_up (volet, "calcul", TOTALS[i]));
      for (const VoletsXmlNode *unit = find_child (volet, "calcul"); unit != NULL;
           unit = volets_xml_node_get_next (unit))
        {
          gint64 cut = add_up (unit, "plafond", "ecrete");

          g_assert_cmpint (get_amount (unit, "eligible") - cut, ==, get_amount (unit, "retenu"));
          g_assert_cmpint (get_amount (unit, "subvention"), ==,
                           add_up (unit, "tranche", "montant"));
          if (add_up (unit, "tranche", "montant") > 0)
            g_assert_cmpint (get_amount (unit, "retenu"), ==, add_up (unit, "tranche", "base"));
        }
    }
}

/* The award that was really made: 38 250 € for 55 500 €. */
static void
test_vaison (void)
{
  g_autoptr (GBytes) filing = file_example (VAISON);
  g_autoptr (VoletsXml) xml = parse_filing (filing);
  const VoletsXmlNode *result = find_child (volets_xml_get_root (xml), "resultat");
  const VoletsXmlNode *equipment = find_child (result, "volet");
  const VoletsXmlNode *services = volets_xml_node_get_next (equipment);
  g_autofree char *services_id = volets_xml_node_get_attribute (services, "id");

  g_assert_cmpint (get_amount (result, "declare"), ==, 5550000);
  g_assert_cmpint (get_amount (result, "subvention"), ==, 3825000);
  g_assert_cmpint (get_amount (equipment, "subvention"), ==, 3675000);
  g_assert_cmpstr (services_id, ==, "services");
  g_assert_cmpint (get_amount (services, "subvention"), ==, 150000);
  g_assert_cmpint (get_amount (result, "partDemandeur"), ==, 1725000);
}

static void
test_complete (void)
{
  g_autoptr (VoletsDossier) dossier = make_complete_dossier ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) filing = file_dossier (dossier, &error);
  g_autoptr (VoletsDossier) again = NULL;
  g_autofree char *schema = volets_test_get_data_path ("data/schemas", "depot.xsd");
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  again = volets_dossier_read (filing, NULL, &error);
  g_assert_no_error (error);
  volets_test_assert_same_answers (dossier, again);
  if (volets_test_has_xmllint ())
    output = volets_test_run_xmllint (filing, "--schema", schema);
}

/* The table of fields and data/schemas/depot.xsd say alike what a filing cannot do without. */
static void
test_one_missing (gconstpointer data)
{
  const Field *field = data;
  g_autoptr (VoletsDossier) dossier = make_complete_dossier ();
  VoletsRecord *record = volets_test_get_first_record (dossier, field->section);
  const VoletsField *known = &volets_record_get_fields (record, NULL)[field->field];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) filing = NULL;

  /* The expenses of this school would be left without one. */
  if (known->kind == VOLETS_FIELD_ID)
    {
      g_list_store_remove_all (volets_dossier_get_list (dossier, VOLETS_SECTION_EQUIPMENT));
      g_list_store_remove_all (volets_dossier_get_list (dossier, VOLETS_SECTION_SERVICE_LINES));
    }
  volets_test_clear_field (record, field->field);
  filing = file_dossier (dossier, &error);
  if (!known->required)
    {
      g_assert_no_error (error);
      return;
    }

  g_assert_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID);
  g_assert_null (filing);
  g_assert_true (g_str_has_prefix (error->message, "ligne "));
}

static void
test_nothing_to_file (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) filing = file_dossier (dossier, &error);

  g_assert_null (filing);
  g_assert_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID);
}

/* Somebody changed an answer in the file: its fingerprint tells. */
static void
test_tampered (void)
{
  g_autoptr (GBytes) filing = file_example (VAISON);
  gsize size;
  const char *data = g_bytes_get_data (filing, &size);
  g_autoptr (GString) text = g_string_new_len (data, (gssize) size);
  g_autoptr (GBytes) tampered = NULL;
  g_autoptr (VoletsDossier) dossier = NULL;
  g_autofree char *stated = NULL;
  g_autofree char *fingerprint = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, "<classes>8</classes>", "<classes>9</classes>", 0), ==,
                    1);
  tampered = g_bytes_new (text->str, text->len);
  dossier = volets_dossier_read (tampered, &stated, &error);
  g_assert_no_error (error);
  fingerprint = volets_dossier_get_fingerprint (dossier);
  g_assert_cmpstr (stated, !=, fingerprint);
}

static void
add_field (VoletsSection section,
           guint         field,
           gpointer      user_data)
{
  const VoletsSectionInfo *info = volets_section_get_info (section);
  g_autoptr (VoletsRecordClass) klass = g_type_class_ref (info->get_type ());
  g_autofree char *path = g_strdup_printf ("/filing-xml/%s/%s/%s",
                                           klass->fields[field].required ? "required" : "optional",
                                           info->element, klass->fields[field].element);
  Field where = { section, field };

  g_test_add_data_func_full (path, g_memdup2 (&where, sizeof where), test_one_missing, g_free);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char    *name;
    GTestDataFunc  test;
  } TESTS[] = {
    { "xmllint-agrees", test_xmllint_agrees },
    { "opens-again-with-nothing-lost", test_opens_again },
    { "figures-add-up", test_figures_add_up },
  };
  g_auto (GStrv) examples = NULL;

  g_test_init (&argc, &argv, NULL);

  examples = volets_test_list_files ("data/examples", ".volets");
  for (guint i = 0; examples[i] != NULL; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (TESTS); j++)
        {
          g_autofree char *path = g_strdup_printf ("/filing-xml/%s/%s", TESTS[j].name, examples[i]);

          g_test_add_data_func (path, examples[i], TESTS[j].test);
        }
    }
  g_test_add_func ("/filing-xml/vaison-gets-what-it-got", test_vaison);
  g_test_add_func ("/filing-xml/complete", test_complete);
  g_test_add_func ("/filing-xml/nothing-to-file", test_nothing_to_file);
  g_test_add_func ("/filing-xml/tampered-with", test_tampered);
  volets_test_foreach_field (add_field, NULL);

  return g_test_run ();
}
