/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/odt-content.h"

#include "documents/odf-xml.h"
#include "documents/odt-automatic.h"
#include "documents/odt-styles.h"
#include "documents/sheet-grid.h"
#include "documents/sheet-private.h"
#include "documents/sheet-signatures.h"

/* A block of one cell. */
static const struct {
  const VoletsSheetLook *look;
  const char            *style;
  const char            *outline;
} TEXTS[] = {
  { &volets_sheet_look_overline, VOLETS_ODT_OVERLINE, NULL },
  { &volets_sheet_look_letterhead, VOLETS_ODT_REPUBLIC, NULL },
  { &volets_sheet_look_issuer, VOLETS_ODT_ISSUER, NULL },
  { &volets_sheet_look_title, VOLETS_ODT_TITLE, "1" },
  { &volets_sheet_look_act_title, VOLETS_ODT_TITLE, "1" },
  { &volets_sheet_look_subtitle, VOLETS_ODT_SUBTITLE, NULL },
  { &volets_sheet_look_heading2, VOLETS_ODT_HEADING_2, "2" },
  { &volets_sheet_look_act_heading, VOLETS_ODT_HEADING_2, "2" },
  { &volets_sheet_look_heading3, VOLETS_ODT_HEADING_3, "3" },
  { &volets_sheet_look_paragraph, VOLETS_ODT_BODY, NULL },
  { &volets_sheet_look_note, VOLETS_ODT_NOTE, NULL },
};

static const char *
get_text_style (VoletsSheetBlock  *block,
                const char       **outline)
{
  const VoletsSheetLook *look = volets_sheet_grid_get_look (VOLETS_SHEET_GRID (block));

  *outline = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      if (TEXTS[i].look == look)
        {
          *outline = TEXTS[i].outline;
          return TEXTS[i].style;
        }
    }

  return NULL;
}

static void
add_paragraph (VoletsOdfXml *xml,
               const char   *style,
               const char   *outline,
               const char   *text)
{
  volets_odf_xml_open (xml, outline != NULL ? "text:h" : "text:p", "text:style-name", style,
                       "text:outline-level", outline, NULL);
  volets_odf_xml_text (xml, text);
  volets_odf_xml_close (xml);
}

/* Each line is a paragraph: whoever amends the text adds a visa as one more. */
static void
add_text (VoletsOdfXml     *xml,
          VoletsSheetBlock *block,
          gboolean          is_first)
{
  const VoletsSheetRow *row = volets_sheet_grid_get_row (VOLETS_SHEET_GRID (block), 0);
  g_auto (GStrv) lines = g_strsplit (row->cells[0], "\n", -1);
  const char *outline;
  const char *style = get_text_style (block, &outline);

  if (is_first)
    style = VOLETS_ODT_FIRST;
  else if (volets_sheet_block_keeps_next (block))
    style = VOLETS_ODT_KEPT;
  for (guint i = 0; lines[i] != NULL; i++)
    add_paragraph (xml, style, outline, lines[i]);
}

static void
add_list (VoletsOdfXml    *xml,
          VoletsSheetGrid *grid)
{
  volets_odf_xml_open (xml, "text:list", "text:style-name", VOLETS_ODT_BULLETS, NULL);
  for (guint i = 0; i < volets_sheet_grid_get_n_rows (grid); i++)
    {
      volets_odf_xml_open (xml, "text:list-item", NULL);
      add_paragraph (xml, VOLETS_ODT_LIST, NULL, volets_sheet_grid_get_row (grid, i)->cells[1]);
      volets_odf_xml_close (xml);
    }
  volets_odf_xml_close (xml);
}

static void
add_articles (VoletsOdfXml    *xml,
              VoletsSheetGrid *grid)
{
  for (guint i = 0; i < volets_sheet_grid_get_n_rows (grid); i++)
    {
      const VoletsSheetRow *row = volets_sheet_grid_get_row (grid, i);
      g_autofree char *label = g_strconcat (row->cells[0], " ", NULL);

      volets_odf_xml_open (xml, "text:p", "text:style-name", VOLETS_ODT_ARTICLE, NULL);
      volets_odf_xml_open (xml, "text:span", "text:style-name", VOLETS_ODT_ARTICLE_LABEL, NULL);
      volets_odf_xml_text (xml, label);
      volets_odf_xml_close (xml);
      volets_odf_xml_text (xml, row->cells[1]);
      volets_odf_xml_close (xml);
    }
}

static char *
name_cell_style (VoletsSheetGrid      *grid,
                 const VoletsSheetRow *row,
                 guint                 column)
{
  const VoletsSheetLook *look = volets_sheet_grid_get_look (grid);
  gboolean at_end = row->kind != VOLETS_SHEET_ROW_GROUP
                    && volets_sheet_grid_get_column (grid, column)->align == VOLETS_ALIGN_END;
  const char *style = VOLETS_ODT_CELL;

  if (!volets_odt_is_data (look))
    return g_strdup (column % 2 == 0 ? VOLETS_ODT_LABEL : VOLETS_ODT_VALUE);

  if (row->kind == VOLETS_SHEET_ROW_HEAD || row->kind == VOLETS_SHEET_ROW_GROUP)
    style = VOLETS_ODT_CELL_HEAD;
  else if (row->kind == VOLETS_SHEET_ROW_TOTAL)
    style = VOLETS_ODT_CELL_TOTAL;

  return g_strconcat (style, at_end ? VOLETS_ODT_AT_END : NULL, NULL);
}

