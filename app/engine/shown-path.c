/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/shown-path.h"

#include <limits.h>
#include <sys/xattr.h>

/* The document portal says here where a file is outside the sandbox. */
#define HOST_PATH "user.document-portal.host-path"

static char *
read_host_path (const char *path)
{
  char host_path[PATH_MAX];
  ssize_t length = getxattr (path, HOST_PATH, host_path, sizeof host_path - 1);

  if (length <= 0)
    return NULL;

  host_path[length] = '\0';
  return g_path_is_absolute (host_path) ? g_filename_display_name (host_path) : NULL;
}

/**
 * volets_shown_path_is_in_portal:
 * @path: where a file or a folder is, in the encoding of file names
 *
 * Returns: whether that is in a folder of the document portal, where a sandbox finds what the user
 *   chose, and nothing else can be left
 */
gboolean
volets_shown_path_is_in_portal (const char *path)
{
  g_autofree char *ours = g_build_filename (g_get_user_runtime_dir (), "doc", "*", NULL);

  g_return_val_if_fail (path != NULL, FALSE);

  return g_pattern_match_simple (ours, path)
         || g_pattern_match_simple ("/run/user/*/doc/*", path)
         || g_pattern_match_simple ("/run/flatpak/doc/*", path);
}

/**
 * volets_shown_path_write:
 * @path: where a file or a folder is, in the encoding of file names; it may not be there
 *
 * In a sandbox, what the user chose is in a folder of the document portal, which has a number for
 * a name: it means nothing to anybody.
 *
 * Returns: (transfer full): where people know it to be, in UTF-8; its name alone where the portal
 *   does not tell
 */
char *
volets_shown_path_write (const char *path)
{
  char *host_path;

  g_return_val_if_fail (path != NULL, NULL);

  if (!volets_shown_path_is_in_portal (path))
    return g_filename_display_name (path);

  host_path = read_host_path (path);

  return host_path != NULL ? host_path : g_filename_display_basename (path);
}
