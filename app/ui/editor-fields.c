/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor-private.h"

/* What the fields of the window need beside the answers: what can be chosen in them, and what was
 * typed there that is no answer.
 */

/* More than any section has. */
#define MAX_FIELDS 256

static gboolean
vary (gpointer place,
      gpointer choices,
      gpointer unused)
{
  return volets_field_choices_vary (GPOINTER_TO_UINT (place) / MAX_FIELDS,
                                    GPOINTER_TO_UINT (place) % MAX_FIELDS);
}

/* Of what is different in the dossier as it is now. */
void
volets_editor_forget_choices (VoletsEditor *self)
{
  g_hash_table_foreach_remove (self->choices, vary, NULL);
}

/**
 * volets_editor_get_choices:
 * @self: an editor
 * @section: a section
 * @field: a field of it that is chosen
 *
 * Returns: (transfer none): what can be chosen in the dossier as it is now, to be kept with a
 *   reference
 */
VoletsChoiceList *
volets_editor_get_choices (VoletsEditor  *self,
                           VoletsSection  section,
                           guint          field)
{
  gpointer place = GUINT_TO_POINTER (section * MAX_FIELDS + field);
  VoletsChoiceList *choices;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  choices = g_hash_table_lookup (self->choices, place);
  if (choices == NULL)
    {
      choices = volets_choice_list_new (self->dossier, section, field);
      g_hash_table_insert (self->choices, place, choices);
    }

  return choices;
}

/**
 * volets_editor_get_unread_text:
 * @self: an editor
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer none) (nullable): what was typed there last, if it could not be read
 */
const char *
volets_editor_get_unread_text (VoletsEditor *self,
                               VoletsRecord *record,
                               guint         field)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return volets_unread_texts_find (self->unread_texts, record, field);
}

/**
 * volets_editor_has_unread_texts:
 * @self: an editor
 *
 * Returns: whether something that was typed could not be read, so that no file has it
 */
gboolean
volets_editor_has_unread_texts (VoletsEditor *self)
{
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), FALSE);

  findings = volets_unread_texts_review (self->unread_texts, self->dossier);

  return findings->len > 0;
}

/**
 * volets_editor_set_unread_text:
 * @self: an editor
 * @section: the section of @record
 * @record: a record
 * @field: one of its fields
 * @typed: (nullable): what was typed there and cannot be read; %NULL where it was put right
 * @reason: (nullable): why it cannot be, a sentence in French
 *
 * Has the review say so, until the field has another answer.
 */
void
volets_editor_set_unread_text (VoletsEditor  *self,
                               VoletsSection  section,
                               VoletsRecord  *record,
                               guint          field,
                               const char    *typed,
                               const char    *reason)
{
  g_return_if_fail (VOLETS_IS_EDITOR (self));

  if (typed != NULL)
    volets_unread_texts_add (self->unread_texts, section, record, field, typed, reason);
  else if (!volets_unread_texts_remove (self->unread_texts, record, field))
    return;
  volets_editor_schedule_update (self);
}
