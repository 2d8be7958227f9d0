/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary as those who get it read it: on the pages, and in the structure that a screen reader
 * follows. */
#include <string.h>

#include "act.h"
#include "documents/sheet-grid.h"
#include "documents/sheet-private.h"
#include "documents/summary.h"
#include "engine/call-store.h"
#include "engine/expense.h"
#include "engine/french.h"
#include "engine/funder.h"
#include "engine/money.h"
#include "engine/project.h"
#include "engine/school.h"
#include "support/big-dossier.h"
#include "support/random-dossier.h"

#define DAY "2021-03-15"
#define N_RANDOM 6

/* Every font for Latin letters has the accents up to here. */
#define LAST_EVERYWHERE 0x36f

#define N_SCHOOLS 1000

static const char *const EXAMPLES[] = {
  "vaison-la-romaine", "ecole-de-village", "syndicat-de-communes",
};

static VoletsDocument *
create_summary (const Act *act)
{
  return volets_summary_new (act->dossier, act->subsidy, DAY);
}

/* What is left of a text that any version of Poppler reads alike. */
static char *
keep_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (plain, *p);
    }

  return g_string_free (plain, FALSE);
}

static void
assert_amount (const char *flat_text,
               gint64      amount)
{
  g_autofree char *text = volets_money_format (amount);

  act_assert_holds (flat_text, text);
}

/* --- The first page --- */

static void
test_the_first_page_is_complete (gconstpointer example)
{
  g_auto (Act) act = { 0 };
  g_autoptr (VoletsDocument) summary = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *page = NULL;
  g_autofree char *second_page = NULL;
  g_autofree char *text = NULL;
  g_autofree char *schools = NULL;

  act_load (&act, example);
  summary = create_summary (&act);
  pdf = reader_print (summary);
  page = reader_get_page_text (pdf, 0);
  second_page = reader_get_page_text (pdf, 1);
  text = reader_squeeze (page);
  schools = volets_french_count (act.subsidy->n_schools, "école", "écoles");

  act_assert_holds (text, volets_record_get_text (act_get (&act, VOLETS_SECTION_PROJECT),
                                                  VOLETS_PROJECT_TITLE));
  act_assert_holds (text, act.call->title);
  act_assert_holds (text, schools);
  assert_amount (text, act.subsidy->amount);
  assert_amount (text, act.subsidy->declared);
  assert_amount (text, act.subsidy->own_share);
  if (act.subsidy->public_funders > 0)
    assert_amount (text, act.subsidy->public_funders);
  if (act.subsidy->private_funders > 0)
    assert_amount (text, act.subsidy->private_funders);
  act_assert_holds (text, "La décision attendue");
  act_assert_holds (text, "Il est proposé");
  act_assert_holds (text, "d’approuver le projet");
  act_assert_holds (text, "de solliciter de l’État");
  act_assert_holds (text, "d’autoriser");
  act_assert_holds (text, "de financer ce qui reste à la charge");

  /* What is decided is not split, and what follows is not on the page of the vote. */
  g_assert_null (strstr (page, "Volet par volet"));
  g_assert_null (strstr (second_page, "Il est proposé"));
}

/* --- The structure --- */

typedef struct {
  guint      n_titles;
  guint      n_tables;
  guint      n_rows;
  guint      n_cells;
  GPtrArray *alternatives;
} Structure;

