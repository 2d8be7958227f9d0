/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/guide-text.h"

/* What sets off a part of a text where there is one font: what is written in the window is between
 * guillemets, and the way through its menus shows its turns.
 */
typedef struct {
  const char *name;
  const char *before;
  const char *between;
  const char *after;
} Mark;

static const Mark MARKS[] = {
  { "em", "", "", "" },
  { "file", "", "", "" },
  { "key", "", "", "" },
  { "keyseq", "", " + ", "" },
  { "gui", "« ", "", " »" },
  { "guiseq", "", " › ", "" },
  { "link", "", "", "" },
};

typedef struct {
  const VoletsGuidePage *page;
  GHashTable            *titles;
  GString               *text;
} Reading;

static gboolean read_pieces (Reading              *reading,
                             const VoletsXmlNode  *node,
                             const char           *between,
                             GError              **error);

static const Mark *
find_mark (const VoletsXmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (MARKS); i++)
    {
      if (volets_guide_page_is (node, MARKS[i].name))
        return &MARKS[i];
    }

  return NULL;
}

/* A link to another page says what it says, or else the title of the page. */
static gboolean
read_link (Reading              *reading,
           const VoletsXmlNode  *node,
           GError              **error)
{
  g_autofree char *xref = volets_xml_node_get_attribute (node, "xref");
  g_autofree char *target = xref != NULL && *xref == '#'
                              ? g_strconcat (reading->page->id, xref, NULL)
                              : g_strdup (xref);
  const char *title = target != NULL ? g_hash_table_lookup (reading->titles, target) : NULL;

  if (title == NULL)
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                   "%s, ligne %u : le lien vers « %s » ne mène nulle part dans le guide",
                   reading->page->name, volets_xml_node_get_line (node),
                   xref != NULL ? xref : "");
      return FALSE;
    }
  if (volets_xml_node_get_first_piece (node) != NULL)
    return read_pieces (reading, node, "", error);

  g_string_append_printf (reading->text, "« %s »", title);
  return TRUE;
}

static gboolean
read_element (Reading              *reading,
              const VoletsXmlNode  *node,
              GError              **error)
{
  const Mark *mark = find_mark (node);

  if (mark == NULL)
    return volets_guide_page_refuse (reading->page, node, error);
  if (volets_guide_page_is (node, "link"))
    return read_link (reading, node, error);

  g_string_append (reading->text, mark->before);
  if (!read_pieces (reading, node, mark->between, error))
    return FALSE;
  g_string_append (reading->text, mark->after);

  return TRUE;
}

static gboolean
read_pieces (Reading              *reading,
             const VoletsXmlNode  *node,
             const char           *between,
             GError              **error)
{
  const VoletsXmlNode *first = volets_xml_node_get_first_piece (node);

  for (const VoletsXmlNode *piece = first; piece != NULL;
       piece = volets_xml_node_get_next_piece (piece))
    {
      if (piece != first)
        g_string_append (reading->text, between);
      if (volets_xml_node_is_text (piece))
        {
          g_autofree char *text = volets_xml_node_get_text (piece);

          g_string_append (reading->text, text);
        }
      else if (!read_element (reading, piece, error))
        {
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * volets_guide_text_read:
 * @page: a page
 * @node: an element of it that holds text
 * @titles: (element-type utf8 utf8): the title of all that can be linked to
 * @error: where it holds something that is not known, or a link that leads nowhere
 *
 * Returns: (transfer full) (nullable): what it says, on one line
 */
char *
volets_guide_text_read (const VoletsGuidePage  *page,
                        const VoletsXmlNode    *node,
                        GHashTable             *titles,
                        GError                **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { .page = page, .titles = titles, .text = text };

  if (!read_pieces (&reading, node, "", error))
    return NULL;

  return volets_guide_page_clean (text->str);
}
