/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor-private.h"

#include "documents/hybrid.h"
#include "engine/attachment-path.h"
#include "engine/dossier-file.h"
#include "engine/dossier-xml.h"
#include "engine/storage.h"

/* In milliseconds after the first change that is not kept yet; the keys after it do not put it
 * off. Writing takes its part of the second after which a change must survive a crash.
 */
#define AUTOSAVE_DELAY 700

static void
set_key (GKeyFile   *origin,
         const char *key,
         const char *value)
{
  if (value != NULL)
    g_key_file_set_string (origin, VOLETS_AUTOSAVE_GROUP, key, value);
}

static gboolean
autosave_cb (gpointer user_data)
{
  VoletsEditor *self = user_data;
  g_autoptr (GKeyFile) origin = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format_iso8601 (now);
  g_autofree char *address = self->file != NULL ? g_file_get_uri (self->file) : NULL;

  set_key (origin, VOLETS_AUTOSAVE_KEY_FILE, address);
  set_key (origin, VOLETS_AUTOSAVE_KEY_ETAG, self->etag);
  set_key (origin, VOLETS_AUTOSAVE_KEY_CALL, volets_dossier_get_call_id (self->dossier));
  set_key (origin, VOLETS_AUTOSAVE_KEY_DATE, date);
  set_key (origin, VOLETS_AUTOSAVE_KEY_TITLE, self->title);
  volets_autosave_write (self->autosave, volets_dossier_snapshot_new (self->dossier), origin);
  self->autosave_source = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
check_target (VoletsEditor  *self,
              GFile         *target,
              gboolean       is_own,
              GError       **error)
{
  if (target == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                           "le dossier n’a pas encore de fichier ; choisissez où l’enregistrer");
      return FALSE;
    }

  if (is_own)
    volets_editor_update_read_only (self);
  if (is_own && self->read_only)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY,
                           "le fichier est en lecture seule ; enregistrez le dossier sous un autre "
                           "nom");
      return FALSE;
    }

  return TRUE;
}

/* What @dossier has attached is found from @to as it was from @from. */
static void
move_attachments_of (VoletsDossier *dossier,
                     GFile         *from,
                     GFile         *to)
{
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS); i++)
    volets_attachment_path_move (volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, i),
                                 from, to);
}

/* What is written to a file that is not the one of the dossier yet. */
static GBytes *
write_for (VoletsEditor *self,
           GFile        *file)
{
  g_autoptr (VoletsDossier) copy = volets_dossier_copy (self->dossier);

  move_attachments_of (copy, self->file, file);
  return volets_dossier_write (copy);
}

/* Once the dossier is there: what is deleted, and may come back, moves along. */
static void
move_attachments (VoletsEditor *self,
                  GFile        *file)
{
  g_autoptr (GHashTable) attachments = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer record;

  for (guint i = 0; i < volets_dossier_get_n_rows (self->dossier, VOLETS_SECTION_ATTACHMENTS); i++)
    g_hash_table_add (attachments,
                      volets_dossier_get_row (self->dossier, VOLETS_SECTION_ATTACHMENTS, i));
  for (guint i = 0; i < self->undo_entries->len; i++)
    volets_undo_entry_collect_rows (g_ptr_array_index (self->undo_entries, i),
                                    VOLETS_SECTION_ATTACHMENTS, attachments);

  g_hash_table_iter_init (&iter, attachments);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    volets_attachment_path_move (record, self->file, file);
}

/**
 * volets_editor_open:
 * @file: a working file, or a filing file or a PDF that carries one: those are never written over,
 *   so the dossier in them has no file yet
 * @error: a sentence without the name of the file, in G_IO_ERROR, VOLETS_PDF_ERROR,
 *   VOLETS_XML_ERROR or VOLETS_RECORD_ERROR
 *
 * Returns: (transfer full) (nullable): an editor of the dossier in @file
 */
VoletsEditor *
volets_editor_open (GFile   *file,
                    GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (VoletsDossier) dossier = NULL;
  g_autoptr (VoletsCall) call = NULL;
  gboolean is_working;
  VoletsEditor *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  dossier = volets_hybrid_load (file, &etag, &is_working, error);
  if (dossier != NULL)
    call = volets_dossier_find_call (dossier, file, error);
  if (call == NULL)
    return NULL;

  if (!is_working)
    move_attachments_of (dossier, file, NULL);
  self = volets_editor_new (dossier, call);
  if (is_working)
    {
      volets_editor_set_file (self, file, etag);
      volets_editor_update_read_only (self);
    }

  return self;
}

/**
 * volets_editor_new_recovered:
 * @dossier: a dossier that was not saved
 * @call: the call it answers
 * @file: (nullable): the file it comes from
 * @etag: (nullable): what tells whether somebody changed @file since
 * @autosave: the files it was found in, which stay until it is saved
 *
 * Returns: (transfer full): an editor of @dossier, modified
 */
VoletsEditor *
volets_editor_new_recovered (VoletsDossier  *dossier,
                             VoletsCall     *call,
                             GFile          *file,
                             const char     *etag,
                             VoletsAutosave *autosave)
{
  VoletsEditor *self = g_object_new (VOLETS_TYPE_EDITOR, "dossier", dossier, "call", call, NULL);

  volets_editor_set_autosave (self, autosave);
  volets_editor_set_file (self, file, etag);
  volets_editor_update_read_only (self);
  volets_editor_set_modified (self, TRUE);

  return self;
}

/**
 * volets_editor_start_autosave:
 * @self: an editor
 *
 * Keeps a copy for a crash, soon.
 */
void
volets_editor_start_autosave (VoletsEditor *self)
{
  if (self->autosave_source == 0)
    self->autosave_source = g_timeout_add (AUTOSAVE_DELAY, autosave_cb, self);
}

/**
 * volets_editor_stop_autosave:
 * @self: an editor whose dossier was saved, or is not wanted
 *
 * Removes the copy.
 */
void
volets_editor_stop_autosave (VoletsEditor *self)
{
  g_clear_handle_id (&self->autosave_source, g_source_remove);
  volets_autosave_remove (self->autosave);
}

/**
 * volets_editor_save:
 * @self: an editor
 * @file: (nullable): where to; %NULL for the file of the dossier
 * @overwrite: whether to replace the file of the dossier even if somebody changed it since
 * @error: a #GIOErrorEnum, a sentence in French; G_IO_ERROR_WRONG_ETAG where somebody changed the
 *   file, G_IO_ERROR_READ_ONLY, G_IO_ERROR_INVALID_FILENAME where there is none
 *
 * From then on @file is the file of the dossier. What it held before is kept beside it. What is
 * attached stays where it is, and is found from there.
 */
gboolean
volets_editor_save (VoletsEditor  *self,
                    GFile         *file,
                    gboolean       overwrite,
                    GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *etag = NULL;
  gboolean is_own;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), FALSE);

  if (file == NULL)
    file = self->file;
  is_own = file != NULL && self->file != NULL && g_file_equal (file, self->file);
  if (!check_target (self, file, is_own, error))
    return FALSE;

  bytes = is_own ? volets_dossier_write (self->dossier) : write_for (self, file);
  if (!volets_storage_save (file, bytes, is_own && !overwrite ? self->etag : NULL, &etag, error))
    return FALSE;

  if (!is_own)
    move_attachments (self, file);
  volets_editor_set_file (self, file, etag);
  volets_editor_update_read_only (self);
  volets_editor_stop_autosave (self);
  volets_editor_set_modified (self, FALSE);

  return TRUE;
}
