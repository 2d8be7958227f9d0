/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-command.h"

#include "cli/cli-input.h"
#include "cli/cli-output.h"
#include "documents/attachment-inspection.h"
#include "documents/attachment-verdict.h"
#include "engine/french.h"
#include "engine/review.h"

static void
print_finding (const char          *name,
               const VoletsFinding *finding)
{
  g_autofree char *path = volets_finding_get_path (finding);

  volets_cli_print ("%s : %s : %s : %s", name, volets_severity_get_label (finding->severity), path,
                    finding->message);
  if (finding->source != NULL)
    volets_cli_print (" [%s]", finding->source->title);
  volets_cli_print ("\n");
}

static VoletsCliStatus
check (const VoletsCliInput   *input,
       const VoletsCliOptions *options)
{
  g_autoptr (GFile) place = g_file_new_for_commandline_arg (input->name);
  g_autoptr (GPtrArray) findings = volets_review (input->call, input->dossier, input->subsidy,
                                                  options->date);
  g_autofree char *errors = NULL, *warnings = NULL, *informations = NULL;
  guint n_errors, n_warnings;

  volets_review_join (findings, volets_attachments_review (input->dossier, place));
  volets_review_join (findings, volets_attachments_inspect (input->call, input->dossier, place,
                                                            NULL));
  n_errors = volets_review_count (findings, VOLETS_SEVERITY_ERROR);
  n_warnings = volets_review_count (findings, VOLETS_SEVERITY_WARNING);
  errors = volets_french_count (n_errors, "erreur", "erreurs");
  warnings = volets_french_count (n_warnings, "avertissement", "avertissements");
  informations = volets_french_count (findings->len - n_errors - n_warnings, "information",
                                      "informations");

  for (guint i = 0; i < findings->len; i++)
    print_finding (input->name, g_ptr_array_index (findings, i));
  volets_cli_print ("%s : %s, %s, %s\n", input->name, errors, warnings, informations);

  return n_errors > 0 ? VOLETS_CLI_FAULTY : VOLETS_CLI_FINE;
}

/**
 * volets_cli_check:
 * @options: the command line
 *
 * Prints every finding of each file and of those attached to it, one a line, then how many there
 * are.
 */
VoletsCliStatus
volets_cli_check (const VoletsCliOptions *options)
{
  return volets_cli_for_each_dossier (options, check);
}
