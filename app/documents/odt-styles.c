/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/odt-styles.h"

#include "documents/odf-xml.h"
#include "documents/sheet-look.h"
#include "documents/sheet-private.h"

#define FONT "Liberation Sans"

#define FIRST_LAYOUT "A4_20_première"
#define NEXT_LAYOUT "A4_20_suite"

/* What is free below most paragraphs, in points: Writer adds it to what is free above the next,
 * where the sheet takes the larger of both.
 */
#define USUAL_AIR 6.0

/**
 * Style:
 * @name: of the style
 * @display_name: what people see; %NULL for @name
 * @outline: its level where it is a heading
 * @look: what it looks like on the sheet
 * @kind: the row of @look that it is for
 * @align: of its text
 * @is_label: whether it is a label in @look
 * @in_cell: whether it is for the cells of tables
 */
typedef struct {
  const char            *name;
  const char            *display_name;
  const char            *outline;
  const VoletsSheetLook *look;
  VoletsSheetRowKind     kind;
  VoletsAlign            align;
  gboolean               is_label;
  gboolean               in_cell;
} Style;

static const Style STYLES[] = {
  { VOLETS_ODT_OVERLINE, NULL, NULL, &volets_sheet_look_overline, VOLETS_SHEET_ROW_BODY },
  {
    VOLETS_ODT_REPUBLIC, NULL, NULL, &volets_sheet_look_letterhead, VOLETS_SHEET_ROW_BODY,
    VOLETS_ALIGN_CENTER,
  },
  {
    VOLETS_ODT_ISSUER, NULL, NULL, &volets_sheet_look_issuer, VOLETS_SHEET_ROW_BODY,
    VOLETS_ALIGN_CENTER,
  },
  {
    VOLETS_ODT_TITLE, NULL, "1", &volets_sheet_look_act_title, VOLETS_SHEET_ROW_BODY,
    VOLETS_ALIGN_CENTER,
  },
  { VOLETS_ODT_SUBTITLE, NULL, NULL, &volets_sheet_look_subtitle, VOLETS_SHEET_ROW_BODY },
  { VOLETS_ODT_HEADING_2, "Titre 2", "2", &volets_sheet_look_act_heading, VOLETS_SHEET_ROW_BODY },
  { VOLETS_ODT_HEADING_3, "Titre 3", "3", &volets_sheet_look_heading3, VOLETS_SHEET_ROW_BODY },
  { VOLETS_ODT_BODY, NULL, NULL, &volets_sheet_look_paragraph, VOLETS_SHEET_ROW_BODY },
  { VOLETS_ODT_NOTE, NULL, NULL, &volets_sheet_look_note, VOLETS_SHEET_ROW_BODY },
  { VOLETS_ODT_LIST, NULL, NULL, &volets_sheet_look_list, VOLETS_SHEET_ROW_BODY },
  { VOLETS_ODT_ARTICLE, NULL, NULL, &volets_sheet_look_articles, VOLETS_SHEET_ROW_BODY },
  {
    VOLETS_ODT_LABEL, NULL, NULL, &volets_sheet_look_fields, VOLETS_SHEET_ROW_BODY,
    VOLETS_ALIGN_START, TRUE, TRUE,
  },
  {
    VOLETS_ODT_VALUE, NULL, NULL, &volets_sheet_look_fields, VOLETS_SHEET_ROW_BODY,
    VOLETS_ALIGN_START, FALSE, TRUE,
  },
  {
    VOLETS_ODT_CELL, NULL, NULL, &volets_sheet_look_act_table, VOLETS_SHEET_ROW_BODY,
    VOLETS_ALIGN_START, FALSE, TRUE,
  },
  {
    VOLETS_ODT_CELL VOLETS_ODT_AT_END, "Cellule montant", NULL, &volets_sheet_look_act_table,
    VOLETS_SHEET_ROW_BODY, VOLETS_ALIGN_END, FALSE, TRUE,
  },
  {
    VOLETS_ODT_CELL_HEAD, "Cellule titre", NULL, &volets_sheet_look_act_table,
    VOLETS_SHEET_ROW_HEAD, VOLETS_ALIGN_START, FALSE, TRUE,
  },
  {
    VOLETS_ODT_CELL_HEAD VOLETS_ODT_AT_END, "Cellule titre montant", NULL,
    &volets_sheet_look_act_table, VOLETS_SHEET_ROW_HEAD, VOLETS_ALIGN_END, FALSE, TRUE,
  },
  {
    VOLETS_ODT_CELL_TOTAL, "Cellule total", NULL, &volets_sheet_look_act_table,
    VOLETS_SHEET_ROW_TOTAL, VOLETS_ALIGN_START, FALSE, TRUE,
  },
  {
    VOLETS_ODT_CELL_TOTAL VOLETS_ODT_AT_END, "Cellule total montant", NULL,
    &volets_sheet_look_act_table, VOLETS_SHEET_ROW_TOTAL, VOLETS_ALIGN_END, FALSE, TRUE,
  },
  {
    VOLETS_ODT_SIGNATURE, NULL, NULL, &volets_sheet_look_articles, VOLETS_SHEET_ROW_BODY,
    VOLETS_ALIGN_START, TRUE, TRUE,
  },
  {
    VOLETS_ODT_SIGNATURE_NAME, "Signature nom", NULL, &volets_sheet_look_articles,
    VOLETS_SHEET_ROW_BODY, VOLETS_ALIGN_START, FALSE, TRUE,
  },
};

