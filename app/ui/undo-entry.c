/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/undo-entry.h"

#include "engine/expense.h"
#include "engine/school.h"

/* Rows are known by what they are, not by where they are: whatever happened to the list since, no
 * other row goes away with them.
 */
typedef struct {
  VoletsSection  section;
  GPtrArray     *added;
  GPtrArray     *removed;
  GArray        *positions; /* of guint: where each removed row was, from the first to the last */
} ListChange;

/* An expense that lost its school. */
typedef struct {
  VoletsRecord *expense;
  char         *school;
} LostSchool;

struct _VoletsUndoEntry {
  char      *label;
  GPtrArray *changes; /* of ListChange */
  GArray    *lost;    /* of LostSchool */
};

static void
list_change_free (gpointer data)
{
  ListChange *self = data;

  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->removed);
  g_array_unref (self->positions);
  g_free (self);
}

static void
clear_lost_school (gpointer data)
{
  LostSchool *self = data;

  g_object_unref (self->expense);
  g_free (self->school);
}

static GHashTable *
create_set (const GPtrArray *rows)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (set, rows->pdata[i]);

  return set;
}

/* One splice over what differs: the widgets of the rows before and after stay as they are. */
static void
assign_rows (VoletsDossier   *dossier,
             VoletsSection    section,
             const GPtrArray *before,
             const GPtrArray *after)
{
  guint start = 0, n_before = before->len, n_after = after->len;

  while (start < n_before && start < n_after && before->pdata[start] == after->pdata[start])
    start++;
  while (n_before > start && n_after > start
         && before->pdata[n_before - 1] == after->pdata[n_after - 1])
    {
      n_before--;
      n_after--;
    }

  if (n_before > start || n_after > start)
    g_list_store_splice (volets_dossier_get_list (dossier, section), start, n_before - start,
                         after->pdata + start, n_after - start);
}

static GHashTable *
collect_lost_ids (VoletsDossier   *dossier,
                  const GPtrArray *removed)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < removed->len; i++)
    {
      const char *id = volets_record_get_text (removed->pdata[i], VOLETS_SCHOOL_ID);

      if (id != NULL)
        g_hash_table_add (ids, (char *) id);
    }
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i);
      const char *id = volets_record_get_text (school, VOLETS_SCHOOL_ID);

      if (id != NULL)
        g_hash_table_remove (ids, id);
    }

  return ids;
}

static void
forget_schools (VoletsDossier   *dossier,
                const GPtrArray *removed,
                GArray          *lost)
{
  static const VoletsSection SECTIONS[] = {
    VOLETS_SECTION_EQUIPMENT,
    VOLETS_SECTION_SERVICE_LINES,
  };
  g_autoptr (GHashTable) ids = collect_lost_ids (dossier, removed);

  if (g_hash_table_size (ids) == 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (SECTIONS); i++)
    {
      for (guint j = 0; j < volets_dossier_get_n_rows (dossier, SECTIONS[i]); j++)
        {
          VoletsRecord *expense = volets_dossier_get_row (dossier, SECTIONS[i], j);
          const char *school = volets_record_get_text (expense, VOLETS_EXPENSE_SCHOOL);

          if (school == NULL || !g_hash_table_contains (ids, school))
            continue;
          if (lost != NULL)
            {
              LostSchool item = { g_object_ref (expense), g_strdup (school) };

              g_array_append_val (lost, item);
            }
          volets_record_set_text (expense, VOLETS_EXPENSE_SCHOOL, NULL);
        }
    }
}

static ListChange *
compare_rows (VoletsSection    section,
              const GPtrArray *before,
              const GPtrArray *after)
{
  ListChange *change = g_new0 (ListChange, 1);
  g_autoptr (GHashTable) old_rows = create_set (before);
  g_autoptr (GHashTable) new_rows = create_set (after);

  change->section = section;
  change->added = g_ptr_array_new_with_free_func (g_object_unref);
  change->removed = g_ptr_array_new_with_free_func (g_object_unref);
  change->positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < before->len; i++)
    {
      if (g_hash_table_contains (new_rows, before->pdata[i]))
        continue;
      g_ptr_array_add (change->removed, g_object_ref (before->pdata[i]));
      g_array_append_val (change->positions, i);
    }
  for (guint i = 0; i < after->len; i++)
    {
      if (!g_hash_table_contains (old_rows, after->pdata[i]))
        g_ptr_array_add (change->added, g_object_ref (after->pdata[i]));
    }

  return change;
}

/* The rows of @before without those that were added, and with those that were removed. */
static GPtrArray *
take_back_rows (const ListChange *change,
                const GPtrArray  *before)
{
  GPtrArray *after = g_ptr_array_new ();
  g_autoptr (GHashTable) added = create_set (change->added);
  g_autoptr (GHashTable) present = create_set (before);
  guint next = 0;

  for (guint i = 0; i <= before->len; i++)
    {
      while (next < change->removed->len
             && (i == before->len || g_array_index (change->positions, guint, next) <= after->len))
        {
          gpointer row = change->removed->pdata[next++];

          if (!g_hash_table_contains (present, row))
            g_ptr_array_add (after, row);
        }
      if (i < before->len && !g_hash_table_contains (added, before->pdata[i]))
        g_ptr_array_add (after, before->pdata[i]);
    }

  return after;
}

