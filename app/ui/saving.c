/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/saving.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/sentence.h"

#define SUFFIX ".volets"

/* What a person is in the middle of. */
typedef struct {
  GtkWindow    *parent;
  VoletsEditor *editor;
  GFile        *file;     /* where it could not be saved */
} Saving;

static void ask_name (GTask *task);

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->parent);
  g_clear_object (&saving->editor);
  g_clear_object (&saving->file);
  g_free (saving);
}

static GTask *
create_task (GtkWindow           *parent,
             VoletsEditor        *editor,
             gpointer             tag,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->parent = g_object_ref (parent);
  saving->editor = g_object_ref (editor);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);

  return task;
}

/* Takes over the task. */
static void
finish (GTask    *task,
        gboolean  done)
{
  g_task_return_boolean (task, done);
  g_object_unref (task);
}

static void save (GTask    *task,
                  GFile    *file,
                  gboolean  overwrite);

static void
refusal_response_cb (GTask      *task,
                     const char *response)
{
  Saving *saving = g_task_get_task_data (task);

  if (g_str_equal (response, "other-name"))
    ask_name (task);
  else if (g_str_equal (response, "overwrite"))
    save (task, saving->file, TRUE);
  else
    finish (task, FALSE);
}

static void
show_refusal (GTask        *task,
              const GError *error)
{
  Saving *saving = g_task_get_task_data (task);
  GtkWidget *dialog = adw_message_dialog_new (saving->parent, _("The Dossier Is Not Saved"), NULL);
  g_autofree char *sentence = volets_sentence_make (error->message);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), sentence);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "other-name", _("Save under _Another Name…"),
                                    NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "overwrite", _("_Overwrite"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                                  ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "other-name",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "other-name");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (refusal_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save (GTask    *task,
      GFile    *file,
      gboolean  overwrite)
{
  Saving *saving = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (volets_editor_save (saving->editor, file, overwrite, &error))
    {
      finish (task, TRUE);
      return;
    }

  g_set_object (&saving->file, file);
  show_refusal (task, error);
}

static gboolean
is_own_file (VoletsEditor *editor,
             GFile        *file)
{
  GFile *own = volets_editor_get_file (editor);

  return own != NULL && g_file_equal (own, file);
}

/* The chooser asked before it gave the name of a file that is there, but for the name it gave. */
static void
save_under (GTask *task,
            GFile *chosen)
{
  Saving *saving = g_task_get_task_data (task);
  g_autofree char *name = g_file_get_basename (chosen);
  g_autofree char *full_name = NULL;
  g_autoptr (GFile) parent = g_file_get_parent (chosen);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_has_suffix (name, SUFFIX) || parent == NULL)
    {
      save (task, chosen, FALSE);
      return;
    }

  full_name = g_strconcat (name, SUFFIX, NULL);
  file = g_file_get_child (parent, full_name);
  if (is_own_file (saving->editor, file) || !g_file_query_exists (file, NULL))
    {
      save (task, file, FALSE);
      return;
    }

  g_set_object (&saving->file, file);
  g_set_error (&error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _("A file named “%s” already exists in this folder."), full_name);
  show_refusal (task, error);
}

static void
name_response_cb (GTask                *task,
                  int                   response,
                  GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  g_signal_handlers_disconnect_by_data (chooser, task);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    save_under (task, file);
  else
    finish (task, FALSE);
}

/* « mairie/école » is not a name for a file. */
static char *
propose_name (VoletsEditor *editor)
{
  g_autofree char *name = g_strdup (volets_editor_get_title (editor));

  return g_strconcat (g_strdelimit (name, "/\\:*?\"<>|\n", '-'), SUFFIX, NULL);
}

static void
ask_name (GTask *task)
{
  Saving *saving = g_task_get_task_data (task);
  GFile *file = volets_editor_get_file (saving->editor);
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Save the Dossier"), saving->parent,
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Dossiers of Volets"));
  gtk_file_filter_add_pattern (filter, "*" SUFFIX);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (file != NULL && g_file_peek_path (file) != NULL
      && g_str_has_suffix (g_file_peek_path (file), SUFFIX))
    {
      gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL);
    }
  else
    {
      g_autofree char *name = propose_name (saving->editor);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (name_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
saved_before_leaving_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  finish (user_data, volets_saving_save_finish (result));
}

static void
leave_response_cb (GTask      *task,
                   const char *response)
{
  Saving *saving = g_task_get_task_data (task);

  if (g_str_equal (response, "save"))
    volets_saving_save_async (saving->parent, saving->editor, FALSE, saved_before_leaving_cb,
                              task);
  else
    finish (task, g_str_equal (response, "discard"));
}

/**
 * volets_saving_save_async:
 * @parent: the window
 * @editor: a dossier
 * @ask_name: whether to ask for a name where it has one
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Saves, asking what has to be asked.
 */
void
volets_saving_save_async (GtkWindow           *parent,
                          VoletsEditor        *editor,
                          gboolean             ask_name_anyway,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  GFile *file;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (VOLETS_IS_EDITOR (editor));

  task = create_task (parent, editor, volets_saving_save_async, callback, user_data);
  file = volets_editor_get_file (editor);
  if (ask_name_anyway || file == NULL || volets_editor_get_read_only (editor))
    ask_name (task);
  else
    save (task, file, FALSE);
}

/**
 * volets_saving_save_finish:
 * @result: what the callback got
 *
 * Returns: whether the dossier is saved; if not, the person knows why
 */
gboolean
volets_saving_save_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * volets_saving_leave_async:
 * @parent: the window
 * @editor: a dossier with changes that are not saved
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Asks whether to save before the dossier is closed, and saves if the answer is yes.
 */
void
volets_saving_leave_async (GtkWindow           *parent,
                           VoletsEditor        *editor,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GtkWidget *dialog;
  GTask *task;
  g_autofree char *body = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (VOLETS_IS_EDITOR (editor));

  task = create_task (parent, editor, volets_saving_leave_async, callback, user_data);
  dialog = adw_message_dialog_new (parent, _("Save Changes?"), NULL);
  body = g_strdup_printf (_("“%s” has changes that are not saved. Without saving, they are lost."),
                          volets_editor_get_title (editor));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (leave_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * volets_saving_leave_finish:
 * @result: what the callback got
 *
 * Returns: whether the dossier can be closed: it is saved, or need not be
 */
gboolean
volets_saving_leave_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
