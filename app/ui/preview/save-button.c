/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/save-button.h"

#include <glib/gi18n.h>

#include "engine/storage.h"
#include "ui/export-chooser.h"
#include "ui/toast.h"

struct _VoletsSaveButton {
  AdwBin                parent_instance;

  VoletsEditor         *editor;
  const VoletsExport   *paper;
  GBytes               *bytes;     /* NULL while there is nothing to save */
  GBytes               *asked;     /* what the chooser is for */
  GtkFileChooserNative *chooser;

  GtkWidget            *button;
};

G_DEFINE_FINAL_TYPE (VoletsSaveButton, volets_save_button, ADW_TYPE_BIN)

enum {
  TRIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_saved (VoletsSaveButton *self,
            GFile            *file)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename);
  g_autofree char *title = g_strdup_printf (_("“%s” saved"), name);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), volets_toast_new (title));
}

/* What is at @file is replaced: the chooser asked. */
static void
save (VoletsSaveButton *self,
      GBytes           *bytes,
      GFile            *file)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_is_native (file))
    {
      g_signal_emit (self, signals[TRIED], 0,
                     _("That place is not on this PC: choose another one."));
      return;
    }
  if (!volets_storage_export (file, bytes, TRUE, &error))
    {
      g_signal_emit (self, signals[TRIED], 0, error->message);
      return;
    }

  g_signal_emit (self, signals[TRIED], 0, NULL);
  tell_saved (self, file);
}

static void
chooser_response_cb (VoletsSaveButton *self,
                     int               response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GBytes) bytes = g_steal_pointer (&self->asked);
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    save (self, bytes, file);
}

static void
clicked_cb (VoletsSaveButton *self)
{
  if (self->chooser != NULL || self->bytes == NULL)
    return;

  self->asked = g_bytes_ref (self->bytes);
  self->chooser = volets_export_chooser_new (GTK_WIDGET (self), self->editor, self->paper);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
volets_save_button_dispose (GObject *object)
{
  VoletsSaveButton *self = VOLETS_SAVE_BUTTON (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->asked, g_bytes_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (volets_save_button_parent_class)->dispose (object);
}

static void
volets_save_button_class_init (VoletsSaveButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_save_button_dispose;

  signals[TRIED] = g_signal_new ("tried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/preview/save-button.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsSaveButton, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
volets_save_button_init (VoletsSaveButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_save_button_set_paper:
 * @self: a button
 * @editor: the dossier
 * @paper: what is looked at
 * @bytes: (nullable): its file; %NULL while it is not there, or no longer what the answers say
 */
void
volets_save_button_set_paper (VoletsSaveButton   *self,
                              VoletsEditor       *editor,
                              const VoletsExport *paper,
                              GBytes             *bytes)
{
  g_return_if_fail (VOLETS_IS_SAVE_BUTTON (self));

  g_set_object (&self->editor, editor);
  self->paper = paper;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  gtk_widget_set_sensitive (self->button, bytes != NULL);
}

/**
 * volets_save_button_save:
 * @self: a button that has a file
 * @file: where to; what is there is replaced
 *
 * Saves the file, and says so.
 */
void
volets_save_button_save (VoletsSaveButton *self,
                         GFile            *file)
{
  g_return_if_fail (VOLETS_IS_SAVE_BUTTON (self));
  g_return_if_fail (self->bytes != NULL);

  save (self, self->bytes, file);
}
