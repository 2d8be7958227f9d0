/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/odt-automatic.h"

#include "documents/odt-styles.h"
#include "documents/sheet-grid.h"
#include "documents/sheet-signatures.h"

/* What a signature box takes where it is alone, of the width of the text. */
#define SIGNATURE_WIDTH "8.5cm"

static void
add_table_styles (VoletsOdfXml    *xml,
                  VoletsSheetGrid *grid,
                  guint            number)
{
  g_autofree char *name = volets_odt_name_table (number);
  g_autofree char *before = volets_odf_format_points (volets_sheet_grid_get_look (grid)->before);
  g_autofree char *after = volets_odf_format_points (volets_sheet_grid_get_look (grid)->after);
  gboolean is_kept = volets_sheet_block_keeps_next (VOLETS_SHEET_BLOCK (grid));
  gboolean is_whole =
    volets_sheet_grid_get_n_rows (grid) <= volets_sheet_grid_get_look (grid)->whole_rows;

  volets_odf_xml_open (xml, "style:style", "style:name", name, "style:family", "table", NULL);
  volets_odf_xml_add (xml, "style:table-properties", "style:width", "17cm",
                      "table:align", "margins", "fo:margin-top", before, "fo:margin-bottom", after,
                      "fo:keep-with-next", is_kept ? "always" : NULL,
                      "style:may-break-between-rows", is_whole ? "false" : NULL, NULL);
  volets_odf_xml_close (xml);
  for (guint i = 0; i < volets_sheet_grid_get_n_columns (grid); i++)
    {
      g_autofree char *column = volets_odt_name_column (number, i);
      g_autofree char *width =
        volets_odf_format_points (volets_sheet_grid_get_column (grid, i)->width);

      volets_odf_xml_open (xml, "style:style", "style:name", column, "style:family",
                           "table-column", NULL);
      volets_odf_xml_add (xml, "style:table-column-properties", "style:column-width", width, NULL);
      volets_odf_xml_close (xml);
    }
}

static void
add_cell_style (VoletsOdfXml *xml,
                const char   *name,
                const char   *background,
                const char   *border,
                const char   *bottom)
{
  volets_odf_xml_open (xml, "style:style", "style:name", name, "style:family", "table-cell", NULL);
  volets_odf_xml_add (xml, "style:table-cell-properties", "fo:padding", "4pt",
                      "fo:background-color", background, "fo:border", border,
                      "fo:border-left", border == NULL ? "none" : NULL,
                      "fo:border-right", border == NULL ? "none" : NULL,
                      "fo:border-top", border == NULL ? "none" : NULL,
                      "fo:border-bottom", bottom, NULL);
  volets_odf_xml_close (xml);
}

static void
add_row_style (VoletsOdfXml *xml,
               const char   *name,
               const char   *height)
{
  volets_odf_xml_open (xml, "style:style", "style:name", name, "style:family", "table-row", NULL);
  volets_odf_xml_add (xml, "style:table-row-properties", "style:min-row-height", height,
                      "fo:keep-together", "always", NULL);
  volets_odf_xml_close (xml);
}

static void
add_signature_styles (VoletsOdfXml          *xml,
                      VoletsSheetSignatures *signatures,
                      guint                  number)
{
  g_autofree char *name = volets_odt_name_table (number);
  g_autofree char *column = volets_odt_name_column (number, 0);
  guint n_boxes = g_strv_length ((GStrv) volets_sheet_signatures_get_roles (signatures));
  g_autofree char *box_width = volets_odf_format_points (17.0 / 2.54 * 72 / n_boxes);

  volets_odf_xml_open (xml, "style:style", "style:name", name, "style:family", "table", NULL);
  volets_odf_xml_add (xml, "style:table-properties",
                      "style:width", n_boxes == 1 ? SIGNATURE_WIDTH : "17cm",
                      "table:align", n_boxes == 1 ? "left" : "margins",
                      "fo:margin-top", "8pt", "fo:margin-bottom", "10pt", NULL);
  volets_odf_xml_close (xml);
  volets_odf_xml_open (xml, "style:style", "style:name", column, "style:family", "table-column",
                       NULL);
  volets_odf_xml_add (xml, "style:table-column-properties", "style:column-width",
                      n_boxes == 1 ? SIGNATURE_WIDTH : box_width, NULL);
  volets_odf_xml_close (xml);
}