static void
count (PopplerStructureElementIter *iter,
       PopplerStructureElementKind  parent,
       Structure                   *found)
{
  do
    {
      g_autoptr (Element) element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
      PopplerStructureElementKind kind = poppler_structure_element_get_kind (element);
      gboolean is_cell = kind == POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING
                         || kind == POPPLER_STRUCTURE_ELEMENT_TABLE_DATA;

      found->n_titles += kind == POPPLER_STRUCTURE_ELEMENT_HEADING_1;
      found->n_tables += kind == POPPLER_STRUCTURE_ELEMENT_TABLE;
      found->n_rows += kind == POPPLER_STRUCTURE_ELEMENT_TABLE_ROW;
      found->n_cells += is_cell;
      g_assert_cmpint (kind == POPPLER_STRUCTURE_ELEMENT_TABLE_ROW, ==,
                       parent == POPPLER_STRUCTURE_ELEMENT_TABLE);
      g_assert_cmpint (is_cell, ==, parent == POPPLER_STRUCTURE_ELEMENT_TABLE_ROW);
      if (kind == POPPLER_STRUCTURE_ELEMENT_FIGURE)
        g_ptr_array_add (found->alternatives, poppler_structure_element_get_alt_text (element));
      if (child != NULL)
        count (child, kind, found);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
    }
  while (poppler_structure_element_iter_next (iter));
}

static guint
count_charts (const VoletsSubsidy *subsidy)
{
  guint n_charts = subsidy->declared > 0 ? 1 : 0;

  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);

      n_charts += volet->rule->brackets->len > 0 && (volet->eligible > 0 || volet->headroom > 0);
    }

  return n_charts;
}

static void
test_the_structure_is_that_of_a_paper (gconstpointer example)
{
  g_auto (Act) act = { 0 };
  g_autoptr (VoletsDocument) summary = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new_with_free_func (g_free);
  Structure found = { .alternatives = alternatives };
  PopplerStructureElementIter *iter;
  g_autofree char *first = NULL;
  guint n_schools, n_lines;

  act_load (&act, example);
  summary = create_summary (&act);
  pdf = reader_print (summary);
  iter = poppler_structure_element_iter_new (pdf);
  count (iter, POPPLER_STRUCTURE_ELEMENT_DOCUMENT, &found);
  poppler_structure_element_iter_free (iter);

  g_assert_cmpuint (found.n_titles, ==, 1);
  n_schools = volets_dossier_get_n_rows (act.dossier, VOLETS_SECTION_SCHOOLS);
  n_lines = volets_dossier_get_n_rows (act.dossier, VOLETS_SECTION_EQUIPMENT)
            + volets_dossier_get_n_rows (act.dossier, VOLETS_SECTION_SERVICE_LINES);
  /* Volets, receipts, expenses, schools, lines, and a computation at least. */
  g_assert_cmpuint (found.n_tables, >=, 6);
  g_assert_cmpuint (found.n_rows, >, n_schools + n_lines + 2 * found.n_tables);
  g_assert_cmpuint (found.n_cells, >, 3 * found.n_rows);

  g_assert_cmpuint (alternatives->len, ==, count_charts (act.subsidy));
  first = reader_squeeze (g_ptr_array_index (alternatives, 0));
  act_assert_holds (first, "Qui paie : État (demandé)");
  assert_amount (first, act.subsidy->amount);
  assert_amount (first, act.subsidy->own_share);
}

