/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>
#include <zip.h>

#include "engine/project.h"
#include "support/samples.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

/* Where the type is for whoever looks at the first bytes of the file. */
#define MIME_TYPE_OFFSET 38

static const char *const NAMES[] = {
  "mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml",
};

static zip_t *
open_zip (GBytes *bytes)
{
  zip_source_t *source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL),
                                                   g_bytes_get_size (bytes), 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);

  g_assert_nonnull (zip);
  return zip;
}

static GBytes *
read_entry (GBytes     *bytes,
            const char *name)
{
  zip_t *zip = open_zip (bytes);
  zip_file_t *file = zip_fopen (zip, name, 0);
  zip_stat_t stat;
  char *data;

  g_assert_nonnull (file);
  g_assert_cmpint (zip_stat (zip, name, 0, &stat), ==, 0);
  data = g_malloc (stat.size);
  g_assert_cmpint (zip_fread (file, data, stat.size), ==, (zip_int64_t) stat.size);
  zip_fclose (file);
  zip_discard (zip);

  return g_bytes_new_take (data, stat.size);
}

static xmlDocPtr
parse_entry (GBytes     *bytes,
             const char *name)
{
  g_autoptr (GBytes) entry = read_entry (bytes, name);
  xmlDocPtr doc = xmlReadMemory (g_bytes_get_data (entry, NULL), (int) g_bytes_get_size (entry),
                                 name, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

/* --- What the file is made of --- */

static void
test_the_type_is_where_odf_wants_it (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *data;
  gsize size;
  zip_t *zip;

  act_load (&act, "vaison-la-romaine");
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (size, >, MIME_TYPE_OFFSET + strlen (MIME_TYPE));
  g_assert_cmpmem (data, 4, "PK\x03\x04", 4);
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + MIME_TYPE_OFFSET, strlen (MIME_TYPE), MIME_TYPE, strlen (MIME_TYPE));

  /* No flag that says that the size comes later, and no extra field, of any entry. */
  g_assert_cmpuint (data[6] & 0x08, ==, 0);
  zip = open_zip (bytes);
  g_assert_cmpint (zip_get_num_entries (zip, 0), ==, G_N_ELEMENTS (NAMES));
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      zip_stat_t stat;

      g_assert_cmpstr (zip_get_name (zip, i, 0), ==, NAMES[i]);
      g_assert_cmpint (zip_file_extra_fields_count (zip, i, ZIP_FL_LOCAL), ==, 0);
      g_assert_cmpint (zip_file_extra_fields_count (zip, i, ZIP_FL_CENTRAL), ==, 0);
      g_assert_cmpint (zip_stat_index (zip, i, 0, &stat), ==, 0);
      g_assert_cmpint (stat.comp_method, ==, i == 0 ? ZIP_CM_STORE : ZIP_CM_DEFLATE);
    }
  zip_discard (zip);
}

static void
test_all_xml_is_well_formed (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  act_load (&act, "syndicat-de-communes");
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  for (gsize i = 1; i < G_N_ELEMENTS (NAMES); i++)
    {
      xmlDocPtr doc = parse_entry (bytes, NAMES[i]);

      g_assert_cmpstr ((const char *) doc->encoding, ==, "UTF-8");
      xmlFreeDoc (doc);
    }
}

static gboolean
run (const char *const *argv,
     char             **output)
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int status;

  /* A program that is not ours may have warnings of its own. */
  environment = g_environ_unsetenv (environment, "G_DEBUG");
  environment = g_environ_unsetenv (environment, "MALLOC_CHECK_");
  environment = g_environ_setenv (environment, "HOME", g_get_tmp_dir (), TRUE);
  g_spawn_sync (NULL, (char **) argv, environment,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, output, NULL,
                &status, &error);
  g_assert_no_error (error);

  return g_spawn_check_wait_status (status, NULL);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("volets-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_assert_true (run (WORDS ("rm", "-r", folder), NULL));
}

static gboolean
has_program (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  if (path == NULL)
    {
      g_autofree char *word = g_strdup_printf ("%s is not here", name);

      g_test_skip (word);
    }

  return path != NULL;
}

static char *
save (GBytes     *bytes,
      const char *folder)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "acte.odt", NULL);

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return path;
}

static void
test_unzip_finds_no_fault (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;

  if (!has_program ("unzip"))
    return;

  act_load (&act, "vaison-la-romaine");
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  folder = make_folder ();
  path = save (bytes, folder);
  g_assert_true (run (WORDS ("unzip", "-t", path), &output));
  g_assert_nonnull (strstr (output, "No errors detected"));
  remove_folder (folder);
}

/* --- Styles --- */

