/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/guide.h"

#include <string.h>

#include "documents/guide-blocks.h"
#include "documents/guide-page.h"
#include "documents/pdf.h"
#include "documents/sheet.h"
#include "engine/french.h"

#define SUFFIX ".page"
#define FIRST_PAGE "index"

/* Of a column of the contents, in parts of what is left. */
#define TITLE_WEIGHT 3
#define SUMMARY_WEIGHT 4

static int
compare_pages (gconstpointer a,
               gconstpointer b)
{
  const VoletsGuidePage *first = *(const VoletsGuidePage *const *) a;
  const VoletsGuidePage *second = *(const VoletsGuidePage *const *) b;
  int order = g_str_equal (second->id, FIRST_PAGE) - g_str_equal (first->id, FIRST_PAGE);

  if (order == 0)
    order = strcmp (first->rank, second->rank);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/* In the order in which Yelp lists them, the page that lists them before all. */
static GPtrArray *
read_pages (const char  *folder,
            GError     **error)
{
  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) volets_guide_page_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, error);
  const char *name;

  if (directory == NULL)
    return NULL;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      VoletsGuidePage *page;

      if (!g_str_has_suffix (name, SUFFIX))
        continue;
      page = volets_guide_page_read (folder, name, error);
      if (page == NULL)
        return NULL;
      g_ptr_array_add (pages, page);
    }
  g_ptr_array_sort (pages, compare_pages);

  return g_steal_pointer (&pages);
}

/* The page that all others hang from, which says what the guide is of. */
static const VoletsGuidePage *
find_first (GPtrArray   *pages,
            GError     **error)
{
  const VoletsGuidePage *first = pages->len > 0 ? g_ptr_array_index (pages, 0) : NULL;

  if (first != NULL && g_str_equal (first->id, FIRST_PAGE) && first->version != NULL
      && first->date != NULL && volets_french_date_is_valid (first->date))
    return first;

  g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
               "il manque la page « %s » du guide, ou sa version et sa date", FIRST_PAGE);
  return NULL;
}

static void
add_titles_of_sections (const VoletsGuidePage *page,
                        GHashTable            *titles)
{
  for (const VoletsXmlNode *node = volets_xml_node_get_first_child (page->root); node != NULL;
       node = volets_xml_node_get_next (node))
    {
      g_autofree char *id = volets_xml_node_get_attribute (node, "id");
      const VoletsXmlNode *title = volets_xml_node_get_first_child (node);
      g_autofree char *text = NULL;

      if (!volets_guide_page_is (node, "section") || id == NULL || title == NULL)
        continue;
      text = volets_xml_node_get_text (title);
      g_hash_table_insert (titles, g_strconcat (page->id, "#", id, NULL),
                           volets_guide_page_clean (text));
    }
}

static GHashTable *
collect_titles (GPtrArray *pages)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < pages->len; i++)
    {
      const VoletsGuidePage *page = g_ptr_array_index (pages, i);

      g_hash_table_insert (titles, g_strdup (page->id), g_strdup (page->title));
      add_titles_of_sections (page, titles);
    }

  return titles;
}

/* On which page the chapter @chapter begins, counted from 1: its heading is the one of level 2. */
static guint
find_page (VoletsDocument *document,
           guint           chapter)
{
  guint n_headings;
  const VoletsDocumentHeading *headings = volets_document_get_headings (document, &n_headings);
  guint n_chapters = 0;

  for (guint i = 0; i < n_headings; i++)
    {
      if (headings[i].level == 2 && ++n_chapters == chapter)
        return headings[i].page + 1;
    }

  g_assert_not_reached ();
}

/* @measured is the same guide with other numbers, or nothing where they are still unknown. */
static void
add_contents (VoletsSheet    *sheet,
              GPtrArray      *pages,
              VoletsDocument *measured)
{
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();

  volets_sheet_table_add_column (table, "Chapitre", VOLETS_ALIGN_START, TITLE_WEIGHT);
  volets_sheet_table_add_column (table, "Ce qu’il explique", VOLETS_ALIGN_START, SUMMARY_WEIGHT);
  volets_sheet_table_add_column (table, "Page", VOLETS_ALIGN_END, 0);
  for (guint i = 1; i < pages->len; i++)
    {
      const VoletsGuidePage *page = g_ptr_array_index (pages, i);
      guint number = measured != NULL ? find_page (measured, i) : 0;
      g_autofree char *words = g_strdup_printf ("%u", number);

      volets_sheet_table_add_row (table, (const char *[]) { page->title, page->summary, words,
                                                            NULL });
    }
  volets_sheet_add_table (sheet, table);
}

static VoletsDocument *
create (GPtrArray              *pages,
        const VoletsGuidePage  *first,
        VoletsDocument         *measured,
        GError                **error)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new (first->title);
  g_autoptr (GHashTable) titles = collect_titles (pages);
  g_autofree char *day = volets_french_date (first->date);
  g_autofree char *version = g_strdup_printf ("Version %s, %s", first->version, day);

  volets_sheet_set_subtitle (sheet, version);
  volets_sheet_set_short_name (sheet, first->title);
  volets_sheet_set_footer (sheet, version, NULL);

  if (!volets_guide_blocks_add (sheet, first, titles, error))
    return NULL;
  add_contents (sheet, pages, measured);
  for (guint i = 1; i < pages->len; i++)
    {
      const VoletsGuidePage *page = g_ptr_array_index (pages, i);

      volets_sheet_add_heading (sheet, 2, page->title);
      if (!volets_guide_blocks_add (sheet, page, titles, error))
        return NULL;
    }

  return VOLETS_DOCUMENT (g_steal_pointer (&sheet));
}

/**
 * volets_guide_new:
 * @folder: where the pages of the guide are, in Mallard
 * @date: (out) (optional): the day it was last changed, 2021-03-31
 * @error: a sentence with the file and the line
 *
 * The guide as one paper: what its first page says, the contents, and each page as a chapter.
 * Nothing of a page is left out: what is not known is an error.
 *
 * Returns: (transfer full) (nullable): the paper
 */
VoletsDocument *
volets_guide_new (const char  *folder,
                  char       **date,
                  GError     **error)
{
  g_autoptr (GPtrArray) pages = read_pages (folder, error);
  g_autoptr (VoletsDocument) measured = NULL;
  const VoletsGuidePage *first;

  if (pages == NULL)
    return NULL;
  first = find_first (pages, error);
  if (first == NULL)
    return NULL;
  measured = create (pages, first, NULL, error);
  if (measured == NULL)
    return NULL;

  if (date != NULL)
    *date = g_strdup (first->date);

  return create (pages, first, measured, error);
}

/**
 * volets_guide_make:
 * @folder: where the pages of the guide are, in Mallard
 * @error: a sentence with the file and the line
 *
 * Returns: (transfer full) (nullable): the guide as a PDF; the same pages give the same bytes
 */
GBytes *
volets_guide_make (const char  *folder,
                   GError     **error)
{
  g_autofree char *date = NULL;
  g_autoptr (VoletsDocument) guide = volets_guide_new (folder, &date, error);
  VoletsPdfInfo info = { .author = "Volets", .date = date };

  return guide != NULL ? volets_pdf_render (guide, &info, error) : NULL;
}