static void
test_all_is_read_in_order (gconstpointer example)
{
  g_auto (Act) act = { 0 };
  g_autoptr (VoletsDocument) summary = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *read = NULL;
  g_autofree char *text = NULL;
  const char *position;

  act_load (&act, example);
  summary = create_summary (&act);
  pdf = reader_print (summary);
  read = reader_get_structure_text (pdf);
  text = keep_plain (read);
  reader_assert_in_order (text, WORDS ("Objet", "Quipaie", "Voletparvolet", "Leplandefinancement",
                                       "Annexe1", "Annexe2", "Annexe3", "Sources"));

  position = strstr (text, "Annexe1");
  for (guint i = 0; i < volets_dossier_get_n_rows (act.dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (act.dossier, VOLETS_SECTION_SCHOOLS, i);
      g_autofree char *name = keep_plain (volets_record_get_text (school, VOLETS_SCHOOL_NAME));
      g_autofree char *row = g_strconcat (
        name, volets_record_get_text (school, VOLETS_SCHOOL_UAI), NULL);

      position = strstr (position, row);
      g_assert_nonnull (position);
    }
  position = strstr (position, "Annexe2");
  for (guint i = 0; i < volets_dossier_get_n_rows (act.dossier, VOLETS_SECTION_EQUIPMENT); i++)
    {
      VoletsRecord *line = volets_dossier_get_row (act.dossier, VOLETS_SECTION_EQUIPMENT, i);
      g_autofree char *label = keep_plain (volets_record_get_text (line, VOLETS_EXPENSE_LABEL));

      /* By family, which need not be their order. */
      g_assert_nonnull (strstr (position, label));
    }
}

static void
test_every_font_is_in_the_file (gconstpointer example)
{
  g_auto (Act) act = { 0 };
  g_autoptr (VoletsDocument) summary = NULL;
  g_autoptr (Pdf) pdf = NULL;
  PopplerFontInfo *info;
  PopplerFontsIter *iter = NULL;
  guint n_fonts = 0;

  act_load (&act, example);
  summary = create_summary (&act);
  pdf = reader_print (summary);
  info = poppler_font_info_new (pdf);
  g_assert_true (poppler_font_info_scan (info, poppler_document_get_n_pages (pdf), &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      n_fonts++;
    }
  while (poppler_fonts_iter_next (iter));
  g_assert_cmpuint (n_fonts, >=, 2);
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
}

/* --- Whatever is in it --- */

/* Words of any length, with what makes lines break and numbers stay together. */
static char *
make_text (guint       most,
           const char *odd)
{
  static const char *const PIECES[] = {
    "école", "a", "Saint-Aubin", "mutualisation", "12 345,67 €", "l’été", "n° 3", "(TTC)", "W",
    "anticonstitutionnellement", "« oui »", "50 %", "Œuvres", "et", "/", "x1y2z3",
  };
  GString *text = g_string_new (NULL);

  for (gint n = g_test_rand_int_range (0, (gint) most); n >= 0; n--)
    {
      g_string_append (text, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
      g_string_append (text, g_test_rand_int_range (0, 8) > 0 ? " " : odd);
    }

  return g_string_free (text, FALSE);
}

static void
set_text (VoletsRecord *record,
          guint         field,
          guint         most,
          const char   *odd)
{
  g_autofree char *text = make_text (most, odd);

  volets_record_set_text (record, field, text);
}

static void
set_texts (VoletsDossier *dossier,
           const char    *odd)
{
  static const struct {
    VoletsSection section;
    guint         field;
  } PLACES[] = {
    { VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_NAME },
    { VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_LABEL },
    { VOLETS_SECTION_SERVICE_LINES, VOLETS_EXPENSE_LABEL },
    { VOLETS_SECTION_FUNDERS, VOLETS_FUNDER_NAME },
  };
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);

  set_text (applicant, VOLETS_APPLICANT_NAME, 10, odd);
  set_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_NAME, 10, odd);
  set_text (project, VOLETS_PROJECT_TITLE, 20, odd);
  set_text (project, VOLETS_PROJECT_PLACE, 20, odd);
  set_text (project, VOLETS_PROJECT_DESCRIPTION, 300, odd);
  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      for (guint j = 0; j < volets_dossier_get_n_rows (dossier, PLACES[i].section); j++)
        set_text (volets_dossier_get_row (dossier, PLACES[i].section, j), PLACES[i].field, 10,
                  odd);
    }
}

/* For a character that no font here has, Pango draws a box with its code; those of @characters hold
 * a letter, so that no amount is taken for one. */
static void
drop_codes (GString    *text,
            const char *characters)
{
  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *code = g_strdup_printf (c > 0xffff ? "%06X" : "%04X", c);

      if (c > LAST_EVERYWHERE)
        g_string_replace (text, code, "", 0);
    }
}