static void
collect_styles (xmlNodePtr  node,
                GHashTable *defined,
                GHashTable *used)
{
  for (; node != NULL; node = node->next)
    {
      for (xmlAttrPtr attribute = node->properties;
           node->type == XML_ELEMENT_NODE && attribute != NULL; attribute = attribute->next)
        {
          const char *name = (const char *) attribute->name;
          g_autofree char *value = g_strdup ((const char *) attribute->children->content);

          if (g_str_equal (name, "name") && g_str_equal ((const char *) attribute->ns->prefix,
                                                         "style"))
            g_hash_table_add (defined, g_steal_pointer (&value));
          else if (g_str_has_suffix (name, "style-name") || g_str_equal (name, "font-name")
                   || g_str_equal (name, "master-page-name")
                   || g_str_equal (name, "page-layout-name"))
            g_hash_table_add (used, g_steal_pointer (&value));
        }
      collect_styles (node->children, defined, used);
    }
}

/* A name without a style would be shown as plain text, and nobody would say a word. */
static void
test_every_style_that_is_used_is_there (gconstpointer example)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GHashTable) defined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  act_load (&act, example);
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  for (gsize i = 1; i <= 2; i++)
    {
      xmlDocPtr doc = parse_entry (bytes, NAMES[i]);

      collect_styles (xmlDocGetRootElement (doc), defined, used);
      xmlFreeDoc (doc);
    }
  g_assert_cmpuint (g_hash_table_size (used), >, 20);
  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (defined, name))
        g_error ("there is no style %s", (const char *) name);
    }
  g_assert_true (g_hash_table_contains (used, "Titre"));
  g_assert_true (g_hash_table_contains (used, "Corps"));
  g_assert_true (g_hash_table_contains (used, "Article"));
  g_assert_true (g_hash_table_contains (used, "Signature"));
}

static guint
count_elements (xmlNodePtr  node,
                const char *name)
{
  guint n = 0;

  for (; node != NULL; node = node->next)
    n += (node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name))
         + count_elements (node->children, name);

  return n;
}

static void
test_tables_are_tables_and_nothing_else_is_tabbed (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) styles = NULL;
  xmlDocPtr content;
  xmlNodePtr root;

  act_load (&act, "vaison-la-romaine");
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  content = parse_entry (bytes, "content.xml");
  root = xmlDocGetRootElement (content);
  g_assert_cmpuint (count_elements (root, "table-header-rows"), ==, 2);
  g_assert_cmpuint (count_elements (root, "table"), ==, 7);
  g_assert_cmpuint (count_elements (root, "tab"), ==, 0);
  g_assert_cmpuint (count_elements (root, "s"), ==, 0);
  g_assert_cmpuint (count_elements (root, "h"), ==, 4);
  xmlFreeDoc (content);

  styles = read_entry (bytes, "styles.xml");
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (styles, NULL),
                                  (gssize) g_bytes_get_size (styles),
                                  "fo:language=\"fr\" fo:country=\"FR\""));
}

/* --- Text --- */

static void
append_text (xmlNodePtr  node,
             GString    *text)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE)
        g_string_append (text, (const char *) node->content);
      else if (node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, "s"))
        g_string_append_c (text, ' ');
      else if (node->type == XML_ELEMENT_NODE
               && g_str_equal ((const char *) node->name, "line-break"))
        g_string_append_c (text, '\n');
      else
        append_text (node->children, text);
    }
}

static void
collect_paragraphs (xmlNodePtr  node,
                    GPtrArray  *paragraphs)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE
          && (g_str_equal ((const char *) node->name, "p")
              || g_str_equal ((const char *) node->name, "h")))
        {
          g_autoptr (GString) text = g_string_new (NULL);

          append_text (node->children, text);
          if (text->len > 0)
            g_ptr_array_add (paragraphs, g_string_free (g_steal_pointer (&text), FALSE));
        }
      else
        {
          collect_paragraphs (node->children, paragraphs);
        }
    }
}

/* The paragraphs of the text and the cells of its tables, in their order. */
static GPtrArray *
read_paragraphs (GBytes *bytes)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  xmlDocPtr doc = parse_entry (bytes, "content.xml");

  collect_paragraphs (xmlDocGetRootElement (doc), paragraphs);
  xmlFreeDoc (doc);

  return paragraphs;
}

/* What is left of the pages of a PDF without what stands in their margins. */
static char *
read_body (const Act *act)
{
  g_autofree char *text = act_read (act, "deliberation");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (lines[i]), "\f", ' ');

      if (strstr (line, "Empreinte ") == NULL && strstr (line, " – Délibération, ") == NULL)
        g_string_append_printf (body, "%s\n", g_str_has_prefix (line, "• ") ? strchr (line, ' ')
                                                                            : line);
    }

  return reader_squeeze (body->str);
}

