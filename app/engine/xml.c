/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "engine/xml-messages.h"
#include "volets-data.h"

/* Schemas include one another by their name; only the ones in the program answer to this. */
#define SCHEMA_SCHEME "volets-schema:/"
#define SCHEMA_PATH "/fr/volets/Volets/schemas/"

/* Elements and attributes together: one of five characters takes two hundred bytes of memory. */
#define MAX_NODES 1000000
/* The parser compares each attribute of an element with all the others. */
#define MAX_ATTRIBUTES 100

/* A VoletsXmlNode is an element of the tree of libxml2, or a text, under a name of ours. */
struct _VoletsXml {
  xmlDoc *document;
};

typedef struct {
  guint   depth;
  guint   n_nodes;
  GError *error;
} Guard;

G_DEFINE_QUARK (volets-xml-error-quark, volets_xml_error)

static void
refuse (xmlParserCtxt  *context,
        VoletsXmlError  code,
        int             line,
        const char     *why)
{
  Guard *guard = context->_private;

  if (guard->error == NULL)
    guard->error = g_error_new (VOLETS_XML_ERROR, (int) code, "ligne %d : %s", line, why);
  xmlStopParser (context);
}

static void
internal_subset_cb (void          *user_data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  gboolean is_page = name != NULL && g_ascii_strcasecmp ((const char *) name, "html") == 0;

  refuse (user_data, is_page ? VOLETS_XML_ERROR_NOT_XML : VOLETS_XML_ERROR_REFUSED,
          xmlSAX2GetLineNumber (user_data),
          is_page ? "le fichier est une page web (HTML), pas un fichier de Volets"
                  : "le fichier contient une déclaration DOCTYPE, qui peut cacher des entités ; "
                    "retirez-la");
}

static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = user_data;
  Guard *guard = context->_private;

  if (++guard->depth > VOLETS_XML_MAX_DEPTH)
    {
      refuse (context, VOLETS_XML_ERROR_REFUSED, xmlSAX2GetLineNumber (context),
              "les éléments sont imbriqués bien plus profondément que dans un fichier de Volets");
      return;
    }
  guard->n_nodes += 1 + (guint) n_attributes + (guint) n_namespaces;
  if (guard->n_nodes > MAX_NODES)
    {
      refuse (context, VOLETS_XML_ERROR_REFUSED, xmlSAX2GetLineNumber (context),
              "le fichier contient bien plus d’éléments qu’un fichier de Volets ne peut en avoir");
      return;
    }

  xmlSAX2StartElementNs (user_data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  xmlParserCtxt *context = user_data;
  Guard *guard = context->_private;

  guard->depth--;
  xmlSAX2EndElementNs (user_data, name, prefix, uri);
}

/* The first complaint is the one to mend: the parser would go on, and find others that only follow
 * from it.
 */
static void
parser_error_cb (void           *user_data,
                 const xmlError *error)
{
  xmlParserCtxt *context = user_data;
  const xmlParserInput *input = context->input;
  gboolean is_cut = input != NULL && input->cur >= input->end;
  gboolean is_xml = is_cut || error->code != XML_ERR_DOCUMENT_EMPTY;
  g_autofree char *why = NULL;

  if (error->level != XML_ERR_FATAL)
    return;

  why = volets_xml_explain_syntax (error->message, is_cut);
  refuse (context, is_xml ? VOLETS_XML_ERROR_SYNTAX : VOLETS_XML_ERROR_NOT_XML,
          MAX (1, error->line), why);
}

static guint
count_lines (const char *data,
             const char *end)
{
  guint line = 1;

  for (const char *p = data; p < end; p++)
    line += *p == '\n';

  return line;
}

/* What stands between the marks of a comment, and looks like a tag, is none. */
static const struct {
  const char *start;
  const char *end;
} PARTS[] = {
  { "<!--", "-->" },
  { "<![CDATA[", "]]>" },
  { "<?", "?>" },
};

