/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-writer.h"

#include <cairo-pdf.h>
#include <stdlib.h>

#include "documents/sheet.h"
#include "reader.h"

/* More objects than go into one stream. */
#define N_ROWS 150

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (void)
{
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Synthèse de la demande");
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  volets_sheet_table_add_column (table, "Adresse", VOLETS_ALIGN_START, 1);
  volets_sheet_table_add_column (table, "Classes", VOLETS_ALIGN_END, 0);
  for (guint i = 0; i < N_ROWS; i++)
    volets_sheet_table_add_row (table, WORDS ("2 rue Basse (école)", "3"));
  volets_sheet_add_table (sheet, table);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < volets_document_get_n_pages (VOLETS_DOCUMENT (sheet)); i++)
    {
      volets_document_draw_tagged_page (VOLETS_DOCUMENT (sheet), cr, i);
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static qpdf_data
open_pdf (GBytes *bytes)
{
  qpdf_data pdf = qpdf_init ();

  g_assert_cmpint (qpdf_read_memory (pdf, "read", g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), NULL), ==, QPDF_SUCCESS);
  return pdf;
}

static int
count_objects (qpdf_data pdf)
{
  qpdf_oh size = qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size");

  return qpdf_oh_get_int_value_as_int (pdf, size);
}

/* What the object says, and what it holds where it is a stream. */
static char *
describe (qpdf_data pdf,
          qpdf_oh   object)
{
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  qpdf_oh dictionary;
  unsigned char *data = NULL;
  size_t size = 0;

  if (!qpdf_oh_is_stream (pdf, object))
    return g_strdup (qpdf_oh_unparse_resolved (pdf, object));

  dictionary = qpdf_oh_get_dict (pdf, object);
  g_assert_cmpint (qpdf_oh_get_stream_data (pdf, object, qpdf_dl_all, NULL, &data, &size), ==,
                   QPDF_SUCCESS);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);
  free (data);
  qpdf_oh_remove_key (pdf, dictionary, "/Length");
  qpdf_oh_remove_key (pdf, dictionary, "/Filter");
  text = g_strdup (qpdf_oh_unparse (pdf, dictionary));

  return g_strconcat (text, " ", sum, NULL);
}

static GBytes *
copy (GBytes *bytes)
{
  qpdf_data pdf = open_pdf (bytes);
  g_autoptr (VoletsPdfWriter) writer = volets_pdf_writer_new (pdf);
  GBytes *written = volets_pdf_writer_finish (writer);

  g_assert_false (qpdf_has_error (pdf));
  qpdf_cleanup (&pdf);
  return written;
}

static void
test_same_objects (void)
{
  g_autoptr (GBytes) bytes = draw ();
  g_autoptr (GBytes) written = copy (bytes);
  g_autoptr (GBytes) again = copy (bytes);
  qpdf_data first = open_pdf (bytes);
  qpdf_data second = open_pdf (written);
  int n_objects = count_objects (first);

  g_assert_cmpint (n_objects, >, 2 * N_ROWS);
  g_assert_cmpint (count_objects (second), >=, n_objects);
  for (int i = 1; i < n_objects; i++)
    {
      g_autofree char *expected = describe (first, qpdf_get_object_by_id (first, i, 0));
      g_autofree char *found = describe (second, qpdf_get_object_by_id (second, i, 0));

      g_assert_cmpstr (found, ==, expected);
    }
  g_assert_cmpint (qpdf_get_num_pages (second), ==, qpdf_get_num_pages (first));
  g_assert_cmpstr (qpdf_get_pdf_version (second), ==, "1.7");
  g_assert_false (qpdf_more_warnings (second));
  qpdf_cleanup (&first);
  qpdf_cleanup (&second);

  second = open_pdf (written);
  g_assert_cmpint (qpdf_check_pdf (second), ==, QPDF_SUCCESS);
  g_assert_false (qpdf_more_warnings (second));
  qpdf_cleanup (&second);

  g_assert_true (g_bytes_equal (written, again));
}

static void
test_written_early (void)
{
  g_autoptr (GBytes) bytes = draw ();
  g_autoptr (GBytes) written = NULL;
  qpdf_data pdf = open_pdf (bytes);
  g_autoptr (VoletsPdfWriter) writer = volets_pdf_writer_new (pdf);
  qpdf_oh root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  qpdf_oh element = qpdf_oh_get_array_item (pdf, qpdf_oh_get_key (pdf, root, "/K"), 0);
  int number = qpdf_oh_get_object_id (pdf, element);

  g_assert_false (volets_pdf_writer_has_written (writer, number));
  qpdf_oh_replace_key (pdf, element, "/T", qpdf_oh_new_string (pdf, "(changed)"));
  volets_pdf_writer_write (writer, element);
  g_assert_true (volets_pdf_writer_has_written (writer, number));

  /* Nothing of it is left, and the others still refer to it. */
  g_assert_false (qpdf_oh_is_dictionary (pdf, qpdf_get_object_by_id (pdf, number, 0)));
  written = volets_pdf_writer_finish (writer);
  g_assert_false (qpdf_has_error (pdf));
  qpdf_cleanup (&pdf);

  pdf = open_pdf (written);
  root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  element = qpdf_oh_get_array_item (pdf, qpdf_oh_get_key (pdf, root, "/K"), 0);
  g_assert_cmpint (qpdf_oh_get_object_id (pdf, element), ==, number);
  g_assert_cmpstr (qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, element, "/T")), ==,
                   "(changed)");
  qpdf_cleanup (&pdf);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-writer/same-objects-under-the-same-numbers", test_same_objects);
  g_test_add_func ("/pdf-writer/what-is-written-early-is-there-as-it-was-then",
                   test_written_early);

  return g_test_run ();
}
