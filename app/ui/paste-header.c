/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/paste-header.h"

#include <string.h>

#include "engine/french.h"

typedef gboolean (*Match) (const char *title,
                           const char *name);

/* « tauxTVA » is an element, « Taux TVA » what people write. */
static gboolean
are_same (const char *title,
          const char *name)
{
  for (;; title++, name++)
    {
      while (*title == ' ')
        title++;
      while (*name == ' ')
        name++;
      if (*title != *name || *title == '\0')
        return *title == *name;
    }
}

static gboolean
has_words (const char *text,
           const char *words)
{
  gsize length = strlen (words);

  if (length == 0)
    return FALSE;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    {
      if ((p == text || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
        return TRUE;
    }

  return FALSE;
}

/* « Code UAI » for « UAI », « TVA » for « taux de TVA ». */
static gboolean
are_close (const char *title,
           const char *name)
{
  return has_words (title, name) || has_words (name, title);
}

static gboolean
is_taken (const GArray *columns,
          guint         field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (g_array_index (columns, int, i) == (int) field)
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches_name (Match       match,
              const char *title,
              const char *name)
{
  g_autofree char *folded = name != NULL ? volets_french_fold (name) : NULL;

  return folded != NULL && match (title, folded);
}

static int
find_field (const VoletsField      *known,
            const VoletsPasteField *fields,
            guint                   n_fields,
            const char             *title,
            const GArray           *columns,
            Match                   match)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const VoletsField *field = &known[fields[i].field];

      if (!is_taken (columns, fields[i].field)
          && (matches_name (match, title, fields[i].title)
              || matches_name (match, title, field->label)
              || matches_name (match, title, field->element)))
        return (int) fields[i].field;
    }

  return VOLETS_PASTE_NO_FIELD;
}

/* Gives a field to each column that has none yet and matches one that is free. */
static guint
match_columns (const VoletsField       *known,
               const VoletsPasteField  *fields,
               guint                    n_fields,
               char                   **cells,
               GArray                  *columns,
               Match                    match)
{
  guint n_matched = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      int *column = &g_array_index (columns, int, i);
      g_autofree char *title = volets_french_fold (cells[i]);

      if (*column != VOLETS_PASTE_NO_FIELD || *title == '\0')
        continue;
      *column = find_field (known, fields, n_fields, title, columns, match);
      if (*column != VOLETS_PASTE_NO_FIELD)
        n_matched++;
    }

  return n_matched;
}

static guint
count_filled (char **cells)
{
  guint n_filled = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    n_filled += *cells[i] != '\0';

  return n_filled;
}

/**
 * volets_paste_header_read:
 * @known: the fields of the records
 * @fields: (array length=n_fields): those that can be pasted, in the order of their columns
 * @n_fields: how many
 * @cells: (array zero-terminated=1): the first line of a paste
 *
 * A line is a header where two of its cells, or all, are names of fields as the table, sentences or
 * files have them; or where there are several and all come close to one. Case and accents do not
 * matter.
 *
 * Returns: (transfer full) (nullable) (element-type int): the field of each column or
 *   VOLETS_PASTE_NO_FIELD; %NULL where the line holds values
 */
GArray *
volets_paste_header_read (const VoletsField       *known,
                          const VoletsPasteField  *fields,
                          guint                    n_fields,
                          char                   **cells)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  const int none = VOLETS_PASTE_NO_FIELD;
  guint n_filled = count_filled (cells);
  guint n_same, n_close;

  for (guint i = 0; cells[i] != NULL; i++)
    g_array_append_val (columns, none);

  n_same = match_columns (known, fields, n_fields, cells, columns, are_same);
  n_close = match_columns (known, fields, n_fields, cells, columns, are_close);
  if (n_same >= 2 || n_same == n_filled || (n_filled >= 2 && n_same + n_close == n_filled))
    return g_steal_pointer (&columns);

  return NULL;
}
