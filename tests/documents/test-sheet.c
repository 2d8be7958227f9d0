/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <poppler.h>
#include <string.h>

#include "documents/pdf.h"
#include "documents/sheet.h"

#define FINGERPRINT "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Margins in points: 20 mm on the sides; heads and feet of pages are within 11 mm. */
#define SIDE 56.6
#define EDGE 31.0

/* Poppler's own names have no cleanup functions in 22.12, and may not be given a second one. */
typedef PopplerDocument Pdf;
typedef PopplerPage Page;
typedef PopplerStructureElement Element;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Element, g_object_unref)

#define WORDS(...) ((const char *[]) { __VA_ARGS__, NULL })

static GBytes *
render (VoletsSheet *sheet,
        const char  *date)
{
  VoletsPdfInfo info = { .author = "Commune d’Ébly", .fingerprint = FINGERPRINT, .date = date };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = volets_pdf_render (VOLETS_DOCUMENT (sheet), &info, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static PopplerDocument *
open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static PopplerDocument *
print (VoletsSheet *sheet)
{
  g_autoptr (GBytes) bytes = render (sheet, "2021-03-31");

  return open_pdf (bytes);
}

static char *
get_page_text (PopplerDocument *pdf,
               int              n)
{
  g_autoptr (Page) page = poppler_document_get_page (pdf, n);

  return poppler_page_get_text (page);
}

static char *
get_text (PopplerDocument *pdf)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autofree char *page = get_page_text (pdf, i);

      g_string_append_printf (text, "%s\n", page);
    }

  return g_string_free (text, FALSE);
}

static void
append_structure (PopplerStructureElementIter *iter,
                  GString                     *text)
{
  do
    {
      g_autoptr (Element) element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
      g_autofree char *content = poppler_structure_element_get_text (element, FALSE);

      if (content != NULL)
        g_string_append_printf (text, "%s\n", content);
      if (child != NULL)
        append_structure (child, text);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
    }
  while (poppler_structure_element_iter_next (iter));
}

/* The text in the order in which a screen reader has it, each element on a line. Poppler 22.12
 * encodes it twice, so that only plain letters are worth comparing. */
static char *
get_structure_text (PopplerDocument *pdf)
{
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (pdf);
  GString *text = g_string_new ("\n");

  g_assert_nonnull (iter);
  append_structure (iter, text);
  poppler_structure_element_iter_free (iter);

  return g_string_free (text, FALSE);
}

/* What is left of a text without the spaces and the line breaks of a page. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (squeezed, g_utf8_get_char (p));
    }

  return g_string_free (squeezed, FALSE);
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;

  return n;
}

static void
assert_in_order (const char        *text,
                 const char *const *words)
{
  for (; *words != NULL; words++)
    {
      const char *found = strstr (text, *words);

      if (found == NULL)
        g_error ("« %s » is not where it should be in:\n%s", *words, text);
      text = found + strlen (*words);
    }
}

static void
assert_within_margins (PopplerDocument *pdf)
{
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (pdf, i);
      g_autofree PopplerRectangle *boxes = NULL;
      guint n_boxes;

      g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
      for (guint j = 0; j < n_boxes; j++)
        {
          g_assert_cmpfloat (boxes[j].x1, >=, SIDE - 0.5);
          g_assert_cmpfloat (boxes[j].x2, <=, VOLETS_DOCUMENT_WIDTH - SIDE + 0.5);
          g_assert_cmpfloat (boxes[j].y1, >=, EDGE);
          g_assert_cmpfloat (boxes[j].y2, <=, VOLETS_DOCUMENT_HEIGHT - EDGE);
        }
    }
}

/* No character lies upon another. The boxes of a font are as high as its line, so they are taken
 * at half their height. */
