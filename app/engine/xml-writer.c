/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/xml-writer.h"

static void
append_escaped (GString    *text,
                const char *value,
                gboolean    in_attribute)
{
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '&')
        g_string_append (text, "&amp;");
      else if (*p == '<')
        g_string_append (text, "&lt;");
      else if (*p == '>' && !in_attribute)
        g_string_append (text, "&gt;");
      else if (*p == '"' && in_attribute)
        g_string_append (text, "&quot;");
      else if (*p == '\r' || (in_attribute && (*p == '\n' || *p == '\t')))
        g_string_append_printf (text, "&#x%X;", *p);
      else
        g_string_append_c (text, *p);
    }
}

static void
append_indent (VoletsXmlWriter *self)
{
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

/**
 * volets_xml_writer_open:
 * @self: a writer
 * @element: the name of an element that will hold others
 * @...: names of attributes and their values, then %NULL; one whose value is %NULL is left out
 */
void
volets_xml_writer_open (VoletsXmlWriter *self,
                        const char      *element,
                        ...)
{
  va_list attributes;
  const char *name;

  append_indent (self);
  g_string_append_printf (self->text, "<%s", element);
  va_start (attributes, element);
  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      g_string_append_printf (self->text, " %s=\"", name);
      append_escaped (self->text, value, TRUE);
      g_string_append_c (self->text, '"');
    }
  va_end (attributes);
  g_string_append (self->text, ">\n");
  self->depth++;
}

/**
 * volets_xml_writer_close:
 * @self: a writer
 * @element: the element that was opened last
 */
void
volets_xml_writer_close (VoletsXmlWriter *self,
                         const char      *element)
{
  g_assert (self->depth > 0);

  self->depth--;
  append_indent (self);
  g_string_append_printf (self->text, "</%s>\n", element);
}

/**
 * volets_xml_writer_element:
 * @self: a writer
 * @element: the name of an element that holds text
 * @content: (nullable): the text; without any, nothing is written
 */
void
volets_xml_writer_element (VoletsXmlWriter *self,
                           const char      *element,
                           const char      *content)
{
  if (content == NULL)
    return;

  append_indent (self);
  g_string_append_printf (self->text, "<%s>", element);
  append_escaped (self->text, content, FALSE);
  g_string_append_printf (self->text, "</%s>\n", element);
}
