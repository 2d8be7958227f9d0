/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-command.h"

#include "cli/cli-output.h"
#include "documents/hybrid.h"
#include "documents/pdf-reader.h"
#include "engine/dossier-xml.h"
#include "engine/storage.h"
#include "engine/xml.h"

/* @status: (out): what it is for the program that they are not what was written */
static char *
find_in_answers (GBytes           *bytes,
                 VoletsCliStatus  *status,
                 GError          **error)
{
  g_autofree char *stated = NULL;
  g_autofree char *found = NULL;
  g_autoptr (VoletsDossier) dossier = volets_dossier_read (bytes, &stated, error);

  if (dossier == NULL)
    return NULL;

  found = volets_dossier_get_fingerprint (dossier);
  if (stated == NULL || g_str_equal (stated, found))
    return g_steal_pointer (&found);

  *status = VOLETS_CLI_FAULTY;
  g_set_error_literal (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                       "le fichier a été modifié après que Volets l’a écrit : son empreinte n’est "
                       "plus celle de ses réponses");
  return NULL;
}

/* Some papers carry the answers, the others only their fingerprint. */
static char *
find_in_pdf (GBytes           *bytes,
             VoletsCliStatus  *status,
             GError          **error)
{
  g_autofree char *stated = volets_pdf_read_fingerprint (bytes, error);
  g_autofree char *found = NULL;
  g_autoptr (GBytes) answers = NULL;
  g_autoptr (GError) reason = NULL;

  if (stated == NULL)
    return NULL;

  answers = volets_hybrid_read_answers (bytes, &reason);
  if (g_error_matches (reason, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FILE))
    return g_steal_pointer (&stated);
  if (answers == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  found = find_in_answers (answers, status, error);
  if (found == NULL || g_str_equal (found, stated))
    return g_steal_pointer (&found);

  *status = VOLETS_CLI_FAULTY;
  g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
               "le PDF a été modifié après que Volets l’a écrit : son empreinte (%.16s) n’est pas "
               "celle du dossier qu’il porte (%.16s)", stated, found);
  return NULL;
}

/* Returns the fingerprint of the answers in a file, or %NULL once it has said what is wrong. */
static char *
find_fingerprint (const char      *path,
                  VoletsCliStatus *worst)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_storage_read (file, VOLETS_HYBRID_MAX_SIZE, NULL, &error);
  VoletsCliStatus status = VOLETS_CLI_UNUSABLE;
  char *found = NULL;

  if (bytes != NULL && volets_pdf_is_pdf (bytes))
    found = find_in_pdf (bytes, &status, &error);
  else if (bytes != NULL)
    found = find_in_answers (bytes, &status, &error);

  if (found == NULL)
    {
      volets_cli_refuse (path, error->message);
      *worst = MAX (*worst, status);
    }

  return found;
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