static void
assert_no_overlap (PopplerDocument *pdf)
{
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (pdf, i);
      g_autofree PopplerRectangle *boxes = NULL;
      guint n_boxes;

      g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
      for (guint a = 0; a < n_boxes; a++)
        {
          for (guint b = a + 1; b < n_boxes; b++)
            {
              double shared_x = MIN (boxes[a].x2, boxes[b].x2) - MAX (boxes[a].x1, boxes[b].x1);
              double shared_y = MIN (boxes[a].y2, boxes[b].y2) - MAX (boxes[a].y1, boxes[b].y1);
              double height = MIN (boxes[a].y2 - boxes[a].y1, boxes[b].y2 - boxes[b].y1);

              g_assert_false (shared_x > 1 && shared_y > height / 2);
            }
        }
    }
}

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
  volets_sheet_add_figures (sheet, WORDS ("Montant", "Subvention"), WORDS ("12\u202f345,67", "70 %"));
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

  pdf = print (sheet);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 2);
  text = get_structure_text (pdf);
  assert_in_order (text, WORDS ("Commune d", "\nAppel\n", "Montant\n12 345,67\n",
                                "Subvention\n70 %\nLe demandeur\nNom\nBly\nMaire\nAnne Roux\n",
                                "Les raisons\n", "premier point\n", "second point\n",
                                "Adresse\nClasses\n", "Subvention\nMaternelles\nLes Lilas\n"
                                "2 rue Basse\n3\n61\n1 000,00\n", "Somme\n\n3\n61\n1 000,00\n",
                                "Une note.\nFin.\n"));
  first_page = get_page_text (pdf, 0);
  assert_in_order (first_page, WORDS ("Commune d’Ébly", "« L’école » ; a.", "−12,00 €",
                                      "Page 1 / 2"));
  last_page = get_page_text (pdf, 1);
  assert_in_order (last_page, WORDS ("Fin.", "Page 2 / 2"));
  assert_within_margins (pdf);
  assert_no_overlap (pdf);
}

/* Poppler ended a cell at the first no-break space, and words around a line break stuck together. */
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

  pdf = print (sheet);
  text = get_structure_text (pdf);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 4);
  g_assert_cmpuint (count (text, "Page"), ==, 0);

  /* Each of the three page breaks may come between two of the words. */
  g_assert_cmpuint (count (text, "% la suite : 1 "), >=, 996);
}

static void
test_long_table (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (150);
  g_autoptr (Pdf) pdf = print (sheet);
  int n_pages = poppler_document_get_n_pages (pdf);
  guint next = 1;

  g_assert_cmpint (n_pages, >, 2);
  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *text = get_page_text (pdf, i);
      g_autofree char *number = g_strdup_printf ("Page %d / %d", i + 1, n_pages);

      g_assert_cmpuint (count (text, "Adresse"), ==, 1);
      g_assert_cmpuint (count (text, number), ==, 1);
      g_assert_cmpuint (count (text, "Empreinte 0123456789abcdef"), ==, 1);
      g_assert_cmpuint (count (text, "Synthèse — Ébly"), ==, i == 0 ? 0 : 1);
      for (;; next++)
        {
          g_autofree char *name = g_strdup_printf ("École n°%04u", next);

          if (strstr (text, name) == NULL)
            break;
        }
      g_assert_cmpint (next == 151, ==, i == n_pages - 1);
    }
  assert_within_margins (pdf);
  assert_no_overlap (pdf);
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

      pdf = print (sheet);
      for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
        {
          g_autofree char *text = get_page_text (pdf, i);

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

  pdf = print (sheet);
  text = get_text (pdf);
  for (guint i = 0; i < n_numbers; i++)
    {
      g_autofree char *number = g_strdup_printf ("mot%04u", i);

      g_assert_cmpuint (count (text, number), ==, 4);
    }
  g_assert_cmpuint (count (text, "9 999 999,99 €"), ==, 1);

  squeezed = squeeze (text);
  g_assert_nonnull (strstr (squeezed, word->str));
  for (guint i = 0; i < 75; i++)
    {
      g_autofree char *part = g_strdup_printf ("%03u", i);

      g_assert_cmpuint (count (squeezed, part), >=, 4);
    }
  assert_within_margins (pdf);
  assert_no_overlap (pdf);
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

  pdf = print (sheet);
  text = get_text (pdf);
  g_assert_cmpuint (count (text, "12 345 678,90 €"), ==, 6);
  assert_within_margins (pdf);
  assert_no_overlap (pdf);
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

  pdf = print (sheet);
  text = get_text (pdf);
  squeezed = squeeze (text);
  g_assert_cmpuint (count (squeezed, "€"), ==, 14);
  assert_within_margins (pdf);
  assert_no_overlap (pdf);
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

  pdf = print (sheet);
  text = get_text (pdf);
  assert_in_order (text, WORDS ("a b c", "d\ne", "f", "École finale"));
  assert_within_margins (pdf);
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
  pdf = print (sheet);
  g_test_message ("printed in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);

  text = get_text (pdf);
  g_assert_cmpuint (count (text, "École n°"), ==, 1000);
  g_assert_nonnull (strstr (text, "École n°1000"));
  assert_within_margins (pdf);
}

static void
test_same_bytes (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (60);
  g_autoptr (VoletsSheet) twin = create_long_sheet (60);
  g_autoptr (GBytes) first = render (sheet, "2021-03-31");
  g_autoptr (GBytes) second = render (sheet, "2021-03-31");
  g_autoptr (GBytes) other = render (twin, "2021-03-31");
  g_autoptr (GBytes) later = render (sheet, "2021-04-01");

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, other));
  g_assert_false (g_bytes_equal (first, later));
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
      g_autoptr (Element) element =
        poppler_structure_element_iter_get_element (iter);
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
  g_autoptr (VoletsSheet) sheet = create_long_sheet (150);
  g_autoptr (Pdf) pdf = NULL;
  PopplerStructureElementIter *iter;
  Structure found = { 0 };

  volets_sheet_add_list (sheet, WORDS ("un", "deux"));
  volets_sheet_add_paragraph (sheet, "Fin");
  pdf = print (sheet);

  iter = poppler_structure_element_iter_new (pdf);
  g_assert_nonnull (iter);
  walk (iter, POPPLER_STRUCTURE_ELEMENT_DOCUMENT, &found);
  poppler_structure_element_iter_free (iter);

  g_assert_cmpuint (found.n_titles, ==, 1);
  g_assert_cmpuint (found.n_tables, ==, 1);
  g_assert_cmpuint (found.n_rows, ==, 152);
  g_assert_cmpuint (found.n_heads, ==, 6);
  g_assert_cmpuint (found.n_cells, ==, 151 * 6);
  g_assert_cmpuint (found.n_items, ==, 2);
}

