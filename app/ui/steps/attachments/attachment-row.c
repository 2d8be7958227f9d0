/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/attachments/attachment-row.h"

#include <glib/gi18n.h>

#include "documents/attachment-check.h"
#include "engine/attachment-path.h"
#include "engine/french.h"
#include "ui/steps/attachments/attachment-preview.h"

/* In pixels on screen, for each side; twice as many are drawn on a screen that has them. */
#define PREVIEW_SIZE 72
#define ICON_SIZE 32

struct _VoletsAttachmentRow {
  AdwPreferencesRow      parent_instance;

  VoletsRecord          *record;
  GFile                 *file;         /* NULL where nothing tells which it is */
  VoletsAttachmentState  state;
  GCancellable          *cancellable;  /* of the check and of the preview */

  GtkImage              *picture;
  GtkLabel              *name;
  GtkImage              *state_icon;
  GtkLabel              *state_label;
  GtkLabel              *doubt;        /* shown for what should have a picture and has none */
  GtkWidget             *accept_button;
  GtkWidget             *open_button;
  GtkWidget             *replace_button;
  GtkWidget             *remove_button;
};

G_DEFINE_FINAL_TYPE (VoletsAttachmentRow, volets_attachment_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  ACCEPT,
  CHECKED,
  REPLACE,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* An icon, and the colour that goes with the words of each state. */
static const struct {
  const char *icon_name;
  const char *css_class;
} LOOKS[] = {
  [VOLETS_ATTACHMENT_STATE_CHECKING] = { "content-loading-symbolic", "dim-label" },
  [VOLETS_ATTACHMENT_STATE_FINE] = { "object-select-symbolic", "success" },
  [VOLETS_ATTACHMENT_STATE_CHANGED] = { "dialog-warning-symbolic", "warning" },
  [VOLETS_ATTACHMENT_STATE_MISSING] = { "dialog-error-symbolic", "error" },
  [VOLETS_ATTACHMENT_STATE_REFUSED] = { "dialog-error-symbolic", "error" },
};

static void
set_state (VoletsAttachmentRow   *self,
           VoletsAttachmentState  state,
           const char            *sentence)
{
  g_autofree char *typeset = volets_french_typeset (sentence);
  gboolean is_there = state == VOLETS_ATTACHMENT_STATE_FINE
                      || state == VOLETS_ATTACHMENT_STATE_CHANGED;

  gtk_widget_remove_css_class (GTK_WIDGET (self->state_icon), LOOKS[self->state].css_class);
  self->state = state;
  gtk_widget_add_css_class (GTK_WIDGET (self->state_icon), LOOKS[state].css_class);
  gtk_image_set_from_icon_name (self->state_icon, LOOKS[state].icon_name);
  gtk_label_set_text (self->state_label, typeset);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), FALSE);
  gtk_widget_set_visible (self->accept_button, state == VOLETS_ATTACHMENT_STATE_CHANGED);
  gtk_widget_set_sensitive (self->open_button, is_there);
  g_signal_emit (self, signals[CHECKED], 0);
}

static void
show_picture (VoletsAttachmentRow *self,
              GdkTexture          *texture)
{
  if (texture != NULL)
    gtk_image_set_from_paintable (self->picture, GDK_PAINTABLE (texture));
  else
    gtk_image_set_from_icon_name (self->picture, "text-x-generic-symbolic");
  gtk_image_set_pixel_size (self->picture, texture != NULL ? PREVIEW_SIZE : ICON_SIZE);
}

static void
preview_ready_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (VoletsAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = volets_attachment_preview_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  show_picture (self, texture);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), texture == NULL
                          && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED));
}

static void
show_check (VoletsAttachmentRow         *self,
            const VoletsAttachmentCheck *check)
{
  g_autofree char *size = volets_attachment_write_size (check->size);
  g_autofree char *sentence = NULL;

  if (check->size == volets_record_get_number (self->record, VOLETS_ATTACHMENT_SIZE)
      && g_strcmp0 (check->sha256,
                    volets_record_get_text (self->record, VOLETS_ATTACHMENT_SHA256)) == 0)
    {
      /* Translators: the size of a file. */
      sentence = g_strdup_printf (_("%s, unchanged since it was added"), size);
      set_state (self, VOLETS_ATTACHMENT_STATE_FINE, sentence);
    }
  else
    {
      sentence = g_strdup_printf (_("Changed since it was added (%s now)"), size);
      set_state (self, VOLETS_ATTACHMENT_STATE_CHANGED, sentence);
    }

  volets_attachment_preview_async (self->file,
                                   PREVIEW_SIZE * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                   self->cancellable, preview_ready_cb, g_object_ref (self));
}

static void
show_missing (VoletsAttachmentRow *self)
{
  const char *path = self->file != NULL
                       ? g_file_peek_path (self->file)
                       : volets_record_get_text (self->record, VOLETS_ATTACHMENT_PATH);
  g_autofree char *sentence = g_strdup_printf (_("Not found any more: %s"),
                                               path != NULL ? path : "–");

  set_state (self, VOLETS_ATTACHMENT_STATE_MISSING, sentence);
}