/* Every text that was set into the paper comes out of it, whole and in its order; but for the
 * characters @odd, which a font may lack. */
static void
assert_nothing_is_lost (VoletsSheet *sheet,
                        Pdf         *pdf,
                        const char  *odd)
{
  GPtrArray *blocks = volets_sheet_get_blocks (sheet);
  g_autofree char *read = reader_get_structure_text (pdf);
  g_autofree char *plain = keep_plain (read);
  g_autoptr (GString) kept = g_string_new (plain);
  const char *position;

  drop_codes (kept, odd);
  position = kept->str;
  for (guint i = 0; i < blocks->len; i++)
    {
      VoletsSheetGrid *grid;

      if (!VOLETS_IS_SHEET_GRID (g_ptr_array_index (blocks, i)))
        continue;
      grid = g_ptr_array_index (blocks, i);
      for (guint j = 0; j < volets_sheet_grid_get_n_rows (grid); j++)
        {
          const VoletsSheetRow *row = volets_sheet_grid_get_row (grid, j);

          for (guint k = 0; k < row->n_cells; k++)
            {
              g_autofree char *cell = keep_plain (row->cells[k]);

              position = strstr (position, cell);
              if (position == NULL)
                g_error ("« %s » is not where it should be", row->cells[k]);
              position += strlen (cell);
            }
        }
    }
}

static void
test_random_texts_come_out_whole (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_auto (Act) act = { .dossier = volets_test_make_random_dossier (3, 6) };
      g_autoptr (VoletsDocument) summary = NULL;
      g_autoptr (Pdf) pdf = NULL;

      act.call = volets_call_store_find (volets_dossier_get_call_id (act.dossier));
      set_texts (act.dossier, i % 2 == 0 ? "\n" : "");
      act_compute (&act);
      summary = create_summary (&act);
      pdf = reader_print (summary);
      assert_nothing_is_lost (VOLETS_SHEET (summary), pdf, "");
      reader_assert_within_margins (pdf);
      reader_assert_no_overlap (pdf);
    }
}

/* Letters of fonts that most PCs have, and those that some do not: a box is drawn for these. */
static void
test_texts_of_any_script_come_out_whole (void)
{
  static const char *const ODD[] = {
    " مدرسة ", " 学园 ", " 🏫 ", " e\u0301 ", "\u200b", "\U000e0001",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ODD); i++)
    {
      g_auto (Act) act = { .dossier = volets_test_make_random_dossier (3, 4) };
      g_autoptr (VoletsDocument) summary = NULL;
      g_autoptr (Pdf) pdf = NULL;

      act.call = volets_call_store_find (volets_dossier_get_call_id (act.dossier));
      set_texts (act.dossier, ODD[i]);
      act_compute (&act);
      summary = create_summary (&act);
      pdf = reader_print (summary);
      reader_assert_within_margins (pdf);
      if (i > 0)
        assert_nothing_is_lost (VOLETS_SHEET (summary), pdf, ODD[i]);
    }
}

/* Nothing is left to the applicant, less than nothing even: that is said, and not drawn. */
static void
test_funders_who_give_too_much (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (VoletsDocument) summary = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;
  VoletsRecord *funder;

  act_load (&act, "vaison-la-romaine");
  funder = volets_dossier_append (act.dossier, VOLETS_SECTION_FUNDERS);
  volets_record_set_text (funder, VOLETS_FUNDER_NAME, "Département de Vaucluse");
  volets_record_set_number (funder, VOLETS_FUNDER_AMOUNT, 100000000);
  act_compute (&act);
  g_assert_cmpint (act.subsidy->own_share, <, 0);
  summary = create_summary (&act);
  pdf = reader_print (summary);
  page = reader_get_page_text (pdf, 0);
  text = reader_squeeze (page);
  assert_amount (text, act.subsidy->own_share);
  assert_amount (text, 100000000);
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);
}

/* --- However much is in it --- */

