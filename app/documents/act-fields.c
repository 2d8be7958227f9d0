/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/act-fields.h"

#include "engine/french.h"

/**
 * volets_act_text:
 * @record: a record
 * @field: a field that holds text
 *
 * Returns: (transfer none): the text, or ""
 */
const char *
volets_act_text (VoletsRecord *record,
                 guint         field)
{
  const char *text = volets_record_get_text (record, field);

  return text != NULL ? text : "";
}

/**
 * volets_act_day:
 * @record: a record
 * @field: a field that holds a date
 *
 * Returns: (transfer full): « 31 mars 2021 », or ""
 */
char *
volets_act_day (VoletsRecord *record,
                guint         field)
{
  const char *date = volets_record_get_text (record, field);

  return volets_french_date_is_valid (date) ? volets_french_date (date) : g_strdup ("");
}

/**
 * volets_act_count:
 * @record: a record
 * @field: a field that holds a count
 *
 * Returns: (transfer full): the count, or ""
 */
char *
volets_act_count (VoletsRecord *record,
                  guint         field)
{
  gint64 count = volets_record_get_number (record, field);

  return count < 0 ? g_strdup ("") : volets_french_group_digits ((guint64) count);
}