/* Same words, same order: neither says a thing that the other does not. */
static void
test_says_what_the_pdf_says (gconstpointer example)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autofree char *of_text = NULL;
  g_autofree char *of_pdf = NULL;

  if (!act_can_read ())
    {
      g_test_skip ("pdftotext is not here");
      return;
    }

  act_load (&act, example);
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  paragraphs = read_paragraphs (bytes);
  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append (whole, g_ptr_array_index (paragraphs, i));
  of_text = reader_squeeze (whole->str);
  of_pdf = read_body (&act);
  g_assert_cmpstr (of_text, ==, of_pdf);
}

static void
test_text_comes_out_as_it_went_in (void)
{
  static const char TITLE[] = "A &amp; <b>deux</b>  espaces   et\nune ligne, “guillemets”";
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  gboolean found = FALSE;

  act_load (&act, "vaison-la-romaine");
  volets_record_set_text (act_get (&act, VOLETS_SECTION_PROJECT), VOLETS_PROJECT_TITLE, TITLE);
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  paragraphs = read_paragraphs (bytes);
  for (guint i = 0; i < paragraphs->len && !found; i++)
    found = g_str_has_prefix (g_ptr_array_index (paragraphs, i), "Article 1er")
            && strstr (g_ptr_array_index (paragraphs, i), TITLE) != NULL;
  g_assert_true (found);
}

static void
test_the_metadata_are_those_of_the_paper (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) meta = NULL;
  g_autofree char *text = NULL;

  act_load (&act, "vaison-la-romaine");
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  meta = read_entry (bytes, "meta.xml");
  text = g_strndup (g_bytes_get_data (meta, NULL), g_bytes_get_size (meta));
  reader_assert_in_order (text, WORDS (
    "<dc:title>Extrait du registre des délibérations du conseil municipal</dc:title>",
    "<dc:subject>Appel à projets pour un socle numérique", "Commune de Vaison-la-Romaine",
    "2021-03-31T00:00:00", "<dc:language>fr-FR</dc:language>", "Empreinte"));
}

/* LibreOffice, where it is, has every word on pages of its own. */
static void
test_libreoffice_opens_it (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) printed = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *output = NULL;
  g_autofree char *text = NULL;
  g_autofree char *flat = NULL;

  if (!has_program ("soffice") || !has_program ("pdftotext"))
    return;

  act_load (&act, "vaison-la-romaine");
  bytes = act_make (&act, "deliberation-odt", "2021-03-31");
  folder = make_folder ();
  path = save (bytes, folder);
  profile = g_strdup_printf ("-env:UserInstallation=file://%s/profil", folder);
  g_assert_true (run (WORDS ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir",
                             folder, path), &output));
  pdf = g_build_filename (folder, "acte.pdf", NULL);
  printed = volets_test_load (pdf);
  text = act_read_bytes (printed);
  flat = reader_squeeze (text);
  paragraphs = read_paragraphs (bytes);
  g_assert_cmpuint (paragraphs->len, >, 60);
  for (guint i = 0; i < paragraphs->len; i++)
    act_assert_holds (flat, g_ptr_array_index (paragraphs, i));
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  static const char *const EXAMPLES[] = {
    "vaison-la-romaine", "ecole-de-village", "syndicat-de-communes",
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt/the-type-is-where-odf-wants-it", test_the_type_is_where_odf_wants_it);
  g_test_add_func ("/odt/all-xml-is-well-formed", test_all_xml_is_well_formed);
  g_test_add_func ("/odt/unzip-finds-no-fault", test_unzip_finds_no_fault);
  for (gsize i = 0; i < G_N_ELEMENTS (EXAMPLES); i++)
    {
      g_autofree char *styles =
        g_strdup_printf ("/odt/every-style-that-is-used-is-there/%s", EXAMPLES[i]);
      g_autofree char *words = g_strdup_printf ("/odt/says-what-the-pdf-says/%s", EXAMPLES[i]);

      g_test_add_data_func (styles, EXAMPLES[i], test_every_style_that_is_used_is_there);
      g_test_add_data_func (words, EXAMPLES[i], test_says_what_the_pdf_says);
    }
  g_test_add_func ("/odt/tables-are-tables-and-nothing-else-is-tabbed",
                   test_tables_are_tables_and_nothing_else_is_tabbed);
  g_test_add_func ("/odt/text-comes-out-as-it-went-in", test_text_comes_out_as_it_went_in);
  g_test_add_func ("/odt/the-metadata-are-those-of-the-paper",
                   test_the_metadata_are_those_of_the_paper);
  g_test_add_func ("/odt/libreoffice-opens-it", test_libreoffice_opens_it);

  return g_test_run ();
}
