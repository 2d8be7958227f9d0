/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/xml-writer.h"

/* What stands for @c, or NULL where it stands for itself. */
static const char *
get_escape (char     c,
            gboolean in_attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return in_attribute ? NULL : "&gt;";
    case '"':
      return in_attribute ? "&quot;" : NULL;
    case '\r':
      return "&#xD;";
    case '\n':
      return in_attribute ? "&#xA;" : NULL;
    case '\t':
      return in_attribute ? "&#x9;" : NULL;
    default:
      return NULL;
    }
}

static void
append_escaped (GString    *text,
                const char *value,
                gboolean    in_attribute)
{
  const char *start = value;

  for (const char *p = value; *p != '\0'; p++)
    {
      const char *escape = get_escape (*p, in_attribute);

      if (escape == NULL)
        continue;
      g_string_append_len (text, start, p - start);
      g_string_append (text, escape);
      start = p + 1;
    }
  g_string_append (text, start);
}

/* Not with a format: a dossier has a hundred thousand of these. */
static void
append_tag (GString    *text,
            const char *before,
            const char *element,
            const char *after)
{
  g_string_append (text, before);
  g_string_append (text, element);
  g_string_append (text, after);
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
  append_tag (self->text, "<", element, "");
  va_start (attributes, element);
  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      append_tag (self->text, " ", name, "=\"");
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
  append_tag (self->text, "</", element, ">\n");
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
  append_tag (self->text, "<", element, ">");
  append_escaped (self->text, content, FALSE);
  append_tag (self->text, "</", element, ">\n");
}