static void
check_ready_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (VoletsAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsAttachmentCheck) check = volets_attachment_check_finish (result, &error);

  if (check != NULL)
    show_check (self, check);
  else if (g_error_matches (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_MISSING))
    show_missing (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, VOLETS_ATTACHMENT_STATE_REFUSED, error->message);
}

/* Takes @label, which names the file too: there are as many such buttons as files. */
static void
name_button (GtkWidget *button,
             char      *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_free (label);
}

static void
show_name (VoletsAttachmentRow *self)
{
  const char *path = volets_record_get_text (self->record, VOLETS_ATTACHMENT_PATH);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup ("–");

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), path);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  name_button (self->open_button, g_strdup_printf (_("Open “%s”"), name));
  name_button (self->replace_button, g_strdup_printf (_("Replace “%s”"), name));
  name_button (self->remove_button, g_strdup_printf (_("Remove “%s”"), name));
  name_button (self->accept_button, g_strdup_printf (_("Accept the change of “%s”"), name));
}

static void
open_clicked_cb (VoletsAttachmentRow *self)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (uri != NULL)
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static void
accept_clicked_cb (VoletsAttachmentRow *self)
{
  g_signal_emit (self, signals[ACCEPT], 0);
}

static void
replace_clicked_cb (VoletsAttachmentRow *self)
{
  g_signal_emit (self, signals[REPLACE], 0);
}

static void
remove_clicked_cb (VoletsAttachmentRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
stop_reading (VoletsAttachmentRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
volets_attachment_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VOLETS_ATTACHMENT_ROW (widget)->replace_button);
}

static void
volets_attachment_row_dispose (GObject *object)
{
  VoletsAttachmentRow *self = VOLETS_ATTACHMENT_ROW (object);

  stop_reading (self);
  g_clear_object (&self->record);
  g_clear_object (&self->file);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (volets_attachment_row_parent_class)->dispose (object);
}

static void
volets_attachment_row_class_init (VoletsAttachmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_attachment_row_dispose;
  widget_class->grab_focus = volets_attachment_row_grab_focus;

  signals[ACCEPT] = g_signal_new ("accept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REPLACE] = g_signal_new ("replace", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/attachments/attachment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, picture);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, name);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, doubt);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, accept_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, replace_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
volets_attachment_row_init (VoletsAttachmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_picture (self, NULL);
}

GtkWidget *
volets_attachment_row_new (void)
{
  return g_object_new (VOLETS_TYPE_ATTACHMENT_ROW, NULL);
}

/**
 * volets_attachment_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the attachment
 */
VoletsRecord *
volets_attachment_row_get_record (VoletsAttachmentRow *self)
{
  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_ROW (self), NULL);

  return self->record;
}

/**
 * volets_attachment_row_set_record:
 * @self: a row
 * @record: an attachment, which is never changed
 * @dossier: (nullable): the file of the dossier it is in
 *
 * Shows an attachment, and checks its file where it is another one.
 */
void
volets_attachment_row_set_record (VoletsAttachmentRow *self,
                                  VoletsRecord        *record,
                                  GFile               *dossier)
{
  const char *path = volets_record_get_text (record, VOLETS_ATTACHMENT_PATH);
  g_autoptr (GFile) file = path != NULL ? volets_attachment_path_read (path, dossier) : NULL;
  gboolean is_same_file = file == self->file
                          || (file != NULL && self->file != NULL
                              && g_file_equal (file, self->file));

  g_return_if_fail (VOLETS_IS_ATTACHMENT_ROW (self));

  if (self->record == record && is_same_file)
    return;

  g_set_object (&self->record, record);
  if (!is_same_file)
    show_picture (self, NULL);
  g_set_object (&self->file, file);
  show_name (self);
  volets_attachment_row_check (self);
}

/**
 * volets_attachment_row_get_file:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): where the attachment is, or should be
 */
GFile *
volets_attachment_row_get_file (VoletsAttachmentRow *self)
{
  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_ROW (self), NULL);

  return self->file;
}

/**
 * volets_attachment_row_get_state:
 * @self: a row
 *
 * Returns: what the last check found
 */
VoletsAttachmentState
volets_attachment_row_get_state (VoletsAttachmentRow *self)
{
  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_ROW (self), VOLETS_ATTACHMENT_STATE_MISSING);

  return self->state;
}

/**
 * volets_attachment_row_check:
 * @self: a row that has an attachment
 *
 * Looks anew at its file, in a thread.
 */
void
volets_attachment_row_check (VoletsAttachmentRow *self)
{
  g_return_if_fail (VOLETS_IS_ATTACHMENT_ROW (self));

  stop_reading (self);
  if (self->file == NULL)
    {
      show_missing (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  set_state (self, VOLETS_ATTACHMENT_STATE_CHECKING, _("Being read…"));
  volets_attachment_check_async (self->file, self->cancellable, check_ready_cb,
                                 g_object_ref (self));
}
