/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor-private.h"

#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/school.h"

/* The rows of the lists: new ones, copies of others. Every change ends in
 * volets_editor_set_rows(), which makes it one that can be undone.
 */

static void
fill_school (VoletsEditor *self,
             VoletsRecord *school)
{
  VoletsDossier *dossier = volets_editor_get_dossier (self);
  g_autofree char *id = volets_editor_create_school_id (self);

  volets_record_set_text (school, VOLETS_SCHOOL_ID, id);
  volets_record_set_number (school, VOLETS_SCHOOL_SECTOR, VOLETS_SCHOOL_SECTOR_PUBLIC);
  if (volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMUNES) == 1)
    volets_record_set_text (school, VOLETS_SCHOOL_COMMUNE, volets_record_get_text (
      volets_dossier_get_row (dossier, VOLETS_SECTION_COMMUNES, 0), VOLETS_COMMUNE_INSEE));
}

static void
fill_expense (VoletsEditor  *self,
              VoletsSection  section,
              VoletsRecord  *expense)
{
  VoletsDossier *dossier = volets_editor_get_dossier (self);
  guint n_rows = volets_dossier_get_n_rows (dossier, section);

  volets_record_set_number (expense, VOLETS_EXPENSE_SCOPE, VOLETS_EXPENSE_SCOPE_PROJECT);
  volets_record_set_number (expense, VOLETS_EXPENSE_QUANTITY, 1);
  if (n_rows > 0)
    volets_record_set_number (expense, VOLETS_EXPENSE_VAT_RATE, volets_record_get_number (
      volets_dossier_get_row (dossier, section, n_rows - 1), VOLETS_EXPENSE_VAT_RATE));
}

static VoletsRecord *
copy_record (VoletsRecord *record)
{
  VoletsRecord *copy = g_object_new (G_OBJECT_TYPE (record), NULL);

  volets_record_copy_answers (record, copy);

  return copy;
}

/* Two schools of one id would make a file that cannot be read again. */
static void
ensure_school_ids (VoletsEditor *self,
                   GPtrArray    *rows,
                   GPtrArray    *records)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) is_new = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (is_new, records->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *id = volets_record_get_text (rows->pdata[i], VOLETS_SCHOOL_ID);

      if (id != NULL && !g_hash_table_contains (is_new, rows->pdata[i]))
        g_hash_table_add (taken, g_strdup (id));
    }

  volets_editor_note_school_numbers (self);
  for (guint i = 0; i < records->len; i++)
    {
      const char *id = volets_record_get_text (records->pdata[i], VOLETS_SCHOOL_ID);

      while (id == NULL || g_hash_table_contains (taken, id))
        {
          g_autofree char *new_id = volets_editor_next_school_id (self);

          volets_record_set_text (records->pdata[i], VOLETS_SCHOOL_ID, new_id);
          id = volets_record_get_text (records->pdata[i], VOLETS_SCHOOL_ID);
        }
      g_hash_table_add (taken, g_strdup (id));
    }
}

/* Gives the list @rows, of which @records are new. */
static void
put_rows (VoletsEditor  *self,
          VoletsSection  section,
          GPtrArray     *rows,
          GPtrArray     *records,
          const char    *label)
{
  if (section == VOLETS_SECTION_SCHOOLS)
    ensure_school_ids (self, rows, records);
  volets_editor_set_rows (self, section, rows, label);
}

/**
 * volets_editor_create_row:
 * @self: an editor
 * @section: a section that is a list
 *
 * Returns: (transfer full): a row that is in no list yet, with what is most likely to be answered
 *   in it; the rate of VAT is that of the last line
 */
VoletsRecord *
volets_editor_create_row (VoletsEditor  *self,
                          VoletsSection  section)
{
  VoletsRecord *row;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);
  g_return_val_if_fail (volets_section_get_info (section)->row_element != NULL, NULL);

  row = g_object_new (volets_section_get_info (section)->get_type (), NULL);
  if (section == VOLETS_SECTION_SCHOOLS)
    fill_school (self, row);
  else if (volets_section_has_expenses (section))
    fill_expense (self, section, row);

  return row;
}

/**
 * volets_editor_append_row:
 * @self: an editor
 * @section: a section that is a list
 * @label: what this does, for people
 *
 * Returns: (transfer none): a new row at the end, as volets_editor_create_row() makes them
 */
VoletsRecord *
volets_editor_append_row (VoletsEditor  *self,
                          VoletsSection  section,
                          const char    *label)
{
  g_autoptr (VoletsRecord) row = volets_editor_create_row (self, section);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, row);
  volets_editor_insert_rows (self, section, G_MAXUINT, records, label);

  return row;
}

/**
 * volets_editor_insert_rows:
 * @self: an editor
 * @section: a section that is a list
 * @position: before which row; the end where there are not as many
 * @records: (element-type VoletsRecord): rows that are in no list; a school gets another id where
 *   its own is missing or taken
 * @label: what this does, for people
 */
void
volets_editor_insert_rows (VoletsEditor  *self,
                           VoletsSection  section,
                           guint          position,
                           GPtrArray     *records,
                           const char    *label)
{
  volets_editor_replace_rows (self, section, position, 0, records, label);
}

