/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/line-breaks.h"

#include <pango/pango.h>
#include <string.h>

/* How much text is remembered, in bytes: the names of a thousand schools several times over. */
#define MOST_TEXT (1024 * 1024)

struct _VoletsLineBreaks {
  GHashTable *texts;
  gsize       size;
};

static gsize *
find (const char *text,
      gsize       length)
{
  glong n_characters = g_utf8_strlen (text, (gssize) length);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_characters + 1);
  gsize *breaks = g_new (gsize, n_characters + 1);
  gsize n_breaks = 0, i = 0;

  pango_get_log_attrs (text, (int) length, -1, pango_language_from_string ("fr"), attributes,
                       (int) n_characters + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      if (i > 0 && attributes[i].is_line_break)
        breaks[n_breaks++] = (gsize) (p - text);
    }
  breaks[n_breaks] = length;

  return g_renew (gsize, breaks, n_breaks + 1);
}

VoletsLineBreaks *
volets_line_breaks_new (void)
{
  VoletsLineBreaks *self = g_new0 (VoletsLineBreaks, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
volets_line_breaks_free (VoletsLineBreaks *self)
{
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_free (self);
}

/**
 * volets_line_breaks_find:
 * @self: what was found so far
 * @text: a clean text
 *
 * Returns: (transfer none): where a line of @text may begin, but for its start, in bytes and in
 *   order; then the length of @text. Valid until the next call
 */
const gsize *
volets_line_breaks_find (VoletsLineBreaks *self,
                         const char       *text)
{
  gsize *breaks = g_hash_table_lookup (self->texts, text);
  gsize length;

  if (breaks != NULL)
    return breaks;

  length = strlen (text);
  self->size += length;
  if (self->size > MOST_TEXT)
    {
      g_hash_table_remove_all (self->texts);
      self->size = length;
    }
  breaks = find (text, length);
  g_hash_table_insert (self->texts, g_strdup (text), breaks);

  return breaks;
}