/**
 * volets_undo_entry_new:
 * @label: what is going to be done, for people
 *
 * Returns: (transfer full): an entry without any change yet
 */
VoletsUndoEntry *
volets_undo_entry_new (const char *label)
{
  VoletsUndoEntry *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (VoletsUndoEntry, 1);
  self->label = g_strdup (label);
  self->changes = g_ptr_array_new_with_free_func (list_change_free);
  self->lost = g_array_new (FALSE, FALSE, sizeof (LostSchool));
  g_array_set_clear_func (self->lost, clear_lost_school);

  return self;
}

void
volets_undo_entry_free (VoletsUndoEntry *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->changes);
  g_array_unref (self->lost);
  g_free (self);
}

/**
 * volets_undo_entry_get_label:
 * @self: an entry
 *
 * Returns: (transfer none): what was done
 */
const char *
volets_undo_entry_get_label (const VoletsUndoEntry *self)
{
  return self->label;
}

gboolean
volets_undo_entry_is_empty (const VoletsUndoEntry *self)
{
  return self->changes->len == 0;
}

/**
 * volets_undo_entry_is_addition:
 * @self: an entry
 *
 * Returns: whether all that was done is one row more
 */
gboolean
volets_undo_entry_is_addition (const VoletsUndoEntry *self)
{
  const ListChange *change;

  if (self->changes->len != 1)
    return FALSE;

  change = g_ptr_array_index (self->changes, 0);
  return change->added->len == 1 && change->removed->len == 0;
}

/**
 * volets_undo_entry_set_rows:
 * @self: an entry
 * @dossier: the dossier that all of @self is about
 * @section: a section that is a list
 * @rows: (element-type VoletsRecord): what its rows will be, each once
 *
 * Gives the list these rows and keeps what it takes to go back. Where a school goes away, the
 * expenses made for it belong to none until somebody says which.
 */
void
volets_undo_entry_set_rows (VoletsUndoEntry *self,
                            VoletsDossier   *dossier,
                            VoletsSection    section,
                            GPtrArray       *rows)
{
  g_autoptr (GPtrArray) before = NULL;
  ListChange *change;

  g_return_if_fail (VOLETS_IS_DOSSIER (dossier));

  before = volets_dossier_list_rows (dossier, section);
  change = compare_rows (section, before, rows);
  if (change->added->len == 0 && change->removed->len == 0)
    {
      list_change_free (change);
      return;
    }

  g_ptr_array_add (self->changes, change);
  assign_rows (dossier, section, before, rows);
  if (section == VOLETS_SECTION_SCHOOLS)
    forget_schools (dossier, change->removed, self->lost);
}

/**
 * volets_undo_entry_take_back:
 * @self: an entry
 * @dossier: the dossier that it is about
 *
 * Removes the rows that were added, and puts those that were removed where they were, with the
 * expenses that were made for them. What was typed since in other rows stays.
 */
void
volets_undo_entry_take_back (VoletsUndoEntry *self,
                             VoletsDossier   *dossier)
{
  g_return_if_fail (VOLETS_IS_DOSSIER (dossier));

  for (guint i = self->changes->len; i > 0; i--)
    {
      const ListChange *change = g_ptr_array_index (self->changes, i - 1);
      g_autoptr (GPtrArray) before = volets_dossier_list_rows (dossier, change->section);
      g_autoptr (GPtrArray) after = take_back_rows (change, before);

      assign_rows (dossier, change->section, before, after);
      if (change->section == VOLETS_SECTION_SCHOOLS)
        forget_schools (dossier, change->added, NULL);
    }

  for (guint i = 0; i < self->lost->len; i++)
    {
      const LostSchool *lost = &g_array_index (self->lost, LostSchool, i);

      if (!volets_record_has (lost->expense, VOLETS_EXPENSE_SCHOOL))
        volets_record_set_text (lost->expense, VOLETS_EXPENSE_SCHOOL, lost->school);
    }
}

/**
 * volets_undo_entry_collect_rows:
 * @self: an entry
 * @section: a section that is a list
 * @rows: (element-type VoletsRecord): a set, to which the rows that would come back are added
 */
void
volets_undo_entry_collect_rows (const VoletsUndoEntry *self,
                                VoletsSection          section,
                                GHashTable            *rows)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const ListChange *change = g_ptr_array_index (self->changes, i);

      for (guint j = 0; change->section == section && j < change->removed->len; j++)
        g_hash_table_add (rows, g_ptr_array_index (change->removed, j));
    }
}