/**
 * volets_editor_delete_rows:
 * @self: an editor
 * @section: a section that is a list
 * @rows: (array length=n_rows): which rows, in any order
 * @n_rows: how many
 * @label: what this does, for people
 *
 * The expenses of a school that is deleted belong to none until somebody says which.
 */
void
volets_editor_delete_rows (VoletsEditor  *self,
                           VoletsSection  section,
                           const guint   *rows,
                           guint          n_rows,
                           const char    *label)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree gboolean *is_deleted = NULL;

  g_return_if_fail (VOLETS_IS_EDITOR (self));
  g_return_if_fail (label != NULL);

  all = volets_dossier_list_rows (volets_editor_get_dossier (self), section);
  is_deleted = g_new0 (gboolean, all->len);
  for (guint i = 0; i < n_rows; i++)
    {
      g_return_if_fail (rows[i] < all->len);
      is_deleted[rows[i]] = TRUE;
    }

  kept = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      if (!is_deleted[i])
        g_ptr_array_add (kept, all->pdata[i]);
    }
  volets_editor_set_rows (self, section, kept, label);
}

/**
 * volets_editor_replace_rows:
 * @self: an editor
 * @section: a section that is a list
 * @position: the first row that goes away
 * @n_removed: how many do, as far as there are
 * @records: (element-type VoletsRecord): what takes their place, see volets_editor_insert_rows()
 * @label: what this does, for people
 */
void
volets_editor_replace_rows (VoletsEditor  *self,
                            VoletsSection  section,
                            guint          position,
                            guint          n_removed,
                            GPtrArray     *records,
                            const char    *label)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (VOLETS_IS_EDITOR (self));
  g_return_if_fail (records != NULL);
  g_return_if_fail (label != NULL);

  rows = volets_dossier_list_rows (volets_editor_get_dossier (self), section);
  position = MIN (position, rows->len);
  n_removed = MIN (n_removed, rows->len - position);
  if (n_removed > 0)
    g_ptr_array_remove_range (rows, position, n_removed);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_insert (rows, (int) (position + i), g_object_ref (records->pdata[i]));
  put_rows (self, section, rows, records, label);
}

static VoletsRecord *
duplicate_record (VoletsRecord  *record,
                  VoletsSection  section)
{
  VoletsRecord *copy = copy_record (record);

  if (section == VOLETS_SECTION_SCHOOLS)
    {
      volets_record_set_text (copy, VOLETS_SCHOOL_ID, NULL);
      volets_record_set_text (copy, VOLETS_SCHOOL_UAI, NULL);
    }

  return copy;
}

/**
 * volets_editor_duplicate_rows:
 * @self: an editor
 * @section: a section that is a list
 * @rows: (array length=n_rows): which rows, in their order
 * @n_rows: how many
 * @label: what this does, for people
 *
 * Puts a copy of each just below it; that of a school has an id of its own and no UAI, which no
 * two schools share.
 */
void
volets_editor_duplicate_rows (VoletsEditor  *self,
                              VoletsSection  section,
                              const guint   *rows,
                              guint          n_rows,
                              const char    *label)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  g_return_if_fail (VOLETS_IS_EDITOR (self));
  g_return_if_fail (label != NULL);

  before = volets_dossier_list_rows (volets_editor_get_dossier (self), section);
  after = g_ptr_array_new ();
  copies = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < before->len; i++)
    {
      g_ptr_array_add (after, before->pdata[i]);
      if (copies->len < n_rows && rows[copies->len] == i)
        {
          VoletsRecord *copy = duplicate_record (before->pdata[i], section);

          g_ptr_array_add (copies, copy);
          g_ptr_array_add (after, copy);
        }
    }
  put_rows (self, section, after, copies, label);
}

/**
 * volets_editor_copy_expense_to_schools:
 * @self: an editor
 * @section: a list of expenses
 * @row: which line, from zero
 * @school_ids: (array zero-terminated=1): the schools that get the same; that of the line, which
 *   has it already, is left out
 * @label: what this does, for people
 *
 * Puts a copy of the line for each school just below it.
 */
void
volets_editor_copy_expense_to_schools (VoletsEditor       *self,
                                       VoletsSection       section,
                                       guint               row,
                                       const char *const  *school_ids,
                                       const char         *label)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  VoletsRecord *line;
  const char *own_school;

  g_return_if_fail (VOLETS_IS_EDITOR (self));
  g_return_if_fail (volets_section_has_expenses (section));
  g_return_if_fail (school_ids != NULL);
  g_return_if_fail (label != NULL);

  line = volets_dossier_get_row (volets_editor_get_dossier (self), section, row);
  own_school = volets_record_get_text (line, VOLETS_EXPENSE_SCHOOL);
  for (guint i = 0; school_ids[i] != NULL; i++)
    {
      VoletsRecord *copy;

      if (g_strcmp0 (school_ids[i], own_school) == 0)
        continue;
      copy = copy_record (line);
      volets_record_set_number (copy, VOLETS_EXPENSE_SCOPE, VOLETS_EXPENSE_SCOPE_SCHOOL);
      volets_record_set_text (copy, VOLETS_EXPENSE_SCHOOL, school_ids[i]);
      g_ptr_array_add (records, copy);
    }

  volets_editor_insert_rows (self, section, row + 1, records, label);
}