/* Returns where the comment, or its like, at @p ends: @end where it does not, %NULL for a tag. */
static const char *
skip_part (const char *p,
           const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      gsize length = strlen (PARTS[i].start);
      const char *found;

      if ((gsize) (end - p) < length || strncmp (p, PARTS[i].start, length) != 0)
        continue;
      found = g_strstr_len (p + length, end - p - (gssize) length, PARTS[i].end);
      return found != NULL ? found : end;
    }

  return NULL;
}

/* Returns where the tag at @p ends. */
static const char *
count_attributes (const char *p,
                  const char *end,
                  guint      *n_attributes)
{
  char quote = '\0';

  *n_attributes = 0;
  for (; p < end && (quote != '\0' || *p != '>'); p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else
        *n_attributes += *p == '=';
    }

  return p;
}

/* The one bound that the parser has to find kept: it has no way to be told. */
static gboolean
check_attributes (const char  *data,
                  gsize        size,
                  GError     **error)
{
  const char *end = data + size;
  const char *p = data;

  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      const char *start = p;
      guint n_attributes;

      p = skip_part (start, end);
      if (p != NULL)
        continue;
      p = count_attributes (start, end, &n_attributes);
      if (n_attributes > MAX_ATTRIBUTES)
        {
          g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_REFUSED,
                       "ligne %u : un élément porte plus de %d attributs, bien plus que dans un "
                       "fichier de Volets", count_lines (data, start), MAX_ATTRIBUTES);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_text (const char  *data,
            gsize        size,
            GError     **error)
{
  const char *end;
  gsize n_spaces = 0;

  if (size > VOLETS_XML_MAX_SIZE)
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_REFUSED,
                   "le fichier dépasse %d Mio, bien plus qu’un fichier de Volets ne peut en avoir",
                   VOLETS_XML_MAX_SIZE / (1024 * 1024));
      return FALSE;
    }
  while (n_spaces < size && g_ascii_isspace (data[n_spaces]))
    n_spaces++;
  if (n_spaces == size)
    {
      g_set_error_literal (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_NOT_XML,
                           "le fichier est vide");
      return FALSE;
    }
  if (!g_utf8_validate (data, (gssize) size, &end))
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_NOT_XML,
                   "ligne %u : le fichier n’est pas un texte en UTF-8 ; ce n’est pas un fichier "
                   "de Volets, ou il a été enregistré dans un autre codage",
                   count_lines (data, end));
      return FALSE;
    }

  return check_attributes (data, size, error);
}

static gboolean
check_document (const xmlDoc  *document,
                GError       **error)
{
  if (document->encoding == NULL
      || g_ascii_strcasecmp ((const char *) document->encoding, "UTF-8") == 0)
    return TRUE;

  g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_NOT_XML,
               "ligne 1 : le fichier annonce le codage « %s » ; il faut UTF-8",
               (const char *) document->encoding);
  return FALSE;
}

/**
 * volets_xml_parse:
 * @bytes: what a file holds
 * @error: a sentence without the name of the file, in VOLETS_XML_ERROR
 *
 * Parses without network, external entities, document types or entity expansion, in time and
 * memory bounded by VOLETS_XML_MAX_SIZE.
 *
 * Returns: (transfer full) (nullable): the document
 */
VoletsXml *
volets_xml_parse (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (VoletsXml) self = g_new0 (VoletsXml, 1);
  Guard guard = { 0 };
  xmlParserCtxt *context;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!check_text (data, size, error))
    return NULL;

  xmlInitParser ();
  context = xmlNewParserCtxt ();
  context->_private = &guard;
  context->sax->internalSubset = internal_subset_cb;
  context->sax->startElementNs = start_element_cb;
  context->sax->endElementNs = end_element_cb;
  /* Nobody reads these, and a file could be made of nothing else. */
  context->sax->comment = NULL;
  context->sax->processingInstruction = NULL;
  context->sax->serror = (xmlStructuredErrorFunc) parser_error_cb;
  self->document = xmlCtxtReadMemory (context, data, (int) size, NULL, NULL,
                                      XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES
                                      | XML_PARSE_COMPACT);

  if (guard.error != NULL)
    {
      g_propagate_error (error, guard.error);
      g_clear_pointer (&self->document, xmlFreeDoc);
    }
  else if (self->document == NULL)
    {
      g_autofree char *sentence = volets_xml_explain_syntax (NULL, FALSE);

      g_set_error_literal (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_SYNTAX, sentence);
    }
  else if (!check_document (self->document, error))
    {
      g_clear_pointer (&self->document, xmlFreeDoc);
    }
  xmlFreeParserCtxt (context);

  return self->document != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * volets_xml_free:
 * @self: (transfer full): a document; its nodes go with it
 */
