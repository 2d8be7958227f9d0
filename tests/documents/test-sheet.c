/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents/sheet.h"
#include "reader.h"

static VoletsSheetTable *
create_school_table (void)
{
  VoletsSheetTable *table = volets_sheet_table_new ();

  volets_sheet_table_add_column (table, "École", VOLETS_ALIGN_START, 2);
  volets_sheet_table_add_column (table, "Adresse", VOLETS_ALIGN_START, 1);
  volets_sheet_table_add_column (table, "Classes", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Élèves", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Dépense", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Subvention", VOLETS_ALIGN_END, 0);

  return table;
}

static void
add_schools (VoletsSheetTable *table,
             guint             n_schools)
{
  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *name = g_strdup_printf ("École n°%04u", i + 1);
      g_autofree char *street = g_strdup_printf ("%u rue Jules-Ferry", i + 1);

      volets_sheet_table_add_row (table, WORDS (name, street, "7", "143",
                                                "12\u202f345,67\u00a0€", "8\u202f641,97\u00a0€"));
    }
}

static VoletsSheet *
create_long_sheet (guint n_schools)
{
  g_autoptr (VoletsSheetTable) table = create_school_table ();
  VoletsSheet *sheet = volets_sheet_new ("Synthèse de la demande");

  volets_sheet_set_short_name (sheet, "Synthèse — Ébly");
  volets_sheet_set_footer (sheet, "Empreinte 0123456789abcdef", "Commune d’Ébly");
  volets_sheet_add_heading (sheet, 2, "Les écoles");
  add_schools (table, n_schools);
  volets_sheet_table_add_total (table, WORDS ("Total", "", "7\u202f000", "143\u202f000",
                                              "12\u202f345\u202f670,00\u00a0€",
                                              "8\u202f641\u202f970,00\u00a0€"));
  volets_sheet_add_table (sheet, table);

  return sheet;
}

static void
test_every_block_in_order (void)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Synthèse de la demande");
  g_autoptr (VoletsSheetTable) table = create_school_table ();
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *first_page = NULL;
  g_autofree char *last_page = NULL;

  volets_sheet_set_overline (sheet, "Commune d'Ébly");
  volets_sheet_set_subtitle (sheet, "Appel");
  volets_sheet_add_figures (sheet, WORDS ("Montant", "Subvention"),
                            WORDS ("12\u202f345,67", "70 %"));
  volets_sheet_add_heading (sheet, 2, "Le demandeur");
  volets_sheet_add_terms (sheet, WORDS ("Nom", "Maire"), WORDS ("Bly", "Anne Roux"));
  volets_sheet_add_heading (sheet, 3, "Les raisons");
  volets_sheet_add_paragraph (sheet, "« L'école » ; a.");
  volets_sheet_add_list (sheet, WORDS ("premier point", "second point"));
  volets_sheet_table_add_group (table, "Maternelles");
  volets_sheet_table_add_row (table, WORDS ("Les Lilas", "2 rue Basse", "3", "61", "1\u202f000,00",
                                            "−12,00\u00a0€"));
  volets_sheet_table_add_total (table, WORDS ("Somme", "", "3", "61", "1\u202f000,00", ""));
  volets_sheet_add_table (sheet, table);
  volets_sheet_add_note (sheet, "Une note.");
  volets_sheet_add_page_break (sheet);
  volets_sheet_add_paragraph (sheet, "Fin.");
  volets_sheet_add_page_break (sheet);

  pdf = reader_print (VOLETS_DOCUMENT (sheet));
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 2);
  text = reader_get_structure_text (pdf);
  /* Whether the spaces inside a number come out as plain ones depends on the version of Cairo. */
  reader_assert_in_order (text, WORDS ("Commune d", "\nAppel\n", "Montant\n12", "345,67\n",
                                "Subvention\n70", "%\nLe demandeur\nNom\nBly\nMaire\nAnne Roux\n",
                                "Les raisons\n", "premier point\n", "second point\n",
                                "Adresse\nClasses\n", "Subvention\nMaternelles\nLes Lilas\n",
                                "2 rue Basse\n3\n61\n1", "000,00\n", "Somme\n", "3\n61\n1",
                                "000,00\n", "Une note.\nFin.\n"));
  first_page = reader_get_page_text (pdf, 0);
  reader_assert_in_order (first_page, WORDS ("Commune d’Ébly", "« L’école » ; a.", "−12,00 €",
                                      "Page 1 / 2"));
  last_page = reader_get_page_text (pdf, 1);
  reader_assert_in_order (last_page, WORDS ("Fin.", "Page 2 / 2"));
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);
}

/* Poppler ended a cell at the first no-break space, and the words around a line break were one. */
static void
test_wrapped_text_reads_whole (void)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Titre");
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (sentence, "%sla suite : 1\u202f%03u %%", i == 0 ? "" : " ", i);
  volets_sheet_add_paragraph (sheet, sentence->str);

  pdf = reader_print (VOLETS_DOCUMENT (sheet));
  text = reader_get_structure_text (pdf);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 4);
  g_assert_cmpuint (reader_count (text, "Page"), ==, 0);

  /* Each of the three page breaks may come between two of the words. */
  g_assert_cmpuint (reader_count (text, "% la suite : 1 "), >=, 996);
}

