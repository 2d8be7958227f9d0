/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "documents/guide.h"

/* Run while Volets is built: write-guide FOLDER FILE. */

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) guide = NULL;
  const char *data;
  gsize size;

  setlocale (LC_ALL, "");
  if (argc != 3)
    {
      g_printerr ("Usage : write-guide DOSSIER FICHIER\n");
      return 2;
    }

  guide = volets_guide_make (argv[1], &error);
  if (guide != NULL)
    {
      data = g_bytes_get_data (guide, &size);
      if (g_file_set_contents (argv[2], data, (gssize) size, &error))
        return 0;
    }

  g_printerr ("%s\n", error->message);
  return 1;
}
