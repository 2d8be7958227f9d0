/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-input.h"

#include <string.h>

#include "cli/cli-output.h"
#include "documents/hybrid.h"
#include "engine/call-reader.h"
#include "engine/dossier-file.h"
#include "engine/storage.h"
#include "engine/xml.h"

/* What to write on the command line, after what the engine says. */
static void
add_hint (GError     **error,
          const char  *hint)
{
  g_autoptr (GError) reason = g_steal_pointer (error);

  g_set_error (error, reason->domain, reason->code, "%s ; %s", reason->message, hint);
}

/**
 * volets_cli_load_call:
 * @path: the path of a call file
 * @error: a sentence without the name of the file
 *
 * Returns: (transfer full) (nullable): the call
 */
VoletsCall *
volets_cli_load_call (const char  *path,
                      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = volets_storage_read (file, VOLETS_XML_MAX_SIZE, NULL, &local_error);
  VoletsCall *call = bytes != NULL ? volets_call_read (bytes, &local_error) : NULL;

  if (g_error_matches (local_error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_OTHER_KIND))
    add_hint (&local_error, "un dossier se donne sans l’option --call");
  if (call == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return call;
}

static VoletsCall *
find_call (VoletsDossier  *dossier,
           GFile          *file,
           GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  VoletsCall *call = volets_dossier_find_call (dossier, file, &local_error);

  if (call == NULL)
    {
      add_hint (&local_error, "donnez le fichier de l’appel avec l’option --call");
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return call;
}

static gboolean
check_call (VoletsDossier  *dossier,
            VoletsCall     *call,
            GError        **error)
{
  const char *id = volets_dossier_get_call_id (dossier);

  if (id == NULL || g_str_equal (id, call->id))
    return TRUE;

  g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
               "le dossier répond à l’appel « %s », et l’option --call donne « %s »", id, call->id);
  return FALSE;
}

static VoletsCliStatus
work_through (const char             *path,
              VoletsCall             *given_call,
              const VoletsCliOptions *options,
              VoletsCliWork           work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (VoletsDossier) dossier = volets_hybrid_load (file, NULL, NULL, &error);
  g_autoptr (VoletsCall) call = NULL;
  g_autoptr (VoletsSubsidy) subsidy = NULL;

  if (dossier != NULL && given_call == NULL)
    call = find_call (dossier, file, &error);
  else if (dossier != NULL && check_call (dossier, given_call, &error))
    call = volets_call_ref (given_call);
  if (call == NULL)
    {
      if (g_error_matches (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_OTHER_KIND))
        add_hint (&error, "un appel se donne avec l’option --call");
      volets_cli_refuse (path, error->message);
      return VOLETS_CLI_UNUSABLE;
    }

  volets_dossier_set_call_id (dossier, call->id);
  subsidy = volets_subsidy_compute (call, dossier, NULL);
  {
    VoletsCliInput input = {
      .name = path, .dossier = dossier, .call = call, .subsidy = subsidy,
    };

    return work (&input, options);
  }
}

/**
 * volets_cli_for_each_dossier:
 * @options: the command line, with the files
 * @work: what to do with each file that can be read
 *
 * A file that cannot is refused with a sentence, and the others go on.
 *
 * Returns: the worst that happened
 */
VoletsCliStatus
volets_cli_for_each_dossier (const VoletsCliOptions *options,
                             VoletsCliWork           work)
{
  g_autoptr (VoletsCall) call = NULL;
  VoletsCliStatus worst = VOLETS_CLI_FINE;

  if (options->call != NULL)
    {
      g_autoptr (GError) error = NULL;

      call = volets_cli_load_call (options->call, &error);
      if (call == NULL)
        {
          volets_cli_refuse (options->call, error->message);
          return VOLETS_CLI_UNUSABLE;
        }
    }

  for (guint i = 0; options->files[i] != NULL; i++)
    {
      VoletsCliStatus status = work_through (options->files[i], call, options, work);

      worst = MAX (worst, status);
    }

  return worst;
}

/**
 * volets_cli_get_stem:
 * @input: a dossier
 *
 * Returns: (transfer full) (type filename): what it is called: « vaison » for
 *   « dossiers/vaison.volets »
 */
char *
volets_cli_get_stem (const VoletsCliInput *input)
{
  char *stem = g_path_get_basename (input->name);
  char *extension = strrchr (stem, '.');

  if (extension != NULL && extension != stem)
    *extension = '\0';

  return stem;
}

/**
 * volets_cli_refuse_amounts:
 * @input: a dossier of which nothing could be computed
 *
 * Says so.
 */
void
volets_cli_refuse_amounts (const VoletsCliInput *input)
{
  volets_cli_refuse (input->name, "les montants sont trop grands pour être calculés ; rien n’est "
                                  "écrit");
}
