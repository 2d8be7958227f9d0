/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/attachments/attachment-group.h"

#include <glib/gi18n.h>

#include "documents/attachment-check.h"
#include "engine/french.h"
#include "ui/label.h"
#include "ui/steps/attachments/attachment-addition.h"
#include "ui/steps/attachments/attachment-row.h"

/* Of one group; a dossier may hold anything. */
#define MAX_ROWS 200

struct _VoletsAttachmentGroup {
  AdwBin                parent_instance;

  VoletsEditor         *editor;
  const VoletsCallItem *item;         /* of the call; NULL for what it does not ask for */
  GPtrArray            *rows;         /* of VoletsAttachmentRow */
  GCancellable         *cancellable;  /* of the files that are being added */
  GtkFileChooserNative *chooser;
  VoletsRecord         *replaced;     /* what the chooser replaces; NULL where it adds */

  GtkLabel             *title;
  GtkLabel             *description;
  GtkLabel             *source;
  GtkListBox           *list;
  GtkWidget            *add_button;
  AdwActionRow         *empty_row;
  GtkImage             *empty_icon;
  GtkLabel             *more;
  GtkLabel             *refusal;
};

G_DEFINE_FINAL_TYPE (VoletsAttachmentGroup, volets_attachment_group, ADW_TYPE_BIN)

static gboolean
is_mine (VoletsAttachmentGroup *self,
         VoletsRecord          *record)
{
  return volets_attachment_is_for (record, volets_editor_get_call (self->editor), self->item);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VoletsAttachmentGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!volets_attachment_add_finish (result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    volets_label_show_typeset (self->refusal, error->message);
}

static void
read_file (VoletsAttachmentGroup *self,
           GFile                 *file,
           VoletsRecord          *replaced)
{
  volets_attachment_add_async (self->editor, self->item, file, replaced, self->cancellable,
                               added_cb, g_object_ref (self));
}

static void
chooser_response_cb (VoletsAttachmentGroup *self,
                     int                    response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (VoletsRecord) replaced = g_steal_pointer (&self->replaced);
  g_autoptr (GListModel) files = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response != GTK_RESPONSE_ACCEPT)
    return;

  volets_label_show (self->refusal, NULL);
  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      read_file (self, file, replaced);
    }
}

static GtkFileFilter *
create_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) types = volets_attachment_list_types ();

  gtk_file_filter_set_name (filter, _("Files that can be filed"));
  for (guint i = 0; types[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, types[i]);

  return filter;
}

static void
choose (VoletsAttachmentGroup *self,
        VoletsRecord          *replaced)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GFile *dossier = volets_editor_get_file (self->editor);
  g_autoptr (GFile) folder = dossier != NULL ? g_file_get_parent (dossier) : NULL;
  g_autoptr (GtkFileFilter) filter = create_filter ();

  if (self->chooser != NULL)
    return;

  g_set_object (&self->replaced, replaced);
  self->chooser =
    gtk_file_chooser_native_new (replaced != NULL ? _("Replace the File") : _("Add Files"),
                                 GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 GTK_FILE_CHOOSER_ACTION_OPEN,
                                 replaced != NULL ? _("_Replace") : _("_Add"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), replaced == NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
add_clicked_cb (VoletsAttachmentGroup *self)
{
  choose (self, NULL);
}

static void
row_replace_cb (VoletsAttachmentGroup *self,
                VoletsAttachmentRow   *row)
{
  choose (self, volets_attachment_row_get_record (row));
}

static void
row_accept_cb (VoletsAttachmentGroup *self,
               VoletsAttachmentRow   *row)
{
  volets_label_show (self->refusal, NULL);
  read_file (self, volets_attachment_row_get_file (row), volets_attachment_row_get_record (row));
}

static void
row_remove_cb (VoletsAttachmentGroup *self,
               VoletsAttachmentRow   *row)
{
  GListStore *list = volets_dossier_get_list (volets_editor_get_dossier (self->editor),
                                              VOLETS_SECTION_ATTACHMENTS);
  guint position;

  if (!g_list_store_find (list, volets_attachment_row_get_record (row), &position))
    return;

  gtk_widget_grab_focus (self->add_button);
  volets_label_show (self->refusal, NULL);
  volets_editor_delete_rows (self->editor, VOLETS_SECTION_ATTACHMENTS, &position, 1,
                             _("Attachment removed"));
}

static gboolean
drop_cb (VoletsAttachmentGroup *self,
         const GValue          *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  volets_label_show (self->refusal, NULL);
  for (GSList *link = files; link != NULL; link = link->next)
    read_file (self, link->data, NULL);

  return files != NULL;
}

/* « Obligatoire · Convention de Volets (hypothèse) » */
static char *
write_source (const VoletsCallItem *item)
{
  const VoletsProvenance *provenance = &item->provenance;
  const char *required = item->required ? _("Required") : _("Optional");

  if (provenance->source == NULL)
    return g_strdup (required);

  return g_strdup_printf ("%s · %s (%s)", required, provenance->source->title,
                          volets_certainty_get_label (provenance->certainty));
}

static void
set_texts (VoletsAttachmentGroup *self,
           const char            *title,
           const char            *description,
           const char            *source)
{
  g_autofree char *typeset_title = volets_french_typeset (title);
  g_autofree char *name = g_strdup_printf (_("Add a file: %s"), typeset_title);

  gtk_label_set_text (self->title, typeset_title);
  volets_label_show_typeset (self->description, description);
  volets_label_show_typeset (self->source, source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  typeset_title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_item (VoletsAttachmentGroup *self,
          const VoletsCallItem  *item)
{
  gboolean is_required = item != NULL && item->required;

  self->item = item;
  if (item == NULL)
    {
      set_texts (self, _("Other files"),
                 _("What the call does not ask for, and you want to keep with the dossier."), NULL);
    }
  else
    {
      g_autofree char *source = write_source (item);

      set_texts (self, item->title, item->provenance.note, source);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->empty_row),
                                 is_required ? _("Missing") : _("No file"));
  gtk_image_set_from_icon_name (self->empty_icon, is_required ? "dialog-warning-symbolic"
                                                              : "list-remove-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->empty_icon), is_required ? "warning" : "dim-label");
}

static VoletsAttachmentRow *
get_row (VoletsAttachmentGroup *self,
         guint                  index)
{
  GtkWidget *row;

  if (index < self->rows->len)
    return g_ptr_array_index (self->rows, index);

  row = volets_attachment_row_new (volets_editor_get_attachments (self->editor));
  g_signal_connect_object (row, "accept", G_CALLBACK (row_accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "replace", G_CALLBACK (row_replace_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);

  return VOLETS_ATTACHMENT_ROW (row);
}

static void
volets_attachment_group_dispose (GObject *object)
{
  VoletsAttachmentGroup *self = VOLETS_ATTACHMENT_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->replaced);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (volets_attachment_group_parent_class)->dispose (object);
}

static void
volets_attachment_group_class_init (VoletsAttachmentGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_attachment_group_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/attachments/attachment-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, description);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, source);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, list);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, empty_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, empty_icon);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, more);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentGroup, refusal);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
volets_attachment_group_init (VoletsAttachmentGroup *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * volets_attachment_group_new:
 * @editor: the dossier
 * @item: (nullable): what the call asks for; %NULL for all that it does not ask for
 *
 * Returns: (transfer floating): the group of its files
 */
GtkWidget *
volets_attachment_group_new (VoletsEditor         *editor,
                             const VoletsCallItem *item)
{
  VoletsAttachmentGroup *self = g_object_new (VOLETS_TYPE_ATTACHMENT_GROUP, NULL);

  self->editor = g_object_ref (editor);
  set_item (self, item);

  return GTK_WIDGET (self);
}

/**
 * volets_attachment_group_get_item:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): what the call asks for
 */
const VoletsCallItem *
volets_attachment_group_get_item (VoletsAttachmentGroup *self)
{
  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_GROUP (self), NULL);

  return self->item;
}