static const char *
get_case (VoletsSheetGrid      *grid,
          const VoletsSheetRow *row)
{
  if (!volets_odt_is_data (volets_sheet_grid_get_look (grid)))
    return VOLETS_ODT_CASE_FIELD;
  if (row->kind == VOLETS_SHEET_ROW_HEAD)
    return VOLETS_ODT_CASE_HEAD;

  return row->kind == VOLETS_SHEET_ROW_BODY ? VOLETS_ODT_CASE : VOLETS_ODT_CASE_TOTAL;
}

static void
add_row (VoletsOdfXml         *xml,
         VoletsSheetGrid      *grid,
         const VoletsSheetRow *row)
{
  guint n_columns = volets_sheet_grid_get_n_columns (grid);
  g_autofree char *span =
    row->n_cells < n_columns ? g_strdup_printf ("%u", n_columns) : NULL;

  volets_odf_xml_open (xml, "table:table-row", "table:style-name", VOLETS_ODT_ROW, NULL);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *style = name_cell_style (grid, row, i);

      volets_odf_xml_open (xml, "table:table-cell", "table:style-name", get_case (grid, row),
                           "table:number-columns-spanned", span, "office:value-type", "string",
                           NULL);
      add_paragraph (xml, style, NULL, row->cells[i]);
      volets_odf_xml_close (xml);
    }
  for (guint i = row->n_cells; i < n_columns; i++)
    volets_odf_xml_add (xml, "table:covered-table-cell", NULL);
  volets_odf_xml_close (xml);
}

static void
open_table (VoletsOdfXml *xml,
            guint         number)
{
  g_autofree char *name = volets_odt_name_table (number);

  volets_odf_xml_open (xml, "table:table", "table:name", name, "table:style-name", name, NULL);
}

static void
add_table (VoletsOdfXml    *xml,
           VoletsSheetGrid *grid,
           guint            number)
{
  open_table (xml, number);
  for (guint i = 0; i < volets_sheet_grid_get_n_columns (grid); i++)
    {
      g_autofree char *column = volets_odt_name_column (number, i);

      volets_odf_xml_add (xml, "table:table-column", "table:style-name", column, NULL);
    }
  for (guint i = 0; i < volets_sheet_grid_get_n_rows (grid); i++)
    {
      const VoletsSheetRow *row = volets_sheet_grid_get_row (grid, i);
      gboolean is_head = row->kind == VOLETS_SHEET_ROW_HEAD;

      if (is_head)
        volets_odf_xml_open (xml, "table:table-header-rows", NULL);
      add_row (xml, grid, row);
      if (is_head)
        volets_odf_xml_close (xml);
    }
  volets_odf_xml_close (xml);
}

static void
add_signatures (VoletsOdfXml          *xml,
                VoletsSheetSignatures *signatures,
                guint                  number)
{
  const char *const *roles = volets_sheet_signatures_get_roles (signatures);
  const char *const *names = volets_sheet_signatures_get_names (signatures);
  g_autofree char *column = volets_odt_name_column (number, 0);
  g_autofree char *n_boxes = g_strdup_printf ("%u", g_strv_length ((GStrv) roles));

  open_table (xml, number);
  volets_odf_xml_add (xml, "table:table-column", "table:style-name", column,
                      "table:number-columns-repeated", n_boxes, NULL);
  volets_odf_xml_open (xml, "table:table-row", "table:style-name", VOLETS_ODT_ROW_SIGNATURE, NULL);
  for (guint i = 0; roles[i] != NULL; i++)
    {
      volets_odf_xml_open (xml, "table:table-cell", "table:style-name", VOLETS_ODT_CASE_SIGNATURE,
                           "office:value-type", "string", NULL);
      add_paragraph (xml, VOLETS_ODT_SIGNATURE, NULL, roles[i]);
      add_paragraph (xml, VOLETS_ODT_SIGNATURE_NAME, NULL, names[i]);
      volets_odf_xml_close (xml);
    }
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
}

static void
add_grid (VoletsOdfXml    *xml,
          VoletsSheetGrid *grid,
          guint            number)
{
  const VoletsSheetLook *look = volets_sheet_grid_get_look (grid);

  if (look == &volets_sheet_look_list)
    add_list (xml, grid);
  else if (look == &volets_sheet_look_articles)
    add_articles (xml, grid);
  else if (volets_odt_is_table (VOLETS_SHEET_BLOCK (grid)))
    add_table (xml, grid, number);
  else
    add_text (xml, VOLETS_SHEET_BLOCK (grid), number == 0);
}

/**
 * volets_odt_make_content:
 * @sheet: a paper of headings, paragraphs, lists, terms, fields, articles, tables and signatures
 *
 * Returns: (transfer full): content.xml: all that is on @sheet, in its order
 */
GBytes *
volets_odt_make_content (VoletsSheet *sheet)
{
  g_autoptr (VoletsOdfXml) xml = volets_odf_xml_new ("office:document-content");
  GPtrArray *blocks = volets_sheet_get_blocks (sheet);
  const char *outline;

  volets_odt_add_automatic_styles (xml, blocks,
                                   get_text_style (g_ptr_array_index (blocks, 0), &outline));
  volets_odf_xml_open (xml, "office:body", NULL);
  volets_odf_xml_open (xml, "office:text", NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      VoletsSheetBlock *block = g_ptr_array_index (blocks, i);

      if (VOLETS_IS_SHEET_SIGNATURES (block))
        add_signatures (xml, VOLETS_SHEET_SIGNATURES (block), i);
      else
        add_grid (xml, VOLETS_SHEET_GRID (block), i);
    }

  return volets_odf_xml_finish (xml);
}
