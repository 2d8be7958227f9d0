/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/guide-blocks.h"

#include "documents/guide-text.h"
#include "documents/sheet-act.h"

typedef struct {
  VoletsSheet           *sheet;
  const VoletsGuidePage *page;
  GHashTable            *titles;
} Writing;

typedef gboolean (*AddBlock) (Writing              *writing,
                              const VoletsXmlNode  *node,
                              GError              **error);

/* What is said beside a note, where Yelp has a picture. */
static const struct {
  const char *style;
  const char *label;
} NOTES[] = {
  { NULL, "À noter" },
  { "tip", "Conseil" },
  { "important", "Important" },
};

static char *
read_text (Writing              *writing,
           const VoletsXmlNode  *node,
           GError              **error)
{
  return volets_guide_text_read (writing->page, node, writing->titles, error);
}

/* Paragraphs alone, each on a line; without the first @n_skipped elements. */
static char *
read_paragraphs (Writing              *writing,
                 const VoletsXmlNode  *node,
                 guint                 n_skipped,
                 GError              **error)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  if (!volets_guide_page_list (writing->page, node, &elements, error))
    return NULL;

  for (guint i = n_skipped; i < elements->len; i++)
    {
      const VoletsXmlNode *element = g_ptr_array_index (elements, i);
      g_autofree char *text = NULL;

      if (!volets_guide_page_is (element, "p"))
        {
          volets_guide_page_refuse (writing->page, element, error);
          return NULL;
        }
      text = read_text (writing, element, error);
      if (text == NULL)
        return NULL;
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
    }

  return g_strdup (lines->str);
}

/* Elements of one name, each a list of paragraphs. */
static GPtrArray *
read_items (Writing              *writing,
            const VoletsXmlNode  *node,
            const char           *name,
            GError              **error)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  if (!volets_guide_page_list (writing->page, node, &elements, error))
    return NULL;

  for (guint i = 0; i < elements->len; i++)
    {
      const VoletsXmlNode *element = g_ptr_array_index (elements, i);
      char *text;

      if (!volets_guide_page_is (element, name))
        {
          volets_guide_page_refuse (writing->page, element, error);
          return NULL;
        }
      text = read_paragraphs (writing, element, 0, error);
      if (text == NULL)
        return NULL;
      g_ptr_array_add (items, text);
    }
  g_ptr_array_add (items, NULL);

  return g_steal_pointer (&items);
}

static gboolean
add_paragraph (Writing              *writing,
               const VoletsXmlNode  *node,
               GError              **error)
{
  g_autofree char *text = read_text (writing, node, error);

  if (text == NULL)
    return FALSE;

  volets_sheet_add_paragraph (writing->sheet, text);
  return TRUE;
}

static gboolean
add_list (Writing              *writing,
          const VoletsXmlNode  *node,
          GError              **error)
{
  g_autoptr (GPtrArray) items = read_items (writing, node, "item", error);

  if (items == NULL)
    return FALSE;

  volets_sheet_add_list (writing->sheet, (const char *const *) items->pdata);
  return TRUE;
}

static gboolean
add_steps (Writing              *writing,
           const VoletsXmlNode  *node,
           GError              **error)
{
  g_autoptr (GPtrArray) items = read_items (writing, node, "item", error);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  if (items == NULL)
    return FALSE;

  for (guint i = 1; i < items->len; i++)
    g_ptr_array_add (numbers, g_strdup_printf ("%u.", i));
  g_ptr_array_add (numbers, NULL);
  volets_sheet_add_articles (writing->sheet, (const char *const *) numbers->pdata,
                             (const char *const *) items->pdata);
  return TRUE;
}

static gboolean
read_term (Writing              *writing,
           const VoletsXmlNode  *item,
           GPtrArray            *terms,
           GPtrArray            *values,
           GError              **error)
{
  const VoletsXmlNode *title = volets_xml_node_get_first_child (item);
  char *text;

  if (!volets_guide_page_is (item, "item") || title == NULL
      || !volets_guide_page_is (title, "title"))
    return volets_guide_page_refuse (writing->page, item, error);

  text = read_text (writing, title, error);
  if (text == NULL)
    return FALSE;
  g_ptr_array_add (terms, text);

  text = read_paragraphs (writing, item, 1, error);
  if (text == NULL)
    return FALSE;
  g_ptr_array_add (values, text);

  return TRUE;
}

static gboolean
add_terms (Writing              *writing,
           const VoletsXmlNode  *node,
           GError              **error)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) elements = NULL;

  if (!volets_guide_page_list (writing->page, node, &elements, error))
    return FALSE;
  for (guint i = 0; i < elements->len; i++)
    {
      if (!read_term (writing, g_ptr_array_index (elements, i), terms, values, error))
        return FALSE;
    }

  g_ptr_array_add (terms, NULL);
  g_ptr_array_add (values, NULL);
  volets_sheet_add_terms (writing->sheet, (const char *const *) terms->pdata,
                          (const char *const *) values->pdata);
  return TRUE;
}

