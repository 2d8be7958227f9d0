/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor-private.h"

#include <string.h>

#include "engine/applicant.h"
#include "engine/project.h"

/**
 * VoletsEditor:
 *
 * The truth of a window: the dossier, what is computed of it, where it is saved. A change in any
 * widget goes into the dossier; from there one recomputation in each turn of the main loop leads
 * to one "updated", where the widgets look at what they show.
 *
 * An unsaved dossier is kept in a copy, for a crash, until it is saved or the editor is disposed
 * of: whoever lets go of the last reference has asked whether to save.
 */

enum {
  PROP_0,
  PROP_DOSSIER,
  PROP_CALL,
  PROP_FILE,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_CAN_UNDO,
  PROP_UNDO_LABEL,
  PROP_RECOVERY_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VoletsEditor, volets_editor, G_TYPE_OBJECT)

static char *
get_words (VoletsDossier *dossier,
           VoletsSection  section,
           guint          field)
{
  const char *text = volets_record_get_text (volets_dossier_get_record (dossier, section), field);
  g_autofree char *words = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return words != NULL && *words != '\0' ? g_strdelimit (g_steal_pointer (&words), "\n\t", ' ')
                                         : NULL;
}

static char *
make_title (VoletsEditor *self)
{
  char *title = get_words (self->dossier, VOLETS_SECTION_PROJECT, VOLETS_PROJECT_TITLE);

  if (title == NULL)
    title = get_words (self->dossier, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_NAME);
  if (title == NULL && self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);

      title = g_filename_display_name (name);
    }

  return title != NULL ? title : g_strdup ("Nouveau dossier");
}

static gboolean
is_read_only (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;

  if (file == NULL)
    return FALSE;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE, NULL,
                            NULL);

  return info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
         && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

static void
dossier_changed_cb (gpointer user_data)
{
  VoletsEditor *self = user_data;

  volets_editor_forget_choices (self);
  volets_editor_start_autosave (self);
  volets_editor_schedule_update (self);
  volets_editor_set_modified (self, TRUE);
}

static void
attachments_changed_cb (VoletsEditor *self)
{
  volets_editor_schedule_update (self);
}

static void
autosave_error_cb (VoletsAutosave *autosave,
                   GParamSpec     *pspec,
                   VoletsEditor   *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECOVERY_ERROR]);
}

static void
volets_editor_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VoletsEditor *self = VOLETS_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DOSSIER:
      g_value_set_object (value, self->dossier);
      break;
    case PROP_CALL:
      g_value_set_boxed (value, self->call);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, volets_editor_get_can_undo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, volets_editor_get_undo_label (self));
      break;
    case PROP_RECOVERY_ERROR:
      g_value_set_string (value, volets_editor_get_recovery_error (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_editor_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VoletsEditor *self = VOLETS_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DOSSIER:
      self->dossier = g_value_dup_object (value);
      break;
    case PROP_CALL:
      self->call = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_editor_constructed (GObject *object)
{
  VoletsEditor *self = VOLETS_EDITOR (object);

  G_OBJECT_CLASS (volets_editor_parent_class)->constructed (object);

  self->watch = volets_dossier_watch_new (self->dossier, dossier_changed_cb, self);
  self->attachments = volets_attachment_watch_new (self->dossier, self->call, NULL);
  g_signal_connect_object (self->attachments, "changed", G_CALLBACK (attachments_changed_cb), self,
                           G_CONNECT_SWAPPED);
  volets_editor_compute (self);
}

static void
volets_editor_dispose (GObject *object)
{
  VoletsEditor *self = VOLETS_EDITOR (object);

  g_clear_pointer (&self->watch, volets_dossier_watch_free);
  g_clear_object (&self->attachments);
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->autosave != NULL)
    volets_editor_stop_autosave (self);
  g_clear_object (&self->autosave);

  G_OBJECT_CLASS (volets_editor_parent_class)->dispose (object);
}

static void
volets_editor_finalize (GObject *object)
{
  VoletsEditor *self = VOLETS_EDITOR (object);

  g_hash_table_unref (self->choices);
  volets_unread_texts_free (self->unread_texts);
  g_ptr_array_unref (self->undo_entries);
  g_clear_pointer (&self->open_entry, volets_undo_entry_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->subsidy, volets_subsidy_unref);
  g_clear_pointer (&self->call, volets_call_unref);
  g_clear_object (&self->dossier);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self->title);
  g_free (self->today);

  G_OBJECT_CLASS (volets_editor_parent_class)->finalize (object);
}

