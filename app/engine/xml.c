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

/* A VoletsXmlNode is an element of the tree of libxml2, under a name of ours. */
struct _VoletsXml {
  xmlDoc *document;
};

typedef struct {
  guint   depth;
  GError *error;
} Guard;

G_DEFINE_QUARK (volets-xml-error-quark, volets_xml_error)

static void
refuse (xmlParserCtxt *context,
        const char    *why)
{
  Guard *guard = context->_private;

  if (guard->error == NULL)
    guard->error = g_error_new (VOLETS_XML_ERROR, VOLETS_XML_ERROR_REFUSED, "ligne %d : %s",
                                xmlSAX2GetLineNumber (context), why);
  xmlStopParser (context);
}

static void
internal_subset_cb (void          *user_data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  refuse (user_data, "le fichier contient une déclaration DOCTYPE, qui peut cacher des entités ; "
                     "enregistrez-le sans elle");
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
      refuse (context, "les éléments sont imbriqués trop profondément pour un dossier");
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

/* The parser reports each of its complaints here; the context keeps the last one. */
static void
ignore_cb (void         *user_data,
           const xmlError *error)
{
}

static gboolean
check_text (const char  *data,
            gsize        size,
            GError     **error)
{
  const char *end;

  if (size > VOLETS_XML_MAX_SIZE)
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_REFUSED,
                   "le fichier dépasse %d Mio, bien plus qu’un dossier ne peut en avoir",
                   VOLETS_XML_MAX_SIZE / (1024 * 1024));
      return FALSE;
    }
  if (size == 0)
    {
      g_set_error_literal (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_NOT_XML,
                           "le fichier est vide");
      return FALSE;
    }
  if (!g_utf8_validate (data, (gssize) size, &end))
    {
      guint line = 1;

      for (const char *p = data; p < end; p++)
        line += *p == '\n';
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_NOT_XML,
                   "ligne %u : le fichier n’est pas un texte en UTF-8 ; ce n’est pas un dossier, "
                   "ou il a été enregistré dans un autre codage", line);
      return FALSE;
    }

  return TRUE;
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
  context->sax->serror = (xmlStructuredErrorFunc) ignore_cb;
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
      const xmlError *last = xmlCtxtGetLastError (context);

      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_SYNTAX, "ligne %d : %s",
                   last != NULL ? last->line : 1,
                   volets_xml_explain_syntax (last != NULL ? last->message : NULL));
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
 * @node: an element that holds text
 *
 * Returns: (transfer full): the text, as it stands
 */
char *
volets_xml_node_get_text (const VoletsXmlNode *node)
{
  const xmlNode *child = ((const xmlNode *) node)->children;
  xmlChar *content;
  char *text;

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
 * Returns: (transfer full) (nullable): its value
 */
char *
volets_xml_node_get_attribute (const VoletsXmlNode *node,
                               const char          *name)
{
  xmlChar *value = xmlGetNoNsProp ((const xmlNode *) node, (const xmlChar *) name);
  char *text = g_strdup ((const char *) value);

  xmlFree (value);
  return text;
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