static void
add_paragraph_style (VoletsOdfXml *xml,
                     const char   *name,
                     const char   *parent,
                     const char   *page,
                     const char   *keep)
{
  volets_odf_xml_open (xml, "style:style", "style:name", name, "style:family", "paragraph",
                       "style:parent-style-name", parent, "style:master-page-name", page, NULL);
  volets_odf_xml_add (xml, "style:paragraph-properties", "fo:keep-with-next", keep, NULL);
  volets_odf_xml_close (xml);
}

/**
 * volets_odt_add_automatic_styles:
 * @xml: content.xml
 * @blocks: (element-type VoletsSheetBlock): what is on the paper; a table is called after its place
 * @first_style: the style of the first of them, which begins the first page
 */
void
volets_odt_add_automatic_styles (VoletsOdfXml *xml,
                                 GPtrArray    *blocks,
                                 const char   *first_style)
{
  volets_odf_xml_open (xml, "office:automatic-styles", NULL);
  add_paragraph_style (xml, VOLETS_ODT_FIRST, first_style, VOLETS_ODT_FIRST_PAGE, "always");
  add_paragraph_style (xml, VOLETS_ODT_KEPT, VOLETS_ODT_BODY, NULL, "always");
  for (guint i = 0; i < blocks->len; i++)
    {
      VoletsSheetBlock *block = g_ptr_array_index (blocks, i);

      if (volets_odt_is_table (block))
        add_table_styles (xml, VOLETS_SHEET_GRID (block), i);
      else if (VOLETS_IS_SHEET_SIGNATURES (block))
        add_signature_styles (xml, VOLETS_SHEET_SIGNATURES (block), i);
    }
  add_row_style (xml, VOLETS_ODT_ROW, "18pt");
  add_row_style (xml, VOLETS_ODT_ROW_SIGNATURE, "3.4cm");
  add_cell_style (xml, VOLETS_ODT_CASE, NULL, NULL, "0.5pt solid #cecece");
  add_cell_style (xml, VOLETS_ODT_CASE_HEAD, "#ececec", NULL, "0.9pt solid #383838");
  add_cell_style (xml, VOLETS_ODT_CASE_TOTAL, "#f6f6f6", NULL, "0.9pt solid #383838");
  add_cell_style (xml, VOLETS_ODT_CASE_FIELD, NULL, NULL, "0.5pt solid #909090");
  add_cell_style (xml, VOLETS_ODT_CASE_SIGNATURE, NULL, "0.6pt solid #5a5a5a", NULL);
  volets_odf_xml_close (xml);
}

/**
 * volets_odt_is_data:
 * @look: how a block is drawn
 *
 * Returns: whether it is a table on the sheet
 */
gboolean
volets_odt_is_data (const VoletsSheetLook *look)
{
  return look == &volets_sheet_look_table || look == &volets_sheet_look_act_table;
}

/**
 * volets_odt_is_table:
 * @block: what is on a sheet
 *
 * Returns: whether it is a table in a text: one on the sheet, or labels and values
 */
gboolean
volets_odt_is_table (VoletsSheetBlock *block)
{
  const VoletsSheetLook *look;

  if (!VOLETS_IS_SHEET_GRID (block))
    return FALSE;

  look = volets_sheet_grid_get_look (VOLETS_SHEET_GRID (block));
  return volets_odt_is_data (look) || look == &volets_sheet_look_fields
         || look == &volets_sheet_look_terms;
}

char *
volets_odt_name_table (guint number)
{
  return g_strdup_printf ("Tableau%u", number);
}

char *
volets_odt_name_column (guint number,
                        guint column)
{
  return g_strdup_printf ("Tableau%u.%u", number, column + 1);
}
