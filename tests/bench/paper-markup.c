/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-markup.h"

#include "documents/sheet-grid.h"
#include "documents/sheet-private.h"

typedef struct {
  const char *start;
  const char *end;
} Pair;

/* What a format writes around a text, a paragraph and the headings first, and around the parts of a
 * table. What is repeated at the head of a page is in a head. */
typedef struct {
  Pair        paper;
  Pair        texts[4];
  Pair        table;
  const char *column;
  Pair        head;
  Pair        row;
  Pair        cell;
  Pair        amount;
  const char *group_start;          /* then the number of columns */
  Pair        group;
  const char *covered;
} Format;

static const Format HTML = {
  .paper = {
    "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">\n"
    "<title>Synthèse</title>\n<style>\n"
    "@page { size: A4; margin: 22mm 20mm;\n"
    "  @bottom-right { content: \"Page \" counter(page) \" / \" counter(pages); } }\n"
    "body { font: 9pt \"Liberation Sans\"; }\n"
    "table { width: 100%; border-collapse: collapse; }\n"
    "td, th { border-bottom: .5pt solid #c9ced8; padding: 4pt 6pt; text-align: left;\n"
    "  vertical-align: top; }\n"
    "td.a { text-align: right; white-space: nowrap; }\n"
    "</style></head><body>\n",
    "</body></html>\n",
  },
  .texts = {
    { "<p>", "</p>\n" }, { "<h1>", "</h1>\n" }, { "<h2>", "</h2>\n" }, { "<h3>", "</h3>\n" },
  },
  .table = { "<table>\n", "</table>\n" },
  .column = "",
  .head = { "<thead>\n", "</thead>\n" },
  .row = { "<tr>", "</tr>\n" },
  .cell = { "<td>", "</td>" },
  .amount = { "<td class=\"a\">", "</td>" },
  .group_start = "<th colspan=\"",
  .group = { "\">", "</th>" },
  .covered = "",
};

#define ODF_NAMESPACE(prefix, name) \
  " xmlns:" prefix "=\"urn:oasis:names:tc:opendocument:xmlns:" name ":1.0\""

#define ODF_CELL "<table:table-cell table:style-name=\"C\""
#define ODF_HEADING(level) "<text:h text:outline-level=\"" level "\">"

static const Format ODF = {
  .paper = {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document"
    ODF_NAMESPACE ("office", "office") ODF_NAMESPACE ("text", "text")
    ODF_NAMESPACE ("table", "table") ODF_NAMESPACE ("style", "style")
    ODF_NAMESPACE ("fo", "xsl-fo-compatible")
    " office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\n"
    "<office:styles><style:default-style style:family=\"paragraph\"><style:text-properties"
    " style:font-name=\"Liberation Sans\" fo:font-size=\"9pt\" fo:language=\"fr\""
    " fo:country=\"FR\"/></style:default-style>"
    "<style:style style:name=\"A\" style:family=\"paragraph\">"
    "<style:paragraph-properties fo:text-align=\"end\"/></style:style></office:styles>\n"
    "<office:automatic-styles><style:style style:name=\"C\" style:family=\"table-cell\">"
    "<style:table-cell-properties fo:padding=\"4pt\" fo:border-bottom=\"0.5pt solid #c9ced8\"/>"
    "</style:style><style:page-layout style:name=\"L\"><style:page-layout-properties"
    " fo:page-width=\"210mm\" fo:page-height=\"297mm\" fo:margin=\"20mm\"/>"
    "</style:page-layout></office:automatic-styles>\n"
    "<office:master-styles><style:master-page style:name=\"Standard\""
    " style:page-layout-name=\"L\"/></office:master-styles>\n<office:body><office:text>\n",
    "</office:text></office:body></office:document>\n",
  },
  .texts = {
    { "<text:p>", "</text:p>\n" }, { ODF_HEADING ("1"), "</text:h>\n" },
    { ODF_HEADING ("2"), "</text:h>\n" }, { ODF_HEADING ("3"), "</text:h>\n" },
  },
  .table = { "<table:table>\n", "</table:table>\n" },
  .column = "<table:table-column/>\n",
  .head = { "<table:table-header-rows>\n", "</table:table-header-rows>\n" },
  .row = { "<table:table-row>", "</table:table-row>\n" },
  .cell = { ODF_CELL "><text:p>", "</text:p></table:table-cell>" },
  .amount = {
    ODF_CELL "><text:p text:style-name=\"A\">", "</text:p></table:table-cell>",
  },
  .group_start = ODF_CELL " table:number-columns-spanned=\"",
  .group = { "\"><text:p>", "</text:p></table:table-cell>" },
  .covered = "<table:covered-table-cell/>",
};

static void
add (GString    *markup,
     Pair        around,
     const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (markup, around.start);
  g_string_append (markup, escaped);
  g_string_append (markup, around.end);
}

static void
add_row (GString              *markup,
         const Format         *format,
         VoletsSheetGrid      *grid,
         const VoletsSheetRow *row)
{
  guint n_columns = volets_sheet_grid_get_n_columns (grid);
  gboolean is_head = row->kind == VOLETS_SHEET_ROW_HEAD;

  g_string_append (markup, is_head ? format->head.start : "");
  g_string_append (markup, format->row.start);
  if (row->kind == VOLETS_SHEET_ROW_GROUP)
    {
      g_string_append (markup, format->group_start);
      g_string_append_printf (markup, "%u", n_columns);
      add (markup, format->group, row->cells[0]);
      for (guint i = 1; i < n_columns; i++)
        g_string_append (markup, format->covered);
    }
  else
    {
      for (guint i = 0; i < row->n_cells; i++)
        add (markup, volets_sheet_grid_get_column (grid, i)->align == VOLETS_ALIGN_END
                       ? format->amount : format->cell, row->cells[i]);
    }
  g_string_append (markup, format->row.end);
  g_string_append (markup, is_head ? format->head.end : "");
}

static void
add_grid (GString         *markup,
          const Format    *format,
          VoletsSheetGrid *grid)
{
  const VoletsSheetLook *look = volets_sheet_grid_get_look (grid);
  guint n_rows = volets_sheet_grid_get_n_rows (grid);

  /* A text is a grid of one cell, and a heading says its level: H1. */
  if (look->block_tag == NULL)
    {
      guint level = look->first_tag[0] == 'H' ? (guint) g_ascii_digit_value (look->first_tag[1])
                                              : 0;

      add (markup, format->texts[level], volets_sheet_grid_get_row (grid, 0)->cells[0]);
      return;
    }

  g_string_append (markup, format->table.start);
  for (guint i = 0; i < volets_sheet_grid_get_n_columns (grid); i++)
    g_string_append (markup, format->column);
  for (guint i = 0; i < n_rows; i++)
    add_row (markup, format, grid, volets_sheet_grid_get_row (grid, i));
  g_string_append (markup, format->table.end);
}

static char *
convert (VoletsSheet  *sheet,
         const Format *format)
{
  GString *markup = g_string_new (format->paper.start);
  GPtrArray *blocks = volets_sheet_get_blocks (sheet);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (VOLETS_IS_SHEET_GRID (g_ptr_array_index (blocks, i)))
        add_grid (markup, format, g_ptr_array_index (blocks, i));
    }
  g_string_append (markup, format->paper.end);

  return g_string_free (markup, FALSE);
}

char *
bench_paper_to_html (VoletsSheet *sheet)
{
  return convert (sheet, &HTML);
}

char *
bench_paper_to_odf (VoletsSheet *sheet)
{
  return convert (sheet, &ODF);
}
