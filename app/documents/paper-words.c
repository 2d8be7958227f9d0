/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/paper-words.h"

#include "engine/french.h"

/**
 * volets_paper_capitalise:
 * @text: a text that is not empty
 *
 * Returns: (transfer full): @text with a capital at its start
 */
char *
volets_paper_capitalise (const char *text)
{
  g_autofree char *initial = g_utf8_substring (text, 0, 1);
  g_autofree char *capital = g_utf8_strup (initial, -1);

  return g_strconcat (capital, g_utf8_next_char (text), NULL);
}

/**
 * volets_paper_get_text:
 * @record: a record
 * @field: a field that holds text
 *
 * Returns: (transfer none): the text, or what papers show for one that is missing
 */
const char *
volets_paper_get_text (VoletsRecord *record,
                       guint         field)
{
  const char *text = volets_record_get_text (record, field);

  return text != NULL ? text : VOLETS_PAPER_MISSING;
}

/**
 * volets_paper_count:
 * @record: a record
 * @field: a field that holds a count
 *
 * Returns: (transfer full): the count, or a dash where it is missing
 */
char *
volets_paper_count (VoletsRecord *record,
                    guint         field)
{
  gint64 count = volets_record_get_number (record, field);

  return count == VOLETS_UNSET ? g_strdup ("–") : volets_french_group_digits ((guint64) count);
}