/* The greys of a black and white copy. */
static char *
format_grey (guint32 colour)
{
  guint32 grey = ((colour >> 16 & 0xff) * 299 + (colour >> 8 & 0xff) * 587
                  + (colour & 0xff) * 114) / 1000;

  return g_strdup_printf ("#%02x%02x%02x", grey, grey, grey);
}

static const char *
name_align (VoletsAlign align)
{
  return align == VOLETS_ALIGN_END ? "end" : align == VOLETS_ALIGN_CENTER ? "center" : "start";
}

static void
add_style (VoletsOdfXml *xml,
           const Style  *style)
{
  const VoletsTextStyle *text = &style->look->styles[style->kind];
  gboolean is_bold = text->bold || (style->is_label && style->look->label_bold);
  g_autofree char *size = volets_odf_format_points (text->size);
  g_autofree char *colour = format_grey (style->is_label ? style->look->first_colour
                                                         : text->colour);
  g_autofree char *before =
    volets_odf_format_points (style->in_cell ? 0 : MAX (style->look->before - USUAL_AIR, 0));
  g_autofree char *after =
    volets_odf_format_points (style->in_cell ? 0
                              : style->outline != NULL ? MAX (style->look->after, USUAL_AIR)
                                                       : style->look->after);

  volets_odf_xml_open (xml, "style:style", "style:name", style->name,
                       "style:display-name", style->display_name, "style:family", "paragraph",
                       "style:parent-style-name", "Standard",
                       "style:default-outline-level", style->outline, NULL);
  volets_odf_xml_add (xml, "style:paragraph-properties",
                      "fo:text-align", name_align (style->align),
                      "fo:margin-top", before, "fo:margin-bottom", after,
                      "fo:keep-with-next", style->look->keep_next ? "always" : NULL,
                      "fo:orphans", "2", "fo:widows", "2", NULL);
  volets_odf_xml_add (xml, "style:text-properties", "fo:font-size", size,
                      "fo:font-weight", is_bold ? "bold" : "normal", "fo:color", colour, NULL);
  volets_odf_xml_close (xml);
}

static void
add_fonts (VoletsOdfXml *xml)
{
  volets_odf_xml_open (xml, "office:font-face-decls", NULL);
  volets_odf_xml_add (xml, "style:font-face", "style:name", FONT, "svg:font-family",
                      "'" FONT "'", "style:font-family-generic", "swiss",
                      "style:font-pitch", "variable", NULL);
  volets_odf_xml_close (xml);
}

static void
add_defaults (VoletsOdfXml *xml)
{
  volets_odf_xml_open (xml, "style:default-style", "style:family", "paragraph", NULL);
  volets_odf_xml_add (xml, "style:text-properties", "style:font-name", FONT,
                      "fo:font-size", "10pt", "fo:language", "fr", "fo:country", "FR", NULL);
  volets_odf_xml_close (xml);
  volets_odf_xml_add (xml, "style:style", "style:name", "Standard", "style:family", "paragraph",
                      "style:class", "text", NULL);

  volets_odf_xml_open (xml, "style:style", "style:name", VOLETS_ODT_ARTICLE_LABEL,
                       "style:display-name", "Article numéro", "style:family", "text", NULL);
  volets_odf_xml_add (xml, "style:text-properties", "fo:font-weight", "bold", NULL);
  volets_odf_xml_close (xml);
}

