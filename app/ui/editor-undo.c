/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor-private.h"

#include "engine/expense.h"
#include "engine/school.h"

#define MAX_UNDO_ENTRIES 100
/* A number that a file of somebody else gave to a school leaves room for those to come. */
#define MAX_SCHOOL_NUMBER (G_MAXINT64 / 2)

static void
note_school_number (VoletsEditor *self,
                    const char   *id)
{
  guint64 number;

  if (id != NULL && *id == 'e'
      && g_ascii_string_to_unsigned (id + 1, 10, 0, MAX_SCHOOL_NUMBER, &number, NULL))
    self->last_school = MAX (self->last_school, number);
}

/* A number that an expense still names, or that a deleted school had, does not come back. */
void
volets_editor_note_school_numbers (VoletsEditor *self)
{
  static const struct {
    VoletsSection section;
    guint         field;
  } PLACES[] = {
    { VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_ID },
    { VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_SCHOOL },
    { VOLETS_SECTION_SERVICE_LINES, VOLETS_EXPENSE_SCHOOL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      for (guint j = 0; j < volets_dossier_get_n_rows (self->dossier, PLACES[i].section); j++)
        note_school_number (self, volets_record_get_text (
          volets_dossier_get_row (self->dossier, PLACES[i].section, j), PLACES[i].field));
    }
}

/* Of those that were noted, for whoever needs many. */
char *
volets_editor_next_school_id (VoletsEditor *self)
{
  return g_strdup_printf ("e%" G_GUINT64_FORMAT, ++self->last_school);
}

/**
 * volets_editor_create_school_id:
 * @self: an editor
 *
 * Returns: (transfer full): an id that no school of the dossier has, or had in this session
 */
char *
volets_editor_create_school_id (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  volets_editor_note_school_numbers (self);

  return volets_editor_next_school_id (self);
}

/**
 * volets_editor_begin_group:
 * @self: an editor
 * @label: what is going to be done, for people
 *
 * All that is done to the lists until volets_editor_end_group() is undone at once. Groups may be
 * inside one another; the outermost counts.
 */
void
volets_editor_begin_group (VoletsEditor *self,
                           const char   *label)
{
  g_return_if_fail (VOLETS_IS_EDITOR (self));
  g_return_if_fail (label != NULL);

  if (self->group_depth++ == 0)
    self->open_entry = volets_undo_entry_new (label);
}

/**
 * volets_editor_end_group:
 * @self: an editor
 */
void
volets_editor_end_group (VoletsEditor *self)
{
  g_autoptr (VoletsUndoEntry) entry = NULL;

  g_return_if_fail (VOLETS_IS_EDITOR (self));
  g_return_if_fail (self->group_depth > 0);

  if (--self->group_depth > 0)
    return;

  entry = g_steal_pointer (&self->open_entry);
  if (volets_undo_entry_is_empty (entry))
    return;

  if (self->undo_entries->len == MAX_UNDO_ENTRIES)
    g_ptr_array_remove_index (self->undo_entries, 0);
  g_ptr_array_add (self->undo_entries, g_steal_pointer (&entry));
  volets_editor_notify_undo (self);
}

/**
 * volets_editor_set_rows:
 * @self: an editor
 * @section: a section that is a list
 * @rows: (element-type VoletsRecord): what its rows will be, each once
 * @label: what this does, for people
 */
void
volets_editor_set_rows (VoletsEditor  *self,
                        VoletsSection  section,
                        GPtrArray     *rows,
                        const char    *label)
{
  if (section == VOLETS_SECTION_SCHOOLS)
    volets_editor_note_school_numbers (self);

  volets_editor_begin_group (self, label);
  volets_undo_entry_set_rows (self->open_entry, self->dossier, section, rows);
  volets_editor_end_group (self);
}

/**
 * volets_editor_get_can_undo:
 * @self: an editor
 *
 * Returns: whether there is something to undo
 */
gboolean
volets_editor_get_can_undo (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), FALSE);

  return self->undo_entries->len > 0;
}

static const VoletsUndoEntry *
get_last_entry (VoletsEditor *self)
{
  guint n_entries = self->undo_entries->len;

  return n_entries > 0 ? g_ptr_array_index (self->undo_entries, n_entries - 1) : NULL;
}

/**
 * volets_editor_get_undo_label:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what volets_editor_undo() would undo
 */
const char *
volets_editor_get_undo_label (VoletsEditor *self)
{
  const VoletsUndoEntry *entry;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  entry = get_last_entry (self);
  return entry != NULL ? volets_undo_entry_get_label (entry) : NULL;
}

/**
 * volets_editor_get_undo_is_addition:
 * @self: an editor
 *
 * Returns: whether all that volets_editor_undo() would undo is one row more
 */
gboolean
volets_editor_get_undo_is_addition (VoletsEditor *self)
{
  const VoletsUndoEntry *entry;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), FALSE);

  entry = get_last_entry (self);
  return entry != NULL && volets_undo_entry_is_addition (entry);
}

/**
 * volets_editor_undo:
 * @self: an editor, in no group
 *
 * Undoes the last change of lists. Rows that are back have what was typed in them; what was typed
 * since in others stays.
 *
 * Returns: whether there was one
 */
gboolean
volets_editor_undo (VoletsEditor *self)
{
  g_autoptr (VoletsUndoEntry) entry = NULL;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (self->group_depth == 0, FALSE);

  if (self->undo_entries->len == 0)
    return FALSE;

  entry = g_ptr_array_steal_index (self->undo_entries, self->undo_entries->len - 1);
  volets_undo_entry_take_back (entry, self->dossier);
  volets_editor_notify_undo (self);

  return TRUE;
}
