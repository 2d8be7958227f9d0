/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-reader.h"

#include <string.h>

#include "documents/sheet.h"
#include "reader.h"

static VoletsSheet *
create_sheet (guint n_rows)
{
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  VoletsSheet *sheet = volets_sheet_new ("Synthèse de la demande");

  volets_sheet_set_short_name (sheet, "Synthèse");
  volets_sheet_set_footer (sheet, "Empreinte 0123456789abcdef", "Commune d’Ébly");
  volets_sheet_add_heading (sheet, 2, "Les écoles");
  volets_sheet_table_add_column (table, "Adresse", VOLETS_ALIGN_START, 1);
  volets_sheet_table_add_column (table, "Montant", VOLETS_ALIGN_END, 0);
  for (guint i = 0; i < n_rows; i++)
    volets_sheet_table_add_row (table, WORDS ("2 rue Basse", "12\u202f345,67\u00a0€"));
  volets_sheet_add_table (sheet, table);

  return sheet;
}

typedef struct {
  guint n_titles;
  guint n_tables;
  guint n_rows;
  guint n_heads;
  guint n_cells;
  guint n_items;
} Structure;

static void
walk (PopplerStructureElementIter *iter,
      PopplerStructureElementKind  parent,
      Structure                   *found)
{
  do
    {
      g_autoptr (Element) element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementKind kind = poppler_structure_element_get_kind (element);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

      found->n_titles += kind == POPPLER_STRUCTURE_ELEMENT_HEADING_1;
      found->n_tables += kind == POPPLER_STRUCTURE_ELEMENT_TABLE;
      found->n_rows += kind == POPPLER_STRUCTURE_ELEMENT_TABLE_ROW;
      found->n_heads += kind == POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING;
      found->n_cells += kind == POPPLER_STRUCTURE_ELEMENT_TABLE_DATA;
      found->n_items += kind == POPPLER_STRUCTURE_ELEMENT_LIST_ITEM;
      if (kind == POPPLER_STRUCTURE_ELEMENT_TABLE_ROW)
        g_assert_cmpint (parent, ==, POPPLER_STRUCTURE_ELEMENT_TABLE);
      if (kind == POPPLER_STRUCTURE_ELEMENT_TABLE_DATA)
        g_assert_cmpint (parent, ==, POPPLER_STRUCTURE_ELEMENT_TABLE_ROW);
      if (kind == POPPLER_STRUCTURE_ELEMENT_LIST_ITEM)
        g_assert_cmpint (parent, ==, POPPLER_STRUCTURE_ELEMENT_LIST);
      if (kind == POPPLER_STRUCTURE_ELEMENT_TABLE_DATA
          || kind == POPPLER_STRUCTURE_ELEMENT_PARAGRAPH)
        {
          g_autofree char *text = poppler_structure_element_get_text (element, TRUE);

          g_assert_true (text == NULL || strstr (text, "Page") == NULL);
          g_assert_true (text == NULL || strstr (text, "Adresse") == NULL);
        }

      if (child != NULL)
        walk (child, kind, found);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
    }
  while (poppler_structure_element_iter_next (iter));
}

static void
test_structure_is_one_table_over_all_pages (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (150);
  g_autoptr (Pdf) pdf = NULL;
  PopplerStructureElementIter *iter;
  Structure found = { 0 };

  volets_sheet_add_list (sheet, WORDS ("un", "deux"));
  volets_sheet_add_paragraph (sheet, "Fin");
  pdf = reader_print (VOLETS_DOCUMENT (sheet));

  iter = poppler_structure_element_iter_new (pdf);
  g_assert_nonnull (iter);
  walk (iter, POPPLER_STRUCTURE_ELEMENT_DOCUMENT, &found);
  poppler_structure_element_iter_free (iter);

  g_assert_cmpuint (found.n_titles, ==, 1);
  g_assert_cmpuint (found.n_tables, ==, 1);
  g_assert_cmpuint (found.n_rows, ==, 151);
  g_assert_cmpuint (found.n_heads, ==, 2);
  g_assert_cmpuint (found.n_cells, ==, 150 * 2);
  g_assert_cmpuint (found.n_items, ==, 2);
}

static void
test_outline (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (60);
  g_autoptr (Pdf) pdf = NULL;
  PopplerIndexIter *iter, *child;
  PopplerAction *action;

  volets_sheet_add_page_break (sheet);
  volets_sheet_add_heading (sheet, 2, "L'annexe");
  pdf = reader_print (VOLETS_DOCUMENT (sheet));

  iter = poppler_index_iter_new (pdf);
  action = poppler_index_iter_get_action (iter);
  g_assert_cmpstr (action->any.title, ==, "Synthèse de la demande");
  poppler_action_free (action);

  child = poppler_index_iter_get_child (iter);
  g_assert_true (poppler_index_iter_next (child));
  action = poppler_index_iter_get_action (child);
  g_assert_cmpstr (action->any.title, ==, "L’annexe");
  g_assert_cmpint (action->goto_dest.dest->page_num, ==, poppler_document_get_n_pages (pdf));
  poppler_action_free (action);
  poppler_index_iter_free (child);
  poppler_index_iter_free (iter);
}