/**
 * volets_attachment_group_add_file:
 * @self: a group
 * @file: a file that was chosen
 *
 * Adds a file once it was read, or says why not.
 */
void
volets_attachment_group_add_file (VoletsAttachmentGroup *self,
                                  GFile                 *file)
{
  g_return_if_fail (VOLETS_IS_ATTACHMENT_GROUP (self));
  g_return_if_fail (G_IS_FILE (file));

  volets_label_show (self->refusal, NULL);
  read_file (self, file, NULL);
}

/**
 * volets_attachment_group_update:
 * @self: a group
 *
 * Shows the files that the dossier has for it.
 */
void
volets_attachment_group_update (VoletsAttachmentGroup *self)
{
  VoletsDossier *dossier;
  guint n_records, n_files = 0, n_shown;

  g_return_if_fail (VOLETS_IS_ATTACHMENT_GROUP (self));

  dossier = volets_editor_get_dossier (self->editor);
  n_records = volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS);
  for (guint i = 0; i < n_records; i++)
    {
      VoletsRecord *record = volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, i);

      if (!is_mine (self, record))
        continue;
      if (n_files < MAX_ROWS)
        volets_attachment_row_set_record (get_row (self, n_files), record);
      n_files++;
    }

  n_shown = MIN (n_files, MAX_ROWS);
  while (self->rows->len > n_shown)
    gtk_list_box_remove (self->list, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_row), n_files == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_files > n_shown);
  if (n_files > n_shown)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u other", "and %u others",
                                                         n_files - n_shown), n_files - n_shown);

      gtk_label_set_text (self->more, more);
    }
}

/**
 * volets_attachment_group_count_lost:
 * @self: a group
 *
 * Returns: how many of its files are not, as far as is known, what they were when they were added
 */
guint
volets_attachment_group_count_lost (VoletsAttachmentGroup *self)
{
  VoletsAttachmentWatch *watch;
  guint n_lost = 0;

  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_GROUP (self), 0);

  watch = volets_editor_get_attachments (self->editor);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const VoletsAttachmentVerdict *verdict = volets_attachment_watch_get_verdict (
        watch, volets_attachment_row_get_record (g_ptr_array_index (self->rows, i)));

      n_lost += verdict != NULL && verdict->state != VOLETS_ATTACHMENT_STATE_FINE;
    }

  return n_lost;
}

/**
 * volets_attachment_group_focus_record:
 * @self: a group
 * @record: (nullable): an attachment, %NULL for one that is to be added
 *
 * Returns: whether it is in the group and has the focus now
 */
gboolean
volets_attachment_group_focus_record (VoletsAttachmentGroup *self,
                                      VoletsRecord          *record)
{
  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_GROUP (self), FALSE);

  if (record == NULL)
    return gtk_widget_grab_focus (self->add_button);

  for (guint i = 0; i < self->rows->len; i++)
    {
      VoletsAttachmentRow *row = g_ptr_array_index (self->rows, i);

      if (volets_attachment_row_get_record (row) == record)
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }

  return FALSE;
}
