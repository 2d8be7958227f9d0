/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-finish.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "documents/sheet.h"
#include "reader.h"

#define DAY "2021-03-31"

/* A document of a page with nothing on it but two pictures. */
#define TEST_TYPE_PICTURES (test_pictures_get_type ())
G_DECLARE_FINAL_TYPE (TestPictures, test_pictures, TEST, PICTURES, VoletsDocument)

struct _TestPictures {
  VoletsDocument parent_instance;
};

G_DEFINE_FINAL_TYPE (TestPictures, test_pictures, VOLETS_TYPE_DOCUMENT)

static guint
test_pictures_get_n_pages (VoletsDocument *document)
{
  return 1;
}

static void
test_pictures_draw_page (VoletsDocument *document,
                         cairo_t        *cr,
                         guint           page,
                         gboolean        tagged)
{
  for (guint i = 0; i < 2; i++)
    {
      cairo_tag_begin (cr, "Figure", NULL);
      cairo_rectangle (cr, 100, 100 + i * 100, 50, 50);
      cairo_fill (cr);
      cairo_tag_end (cr, "Figure");
    }
}

static const char *const *
test_pictures_get_alternatives (VoletsDocument *document)
{
  static const char *const ALTERNATIVES[] = { "Un carré", "Un autre carré, à côté", NULL };

  return ALTERNATIVES;
}

static void
test_pictures_class_init (TestPicturesClass *klass)
{
  VoletsDocumentClass *document_class = VOLETS_DOCUMENT_CLASS (klass);

  document_class->get_n_pages = test_pictures_get_n_pages;
  document_class->draw_page = test_pictures_draw_page;
  document_class->get_alternatives = test_pictures_get_alternatives;
}

static void
test_pictures_init (TestPictures *self)
{
}

static VoletsSheet *
create_sheet (guint n_rows)
{
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  VoletsSheet *sheet = volets_sheet_new ("Synthèse de la demande");

  volets_sheet_set_overline (sheet, "Commune d’Ébly");
  volets_sheet_set_short_name (sheet, "Synthèse");
  volets_sheet_set_footer (sheet, "Empreinte 0123456789abcdef", "Commune d’Ébly");
  volets_sheet_add_figures (sheet, WORDS ("Montant", "Subvention"), WORDS ("12", "70 %"));
  volets_sheet_add_heading (sheet, 2, "Les écoles");
  volets_sheet_add_list (sheet, WORDS ("un", "deux"));
  volets_sheet_table_add_column (table, "Adresse", VOLETS_ALIGN_START, 1);
  volets_sheet_table_add_column (table, "Classes", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Montant", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_group (table, "Maternelles");
  for (guint i = 0; i < n_rows; i++)
    volets_sheet_table_add_row (table, WORDS ("2 rue Basse", "3", "12\u202f345,67\u00a0€"));
  volets_sheet_table_add_total (table, WORDS ("Total", "", "12\u202f345,67\u00a0€"));
  volets_sheet_add_table (sheet, table);

  return sheet;
}

/* A finished PDF, read with qpdf. */
static qpdf_data
open_finished (GBytes *bytes)
{
  qpdf_data pdf = qpdf_init ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpint (qpdf_read_memory (pdf, "finished", data, size, NULL), ==, QPDF_SUCCESS);
  return pdf;
}

static void
assert_name (qpdf_data   pdf,
             qpdf_oh     dictionary,
             const char *key,
             const char *name)
{
  g_assert_cmpstr (qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, dictionary, key)), ==, name);
}

static void
assert_text (qpdf_data   pdf,
             qpdf_oh     dictionary,
             const char *key,
             const char *text)
{
  g_assert_cmpstr (qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, dictionary, key)), ==, text);
}

