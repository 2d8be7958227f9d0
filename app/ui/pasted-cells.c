/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pasted-cells.h"

#include <string.h>

#include "engine/french.h"

#define BYTE_ORDER_MARK "\357\273\277"

static void
free_row (gpointer data)
{
  VoletsPastedRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static gboolean
is_end (char c,
        char separator)
{
  return c == '\0' || c == '\r' || c == '\n' || c == separator;
}

/* The quote that closes a cell; %NULL where the first one belongs to the text, as in
 * « "Les Lilas" maternelle », which spreadsheets leave as it is.
 */
static const char *
find_closing_quote (const char *start,
                    char        separator)
{
  for (const char *p = start; *p != '\0'; p++)
    {
      if (*p != '"')
        continue;
      if (p[1] != '"')
        return is_end (p[1], separator) ? p : NULL;
      p++;
    }

  return NULL;
}

/* On one line, as an entry shows it, without the spaces around it; doubled quotes become one
 * where the cell was between quotes.
 */
static char *
clean_cell (const char *start,
            const char *end,
            gboolean    is_quoted)
{
  GString *clean = g_string_sized_new ((gsize) (end - start));
  gsize n_kept = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = volets_french_is_space (c);

      if (is_space && clean->len == 0)
        continue;
      if (c == '\r' && p[1] == '\n')
        continue;
      g_string_append_unichar (clean, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
      if (!is_space)
        n_kept = clean->len;
      if (is_quoted && c == '"')
        p++;
    }
  g_string_truncate (clean, n_kept);

  return g_string_free (clean, FALSE);
}

static char *
read_cell (const char **text,
           char         separator)
{
  const char *start = *text;
  const char *end = *start == '"' ? find_closing_quote (start + 1, separator) : NULL;

  if (end != NULL)
    {
      *text = end + 1;
      return clean_cell (start + 1, end, TRUE);
    }

  for (end = start; !is_end (*end, separator); end++)
    ;
  *text = end;

  return clean_cell (start, end, FALSE);
}

/* Moves @text to the next line; %NULL where nothing is on this one. */
static GStrv
read_line (const char **text,
           char         separator)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  gboolean is_blank = TRUE;

  for (guint i = 0;; i++)
    {
      g_autofree char *cell = read_cell (text, separator);

      is_blank = is_blank && *cell == '\0';
      if (i < VOLETS_PASTED_CELLS_MAX)
        g_strv_builder_add (cells, cell);
      if (**text != separator)
        break;
      (*text)++;
    }
  if (**text == '\r' && (*text)[1] == '\n')
    (*text)++;
  if (**text != '\0')
    (*text)++;

  return is_blank ? NULL : g_strv_builder_end (cells);
}

static GPtrArray *
split (const char *text,
       char        separator,
       guint       max_rows,
       gboolean   *is_cut,
       gboolean   *has_columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  *is_cut = FALSE;
  *has_columns = FALSE;
  for (guint line = 1; *text != '\0'; line++)
    {
      GStrv cells = read_line (&text, separator);
      VoletsPastedRow *row;

      if (cells == NULL)
        continue;
      if (rows->len == max_rows)
        {
          g_strfreev (cells);
          *is_cut = TRUE;
          break;
        }
      row = g_new (VoletsPastedRow, 1);
      row->line = line;
      row->cells = cells;
      g_ptr_array_add (rows, row);
      *has_columns = *has_columns || cells[1] != NULL;
    }

  return rows;
}

/**
 * volets_pasted_cells_split:
 * @text: what a spreadsheet puts on the clipboard, or what a CSV file holds
 * @max_rows: how many rows to read at most
 * @is_cut: (out): whether there were more
 *
 * Cells are separated by tabs or, where no line has any, by semicolons; those that hold a line
 * end or a separator are between quotes. Any text is understood somehow.
 *
 * Returns: (transfer full) (element-type VoletsPastedRow): the rows that are not blank
 */
GPtrArray *
volets_pasted_cells_split (const char *text,
                           guint       max_rows,
                           gboolean   *is_cut)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *start = g_str_has_prefix (valid, BYTE_ORDER_MARK) ? valid + 3 : valid;
  g_autoptr (GPtrArray) rows = NULL;
  gboolean has_columns;

  rows = split (start, '\t', max_rows, is_cut, &has_columns);
  if (!has_columns && strchr (start, ';') != NULL)
    {
      g_ptr_array_unref (rows);
      rows = split (start, ';', max_rows, is_cut, &has_columns);
    }

  return g_steal_pointer (&rows);
}