void
volets_xml_free (VoletsXml *self)
{
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_free (self);
}

static int
match_schema_cb (const char *uri)
{
  return g_str_has_prefix (uri, SCHEMA_SCHEME);
}

static void *
open_schema_cb (const char *uri)
{
  g_autofree char *path = g_strconcat (SCHEMA_PATH, uri + strlen (SCHEMA_SCHEME), NULL);

  return g_resource_open_stream (volets_data_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static int
read_schema_cb (void *stream,
                char *buffer,
                int   length)
{
  return (int) g_input_stream_read (stream, buffer, (gsize) length, NULL, NULL);
}

static int
close_schema_cb (void *stream)
{
  g_object_unref (stream);
  return 0;
}

/* A schema takes longer to read than a small dossier: each is read once. */
static xmlSchema *
load_schema (const char *name)
{
  static GMutex lock;
  static GHashTable *schemas;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *uri = NULL;
  xmlSchemaParserCtxt *parser;
  xmlSchema *schema;

  if (schemas == NULL)
    {
      schemas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) xmlSchemaFree);
      xmlRegisterInputCallbacks (match_schema_cb, open_schema_cb, read_schema_cb,
                                 close_schema_cb);
    }

  schema = g_hash_table_lookup (schemas, name);
  if (schema != NULL)
    return schema;

  uri = g_strconcat (SCHEMA_SCHEME, name, NULL);
  parser = xmlSchemaNewParserCtxt (uri);
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  if (schema == NULL)
    g_error ("the schema %s is broken", name);

  g_hash_table_insert (schemas, g_strdup (name), schema);
  return schema;
}

static void
schema_error_cb (void           *user_data,
                 const xmlError *error)
{
  const xmlNode *node = error->node;

  volets_xml_complaint_add (user_data, error->message,
                            node != NULL ? xmlGetLineNo (node) : error->line,
                            node != NULL ? (const char *) node->name : NULL);
}

/**
 * volets_xml_validate:
 * @self: a document
 * @schema: the name of a schema of the program, « dossier.xsd »
 * @error: a sentence in French with the line, in VOLETS_XML_ERROR
 *
 * Returns: whether @self is valid
 */
gboolean
volets_xml_validate (VoletsXml   *self,
                     const char  *schema,
                     GError     **error)
{
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (load_schema (schema));
  g_auto (VoletsXmlComplaint) complaint = { 0 };
  int result;

  xmlSchemaSetValidStructuredErrors (context, (xmlStructuredErrorFunc) schema_error_cb,
                                     &complaint);
  result = xmlSchemaValidateDoc (context, self->document);
  xmlSchemaFreeValidCtxt (context);
  if (result == 0)
    return TRUE;

  {
    g_autofree char *why = volets_xml_complaint_explain (&complaint);

    g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID, "ligne %ld : %s",
                 complaint.line, why);
  }
  return FALSE;
}

/**
 * volets_xml_get_root:
 * @self: a document
 *
 * Returns: (transfer none): its element
 */
const VoletsXmlNode *
volets_xml_get_root (VoletsXml *self)
{
  return (const VoletsXmlNode *) xmlDocGetRootElement (self->document);
}

const char *
volets_xml_node_get_name (const VoletsXmlNode *node)
{
  return (const char *) ((const xmlNode *) node)->name;
}

