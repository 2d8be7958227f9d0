/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-command.h"

#include <string.h>

#include "cli/cli-output.h"
#include "documents/pdf.h"
#include "engine/dossier-xml.h"
#include "engine/storage.h"

/* What the filing platform takes at most, and so the largest file there is to compare. */
#define MAX_SIZE (200 * 1024 * 1024)

static gboolean
is_pdf (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 5 && memcmp (data, "%PDF-", 5) == 0;
}

/* Returns the fingerprint of the answers in a file, or %NULL once it has said what is wrong. */
static char *
find_fingerprint (const char      *path,
                  VoletsCliStatus *status)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_storage_read (file, MAX_SIZE, NULL, &error);
  g_autofree char *stated = NULL;
  g_autofree char *found = NULL;

  if (bytes != NULL && is_pdf (bytes))
    {
      found = volets_pdf_read_fingerprint (bytes, &error);
    }
  else if (bytes != NULL)
    {
      g_autoptr (VoletsDossier) dossier = volets_dossier_read (bytes, &stated, &error);

      if (dossier != NULL)
        found = volets_dossier_get_fingerprint (dossier);
    }

  if (found == NULL)
    {
      volets_cli_refuse (path, error->message);
      *status = VOLETS_CLI_UNUSABLE;
      return NULL;
    }
  if (stated != NULL && !g_str_equal (stated, found))
    {
      volets_cli_refuse (path, "le fichier a été modifié après que Volets l’a écrit : son "
                               "empreinte n’est plus celle de ses réponses");
      *status = MAX (*status, VOLETS_CLI_FAULTY);
      return NULL;
    }

  return g_steal_pointer (&found);
}

/**
 * volets_cli_verify:
 * @options: the command line, with two files
 *
 * Tells whether two files, each a working file, a filing file or a PDF, hold the same answers.
 */
VoletsCliStatus
volets_cli_verify (const VoletsCliOptions *options)
{
  VoletsCliStatus status = VOLETS_CLI_FINE;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_strv_length (options->files) != 2)
    {
      volets_cli_refuse ("volets verify", "donnez deux fichiers à comparer");
      return VOLETS_CLI_UNUSABLE;
    }

  first = find_fingerprint (options->files[0], &status);
  second = find_fingerprint (options->files[1], &status);
  if (first == NULL || second == NULL)
    return status;

  if (g_str_equal (first, second))
    {
      volets_cli_print ("%s et %s portent les mêmes réponses (empreinte %.16s)\n",
                        options->files[0], options->files[1], first);
      return VOLETS_CLI_FINE;
    }

  volets_cli_print ("%s et %s ne portent pas les mêmes réponses (empreintes %.16s et %.16s)\n",
                    options->files[0], options->files[1], first, second);
  return VOLETS_CLI_FAULTY;
}
