/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/guide-page.h"

#define NAMESPACE "http://projectmallard.org/1.0/"

/* Spaces as XML has them: the no-break ones of French are not among them. */
#define SPACES " \t\r\n"

/**
 * volets_guide_page_is:
 * @node: an element or a text
 * @name: the name of an element of Mallard
 *
 * Returns: whether @node is that
 */
gboolean
volets_guide_page_is (const VoletsXmlNode *node,
                      const char          *name)
{
  return !volets_xml_node_is_text (node)
         && g_str_equal (volets_xml_node_get_name (node), name)
         && g_str_equal (volets_xml_node_get_namespace (node), NAMESPACE);
}

/**
 * volets_guide_page_clean:
 * @text: a text of a page
 *
 * Returns: (transfer full): the same on one line, with single spaces
 */
char *
volets_guide_page_clean (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, SPACES, -1);
  GString *clean = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (clean->len > 0)
        g_string_append_c (clean, ' ');
      g_string_append (clean, words[i]);
    }

  return g_string_free (clean, FALSE);
}

/**
 * volets_guide_page_refuse:
 * @self: a page
 * @node: what is in it and is not known at its place
 * @error: where it is
 *
 * Returns: %FALSE
 */
gboolean
volets_guide_page_refuse (const VoletsGuidePage  *self,
                          const VoletsXmlNode    *node,
                          GError                **error)
{
  g_autofree char *text = volets_xml_node_get_text (node);
  g_autofree char *clean = volets_guide_page_clean (text);
  g_autofree char *what = volets_xml_node_is_text (node)
                            ? g_strdup_printf ("le texte « %s »", clean)
                            : g_strdup_printf ("<%s>", volets_xml_node_get_name (node));

  g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
               "%s, ligne %u : %s n’a pas sa place ici, ou n’est pas connu du guide", self->name,
               volets_xml_node_get_line (node), what);
  return FALSE;
}

/**
 * volets_guide_page_list:
 * @self: a page
 * @node: an element of it that holds elements alone
 * @elements: (out) (transfer container) (element-type VoletsXmlNode): those
 * @error: where there is text between them
 *
 * Returns: whether there is none
 */
gboolean
volets_guide_page_list (const VoletsGuidePage  *self,
                        const VoletsXmlNode    *node,
                        GPtrArray             **elements,
                        GError                **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (const VoletsXmlNode *piece = volets_xml_node_get_first_piece (node); piece != NULL;
       piece = volets_xml_node_get_next_piece (piece))
    {
      if (volets_xml_node_is_text (piece))
        {
          g_autofree char *text = volets_xml_node_get_text (piece);
          g_autofree char *clean = volets_guide_page_clean (text);

          if (*clean != '\0')
            return volets_guide_page_refuse (self, piece, error);
          continue;
        }
      g_ptr_array_add (found, (gpointer) piece);
    }

  *elements = g_steal_pointer (&found);
  return TRUE;
}

static void
take_text (char                **text,
           const VoletsXmlNode  *node)
{
  g_autofree char *content = volets_xml_node_get_text (node);

  g_free (*text);
  *text = volets_guide_page_clean (content);
}

static gboolean
is_sort_title (const VoletsXmlNode *node)
{
  g_autofree char *type = volets_xml_node_get_attribute (node, "type");

  return volets_guide_page_is (node, "title") && g_strcmp0 (type, "sort") == 0;
}

/* Links say where the page stands in Yelp; on paper it stands at its rank. */
static gboolean
read_info (VoletsGuidePage      *self,
           const VoletsXmlNode  *info,
           GError              **error)
{
  g_autoptr (GPtrArray) elements = NULL;

  if (!volets_guide_page_list (self, info, &elements, error))
    return FALSE;

  for (guint i = 0; i < elements->len; i++)
    {
      const VoletsXmlNode *node = g_ptr_array_index (elements, i);

      if (is_sort_title (node))
        {
          take_text (&self->rank, node);
        }
      else if (volets_guide_page_is (node, "desc"))
        {
          take_text (&self->summary, node);
        }
      else if (volets_guide_page_is (node, "revision"))
        {
          self->version = volets_xml_node_get_attribute (node, "version");
          self->date = volets_xml_node_get_attribute (node, "date");
        }
      else if (!volets_guide_page_is (node, "link"))
        {
          return volets_guide_page_refuse (self, node, error);
        }
    }

  return TRUE;
}

static gboolean
read_head (VoletsGuidePage  *self,
           GError          **error)
{
  self->root = volets_xml_get_root (self->xml);
  if (!volets_guide_page_is (self->root, "page"))
    return volets_guide_page_refuse (self, self->root, error);

  self->id = volets_xml_node_get_attribute (self->root, "id");
  for (const VoletsXmlNode *node = volets_xml_node_get_first_child (self->root); node != NULL;
       node = volets_xml_node_get_next (node))
    {
      if (volets_guide_page_is (node, "title"))
        take_text (&self->title, node);
      else if (volets_guide_page_is (node, "info") && !read_info (self, node, error))
        return FALSE;
    }
  if (self->id == NULL || self->title == NULL)
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                   "%s : la page n’a pas d’identifiant, ou pas de titre", self->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * volets_guide_page_read:
 * @folder: where the page is
 * @name: the name of its file
 * @error: a sentence with the file and the line
 *
 * Reads what is known of a page before it is laid out.
 *
 * Returns: (transfer full) (nullable): the page
 */
VoletsGuidePage *
volets_guide_page_read (const char  *folder,
                        const char  *name,
                        GError     **error)
{
  g_autoptr (VoletsGuidePage) self = g_new0 (VoletsGuidePage, 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, error))
    return NULL;

  bytes = g_bytes_new_take (text, size);
  self->name = g_strdup (name);
  self->rank = g_strdup ("");
  self->summary = g_strdup ("");
  self->xml = volets_xml_parse (bytes, error);
  if (self->xml == NULL)
    {
      g_prefix_error (error, "%s, ", name);
      return NULL;
    }

  return read_head (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * volets_guide_page_free:
 * @self: (transfer full): a page
 */
void
volets_guide_page_free (VoletsGuidePage *self)
{
  g_clear_pointer (&self->xml, volets_xml_free);
  g_free (self->name);
  g_free (self->id);
  g_free (self->rank);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->version);
  g_free (self->date);
  g_free (self);
}