static void
test_outline (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (60);
  g_autoptr (Pdf) pdf = NULL;
  PopplerIndexIter *iter, *child;
  PopplerAction *action;

  volets_sheet_add_page_break (sheet);
  volets_sheet_add_heading (sheet, 2, "L'annexe");
  pdf = print (sheet);

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
  g_autoptr (VoletsSheet) sheet = create_long_sheet (3);
  g_autoptr (Pdf) pdf = print (sheet);
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
  g_autoptr (VoletsSheet) sheet = create_long_sheet (3);
  g_autoptr (Pdf) pdf = print (sheet);
  g_autofree char *title = poppler_document_get_title (pdf);
  g_autofree char *author = poppler_document_get_author (pdf);
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (pdf);
  g_autofree char *date = g_date_time_format_iso8601 (created);

  g_assert_cmpstr (title, ==, "Synthèse de la demande");
  g_assert_cmpstr (author, ==, "Commune d’Ébly");
  g_assert_cmpstr (date, ==, "2021-03-31T00:00:00Z");
}

static void
test_fingerprint_comes_back (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (3);
  g_autoptr (GBytes) bytes = render (sheet, "2021-03-31");
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = volets_pdf_read_fingerprint (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fingerprint, ==, FINGERPRINT);
}

static void
test_no_fingerprint (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (3);
  VoletsPdfInfo info = { .keywords = "écoles, empreinte:12", .date = "2021-03-31" };
  g_autoptr (GBytes) bytes = volets_pdf_render (VOLETS_DOCUMENT (sheet), &info, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_pdf_read_fingerprint (bytes, &error));
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FINGERPRINT);
}

static void
test_not_a_pdf (void)
{
  g_autoptr (VoletsSheet) sheet = create_long_sheet (3);
  g_autoptr (GBytes) whole = render (sheet, "2021-03-31");
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("<?xml version='1.0'?>", 21);
  GBytes *files[] = { empty, text, half };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (volets_pdf_read_fingerprint (files[i], &error));
      g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NOT_PDF);
      g_assert_true (g_str_has_suffix (error->message, "."));
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
  g_test_add_func ("/sheet/thousand-rows-in-time", test_thousand_rows_in_time);
  g_test_add_func ("/sheet/same-bytes", test_same_bytes);
  g_test_add_func ("/sheet/pages-draw-alone", test_pages_draw_alone);
  g_test_add_func ("/sheet/structure-is-one-table-over-all-pages",
                   test_structure_is_one_table_over_all_pages);
  g_test_add_func ("/sheet/outline", test_outline);
  g_test_add_func ("/sheet/fonts-are-embedded", test_fonts_are_embedded);
  g_test_add_func ("/sheet/metadata", test_metadata);
  g_test_add_func ("/pdf/fingerprint-comes-back", test_fingerprint_comes_back);
  g_test_add_func ("/pdf/no-fingerprint", test_no_fingerprint);
  g_test_add_func ("/pdf/not-a-pdf", test_not_a_pdf);
  g_test_add_func ("/pdf/locked", test_locked_pdf);

  return g_test_run ();
}
