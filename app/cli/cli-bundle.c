/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-bundle.h"

#include "cli/cli-output.h"
#include "documents/filing-bundle.h"

/**
 * volets_cli_bundle:
 * @input: a dossier
 * @options: the command line, with a folder that exists
 *
 * Makes one folder of all that is filed, and prints where it is, and what misses in it.
 */
VoletsCliStatus
volets_cli_bundle (const VoletsCliInput   *input,
                   const VoletsCliOptions *options)
{
  g_autofree char *stem = volets_cli_get_stem (input);
  g_autoptr (GFile) place = g_file_new_for_commandline_arg (input->name);
  g_autoptr (GFile) parent = g_file_new_for_commandline_arg (options->output_dir);
  const VoletsBundleOrder order = {
    .dossier = input->dossier, .subsidy = input->subsidy, .date = options->date, .place = place,
    .stem = stem, .parent = parent, .overwrite = options->force,
  };
  g_autoptr (VoletsFilingBundle) bundle = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *display_path = NULL;
  g_autoptr (GError) error = NULL;

  if (input->subsidy == NULL)
    {
      volets_cli_refuse_amounts (input);
      return VOLETS_CLI_FAULTY;
    }

  folder = volets_filing_bundle_get_folder (&order);
  path = g_file_get_path (folder);
  bundle = volets_filing_bundle_make (&order, NULL, NULL, NULL, &error);
  if (g_error_matches (error, VOLETS_BUNDLE_ERROR, VOLETS_BUNDLE_ERROR_REFUSED))
    {
      g_autofree char *message = g_strconcat (error->message, ", que « volets check » montre",
                                              NULL);

      volets_cli_refuse (input->name, message);
      return VOLETS_CLI_FAULTY;
    }
  if (bundle == NULL)
    {
      volets_cli_refuse_place (path, error);
      return VOLETS_CLI_UNUSABLE;
    }

  display_path = g_filename_display_name (path);
  volets_cli_print ("%s : %s, %u fichiers\n", input->name, display_path, bundle->n_files);
  for (guint i = 0; bundle->missing[i] != NULL; i++)
    volets_cli_refuse (input->name, bundle->missing[i]);

  return VOLETS_CLI_FINE;
}
