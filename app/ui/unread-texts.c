/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/unread-texts.h"

#include "engine/field-text.h"
#include "engine/french.h"

typedef struct {
  VoletsSection  section;
  VoletsRecord  *record;
  guint          field;
  char          *typed;
  char          *reason;
  char          *counted;   /* what the record had all the while */
} UnreadText;

struct _VoletsUnreadTexts {
  GPtrArray *texts;         /* of UnreadText: there are few */
};

static void
unread_text_free (UnreadText *text)
{
  g_object_unref (text->record);
  g_free (text->typed);
  g_free (text->reason);
  g_free (text->counted);
  g_free (text);
}

/* « École 3 : « Classes » reste à 8 : « 1O5 » n’est pas un nombre. » */
static char *
write_message (const UnreadText *text,
               int               row)
{
  const VoletsField *known = &volets_record_get_fields (text->record, NULL)[text->field];
  g_autofree char *place = volets_finding_name_place (text->section, row);
  g_autofree char *label = volets_french_capitalise (known->label);

  if (*text->counted == '\0')
    return g_strdup_printf ("%s« %s » reste vide : %s", place, label, text->reason);

  return g_strdup_printf ("%s« %s » reste à %s : %s", place, label, text->counted, text->reason);
}

/* An answer that was given otherwise meanwhile, by undo for one, is the one that holds. */
static gboolean
is_current (const UnreadText *text)
{
  g_autofree char *counted = volets_field_text_write (text->record, text->field);

  return g_str_equal (counted, text->counted);
}

static gboolean
find_index (VoletsUnreadTexts *self,
            VoletsRecord      *record,
            guint              field,
            guint             *index)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const UnreadText *text = g_ptr_array_index (self->texts, i);

      if (text->record != record || text->field != field)
        continue;
      *index = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * volets_unread_texts_new:
 *
 * Returns: (transfer full): no text yet
 */
VoletsUnreadTexts *
volets_unread_texts_new (void)
{
  VoletsUnreadTexts *self = g_new0 (VoletsUnreadTexts, 1);

  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) unread_text_free);

  return self;
}

void
volets_unread_texts_free (VoletsUnreadTexts *self)
{
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/**
 * volets_unread_texts_add:
 * @self: texts
 * @section: the section of @record
 * @record: a record
 * @field: one of its fields
 * @typed: what was typed there
 * @reason: why it cannot be read, a sentence in French
 *
 * Keeps @typed until the field is given another answer.
 */
void
volets_unread_texts_add (VoletsUnreadTexts *self,
                         VoletsSection      section,
                         VoletsRecord      *record,
                         guint              field,
                         const char        *typed,
                         const char        *reason)
{
  UnreadText *text = g_new0 (UnreadText, 1);

  volets_unread_texts_remove (self, record, field);
  text->section = section;
  text->record = g_object_ref (record);
  text->field = field;
  text->typed = g_strdup (typed);
  text->reason = g_strdup (reason);
  text->counted = volets_field_text_write (record, field);
  g_ptr_array_add (self->texts, text);
}

/**
 * volets_unread_texts_remove:
 * @self: texts
 * @record: a record
 * @field: one of its fields
 *
 * Forgets what was typed there.
 *
 * Returns: whether there was anything
 */
gboolean
volets_unread_texts_remove (VoletsUnreadTexts *self,
                            VoletsRecord      *record,
                            guint              field)
{
  guint index;

  if (!find_index (self, record, field, &index))
    return FALSE;

  g_ptr_array_remove_index_fast (self->texts, index);
  return TRUE;
}

/**
 * volets_unread_texts_find:
 * @self: texts
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer none) (nullable): what was typed there and could not be read
 */
const char *
volets_unread_texts_find (VoletsUnreadTexts *self,
                          VoletsRecord      *record,
                          guint              field)
{
  const UnreadText *text;
  guint index;

  if (!find_index (self, record, field, &index))
    return NULL;

  text = g_ptr_array_index (self->texts, index);
  return is_current (text) ? text->typed : NULL;
}

static gboolean
find_row (VoletsDossier    *dossier,
          const UnreadText *text,
          int              *row)
{
  guint position;

  if (volets_section_get_info (text->section)->row_element == NULL)
    {
      *row = VOLETS_FINDING_NONE;
      return volets_dossier_get_record (dossier, text->section) == text->record;
    }
  if (!g_list_store_find (volets_dossier_get_list (dossier, text->section), text->record,
                          &position))
    return FALSE;

  *row = (int) position;
  return TRUE;
}

/**
 * volets_unread_texts_review:
 * @self: texts
 * @dossier: the dossier of the records
 *
 * Returns: (transfer full) (element-type VoletsFinding): an error for each text whose record is in
 *   @dossier: what is filed must not be something else than what is on the screen
 */
GPtrArray *
volets_unread_texts_review (VoletsUnreadTexts *self,
                            VoletsDossier     *dossier)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_finding_free);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const UnreadText *text = g_ptr_array_index (self->texts, i);
      int row;

      if (!is_current (text) || !find_row (dossier, text, &row))
        continue;
      g_ptr_array_add (findings,
                       volets_finding_new (VOLETS_SEVERITY_ERROR, "texte-illisible",
                                           text->section, row, (int) text->field, NULL,
                                           write_message (text, row)));
    }

  return findings;
}
