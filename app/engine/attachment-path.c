/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/attachment-path.h"

#include "engine/attachment.h"

/* Whether a dossier gives @path back as it was written into it. */
static gboolean
is_writable (const char *path)
{
  if (!g_utf8_validate (path, -1, NULL) || g_utf8_strlen (path, -1) > VOLETS_TEXT_MAX)
    return FALSE;

  for (const char *p = path; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < ' ' || c == 0xfffe || c == 0xffff)
        return FALSE;
    }

  return TRUE;
}

/**
 * volets_attachment_path_write:
 * @file: an attachment
 * @dossier: (nullable): the file of the dossier, %NULL where it was never saved
 * @error: a #GIOErrorEnum, a French sentence
 *
 * Returns: (transfer full) (nullable): the path to write into the dossier
 */
char *
volets_attachment_path_write (GFile   *file,
                              GFile   *dossier,
                              GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GFile) folder = dossier != NULL ? g_file_get_parent (dossier) : NULL;
  g_autofree char *relative = folder != NULL ? g_file_get_relative_path (folder, file) : NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           "Ce fichier n’est pas sur ce PC ; copiez-le d’abord dans un dossier "
                           "du PC.");
      return NULL;
    }
  if (!is_writable (path))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   "Le nom du fichier, ou d’un dossier où il est, a des caractères illisibles "
                   "(« %s ») ; renommez-le.", name);
      return NULL;
    }

  return relative != NULL ? g_steal_pointer (&relative) : g_steal_pointer (&path);
}

/**
 * volets_attachment_path_read:
 * @path: a path that a dossier has; never taken for an address on a network
 * @dossier: (nullable): the file of the dossier, %NULL where it was never saved
 *
 * Returns: (transfer full) (nullable): the file, that may not be there; %NULL for a relative path
 *   where nothing tells to what
 */
GFile *
volets_attachment_path_read (const char *path,
                             GFile      *dossier)
{
  g_autoptr (GFile) folder = dossier != NULL ? g_file_get_parent (dossier) : NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_path_is_absolute (path))
    return g_file_new_for_path (path);

  return folder != NULL ? g_file_resolve_relative_path (folder, path) : NULL;
}

/**
 * volets_attachment_path_move:
 * @record: an attachment
 * @from: (nullable): the file of the dossier so far
 * @to: (nullable): the file of the dossier from now on
 *
 * Writes the path of @record anew, so that it leads to the same file. One that leads nowhere stays
 * as it is.
 */
void
volets_attachment_path_move (VoletsRecord *record,
                             GFile        *from,
                             GFile        *to)
{
  const char *path = volets_record_get_text (record, VOLETS_ATTACHMENT_PATH);
  g_autoptr (GFile) file = path != NULL ? volets_attachment_path_read (path, from) : NULL;
  g_autofree char *moved = file != NULL ? volets_attachment_path_write (file, to, NULL) : NULL;

  g_return_if_fail (VOLETS_IS_ATTACHMENT (record));

  if (moved != NULL)
    volets_record_set_text (record, VOLETS_ATTACHMENT_PATH, moved);
}
