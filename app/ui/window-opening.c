/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-private.h"

#include <glib/gi18n.h>

#include "engine/call-store.h"
#include "engine/dossier-file.h"
#include "ui/recovery.h"

#define EXAMPLES "resource:///fr/volets/Volets/examples/"

/* Working files, filing files, and the papers that carry one. */
static const char *const SUFFIXES[] = { ".volets", ".xml", ".pdf" };

static void
new_dossier_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr (VoletsCall) call = volets_call_store_find (g_variant_get_string (parameter, NULL));
  g_autoptr (VoletsDossier) dossier = NULL;
  g_autoptr (VoletsEditor) editor = NULL;

  if (call == NULL || volets_window_get_editor (VOLETS_WINDOW (widget)) != NULL)
    return;

  dossier = volets_dossier_new (call->id);
  editor = volets_editor_new (dossier, call);
  volets_window_set_editor (VOLETS_WINDOW (widget), editor);
}

/* An example is a dossier without a file: nobody saves over it. */
static void
open_example_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VoletsWindow *self = VOLETS_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *uri = g_strconcat (EXAMPLES, name, ".volets", NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) dossier = volets_dossier_load (file, NULL, NULL, &error);
  g_autoptr (VoletsCall) call = NULL;
  g_autoptr (VoletsEditor) editor = NULL;

  if (volets_window_get_editor (self) != NULL)
    return;
  if (dossier != NULL)
    call = volets_dossier_find_call (dossier, NULL, &error);
  if (call == NULL)
    {
      volets_window_show_error (self, name, error);
      return;
    }

  editor = volets_editor_new (dossier, call);
  volets_window_set_editor (self, editor);
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
        volets_window_show_error (self, recovery->title, error);
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
  gtk_widget_class_install_action (widget_class, "win.recover", "s", recover_cb);
  gtk_widget_class_install_action (widget_class, "win.open-file", "s", open_file_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
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
