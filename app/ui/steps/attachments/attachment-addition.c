/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/attachments/attachment-addition.h"

#include <glib/gi18n.h>
#include <string.h>

#include "documents/attachment-check.h"
#include "engine/attachment-path.h"
#include "engine/attachment.h"

typedef struct {
  VoletsEditor         *editor;
  const VoletsCallItem *item;       /* of the call; NULL for what it does not ask for */
  GFile                *file;
  VoletsRecord         *replaced;   /* NULL where it is added */
} Addition;

static void
addition_free (Addition *addition)
{
  g_object_unref (addition->editor);
  g_object_unref (addition->file);
  g_clear_object (&addition->replaced);
  g_free (addition);
}

/* What the call does not ask for is called like its file. */
static char *
make_key (const Addition *addition,
          const char     *path)
{
  g_autofree char *name = NULL;
  char *extension;

  if (addition->item != NULL)
    return g_strdup (addition->item->id);

  name = g_path_get_basename (path);
  extension = strrchr (name, '.');
  if (extension != NULL && extension != name)
    *extension = '\0';

  return g_steal_pointer (&name);
}

/* The same file is not added twice: it takes its own place. */
static gboolean
find_place (const Addition *addition,
            const char     *path,
            guint          *position)
{
  GListModel *list = G_LIST_MODEL (volets_dossier_get_list (
    volets_editor_get_dossier (addition->editor), VOLETS_SECTION_ATTACHMENTS));
  const VoletsCall *call = volets_editor_get_call (addition->editor);

  for (*position = 0; *position < g_list_model_get_n_items (list); (*position)++)
    {
      g_autoptr (VoletsRecord) record = g_list_model_get_item (list, *position);

      if (addition->replaced != NULL
            ? record == addition->replaced
            : volets_attachment_is_for (record, call, addition->item)
              && g_strcmp0 (volets_record_get_text (record, VOLETS_ATTACHMENT_PATH), path) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
put_record (const Addition              *addition,
            const VoletsAttachmentCheck *check,
            const char                  *path)
{
  VoletsEditor *editor = addition->editor;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  VoletsRecord *record = volets_editor_create_row (editor, VOLETS_SECTION_ATTACHMENTS);
  g_autofree char *key = make_key (addition, path);
  guint position;

  volets_record_set_text (record, VOLETS_ATTACHMENT_KEY, key);
  volets_record_set_text (record, VOLETS_ATTACHMENT_PATH, path);
  volets_record_set_number (record, VOLETS_ATTACHMENT_SIZE, check->size);
  volets_record_set_text (record, VOLETS_ATTACHMENT_SHA256, check->sha256);
  g_ptr_array_add (records, record);

  if (find_place (addition, path, &position))
    volets_editor_replace_rows (editor, VOLETS_SECTION_ATTACHMENTS, position, 1, records,
                                _("Attachment replaced"));
  else
    volets_editor_insert_rows (editor, VOLETS_SECTION_ATTACHMENTS, position, records,
                               _("Attachment added"));
}

/* The dossier may be elsewhere than when the reading began. */
static void
check_ready_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Addition *addition = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (VoletsAttachmentCheck) check = volets_attachment_check_finish (result, &error);
  g_autofree char *path = NULL;

  if (check != NULL)
    path = volets_attachment_path_write (addition->file,
                                         volets_editor_get_file (addition->editor), &error);
  if (path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  put_record (addition, check, path);
  g_task_return_boolean (task, TRUE);
}

/**
 * volets_attachment_is_for:
 * @record: an attachment
 * @call: the call
 * @item: (nullable): what @call asks for; %NULL for all that it does not ask for
 *
 * Returns: whether @record is attached for that
 */
gboolean
volets_attachment_is_for (VoletsRecord         *record,
                          const VoletsCall     *call,
                          const VoletsCallItem *item)
{
  const char *key = volets_record_get_text (record, VOLETS_ATTACHMENT_KEY);

  if (item != NULL)
    return g_strcmp0 (key, item->id) == 0;

  return key == NULL || volets_call_find_item (call->attachments, key) == NULL;
}

/**
 * volets_attachment_add_async:
 * @editor: the dossier
 * @item: (nullable): what its call asks for; %NULL for what it does not ask for
 * @file: a file that was chosen, and may be anything
 * @replaced: (nullable): the attachment whose place it takes
 * @cancellable: (nullable): what stops it
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Reads a file in a thread, and puts it into the dossier where it can go with an application. That
 * can be undone.
 */
void
volets_attachment_add_async (VoletsEditor         *editor,
                             const VoletsCallItem *item,
                             GFile                *file,
                             VoletsRecord         *replaced,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  GTask *task;
  Addition *addition;

  g_return_if_fail (VOLETS_IS_EDITOR (editor));
  g_return_if_fail (G_IS_FILE (file));

  addition = g_new0 (Addition, 1);
  addition->editor = g_object_ref (editor);
  addition->item = item;
  addition->file = g_object_ref (file);
  g_set_object (&addition->replaced, replaced);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, volets_attachment_add_async);
  g_task_set_task_data (task, addition, (GDestroyNotify) addition_free);
  volets_attachment_check_async (file, cancellable, check_ready_cb, task);
}

/**
 * volets_attachment_add_finish:
 * @result: what the callback was given
 * @error: why the file is not added, a French sentence, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is added
 */
gboolean
volets_attachment_add_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, volets_attachment_add_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