static void
test_fonts_are_embedded (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (3);
  g_autoptr (Pdf) pdf = reader_print (VOLETS_DOCUMENT (sheet));
  PopplerFontInfo *info = poppler_font_info_new (pdf);
  PopplerFontsIter *iter = NULL;
  guint n_fonts = 0;

  g_assert_true (poppler_font_info_scan (info, poppler_document_get_n_pages (pdf), &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      n_fonts++;
    }
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
  g_assert_cmpuint (n_fonts, >=, 2);
}

static void
test_metadata (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (3);
  g_autoptr (Pdf) pdf = reader_print (VOLETS_DOCUMENT (sheet));
  g_autofree char *title = poppler_document_get_title (pdf);
  g_autofree char *author = poppler_document_get_author (pdf);
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (pdf);
  g_autofree char *date = g_date_time_format_iso8601 (created);

  g_assert_cmpstr (title, ==, "Synthèse de la demande");
  g_assert_cmpstr (author, ==, "Commune d’Ébly");
  g_assert_cmpstr (date, ==, "2021-03-31T00:00:00Z");
}

static void
test_same_bytes (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (60);
  g_autoptr (VoletsSheet) twin = create_sheet (60);
  g_autoptr (GBytes) first = reader_render (VOLETS_DOCUMENT (sheet), "2021-03-31");
  g_autoptr (GBytes) second = reader_render (VOLETS_DOCUMENT (sheet), "2021-03-31");
  g_autoptr (GBytes) other = reader_render (VOLETS_DOCUMENT (twin), "2021-03-31");
  g_autoptr (GBytes) later = reader_render (VOLETS_DOCUMENT (sheet), "2021-04-01");

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, other));
  g_assert_false (g_bytes_equal (first, later));
}

static void
test_fingerprint_comes_back (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (3);
  g_autoptr (GBytes) bytes = reader_render (VOLETS_DOCUMENT (sheet), "2021-03-31");
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = volets_pdf_read_fingerprint (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fingerprint, ==, FINGERPRINT);
}

static void
test_no_fingerprint (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (3);
  VoletsPdfInfo info = { .keywords = "écoles, empreinte:12", .date = "2021-03-31" };
  g_autoptr (GBytes) bytes = volets_pdf_render (VOLETS_DOCUMENT (sheet), &info, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_pdf_read_fingerprint (bytes, &error));
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FINGERPRINT);
}

static void
test_not_a_pdf (void)
{
  g_autoptr (VoletsSheet) sheet = create_sheet (3);
  g_autoptr (GBytes) whole = reader_render (VOLETS_DOCUMENT (sheet), "2021-03-31");
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("<?xml version='1.0'?>", 21);
  GBytes *files[] = { empty, text, half };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (volets_pdf_read_fingerprint (files[i], &error));
      g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NOT_PDF);
      g_assert_cmpstr (error->message, ==, "ce fichier n’est pas un PDF, ou il est abîmé");
    }
}

static void
test_locked_pdf (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "documents", "locked.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);

  g_assert_null (volets_pdf_read_fingerprint (bytes, &error));
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_ENCRYPTED);
}

/* A paper without a letter in it would be blank pages. */
static void
test_no_font_at_all (void)
{
  g_autofree char *path = NULL;
  g_autoptr (VoletsSheet) sheet = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  path = g_test_build_filename (G_TEST_DIST, "fixtures", "no-fonts.conf", NULL);
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  sheet = create_sheet (3);
  bytes = volets_pdf_render (VOLETS_DOCUMENT (sheet), &(VoletsPdfInfo) { .date = "2021-03-31" },
                             &error);
  g_assert_null (bytes);
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FONT);
  g_assert_nonnull (strstr (error->message, "aucune police"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/structure-is-one-table-over-all-pages",
                   test_structure_is_one_table_over_all_pages);
  g_test_add_func ("/pdf/outline", test_outline);
  g_test_add_func ("/pdf/fonts-are-embedded", test_fonts_are_embedded);
  g_test_add_func ("/pdf/metadata", test_metadata);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/fingerprint-comes-back", test_fingerprint_comes_back);
  g_test_add_func ("/pdf/no-fingerprint", test_no_fingerprint);
  g_test_add_func ("/pdf/not-a-pdf", test_not_a_pdf);
  g_test_add_func ("/pdf/locked-pdf", test_locked_pdf);
  g_test_add_func ("/pdf/no-font-at-all", test_no_font_at_all);

  return g_test_run ();
}
