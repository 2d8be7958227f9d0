/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-private.h"

#include <glib/gi18n.h>

#include "documents/hybrid.h"
#include "engine/call-store.h"
#include "engine/dossier-file.h"
#include "engine/own-calls.h"
#include "engine/previous-version.h"
#include "engine/xml.h"
#include "ui/recent-files.h"
#include "ui/recovery.h"

#define EXAMPLES "resource:///fr/volets/Volets/examples/"

/* Working files, filing files, and the papers that carry one. */
static const char *const SUFFIXES[] = { ".volets", ".xml", ".pdf" };

static char *
get_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}

static void
begin_dossier (VoletsWindow *self,
               VoletsCall   *call)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (call->id);
  g_autoptr (VoletsEditor) editor = volets_editor_new (dossier, call);

  volets_window_set_editor (self, editor);
}

static void
new_dossier_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VoletsWindow *self = VOLETS_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (VoletsCall) call = volets_call_store_find (id);
  g_autoptr (GError) error = NULL;

  if (volets_window_get_editor (self) != NULL)
    return;

  if (call == NULL)
    call = volets_own_calls_find (id, NULL, &error);
  if (call != NULL)
    begin_dossier (self, call);
  else if (error != NULL)
    volets_window_show_error (self, id, NULL, TRUE, error);
}

/* What is opened without a file, nobody saves over. @name: for people; @broken: (nullable): the
 * file that @file is opened instead of.
 */
static void
open_copy (VoletsWindow *self,
           GFile        *file,
           const char   *name,
           GFile        *broken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) dossier = volets_dossier_load (file, &error);
  g_autoptr (VoletsCall) call = NULL;
  g_autoptr (VoletsEditor) editor = NULL;

  if (volets_window_get_editor (self) != NULL)
    return;
  if (dossier != NULL)
    call = volets_dossier_find_call (dossier, broken, &error);
  if (call == NULL)
    {
      volets_window_show_error (self, name, NULL, FALSE, error);
      return;
    }

  editor = volets_editor_new (dossier, call);
  volets_window_set_editor (self, editor);
}

static void
open_example_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *uri = g_strconcat (EXAMPLES, name, ".volets", NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  open_copy (VOLETS_WINDOW (widget), file, name, NULL);
}

static void
open_previous_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autoptr (GFile) broken = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) file = volets_previous_version_get_file (broken);
  g_autofree char *name = get_display_name (file);

  open_copy (VOLETS_WINDOW (widget), file, name, broken);
}

static void
recover_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VoletsWindow *self = VOLETS_WINDOW (widget);
  g_autoptr (GPtrArray) recovered = volets_recovery_list ();

  for (guint i = 0; i < recovered->len && volets_window_get_editor (self) == NULL; i++)
    {
      const VoletsRecovery *recovery = g_ptr_array_index (recovered, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (VoletsEditor) editor = NULL;

      if (!g_str_equal (recovery->id, g_variant_get_string (parameter, NULL)))
        continue;

      editor = volets_recovery_open (recovery, &error);
      if (editor != NULL)
        volets_window_set_editor (self, editor);
      else
        volets_window_show_error (self, recovery->title, NULL, FALSE, error);
    }
}

static void
open_file_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_application_open (g_application_get_default (), &file, 1, "");
}

static void
open_files (GListModel *files)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));

  if (list->len > 0)
    g_application_open (g_application_get_default (), (GFile **) list->pdata, (int) list->len, "");
}