/**
 * volets_xml_node_get_namespace:
 * @node: an element
 *
 * Returns: (transfer none): the namespace of its name, empty where it has none
 */
const char *
volets_xml_node_get_namespace (const VoletsXmlNode *node)
{
  const xmlNs *ns = ((const xmlNode *) node)->ns;

  return ns != NULL ? (const char *) ns->href : "";
}

guint
volets_xml_node_get_line (const VoletsXmlNode *node)
{
  return (guint) xmlGetLineNo ((const xmlNode *) node);
}

/**
 * volets_xml_node_get_text:
 * @node: an element that holds text, or a text
 *
 * Returns: (transfer full): the text, as it stands
 */
char *
volets_xml_node_get_text (const VoletsXmlNode *node)
{
  const xmlNode *child = ((const xmlNode *) node)->children;
  xmlChar *content;
  char *text;

  if (volets_xml_node_is_text (node))
    return g_strdup ((const char *) ((const xmlNode *) node)->content);
  if (child == NULL)
    return g_strdup ("");
  if (child->type == XML_TEXT_NODE && child->next == NULL)
    return g_strdup ((const char *) child->content);

  content = xmlNodeGetContent ((const xmlNode *) node);
  text = g_strdup ((const char *) content);
  xmlFree (content);

  return text;
}

/**
 * volets_xml_node_get_attribute:
 * @node: an element
 * @name: the name of an attribute without namespace
 *
 * Returns: (transfer full) (nullable): its value, without the spaces around it, which no schema of
 *   ours looks at
 */
char *
volets_xml_node_get_attribute (const VoletsXmlNode *node,
                               const char          *name)
{
  xmlChar *value = xmlGetNoNsProp ((const xmlNode *) node, (const xmlChar *) name);
  char *text = g_strdup ((const char *) value);

  xmlFree (value);
  return text != NULL ? g_strstrip (text) : NULL;
}

static const VoletsXmlNode *
skip_to_element (const xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;

  return (const VoletsXmlNode *) node;
}

/**
 * volets_xml_node_get_first_child:
 * @node: an element
 *
 * Returns: (transfer none) (nullable): its first child element
 */
const VoletsXmlNode *
volets_xml_node_get_first_child (const VoletsXmlNode *node)
{
  return skip_to_element (((const xmlNode *) node)->children);
}

/**
 * volets_xml_node_get_next:
 * @node: an element
 *
 * Returns: (transfer none) (nullable): the element that follows it
 */
const VoletsXmlNode *
volets_xml_node_get_next (const VoletsXmlNode *node)
{
  return skip_to_element (((const xmlNode *) node)->next);
}

/**
 * volets_xml_node_is_text:
 * @node: a piece of what an element holds
 *
 * Returns: whether @node is a text, of which only text and line can be asked; else it is an element
 */
gboolean
volets_xml_node_is_text (const VoletsXmlNode *node)
{
  return ((const xmlNode *) node)->type == XML_TEXT_NODE;
}

static const VoletsXmlNode *
skip_to_piece (const xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE)
    node = node->next;

  return (const VoletsXmlNode *) node;
}

/**
 * volets_xml_node_get_first_piece:
 * @node: an element
 *
 * Returns: (transfer none) (nullable): the first of what it holds, a text or an element
 */
const VoletsXmlNode *
volets_xml_node_get_first_piece (const VoletsXmlNode *node)
{
  return skip_to_piece (((const xmlNode *) node)->children);
}

/**
 * volets_xml_node_get_next_piece:
 * @node: a text or an element
 *
 * Returns: (transfer none) (nullable): the text or the element that follows it
 */
const VoletsXmlNode *
volets_xml_node_get_next_piece (const VoletsXmlNode *node)
{
  return skip_to_piece (((const xmlNode *) node)->next);
}

/**
 * volets_xml_get_library_version:
 *
 * Returns: the version of libxml2 that this was built with
 */
const char *
volets_xml_get_library_version (void)
{
  return LIBXML_DOTTED_VERSION;
}