static void
test_catalogue (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (3);
  g_autoptr (GBytes) bytes = reader_render (VOLETS_DOCUMENT (sheet), DAY);
  qpdf_data pdf = open_finished (bytes);
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh view = qpdf_oh_get_key (pdf, root, "/ViewerPreferences");
  qpdf_oh mark = qpdf_oh_get_key (pdf, root, "/MarkInfo");
  qpdf_oh intents = qpdf_oh_get_key (pdf, root, "/OutputIntents");
  qpdf_oh info = qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Info");
  qpdf_oh intent, profile;
  QPDF_BOOL filtered;
  unsigned char *data;
  size_t size;

  assert_text (pdf, root, "/Lang", "fr-FR");
  g_assert_true (qpdf_oh_get_bool_value (pdf, qpdf_oh_get_key (pdf, view, "/DisplayDocTitle")));
  g_assert_true (qpdf_oh_get_bool_value (pdf, qpdf_oh_get_key (pdf, mark, "/Marked")));
  assert_text (pdf, info, "/CreationDate", "D:20210331000000Z");
  g_assert_false (qpdf_oh_has_key (pdf, root, "/AF"));
  g_assert_false (qpdf_oh_has_key (pdf, root, "/Names"));

  g_assert_cmpint (qpdf_oh_get_array_n_items (pdf, intents), ==, 1);
  intent = qpdf_oh_get_array_item (pdf, intents, 0);
  assert_name (pdf, intent, "/S", "/GTS_PDFA1");
  profile = qpdf_oh_get_key (pdf, intent, "/DestOutputProfile");
  g_assert_cmpint (qpdf_oh_get_stream_data (pdf, profile, qpdf_dl_all, &filtered, &data, &size),
                   ==, QPDF_SUCCESS);
  g_assert_cmpuint (size, >, 128);
  g_assert_cmpint (memcmp (data + 16, "RGB XYZ ", 8), ==, 0);
  g_assert_cmpint (memcmp (data + 36, "acsp", 4), ==, 0);
  free (data);

  g_assert_false (qpdf_more_warnings (pdf));
  qpdf_cleanup (&pdf);
}

static void
test_xmp (void)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Synthèse <& fils>");
  VoletsPdfInfo info = {
    .author = "L’École & « Cie »", .subject = "Un appel", .fingerprint = FINGERPRINT, .date = DAY,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_pdf_render (VOLETS_DOCUMENT (sheet), &info, &error);
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *xmp = NULL;
  g_autofree char *producer = NULL;

  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  xmp = poppler_document_get_metadata (pdf);
  producer = poppler_document_get_producer (pdf);
  reader_assert_in_order (xmp, WORDS ("<rdf:li>fr-FR<", "Synthèse &lt;&amp; fils&gt;<",
                                      "L’École &amp; «\u202fCie\u202f»<", ">Un appel<",
                                      ">empreinte:" FINGERPRINT "<", producer,
                                      ">2021-03-31T00:00:00Z<"));
}

/* Rules, grounds, heads and feet: whatever is drawn belongs to an element or is an artifact. */
static void
test_everything_is_marked (void)
{
  static const char *const DRAWS[] = { "f", "f*", "F", "S", "s", "B", "Do", "BT", "sh", NULL };
  g_autoptr (VoletsSheet) sheet = create_sheet (150);
  g_autoptr (GBytes) bytes = reader_render (VOLETS_DOCUMENT (sheet), DAY);
  qpdf_data pdf = open_finished (bytes);
  int n_pages = qpdf_get_num_pages (pdf);

  g_assert_cmpint (n_pages, >, 2);
  for (int i = 0; i < n_pages; i++)
    {
      guint n_artifacts = 0, n_elements = 0, depth = 0;
      g_autofree char *text = NULL;
      g_auto (GStrv) words = NULL;
      unsigned char *content;
      size_t size;

      g_assert_cmpint (qpdf_oh_get_page_content_data (pdf, qpdf_get_page_n (pdf, (size_t) i),
                                                      &content, &size), ==, QPDF_SUCCESS);
      text = g_strndup ((const char *) content, size);
      free (content);
      words = g_strsplit_set (text, " \n", -1);
      for (guint j = 0; words[j] != NULL; j++)
        {
          n_artifacts += g_str_equal (words[j], "/Artifact");
          n_elements += g_str_equal (words[j], "/MCID");
          depth += g_str_equal (words[j], "BDC") || g_str_equal (words[j], "BMC");
          if (g_str_equal (words[j], "EMC"))
            g_assert_cmpuint (depth--, >, 0);
          if (g_strv_contains (DRAWS, words[j]))
            g_assert_cmpuint (depth, ==, 1);
          g_assert_false (g_str_equal (words[j], "/Table") || g_str_equal (words[j], "/TR"));
        }
      g_assert_cmpuint (depth, ==, 0);
      g_assert_cmpuint (n_artifacts, >, 0);
      g_assert_cmpuint (n_elements, >, 10);
    }

  qpdf_cleanup (&pdf);
}

