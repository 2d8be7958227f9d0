/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/previous-version.h"

#include "engine/shown-path.h"

/**
 * volets_previous_version_get_folder:
 *
 * Returns: (transfer full) (type filename): where previous versions are that cannot be beside their
 *   files; it may not be there yet
 */
char *
volets_previous_version_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "volets", "previous", NULL);
}

/**
 * volets_previous_version_is_beside:
 * @file: a file
 *
 * Returns: whether its previous version is kept beside it; what is put beside a file that a sandbox
 *   was given is gone when the user logs out
 */
gboolean
volets_previous_version_is_beside (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path == NULL || !volets_shown_path_is_in_portal (path);
}

/**
 * volets_previous_version_get_file:
 * @file: a file
 *
 * Returns: (transfer full): where its previous version is kept, if there is one: beside it, under
 *   its name followed by « ~ », or in the folder of those that cannot be there
 */
GFile *
volets_previous_version_get_file (GFile *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_strconcat (basename, "~", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *number = NULL;
  g_autofree char *numbered = NULL;

  if (parent == NULL)
    return g_object_ref (file);
  if (volets_previous_version_is_beside (file))
    return g_file_get_child (parent, name);

  /* The portal has one folder for each file, and always the same. */
  folder = volets_previous_version_get_folder ();
  number = g_file_get_basename (parent);
  numbered = g_strconcat (number, "-", name, NULL);
  return g_file_new_build_filename (folder, numbered, NULL);
}

/**
 * volets_previous_version_keep_elsewhere:
 * @file: a file that is about to be replaced, whose previous version cannot be beside it
 *
 * Copies it, replacing what was kept before. The user saves what is new: that this cannot be done
 * does not stop it.
 */
void
volets_previous_version_keep_elsewhere (GFile *file)
{
  g_autofree char *folder = volets_previous_version_get_folder ();
  g_autoptr (GFile) previous = volets_previous_version_get_file (file);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_copy (file, previous, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_message ("%s", error->message);
}
