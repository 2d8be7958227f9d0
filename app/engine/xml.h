/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reading XML that nobody vouches for. This is the only place that knows libxml2. */

/* No dossier comes near these, with a thousand schools and ten thousand lines included. */
#define VOLETS_XML_MAX_SIZE (32 * 1024 * 1024)
#define VOLETS_XML_MAX_DEPTH 32

#define VOLETS_XML_ERROR (volets_xml_error_quark ())
GQuark volets_xml_error_quark (void);

/**
 * VoletsXmlError:
 * @VOLETS_XML_ERROR_NOT_XML: binary, not UTF-8, or not XML at all
 * @VOLETS_XML_ERROR_SYNTAX: XML that is not well formed, or cut short
 * @VOLETS_XML_ERROR_REFUSED: XML that asks for what no file of ours needs: a document type, an
 *   entity, more depth or size than there can be
 * @VOLETS_XML_ERROR_INVALID: well formed, but against the schema or the rules of the file
 * @VOLETS_XML_ERROR_VERSION: written for a newer version of the format
 * @VOLETS_XML_ERROR_OTHER_KIND: a call where a dossier is wanted, or a dossier where a call is
 */
typedef enum {
  VOLETS_XML_ERROR_NOT_XML,
  VOLETS_XML_ERROR_SYNTAX,
  VOLETS_XML_ERROR_REFUSED,
  VOLETS_XML_ERROR_INVALID,
  VOLETS_XML_ERROR_VERSION,
  VOLETS_XML_ERROR_OTHER_KIND,
} VoletsXmlError;

typedef struct _VoletsXml VoletsXml;
typedef struct _VoletsXmlNode VoletsXmlNode;

VoletsXml           *volets_xml_parse           (GBytes               *bytes,
                                                 GError              **error);
void                 volets_xml_free            (VoletsXml            *self);
gboolean             volets_xml_validate        (VoletsXml            *self,
                                                 const char           *schema,
                                                 GError              **error);
const VoletsXmlNode *volets_xml_get_root        (VoletsXml            *self);

const char          *volets_xml_node_get_name   (const VoletsXmlNode  *node);
const char          *volets_xml_node_get_namespace (const VoletsXmlNode *node);
guint                volets_xml_node_get_line   (const VoletsXmlNode  *node);
char                *volets_xml_node_get_text   (const VoletsXmlNode  *node);
char                *volets_xml_node_get_attribute (const VoletsXmlNode *node,
                                                 const char           *name);
const VoletsXmlNode *volets_xml_node_get_first_child (const VoletsXmlNode *node);
const VoletsXmlNode *volets_xml_node_get_next   (const VoletsXmlNode  *node);

/* The same with the text between the elements, for prose. */
gboolean             volets_xml_node_is_text    (const VoletsXmlNode  *node);
const VoletsXmlNode *volets_xml_node_get_first_piece (const VoletsXmlNode *node);
const VoletsXmlNode *volets_xml_node_get_next_piece (const VoletsXmlNode *node);
const char          *volets_xml_get_library_version (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsXml, volets_xml_free)

G_END_DECLS