static gboolean
add_note (Writing              *writing,
          const VoletsXmlNode  *node,
          GError              **error)
{
  g_autofree char *style = volets_xml_node_get_attribute (node, "style");
  g_autofree char *text = NULL;
  const char *label = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (NOTES); i++)
    {
      if (g_strcmp0 (NOTES[i].style, style) == 0)
        label = NOTES[i].label;
    }
  if (label == NULL)
    return volets_guide_page_refuse (writing->page, node, error);

  text = read_paragraphs (writing, node, 0, error);
  if (text == NULL)
    return FALSE;

  volets_sheet_add_terms (writing->sheet, (const char *[]) { label, NULL },
                          (const char *[]) { text, NULL });
  return TRUE;
}

/* The first row has the titles of the columns: without, the others say nothing to whoever hears
 * them read out.
 */
static gboolean
add_row (Writing              *writing,
         VoletsSheetTable     *table,
         const VoletsXmlNode  *row,
         gboolean              is_head,
         GError              **error)
{
  g_autoptr (GPtrArray) cells = NULL;

  if (!volets_guide_page_is (row, "tr"))
    return volets_guide_page_refuse (writing->page, row, error);
  cells = read_items (writing, row, "td", error);
  if (cells == NULL)
    return FALSE;

  for (guint i = 0; is_head && i + 1 < cells->len; i++)
    volets_sheet_table_add_column (table, g_ptr_array_index (cells, i), VOLETS_ALIGN_START, i + 1);
  if (!is_head)
    volets_sheet_table_add_row (table, (const char *const *) cells->pdata);

  return TRUE;
}

static gboolean
add_rows (Writing              *writing,
          VoletsSheetTable     *table,
          const VoletsXmlNode  *part,
          const char           *name,
          GError              **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  gboolean is_head = g_str_equal (name, "thead");

  if (!volets_guide_page_is (part, name))
    return volets_guide_page_refuse (writing->page, part, error);
  if (!volets_guide_page_list (writing->page, part, &rows, error))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      if (is_head && i > 0)
        return volets_guide_page_refuse (writing->page, g_ptr_array_index (rows, i), error);
      if (!add_row (writing, table, g_ptr_array_index (rows, i), is_head, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_table (Writing              *writing,
           const VoletsXmlNode  *node,
           GError              **error)
{
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  g_autoptr (GPtrArray) parts = NULL;

  if (!volets_guide_page_list (writing->page, node, &parts, error))
    return FALSE;
  if (parts->len != 2)
    return volets_guide_page_refuse (writing->page, node, error);
  if (!add_rows (writing, table, g_ptr_array_index (parts, 0), "thead", error)
      || !add_rows (writing, table, g_ptr_array_index (parts, 1), "tbody", error))
    return FALSE;

  volets_sheet_add_table (writing->sheet, table);
  return TRUE;
}

static const struct {
  const char *name;
  AddBlock    add;
} BLOCKS[] = {
  { "p", add_paragraph },
  { "list", add_list },
  { "steps", add_steps },
  { "terms", add_terms },
  { "note", add_note },
  { "table", add_table },
};

static gboolean
add_block (Writing              *writing,
           const VoletsXmlNode  *node,
           GError              **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (BLOCKS); i++)
    {
      if (volets_guide_page_is (node, BLOCKS[i].name))
        return BLOCKS[i].add (writing, node, error);
    }

  return volets_guide_page_refuse (writing->page, node, error);
}

/* What is below a title; the title itself is written by whoever knows its level. */
static gboolean
add_section (Writing              *writing,
             const VoletsXmlNode  *section,
             GError              **error)
{
  g_autoptr (GPtrArray) elements = NULL;

  if (!volets_guide_page_list (writing->page, section, &elements, error))
    return FALSE;

  for (guint i = 0; i < elements->len; i++)
    {
      const VoletsXmlNode *node = g_ptr_array_index (elements, i);

      if (volets_guide_page_is (node, "title"))
        {
          g_autofree char *title = read_text (writing, node, error);

          if (title == NULL)
            return FALSE;
          volets_sheet_add_heading (writing->sheet, 3, title);
        }
      else if (!add_block (writing, node, error))
        {
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * volets_guide_blocks_add:
 * @sheet: what to write on
 * @page: a page
 * @titles: (element-type utf8 utf8): the title of all that can be linked to
 * @error: where it holds something that is not known, or a link that leads nowhere
 *
 * Writes all that @page says below its title: sections have headings of level 3.
 *
 * Returns: whether it is on @sheet as a whole
 */
gboolean
volets_guide_blocks_add (VoletsSheet            *sheet,
                         const VoletsGuidePage  *page,
                         GHashTable             *titles,
                         GError                **error)
{
  Writing writing = { .sheet = sheet, .page = page, .titles = titles };
  g_autoptr (GPtrArray) elements = NULL;

  if (!volets_guide_page_list (page, page->root, &elements, error))
    return FALSE;

  for (guint i = 0; i < elements->len; i++)
    {
      const VoletsXmlNode *node = g_ptr_array_index (elements, i);
      gboolean is_done;

      if (volets_guide_page_is (node, "info") || volets_guide_page_is (node, "title"))
        continue;
      is_done = volets_guide_page_is (node, "section") ? add_section (&writing, node, error)
                                                       : add_block (&writing, node, error);
      if (!is_done)
        return FALSE;
    }

  return TRUE;
}