/* For heads and feet of pages alike. */
static void
add_foot_style (VoletsOdfXml *xml)
{
  g_autofree char *colour = format_grey (VOLETS_COLOUR_MUTED);

  volets_odf_xml_open (xml, "style:style", "style:name", VOLETS_ODT_FOOT, "style:display-name",
                       "Pied de page", "style:family", "paragraph",
                       "style:parent-style-name", "Standard", NULL);
  volets_odf_xml_add (xml, "style:text-properties", "fo:font-size", "8pt", "fo:color", colour,
                      NULL);
  volets_odf_xml_close (xml);
}

static void
add_bullets (VoletsOdfXml *xml)
{
  volets_odf_xml_open (xml, "text:list-style", "style:name", VOLETS_ODT_BULLETS, NULL);
  volets_odf_xml_open (xml, "text:list-level-style-bullet", "text:level", "1",
                       "text:bullet-char", "•", NULL);
  volets_odf_xml_open (xml, "style:list-level-properties",
                       "text:list-level-position-and-space-mode", "label-alignment", NULL);
  volets_odf_xml_add (xml, "style:list-level-label-alignment", "text:label-followed-by", "listtab",
                      "text:list-tab-stop-position", "16pt", "fo:text-indent", "-11pt",
                      "fo:margin-left", "16pt", NULL);
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
}

static void
add_column_style (VoletsOdfXml *xml,
                  const char   *name,
                  const char   *width)
{
  volets_odf_xml_open (xml, "style:style", "style:name", name, "style:family", "table-column",
                       NULL);
  volets_odf_xml_add (xml, "style:table-column-properties", "style:column-width", width, NULL);
  volets_odf_xml_close (xml);
}

static void
add_align_style (VoletsOdfXml *xml,
                 const char   *name,
                 const char   *align)
{
  volets_odf_xml_open (xml, "style:style", "style:name", name, "style:family", "paragraph",
                       "style:parent-style-name", VOLETS_ODT_FOOT, NULL);
  volets_odf_xml_add (xml, "style:paragraph-properties", "fo:text-align", align, NULL);
  volets_odf_xml_close (xml);
}

static void
add_page_layout (VoletsOdfXml *xml,
                 const char   *name,
                 const char   *top)
{
  volets_odf_xml_open (xml, "style:page-layout", "style:name", name, NULL);
  volets_odf_xml_add (xml, "style:page-layout-properties", "fo:page-width", "21cm",
                      "fo:page-height", "29.7cm", "style:print-orientation", "portrait",
                      "fo:margin-top", top, "fo:margin-bottom", "1.1cm",
                      "fo:margin-left", "2cm", "fo:margin-right", "2cm", NULL);
  volets_odf_xml_open (xml, "style:header-style", NULL);
  volets_odf_xml_add (xml, "style:header-footer-properties", "fo:min-height", "0.9cm",
                      "fo:margin-bottom", "0.4cm", NULL);
  volets_odf_xml_close (xml);
  volets_odf_xml_open (xml, "style:footer-style", NULL);
  volets_odf_xml_add (xml, "style:header-footer-properties", "fo:min-height", "0.9cm",
                      "fo:margin-top", "0.4cm", NULL);
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
}

/* What is only used in this file, on the pages themselves. */
static void
add_automatic_styles (VoletsOdfXml *xml)
{
  volets_odf_xml_open (xml, "office:automatic-styles", NULL);
  volets_odf_xml_open (xml, "style:style", "style:name", "Pied", "style:family", "table", NULL);
  volets_odf_xml_add (xml, "style:table-properties", "style:width", "17cm", "table:align",
                      "margins", NULL);
  volets_odf_xml_close (xml);
  add_column_style (xml, "Pied.1", "5.6cm");
  add_column_style (xml, "Pied.2", "5.8cm");
  add_column_style (xml, "Pied.3", "5.6cm");
  add_align_style (xml, "Pied_20_milieu", "center");
  add_align_style (xml, "Pied_20_fin", "end");
  add_page_layout (xml, FIRST_LAYOUT, "2cm");
  add_page_layout (xml, NEXT_LAYOUT, "1.1cm");
  volets_odf_xml_close (xml);
}

