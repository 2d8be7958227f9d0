/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/odf-xml.h"

#include <libxml/xmlwriter.h>

#define VERSION "1.2"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static const struct {
  const char *prefix;
  const char *uri;
} NAMESPACES[] = {
  { "xmlns:office", OASIS "office:1.0" },
  { "xmlns:style", OASIS "style:1.0" },
  { "xmlns:text", OASIS "text:1.0" },
  { "xmlns:table", OASIS "table:1.0" },
  { "xmlns:meta", OASIS "meta:1.0" },
  { "xmlns:fo", OASIS "xsl-fo-compatible:1.0" },
  { "xmlns:svg", OASIS "svg-compatible:1.0" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
};

struct _VoletsOdfXml {
  xmlBufferPtr     buffer;
  xmlTextWriterPtr writer;
};

static void
write_attributes (VoletsOdfXml *self,
                  va_list       attributes)
{
  const char *name;

  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value != NULL)
        xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST value);
    }
}

/**
 * volets_odf_format_points:
 * @points: a length
 *
 * Returns: (transfer full): « 12.50pt », whatever the locale
 */
char *
volets_odf_format_points (double points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", points);
  return g_strconcat (buffer, "pt", NULL);
}

/**
 * volets_odf_xml_new:
 * @root: the root element, of the office namespace
 *
 * Returns: (transfer full): a file whose root is open
 */
VoletsOdfXml *
volets_odf_xml_new (const char *root)
{
  VoletsOdfXml *self = g_new0 (VoletsOdfXml, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  g_assert (self->writer != NULL);

  xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", NULL);
  xmlTextWriterStartElement (self->writer, BAD_CAST root);
  for (gsize i = 0; i < G_N_ELEMENTS (NAMESPACES); i++)
    xmlTextWriterWriteAttribute (self->writer, BAD_CAST NAMESPACES[i].prefix,
                                 BAD_CAST NAMESPACES[i].uri);
  xmlTextWriterWriteAttribute (self->writer, BAD_CAST "office:version", BAD_CAST VERSION);

  return self;
}

void
volets_odf_xml_free (VoletsOdfXml *self)
{
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  xmlBufferFree (self->buffer);
  g_free (self);
}

/**
 * volets_odf_xml_open:
 * @self: a file
 * @element: an element with its prefix
 * @...: names of attributes and their values, then %NULL; one whose value is %NULL is left out
 */
void
volets_odf_xml_open (VoletsOdfXml *self,
                     const char   *element,
                     ...)
{
  va_list attributes;

  xmlTextWriterStartElement (self->writer, BAD_CAST element);
  va_start (attributes, element);
  write_attributes (self, attributes);
  va_end (attributes);
}

/**
 * volets_odf_xml_add:
 * @self: a file
 * @element: an element with its prefix, that holds nothing
 * @...: names of attributes and their values, then %NULL; one whose value is %NULL is left out
 */
void
volets_odf_xml_add (VoletsOdfXml *self,
                    const char   *element,
                    ...)
{
  va_list attributes;

  xmlTextWriterStartElement (self->writer, BAD_CAST element);
  va_start (attributes, element);
  write_attributes (self, attributes);
  va_end (attributes);
  xmlTextWriterEndElement (self->writer);
}

/**
 * volets_odf_xml_text:
 * @self: a file
 * @text: a clean text
 *
 * Writes @text so that it comes out as it is: an OpenDocument takes many spaces for one and a line
 * feed for a space.
 */
void
volets_odf_xml_text (VoletsOdfXml *self,
                     const char   *text)
{
  gboolean after_space = TRUE;
  g_autoptr (GString) run = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_element = c == '\n' || (c == ' ' && after_space);

      if (is_element)
        {
          xmlTextWriterWriteString (self->writer, BAD_CAST run->str);
          g_string_truncate (run, 0);
          volets_odf_xml_add (self, c == '\n' ? "text:line-break" : "text:s", NULL);
        }
      else if (c != 0xfffe && c != 0xffff)
        {
          g_string_append_unichar (run, c);
        }
      after_space = c == ' ' || c == '\n';
    }
  xmlTextWriterWriteString (self->writer, BAD_CAST run->str);
}

/**
 * volets_odf_xml_close:
 * @self: a file
 *
 * Closes the element that was opened last.
 */
void
volets_odf_xml_close (VoletsOdfXml *self)
{
  xmlTextWriterEndElement (self->writer);
}

/**
 * volets_odf_xml_finish:
 * @self: a file
 *
 * Closes what is still open.
 *
 * Returns: (transfer full): the file
 */
GBytes *
volets_odf_xml_finish (VoletsOdfXml *self)
{
  xmlTextWriterEndDocument (self->writer);
  g_clear_pointer (&self->writer, xmlFreeTextWriter);

  return g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
}
