/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/attachments/attachment-row.h"

#include <glib/gi18n.h>

#include "engine/attachment.h"
#include "engine/french.h"
#include "engine/shown-path.h"
#include "ui/steps/attachments/attachment-preview.h"
#include "ui/toast.h"

/* In pixels on screen, for each side; twice as many are drawn on a screen that has them. */
#define PREVIEW_SIZE 72
#define ICON_SIZE 32

struct _VoletsAttachmentRow {
  AdwPreferencesRow        parent_instance;

  VoletsAttachmentWatch   *watch;
  VoletsRecord            *record;
  GFile                   *file;         /* NULL where nothing tells which it is */
  VoletsAttachmentVerdict *verdict;      /* that is shown; NULL while it is being read */
  GCancellable            *cancellable;  /* of the preview */

  GtkImage                *picture;
  GtkLabel                *name;
  GtkImage                *state_icon;
  GtkLabel                *state_label;
  GtkLabel                *doubt;        /* shown for what should have a picture and has none */
  GtkWidget               *accept_button;
  GtkWidget               *open_button;
  GtkWidget               *replace_button;
  GtkWidget               *remove_button;
};

G_DEFINE_FINAL_TYPE (VoletsAttachmentRow, volets_attachment_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  ACCEPT,
  REPLACE,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* An icon, and the colour that goes with the words. */
typedef struct {
  const char *icon_name;
  const char *css_class;
} Look;

static const Look READING = { "content-loading-symbolic", "dim-label" };
static const Look LOOKS[] = {
  [VOLETS_ATTACHMENT_STATE_FINE] = { "object-select-symbolic", "success" },
  [VOLETS_ATTACHMENT_STATE_CHANGED] = { "dialog-warning-symbolic", "warning" },
  [VOLETS_ATTACHMENT_STATE_MISSING] = { "dialog-error-symbolic", "error" },
  [VOLETS_ATTACHMENT_STATE_REFUSED] = { "dialog-error-symbolic", "error" },
};

static gboolean
is_in_state (VoletsAttachmentRow   *self,
             VoletsAttachmentState  state)
{
  return self->verdict != NULL && self->verdict->state == state;
}

static gboolean
is_there (VoletsAttachmentRow *self)
{
  return is_in_state (self, VOLETS_ATTACHMENT_STATE_FINE)
         || is_in_state (self, VOLETS_ATTACHMENT_STATE_CHANGED);
}

static char *
describe_state (VoletsAttachmentRow *self)
{
  g_autofree char *size = NULL;
  g_autofree char *shown = NULL;
  const char *path;

  if (self->verdict == NULL)
    return g_strdup (_("Being read…"));

  if (is_there (self))
    size = volets_attachment_write_size (self->verdict->size);
  switch (self->verdict->state)
    {
    case VOLETS_ATTACHMENT_STATE_FINE:
      /* Translators: the size of a file. */
      return g_strdup_printf (_("%s, unchanged since it was added"), size);
    case VOLETS_ATTACHMENT_STATE_CHANGED:
      return g_strdup_printf (_("Changed since it was added (%s now)"), size);
    case VOLETS_ATTACHMENT_STATE_MISSING:
      path = self->file != NULL ? g_file_peek_path (self->file)
                                : volets_record_get_text (self->record, VOLETS_ATTACHMENT_PATH);
      shown = path != NULL ? volets_shown_path_write (path) : NULL;
      return g_strdup_printf (_("Not found any more: %s"), shown != NULL ? shown : "–");
    case VOLETS_ATTACHMENT_STATE_REFUSED:
    default:
      return g_strdup (self->verdict->reason);
    }
}

static void
show_state (VoletsAttachmentRow *self)
{
  const Look *look = self->verdict != NULL ? &LOOKS[self->verdict->state] : &READING;
  g_autofree char *sentence = describe_state (self);
  g_autofree char *typeset = volets_french_typeset (sentence);
  const char *const classes[] = { look->css_class, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), (const char **) classes);
  gtk_image_set_from_icon_name (self->state_icon, look->icon_name);
  gtk_label_set_text (self->state_label, typeset);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), FALSE);
  gtk_widget_set_visible (self->accept_button,
                          is_in_state (self, VOLETS_ATTACHMENT_STATE_CHANGED));
  gtk_widget_set_sensitive (self->open_button, is_there (self));
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
stop_preview (VoletsAttachmentRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start_preview (VoletsAttachmentRow *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  volets_attachment_preview_async (self->file, PREVIEW_SIZE * scale, self->cancellable,
                                   preview_ready_cb, g_object_ref (self));
}

/* What is known already is shown already. */
static void
update (VoletsAttachmentRow *self)
{
  GFile *file = volets_attachment_watch_get_file (self->watch, self->record);
  VoletsAttachmentVerdict *verdict =
    volets_attachment_watch_get_verdict (self->watch, self->record);

  if (verdict != NULL && verdict == self->verdict)
    return;

  stop_preview (self);
  if (self->file == NULL || file == NULL || !g_file_equal (self->file, file))
    show_picture (self, NULL);
  g_set_object (&self->file, file);
  g_clear_pointer (&self->verdict, volets_attachment_verdict_unref);
  if (verdict != NULL)
    self->verdict = volets_attachment_verdict_ref (verdict);
  show_state (self);
  if (is_there (self))
    start_preview (self);
}

static void
watch_changed_cb (VoletsAttachmentRow *self)
{
  if (self->record != NULL)
    update (self);
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
  g_autofree char *shown = path != NULL ? volets_shown_path_write (path) : NULL;

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), shown);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  name_button (self->open_button, g_strdup_printf (_("Open “%s”"), name));
  name_button (self->replace_button, g_strdup_printf (_("Replace “%s”"), name));
  name_button (self->remove_button, g_strdup_printf (_("Remove “%s”"), name));
  name_button (self->accept_button, g_strdup_printf (_("Accept the change of “%s”"), name));
}