/* Poppler 22.12 does not tell the scope of a header. */
static void
test_headers (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (3);
  g_autoptr (GBytes) bytes = reader_render (VOLETS_DOCUMENT (sheet), DAY);
  qpdf_data pdf = open_finished (bytes);
  qpdf_oh size = qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size");
  int n_objects = qpdf_oh_get_int_value_as_int (pdf, size);
  guint n_headers = 0, n_wide = 0;

  for (int i = 1; i < n_objects; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (pdf, i, 0);
      qpdf_oh attributes;

      if (!qpdf_oh_is_dictionary_of_type (pdf, object, "/StructElem", NULL)
          || !qpdf_oh_has_key (pdf, object, "/A"))
        continue;
      attributes = qpdf_oh_get_key (pdf, object, "/A");
      assert_name (pdf, object, "/S", "/TH");
      assert_name (pdf, attributes, "/O", "/Table");
      assert_name (pdf, attributes, "/Scope", "/Column");
      n_headers++;
      if (!qpdf_oh_has_key (pdf, attributes, "/ColSpan"))
        continue;
      g_assert_cmpint (qpdf_oh_get_int_value (pdf, qpdf_oh_get_key (pdf, attributes, "/ColSpan")),
                       ==, 3);
      n_wide++;
    }

  /* The heads of the three columns, and the group. */
  g_assert_cmpuint (n_headers, ==, 4);
  g_assert_cmpuint (n_wide, ==, 1);
  qpdf_cleanup (&pdf);
}

static void
test_alternatives (void)
{
  static const char *const EXPECTED[] = { "Un carré", "Un autre carré, à côté" };
  g_autoptr (VoletsDocument) pictures = g_object_new (TEST_TYPE_PICTURES, "title", "Carrés", NULL);
  g_autoptr (Pdf) pdf = reader_print (pictures);
  PopplerStructureElementIter *document = poppler_structure_element_iter_new (pdf);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_get_child (document);

  for (gsize i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      g_autoptr (Element) figure = poppler_structure_element_iter_get_element (iter);
      g_autofree char *text = poppler_structure_element_get_alt_text (figure);

      g_assert_cmpstr (text, ==, EXPECTED[i]);
      g_assert_cmpint (poppler_structure_element_iter_next (iter), ==,
                       i + 1 < G_N_ELEMENTS (EXPECTED));
    }
  poppler_structure_element_iter_free (iter);
  poppler_structure_element_iter_free (document);
}

static void
test_identifier (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (3);
  g_autoptr (VoletsSheet) other = create_sheet (4);
  g_autoptr (Pdf) first = reader_print (VOLETS_DOCUMENT (sheet));
  g_autoptr (Pdf) second = reader_print (VOLETS_DOCUMENT (sheet));
  g_autoptr (Pdf) third = reader_print (VOLETS_DOCUMENT (other));
  g_autofree char *first_id = NULL;
  g_autofree char *second_id = NULL;
  g_autofree char *third_id = NULL;

  g_assert_true (poppler_document_get_id (first, &first_id, NULL));
  g_assert_true (poppler_document_get_id (second, &second_id, NULL));
  g_assert_true (poppler_document_get_id (third, &third_id, NULL));
  g_assert_cmpmem (first_id, 32, second_id, 32);
  g_assert_cmpint (memcmp (first_id, third_id, 32), !=, 0);
}

static void
test_what_is_no_pdf (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("rien", 4);
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_pdf_finish (text, WORDS (NULL), DAY, NULL, &error));
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_RENDER);
  g_assert_true (g_str_has_prefix (error->message, "le document n’a pas pu"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-finish/catalogue", test_catalogue);
  g_test_add_func ("/pdf-finish/xmp-says-what-the-file-says", test_xmp);
  g_test_add_func ("/pdf-finish/everything-drawn-is-in-an-element-or-an-artifact",
                   test_everything_is_marked);
  g_test_add_func ("/pdf-finish/headers-say-what-of", test_headers);
  g_test_add_func ("/pdf-finish/figures-are-told-in-words", test_alternatives);
  g_test_add_func ("/pdf-finish/identifier-is-that-of-the-content", test_identifier);
  g_test_add_func ("/pdf-finish/what-is-no-pdf", test_what_is_no_pdf);

  return g_test_run ();
}