static void
add_paragraph (VoletsOdfXml *xml,
               const char   *style,
               const char   *text)
{
  volets_odf_xml_open (xml, "text:p", "text:style-name", style, NULL);
  if (text != NULL)
    volets_odf_xml_text (xml, text);
  volets_odf_xml_close (xml);
}

static void
add_page_number (VoletsOdfXml *xml)
{
  volets_odf_xml_open (xml, "text:p", "text:style-name", "Pied_20_fin", NULL);
  volets_odf_xml_text (xml, "Page ");
  volets_odf_xml_open (xml, "text:page-number", "text:select-page", "current", NULL);
  volets_odf_xml_text (xml, "1");
  volets_odf_xml_close (xml);
  volets_odf_xml_text (xml, " / ");
  volets_odf_xml_open (xml, "text:page-count", NULL);
  volets_odf_xml_text (xml, "1");
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
}

static void
open_cell (VoletsOdfXml *xml)
{
  volets_odf_xml_open (xml, "table:table-cell", "office:value-type", "string", NULL);
}

static void
add_footer (VoletsOdfXml *xml,
            VoletsSheet  *sheet)
{
  volets_odf_xml_open (xml, "style:footer", NULL);
  volets_odf_xml_open (xml, "table:table", "table:name", "Pied", "table:style-name", "Pied", NULL);
  volets_odf_xml_add (xml, "table:table-column", "table:style-name", "Pied.1", NULL);
  volets_odf_xml_add (xml, "table:table-column", "table:style-name", "Pied.2", NULL);
  volets_odf_xml_add (xml, "table:table-column", "table:style-name", "Pied.3", NULL);
  volets_odf_xml_open (xml, "table:table-row", NULL);
  open_cell (xml);
  add_paragraph (xml, VOLETS_ODT_FOOT, volets_sheet_get_mark (sheet));
  volets_odf_xml_close (xml);
  open_cell (xml);
  add_paragraph (xml, "Pied_20_milieu", volets_sheet_get_label (sheet));
  volets_odf_xml_close (xml);
  open_cell (xml);
  add_page_number (xml);
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
}

static void
add_pages (VoletsOdfXml *xml,
           VoletsSheet  *sheet)
{
  volets_odf_xml_open (xml, "office:master-styles", NULL);
  volets_odf_xml_open (xml, "style:master-page", "style:name", VOLETS_ODT_FIRST_PAGE,
                       "style:display-name", "Première page",
                       "style:page-layout-name", FIRST_LAYOUT,
                       "style:next-style-name", "Standard", NULL);
  add_footer (xml, sheet);
  volets_odf_xml_close (xml);

  volets_odf_xml_open (xml, "style:master-page", "style:name", "Standard",
                       "style:page-layout-name", NEXT_LAYOUT, NULL);
  volets_odf_xml_open (xml, "style:header", NULL);
  add_paragraph (xml, VOLETS_ODT_FOOT, volets_sheet_get_short_name (sheet));
  volets_odf_xml_close (xml);
  add_footer (xml, sheet);
  volets_odf_xml_close (xml);
  volets_odf_xml_close (xml);
}

/**
 * volets_odt_make_styles:
 * @sheet: a paper
 *
 * Returns: (transfer full): styles.xml: the styles, which look as @sheet does, and the pages
 */
GBytes *
volets_odt_make_styles (VoletsSheet *sheet)
{
  g_autoptr (VoletsOdfXml) xml = volets_odf_xml_new ("office:document-styles");

  add_fonts (xml);
  volets_odf_xml_open (xml, "office:styles", NULL);
  add_defaults (xml);
  for (gsize i = 0; i < G_N_ELEMENTS (STYLES); i++)
    add_style (xml, &STYLES[i]);
  add_foot_style (xml);
  add_bullets (xml);
  volets_odf_xml_close (xml);
  add_automatic_styles (xml);
  add_pages (xml, sheet);

  return volets_odf_xml_finish (xml);
}