static void
volets_editor_class_init (VoletsEditorClass *klass)
{
  const GParamFlags readable =
    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags given =
    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = volets_editor_constructed;
  object_class->dispose = volets_editor_dispose;
  object_class->finalize = volets_editor_finalize;
  object_class->get_property = volets_editor_get_property;
  object_class->set_property = volets_editor_set_property;

  properties[PROP_DOSSIER] =
    g_param_spec_object ("dossier", NULL, NULL, VOLETS_TYPE_DOSSIER, given);
  properties[PROP_CALL] = g_param_spec_boxed ("call", NULL, NULL, VOLETS_TYPE_CALL, given);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_RECOVERY_ERROR] =
    g_param_spec_string ("recovery-error", NULL, NULL, NULL, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VoletsEditor::updated:
   *
   * The subsidy and the findings are new; those from before are gone.
   */
  g_signal_new ("updated", VOLETS_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
volets_editor_init (VoletsEditor *self)
{
  self->unread_texts = volets_unread_texts_new ();
  self->choices = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->undo_entries = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_undo_entry_free);
}

/**
 * volets_editor_new:
 * @dossier: a dossier
 * @call: the call it answers
 *
 * Returns: (transfer full): an editor of @dossier, which has no file
 */
VoletsEditor *
volets_editor_new (VoletsDossier *dossier,
                   VoletsCall    *call)
{
  g_autoptr (VoletsAutosave) autosave = NULL;
  VoletsEditor *self;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (call != NULL, NULL);

  autosave = volets_autosave_new (NULL);
  self = g_object_new (VOLETS_TYPE_EDITOR, "dossier", dossier, "call", call, NULL);
  volets_editor_set_autosave (self, autosave);

  return self;
}

/**
 * volets_editor_get_dossier:
 * @self: an editor
 *
 * Returns: (transfer none): the dossier, the same one as long as @self
 */
VoletsDossier *
volets_editor_get_dossier (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return self->dossier;
}

/**
 * volets_editor_get_call:
 * @self: an editor
 *
 * Returns: (transfer none): the call that the dossier answers
 */
VoletsCall *
volets_editor_get_call (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return self->call;
}

/**
 * volets_editor_get_attachments:
 * @self: an editor
 *
 * Returns: (transfer none): what became of the files attached to the dossier
 */
VoletsAttachmentWatch *
volets_editor_get_attachments (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return self->attachments;
}

/**
 * volets_editor_get_file:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): where the dossier is saved, %NULL where nobody said
 */
GFile *
volets_editor_get_file (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return self->file;
}

/**
 * volets_editor_get_title:
 * @self: an editor
 *
 * Returns: (transfer none): what to call the dossier, on one line: the title of the project, else
 *   the name of the applicant, else that of the file
 */
const char *
volets_editor_get_title (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return self->title;
}

/**
 * volets_editor_get_stem:
 * @self: an editor
 *
 * Returns: (transfer full) (type filename): what the names of what is made of the dossier begin
 *   with: the name of its file without the extension, else its title
 */
char *
volets_editor_get_stem (VoletsEditor *self)
{
  char *stem, *extension;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  if (self->file == NULL)
    return g_strdup (self->title);

  stem = g_file_get_basename (self->file);
  extension = strrchr (stem, '.');
  if (extension != NULL && extension != stem)
    *extension = '\0';

  return stem;
}

/**
 * volets_editor_get_modified:
 * @self: an editor
 *
 * Returns: whether something changed since the dossier was opened or saved
 */
gboolean
volets_editor_get_modified (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), FALSE);

  return self->modified;
}

/**
 * volets_editor_get_read_only:
 * @self: an editor
 *
 * Returns: whether the dossier can only be saved to another file
 */
gboolean
volets_editor_get_read_only (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), FALSE);

  return self->read_only;
}

/**
 * volets_editor_get_recovery_error:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): a sentence in French: why nothing unsaved would be found
 *   again after a crash; %NULL where it would
 */
const char *
volets_editor_get_recovery_error (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return self->autosave != NULL ? volets_autosave_get_error (self->autosave) : NULL;
}

void
volets_editor_set_modified (VoletsEditor *self,
                            gboolean      modified)
{
  if (self->modified == modified)
    return;

  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
volets_editor_set_file (VoletsEditor *self,
                        GFile        *file,
                        const char   *etag)
{
  g_free (self->etag);
  self->etag = g_strdup (etag);
  if (file == self->file || (file != NULL && self->file != NULL
                             && g_file_equal (file, self->file)))
    return;

  g_set_object (&self->file, file);
  volets_attachment_watch_set_place (self->attachments, file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  volets_editor_update_title (self);
}

void
volets_editor_update_title (VoletsEditor *self)
{
  g_autofree char *title = make_title (self);

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
volets_editor_update_read_only (VoletsEditor *self)
{
  gboolean read_only = is_read_only (self->file);

  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

void
volets_editor_set_autosave (VoletsEditor   *self,
                            VoletsAutosave *autosave)
{
  self->autosave = g_object_ref (autosave);
  g_signal_connect_object (autosave, "notify::error", G_CALLBACK (autosave_error_cb), self, 0);
}

void
volets_editor_notify_undo (VoletsEditor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
}
