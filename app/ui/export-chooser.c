/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export-chooser.h"

#include <glib/gi18n.h>

/**
 * volets_export_chooser_new:
 * @widget: what asks
 * @editor: the dossier
 * @export: (nullable): what is to be saved; %NULL for all that can be, to a folder
 *
 * Asks where to save, beside the dossier unless told otherwise.
 *
 * Returns: (transfer full): the chooser, to be shown
 */
GtkFileChooserNative *
volets_export_chooser_new (GtkWidget          *widget,
                           VoletsEditor       *editor,
                           const VoletsExport *export)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GFile *dossier = volets_editor_get_file (editor);
  g_autoptr (GFile) folder = dossier != NULL ? g_file_get_parent (dossier) : NULL;
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (
    export != NULL ? _("Save the Document") : _("Save All the Documents to a Folder"),
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    export != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    export != NULL ? _("_Save") : _("_Save Here"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  if (export != NULL)
    {
      g_autofree char *stem = volets_editor_get_stem (editor);
      g_autofree char *name = volets_export_name_file (export, stem);
      g_autofree char *display_name = g_filename_display_name (name);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), display_name);
    }

  return chooser;
}