static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VoletsAttachmentRow) self = user_data;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  /* In a sandbox somebody may be asked which program, and choose none. */
  if (gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_message ("%s", error->message);
  words = g_strdup_printf (_("No program of this computer opens “%s”."),
                           gtk_label_get_text (self->name));
  volets_toast_show (GTK_WIDGET (self), words);
}

static void
open_clicked_cb (VoletsAttachmentRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;

  if (uri != NULL && GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb,
                       g_object_ref (self));
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

/* The row itself takes no focus: GTK would come back to it going backward, and never get out. */
static gboolean
volets_attachment_row_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
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

  stop_preview (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->record);
  g_clear_object (&self->file);
  g_clear_pointer (&self->verdict, volets_attachment_verdict_unref);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (volets_attachment_row_parent_class)->dispose (object);
}

static void
volets_attachment_row_class_init (VoletsAttachmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_attachment_row_dispose;
  widget_class->focus = volets_attachment_row_focus;
  widget_class->grab_focus = volets_attachment_row_grab_focus;

  signals[ACCEPT] = g_signal_new ("accept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
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

/**
 * volets_attachment_row_new:
 * @watch: what knows of the files of the dossier
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
volets_attachment_row_new (VoletsAttachmentWatch *watch)
{
  VoletsAttachmentRow *self = g_object_new (VOLETS_TYPE_ATTACHMENT_ROW, NULL);

  self->watch = g_object_ref (watch);
  g_signal_connect_object (watch, "changed", G_CALLBACK (watch_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
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
 * @record: an attachment of the dossier
 *
 * Shows an attachment, and what is known of its file.
 */
void
volets_attachment_row_set_record (VoletsAttachmentRow *self,
                                  VoletsRecord        *record)
{
  g_return_if_fail (VOLETS_IS_ATTACHMENT_ROW (self));
  g_return_if_fail (VOLETS_IS_ATTACHMENT (record));

  if (g_set_object (&self->record, record))
    show_name (self);
  update (self);
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
