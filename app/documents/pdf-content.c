/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-content.h"

#include <string.h>

#define NONE G_MAXSIZE

#define BEGIN "/Artifact BMC\n"
#define END "\nEMC"

/* What is read of a page, and how much of it is written. */
typedef struct {
  const char *content;
  gsize       size;
  gsize       position;

  gsize       operands;
  gsize       path;
  gsize       text;
  guint       depth;

  GByteArray *marked;
  gsize       copied;
} Reader;

static gboolean
is_one_of (const char        *word,
           gsize              length,
           const char *const *words)
{
  for (; *words != NULL; words++)
    {
      if (strlen (*words) == length && memcmp (*words, word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_word (const char *word,
         gsize       length,
         const char *other)
{
  return is_one_of (word, length, (const char *const[]) { other, NULL });
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_regular (char c)
{
  switch (c)
    {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
    case '%':
      return FALSE;
    default:
      return !is_space (c);
    }
}

/* A string with its parentheses, some of which may be its own. */
static void
skip_string (Reader *self)
{
  guint n_open = 0;

  for (; self->position < self->size; self->position++)
    {
      char c = self->content[self->position];

      if (c == '\\')
        self->position++;
      else if (c == '(')
        n_open++;
      else if (c == ')' && --n_open == 0)
        break;
    }
  self->position = MIN (self->position + 1, self->size);
}

static void
skip_to (Reader *self,
         char    end)
{
  const char *found = memchr (self->content + self->position, end,
                              self->size - self->position);

  self->position = found != NULL ? (gsize) (found - self->content) + 1 : self->size;
}

/* Goes past what stands at the position. Returns the length of the operator that it was, or 0. */
static gsize
read_token (Reader *self)
{
  gsize start = self->position;
  char c = self->content[start];

  if (c == '(')
    skip_string (self);
  else if (c == '%')
    skip_to (self, '\n');
  else if (c == '<' && start + 1 < self->size && self->content[start + 1] == '<')
    self->position += 2;
  else if (c == '<')
    skip_to (self, '>');
  else
    {
      self->position++;
      while ((c == '/' || is_regular (c)) && self->position < self->size
             && is_regular (self->content[self->position]))
        self->position++;
    }

  return g_ascii_isalpha (c) || c == '\'' || c == '"' ? self->position - start : 0;
}

static void
copy_to (Reader *self,
         gsize   end)
{
  g_byte_array_append (self->marked, (const guint8 *) self->content + self->copied,
                       (guint) (end - self->copied));
  self->copied = end;
}

static void
put (Reader     *self,
     const char *text)
{
  g_byte_array_append (self->marked, (const guint8 *) text, (guint) strlen (text));
}

/* What was drawn since @start stands in no element. */
static void
mark (Reader *self,
      gsize   start)
{
  if (self->depth > 0 || start < self->copied)
    return;

  copy_to (self, start);
  put (self, BEGIN);
  copy_to (self, self->position);
  put (self, END);
}

/* The number of the content in « /TR << /MCID 12 >> BDC », or -1. */
static int
find_number (Reader *self)
{
  const char *key = g_strstr_len (self->content + self->operands,
                                  (gssize) (self->position - self->operands), "/MCID");

  return key != NULL ? (int) g_ascii_strtoll (key + strlen ("/MCID"), NULL, 10) : -1;
}

static void
begin_content (Reader     *self,
               GHashTable *strays)
{
  int number = find_number (self);

  if (self->depth++ > 0 || number < 0 || strays == NULL
      || !g_hash_table_contains (strays, GINT_TO_POINTER (number)))
    return;

  copy_to (self, self->operands);
  put (self, "/Artifact BMC");
  self->copied = self->position;
}

static void
follow (Reader     *self,
        const char *word,
        gsize       length,
        GHashTable *strays)
{
  static const char *const STARTS[] = { "m", "re", NULL };
  static const char *const PAINTS[] = {
    "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", NULL,
  };
  static const char *const DRAWS[] = { "Do", "sh", NULL };

  if (is_one_of (word, length, STARTS))
    {
      if (self->path == NONE)
        self->path = self->operands;
    }
  else if (is_one_of (word, length, PAINTS))
    {
      if (self->path != NONE)
        mark (self, self->path);
      self->path = NONE;
    }
  else if (is_word (word, length, "n"))
    self->path = NONE;
  else if (is_one_of (word, length, DRAWS))
    mark (self, self->operands);
  else if (is_word (word, length, "BT"))
    self->text = self->operands;
  else if (is_word (word, length, "ET"))
    {
      if (self->text != NONE)
        mark (self, self->text);
      self->text = NONE;
    }
  else if (is_word (word, length, "BDC") || is_word (word, length, "BMC"))
    begin_content (self, strays);
  else if (is_word (word, length, "EMC") && self->depth > 0)
    self->depth--;
}

/**
 * volets_pdf_content_mark:
 * @content: (array length=size): what Cairo draws on a page, where it has no inline images
 * @size: how long it is
 * @strays: (nullable) (element-type int int): the numbers of the marked contents that belong to no
 *   element after all
 *
 * Marks as artifacts what no element of the structure holds: rules and grounds, the heads and the
 * feet of the pages. A screen reader passes over them.
 *
 * Returns: (transfer full): the content with these marks
 */
GBytes *
volets_pdf_content_mark (const char *content,
                         gsize       size,
                         GHashTable *strays)
{
  Reader self = {
    .content = content,
    .size = size,
    .operands = NONE,
    .path = NONE,
    .text = NONE,
    .marked = g_byte_array_sized_new ((guint) (size + size / 8)),
  };

  while (self.position < size)
    {
      gsize start = self.position;
      gsize length;

      if (is_space (content[start]))
        {
          self.position++;
          continue;
        }

      if (self.operands == NONE)
        self.operands = start;
      length = read_token (&self);
      if (length == 0)
        continue;
      follow (&self, content + start, length, strays);
      self.operands = NONE;
    }
  copy_to (&self, size);

  return g_byte_array_free_to_bytes (self.marked);
}
