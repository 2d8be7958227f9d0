/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/recent-files.h"

#define APPLICATION "Volets"
#define MIME_TYPE "application/vnd.volets.dossier+xml"

/**
 * volets_recent_files_add:
 * @file: a file that was just opened or saved
 * @title: what its dossier is called
 */
void
volets_recent_files_add (GFile      *file,
                         const char *title)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .display_name = (char *) title,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) APPLICATION,
    .app_exec = (char *) "volets %f",
  };

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo *const *) a;
  GtkRecentInfo *second = *(GtkRecentInfo *const *) b;

  return g_date_time_compare (gtk_recent_info_get_modified (second),
                              gtk_recent_info_get_modified (first));
}

/**
 * volets_recent_files_list:
 * @max: how many at most
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): the dossiers opened last that are still
 *   there, the latest first
 */
GPtrArray *
volets_recent_files_list (guint max)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *item = items; item != NULL; item = item->next)
    {
      if (gtk_recent_info_has_application (item->data, APPLICATION)
          && gtk_recent_info_is_local (item->data) && gtk_recent_info_exists (item->data))
        g_ptr_array_add (files, item->data);
      else
        gtk_recent_info_unref (item->data);
    }
  g_list_free (items);

  g_ptr_array_sort (files, compare_ages);
  if (files->len > max)
    g_ptr_array_set_size (files, (int) max);

  return files;
}