static void
test_long_table (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (150);
  g_autoptr (Pdf) pdf = reader_print (VOLETS_DOCUMENT (sheet));
  int n_pages = poppler_document_get_n_pages (pdf);
  guint next = 1;

  g_assert_cmpint (n_pages, >, 2);
  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *text = reader_get_page_text (pdf, i);
      g_autofree char *number = g_strdup_printf ("Page %d / %d", i + 1, n_pages);

      g_assert_cmpuint (reader_count (text, "Adresse"), ==, 1);
      g_assert_cmpuint (reader_count (text, number), ==, 1);
      g_assert_cmpuint (reader_count (text, "Empreinte 0123456789abcdef"), ==, 1);
      g_assert_cmpuint (reader_count (text, "Synthèse — Ébly"), ==, i == 0 ? 0 : 1);
      for (;; next++)
        {
          g_autofree char *name = g_strdup_printf ("École n°%04u", next);

          if (strstr (text, name) == NULL)
            break;
        }
      g_assert_cmpint (next == 151, ==, i == n_pages - 1);
    }
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);
}

/* Whatever the room left on the page, no heading, head or total is alone. */
static void
test_nothing_alone (void)
{
  for (guint n_lines = 1; n_lines < 60; n_lines++)
    {
      g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Titre");
      g_autoptr (VoletsSheetTable) table = create_school_table ();
      g_autoptr (Pdf) pdf = NULL;

      for (guint i = 0; i < n_lines; i++)
        volets_sheet_add_note (sheet, "Une ligne");
      volets_sheet_add_heading (sheet, 2, "Chapitre");
      volets_sheet_add_heading (sheet, 3, "Section");
      volets_sheet_table_add_group (table, "Groupe");
      add_schools (table, 2);
      volets_sheet_table_add_total (table, WORDS ("Total", "", "", "", "", ""));
      volets_sheet_add_table (sheet, table);

      pdf = reader_print (VOLETS_DOCUMENT (sheet));
      for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
        {
          g_autofree char *text = reader_get_page_text (pdf, i);

          g_assert_cmpint (strstr (text, "Chapitre") != NULL, ==, strstr (text, "n°0001") != NULL);
          g_assert_cmpint (strstr (text, "Section") != NULL, ==, strstr (text, "n°0001") != NULL);
          g_assert_cmpint (strstr (text, "Groupe") != NULL, ==, strstr (text, "n°0001") != NULL);
          g_assert_cmpint (strstr (text, "Total") != NULL, ==, strstr (text, "n°0002") != NULL);
          g_assert_cmpint (strstr (text, "Adresse") != NULL, ==, strstr (text, "École n") != NULL);
        }
    }
}

static void
test_very_long_cells (void)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Titre");
  g_autoptr (VoletsSheetTable) table = create_school_table ();
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;
  guint n_numbers = 0;

  while (sentence->len < 5000)
    g_string_append_printf (sentence, "mot%04u ", n_numbers++);
  for (guint i = 0; i < 75; i++)
    g_string_append_printf (word, "x%03u", i);

  volets_sheet_table_add_row (table, WORDS (sentence->str, "courte", "1", "2", "3", "4"));
  volets_sheet_table_add_row (table, WORDS ("mot", word->str, "1", "2",
                                            "9\u202f999\u202f999,99\u00a0€", "4"));
  volets_sheet_add_table (sheet, table);
  volets_sheet_add_paragraph (sheet, word->str);
  volets_sheet_add_terms (sheet, WORDS (word->str), WORDS (sentence->str));
  volets_sheet_add_figures (sheet, WORDS (sentence->str, "b"), WORDS ("1", word->str));
  volets_sheet_add_heading (sheet, 2, sentence->str);

  pdf = reader_print (VOLETS_DOCUMENT (sheet));
  text = reader_get_text (pdf);
  for (guint i = 0; i < n_numbers; i++)
    {
      g_autofree char *number = g_strdup_printf ("mot%04u", i);

      g_assert_cmpuint (reader_count (text, number), ==, 4);
    }
  g_assert_cmpuint (reader_count (text, "9 999 999,99 €"), ==, 1);

  squeezed = reader_squeeze (text);
  g_assert_nonnull (strstr (squeezed, word->str));
  for (guint i = 0; i < 75; i++)
    {
      g_autofree char *part = g_strdup_printf ("%03u", i);

      g_assert_cmpuint (reader_count (squeezed, part), >=, 4);
    }
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);
}

static void
test_wide_table_shrinks_before_amounts_break (void)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Titre");
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;
  const char *amount = "12\u202f345\u202f678,90\u00a0€";

  volets_sheet_table_add_column (table, "École", VOLETS_ALIGN_START, 1);
  for (guint i = 0; i < 6; i++)
    volets_sheet_table_add_column (table, "Montant de la dépense", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_row (table, WORDS ("École Jacques-Prévert", amount, amount, amount, amount,
                                            amount, amount));
  volets_sheet_add_table (sheet, table);

  pdf = reader_print (VOLETS_DOCUMENT (sheet));
  text = reader_get_text (pdf);
  g_assert_cmpuint (reader_count (text, "12 345 678,90 €"), ==, 6);
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);
}