static char *
make_long_text (guint length)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; text->len < length; i++)
    g_string_append_printf (text, "mot%04u ", i);

  return g_string_free (text, FALSE);
}

static void
test_long_texts_are_not_cut (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *name = make_long_text (5000);
  g_autofree char *description = make_long_text (20000);
  g_autoptr (VoletsDocument) summary = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  act_load (&act, "syndicat-de-communes");
  volets_record_set_text (act_get (&act, VOLETS_SECTION_PROJECT), VOLETS_PROJECT_DESCRIPTION,
                          description);
  volets_record_set_text (act_get (&act, VOLETS_SECTION_PROJECT), VOLETS_PROJECT_TITLE, name);
  volets_record_set_text (volets_dossier_get_row (act.dossier, VOLETS_SECTION_SCHOOLS, 0),
                          VOLETS_SCHOOL_NAME, name);
  act_compute (&act);
  summary = create_summary (&act);
  pdf = reader_print (summary);
  text = reader_get_text (pdf);

  /* The title, the school, and what is said of the project. */
  for (guint i = 0; i < 5000 / strlen ("mot0000 "); i++)
    {
      g_autofree char *word = g_strdup_printf ("mot%04u", i);

      g_assert_cmpuint (reader_count (text, word), >=, 3);
    }
  g_assert_nonnull (strstr (text, "mot2499"));
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);
}

static void
test_a_thousand_schools (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (VoletsDocument) summary = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  int n_pages;
  const char *position;

  act_load (&act, "syndicat-de-communes");
  volets_test_fill_dossier (act.dossier, N_SCHOOLS, N_SCHOOLS);
  act_compute (&act);
  summary = create_summary (&act);
  pdf = reader_print (summary);
  n_pages = poppler_document_get_n_pages (pdf);
  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *page = reader_get_page_text (pdf, i);
      g_autofree char *number = g_strdup_printf ("Page %d / %d", i + 1, n_pages);

      g_assert_nonnull (strstr (page, number));
      g_string_append (text, page);
    }

  /* Each school in its order, with a head of the table on each of its pages. */
  position = strstr (text->str, "Annexe 1");
  for (guint i = 0; i < N_SCHOOLS; i++)
    {
      VoletsRecord *school = volets_dossier_get_row (act.dossier, VOLETS_SECTION_SCHOOLS, i);

      position = strstr (position, volets_record_get_text (school, VOLETS_SCHOOL_UAI));
      g_assert_nonnull (position);
    }
  g_assert_nonnull (strstr (position, "Annexe 2"));
  g_assert_cmpuint (reader_count (text->str, "UAI"), >, 20);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char    *name;
    GTestDataFunc  func;
  } TESTS[] = {
    { "the-first-page-is-complete", test_the_first_page_is_complete },
    { "the-structure-is-that-of-a-paper", test_the_structure_is_that_of_a_paper },
    { "all-is-read-in-order", test_all_is_read_in_order },
    { "every-font-is-in-the-file", test_every_font_is_in_the_file },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (TESTS); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (EXAMPLES); j++)
        {
          g_autofree char *path = g_strconcat ("/summary-reading/", TESTS[i].name, "/",
                                               EXAMPLES[j], NULL);

          g_test_add_data_func (path, EXAMPLES[j], TESTS[i].func);
        }
    }
  g_test_add_func ("/summary-reading/random-texts-come-out-whole",
                   test_random_texts_come_out_whole);
  g_test_add_func ("/summary-reading/texts-of-any-script-come-out-whole",
                   test_texts_of_any_script_come_out_whole);
  g_test_add_func ("/summary-reading/funders-who-give-too-much", test_funders_who_give_too_much);
  g_test_add_func ("/summary-reading/long-texts-are-not-cut", test_long_texts_are_not_cut);
  g_test_add_func ("/summary-reading/a-thousand-schools", test_a_thousand_schools);

  return g_test_run ();
}