static void
open_response_cb (GtkFileChooserNative *chooser,
                  int                   response)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT)
    open_files (files);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Open a Dossier"), GTK_WINDOW (widget),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Dossiers, filing files and summaries"));
  for (gsize i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    gtk_file_filter_add_suffix (filter, SUFFIXES[i] + strlen ("."));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (open_response_cb), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_call_response_cb (GtkFileChooserNative *chooser,
                       int                   response)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser));
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && VOLETS_IS_WINDOW (window))
    volets_window_open_call (VOLETS_WINDOW (window), file,
                             g_object_get_data (G_OBJECT (chooser), "waiting"));
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static void
open_call_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  const char *waiting = g_variant_get_string (parameter, NULL);
  g_autoptr (GtkFileFilter) filter = NULL;
  GtkFileChooserNative *chooser;

  if (volets_window_get_editor (VOLETS_WINDOW (widget)) != NULL)
    return;

  chooser = gtk_file_chooser_native_new (_("Open a Call for Projects"), GTK_WINDOW (widget),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Calls for projects"));
  gtk_file_filter_add_suffix (filter, "xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (*waiting != '\0')
    g_object_set_data_full (G_OBJECT (chooser), "waiting", g_file_new_for_uri (waiting),
                            g_object_unref);
  g_signal_connect (chooser, "response", G_CALLBACK (open_call_response_cb), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
can_open (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (SUFFIXES); i++)
    {
      if (g_str_has_suffix (name, SUFFIXES[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *dropped = g_value_get_boxed (value);

  for (GSList *item = dropped; item != NULL; item = item->next)
    {
      if (can_open (item->data))
        g_list_store_append (files, item->data);
    }
  open_files (G_LIST_MODEL (files));

  return g_list_model_get_n_items (G_LIST_MODEL (files)) > 0;
}

/* The dossier that could not be opened without its call, unless that is another one. */
static gboolean
open_waiting (VoletsWindow     *self,
              GFile            *waiting,
              const VoletsCall *call)
{
  g_autoptr (VoletsDossier) dossier = volets_hybrid_load (waiting, NULL, NULL, NULL);
  const char *id = dossier != NULL ? volets_dossier_get_call_id (dossier) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL || g_str_equal (id, call->id))
    return volets_window_open_file (self, waiting);

  name = get_display_name (waiting);
  g_set_error (&error, VOLETS_DOSSIER_FILE_ERROR, VOLETS_DOSSIER_FILE_ERROR_NO_CALL,
               "le dossier répond à l’appel « %s », et le fichier choisi décrit l’appel « %s »",
               id, call->id);
  volets_window_show_error (self, name, waiting, FALSE, error);
  return FALSE;
}

/**
 * volets_window_install_opening:
 * @widget_class: the class of the window
 *
 * Installs the actions that a dossier comes from.
 */
void
volets_window_install_opening (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-dossier", "s", new_dossier_cb);
  gtk_widget_class_install_action (widget_class, "win.open-example", "s", open_example_cb);
  gtk_widget_class_install_action (widget_class, "win.open-previous", "s", open_previous_cb);
  gtk_widget_class_install_action (widget_class, "win.recover", "s", recover_cb);
  gtk_widget_class_install_action (widget_class, "win.open-file", "s", open_file_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-call", "s", open_call_cb);
}

/**
 * volets_window_accept_drops:
 * @self: a window
 *
 * Opens the dossiers that are dropped on it.
 */
void
volets_window_accept_drops (VoletsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * volets_window_open_file:
 * @self: a window without a dossier
 * @file: a working file, or what was made of one; or a call, to begin a dossier for it
 *
 * Shows the dossier in @file, or else why it cannot.
 *
 * Returns: whether it can
 */
gboolean
volets_window_open_file (VoletsWindow *self,
                         GFile        *file)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsEditor) editor = NULL;

  g_return_val_if_fail (VOLETS_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (volets_window_get_editor (self) == NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  editor = volets_editor_open (file, &error);
  if (editor != NULL)
    {
      volets_window_set_editor (self, editor);
      volets_recent_files_add (file, volets_editor_get_title (editor));
      return TRUE;
    }
  if (g_error_matches (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_OTHER_KIND))
    return volets_window_open_call (self, file, NULL);

  name = get_display_name (file);
  volets_window_show_error (self, name, file, FALSE, error);
  return FALSE;
}

/**
 * volets_window_open_call:
 * @self: a window without a dossier
 * @file: a call for projects, in a file of the person's own
 * @waiting: (nullable): a dossier that answers it, to be opened then; %NULL to begin one
 *
 * Keeps the call, and shows a dossier that answers it, or else why it cannot.
 *
 * Returns: whether it can
 */
gboolean
volets_window_open_call (VoletsWindow *self,
                         GFile        *file,
                         GFile        *waiting)
{
  g_autofree char *name = NULL;
  g_autoptr (VoletsCall) call = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (VOLETS_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (volets_window_get_editor (self) == NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  call = volets_own_calls_keep (file, &error);
  if (call != NULL && waiting != NULL)
    return open_waiting (self, waiting, call);
  if (call != NULL)
    {
      begin_dossier (self, call);
      return TRUE;
    }
  if (g_error_matches (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_OTHER_KIND))
    return volets_window_open_file (self, file);

  name = get_display_name (file);
  volets_window_show_error (self, name, file, TRUE, error);
  return FALSE;
}