static void
test_too_wide_table_breaks_amounts_but_loses_nothing (void)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Titre");
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;

  for (guint i = 0; i < 14; i++)
    {
      volets_sheet_table_add_column (table, "Montant", VOLETS_ALIGN_END, 0);
      g_ptr_array_add (cells, (gpointer) "12\u202f345\u202f678,90\u00a0€");
    }
  g_ptr_array_add (cells, NULL);
  volets_sheet_table_add_row (table, (const char *const *) cells->pdata);
  volets_sheet_add_table (sheet, table);

  pdf = reader_print (VOLETS_DOCUMENT (sheet));
  text = reader_get_text (pdf);
  squeezed = reader_squeeze (text);
  g_assert_cmpuint (reader_count (squeezed, "€"), ==, 14);
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);
}

static void
test_empty_and_odd_texts (void)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("");
  g_autoptr (VoletsSheetTable) table = create_school_table ();
  g_autoptr (VoletsSheetTable) nothing = volets_sheet_table_new ();
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  volets_sheet_add_paragraph (sheet, "");
  volets_sheet_add_list (sheet, (const char *[]) { NULL });
  volets_sheet_add_terms (sheet, (const char *[]) { NULL }, (const char *[]) { NULL });
  volets_sheet_add_table (sheet, table);
  volets_sheet_add_table (sheet, nothing);
  volets_sheet_add_paragraph (sheet, "a\tb\001c\xff" "d\ne\r\nf");
  volets_sheet_add_paragraph (sheet, "E\u0301cole finale");
  volets_sheet_add_paragraph (sheet, "مدرسة 学校 🏫");
  volets_sheet_add_paragraph (sheet, "la \ufb01n \uf001 \ufffe e\ufb03cace");

  pdf = reader_print (VOLETS_DOCUMENT (sheet));
  text = reader_get_text (pdf);
  reader_assert_in_order (text, WORDS ("a b c", "d\ne", "f", "École finale",
                                       "la fin \ufffd \ufffd efficace"));
  reader_assert_within_margins (pdf);
}

/* What has no room at the head of a page was in the file all the same, on each page. */
static void
test_long_short_name (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (60);
  g_autoptr (GString) name = g_string_new ("Synthèse");
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (name, " mot%03u", i);
  volets_sheet_set_short_name (sheet, name->str);

  pdf = reader_print (VOLETS_DOCUMENT (sheet));
  text = reader_get_page_text (pdf, 1);
  reader_assert_in_order (text, WORDS ("Synthèse mot000 mot001", "…"));
  g_assert_null (strstr (text, "mot100"));
  reader_assert_within_margins (pdf);
}

static void
test_thousand_rows_in_time (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (1000);
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (volets_document_get_n_pages (VOLETS_DOCUMENT (sheet)), >, 20);
  g_test_message ("laid out in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  pdf = reader_print (VOLETS_DOCUMENT (sheet));
  g_test_message ("printed in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);

  text = reader_get_text (pdf);
  g_assert_cmpuint (reader_count (text, "École n°"), ==, 1000);
  g_assert_nonnull (strstr (text, "École n°1000"));
  reader_assert_within_margins (pdf);
}

/* Any page, in any order, on a surface that knows no tags, and changes after the first drawing. */
static void
test_pages_draw_alone (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (150);
  VoletsDocument *document = VOLETS_DOCUMENT (sheet);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (surface);
  guint n_pages = volets_document_get_n_pages (document);

  for (guint i = n_pages; i > 0; i--)
    volets_document_draw_page (document, cr, i - 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  volets_sheet_add_page_break (sheet);
  volets_sheet_add_paragraph (sheet, "Une page de plus");
  g_assert_cmpuint (volets_document_get_n_pages (document), ==, n_pages + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet/every-block-in-order", test_every_block_in_order);
  g_test_add_func ("/sheet/wrapped-text-reads-whole", test_wrapped_text_reads_whole);
  g_test_add_func ("/sheet/long-table", test_long_table);
  g_test_add_func ("/sheet/nothing-alone", test_nothing_alone);
  g_test_add_func ("/sheet/very-long-cells", test_very_long_cells);
  g_test_add_func ("/sheet/wide-table-shrinks-before-amounts-break",
                   test_wide_table_shrinks_before_amounts_break);
  g_test_add_func ("/sheet/too-wide-table-breaks-amounts-but-loses-nothing",
                   test_too_wide_table_breaks_amounts_but_loses_nothing);
  g_test_add_func ("/sheet/empty-and-odd-texts", test_empty_and_odd_texts);
  g_test_add_func ("/sheet/long-short-name", test_long_short_name);
  g_test_add_func ("/sheet/thousand-rows-in-time", test_thousand_rows_in_time);
  g_test_add_func ("/sheet/pages-draw-alone", test_pages_draw_alone);

  return g_test_run ();
}
