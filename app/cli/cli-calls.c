/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-command.h"

#include "cli/cli-input.h"
#include "cli/cli-output.h"
#include "engine/call-store.h"
#include "engine/french.h"
#include "engine/own-calls.h"
#include "engine/platform.h"
#include "engine/rule.h"

static void
print_rule (const VoletsRule *rule)
{
  volets_cli_print ("    %s", rule->statement);
  if (rule->source != NULL)
    volets_cli_print (" [%s, %s]", rule->source->title,
                      volets_certainty_get_label (rule->certainty));
  volets_cli_print ("\n");
  if (rule->note != NULL)
    volets_cli_print ("      %s\n", rule->note);
}

/* Where the fields of the form are known. */
static void
print_procedure (const VoletsPlatform *platform)
{
  g_autofree char *address = volets_platform_get_address (platform);
  g_autofree char *fields = NULL;

  if (address == NULL)
    return;

  fields = volets_french_count (platform->fields->len, "champ", "champs");
  volets_cli_print ("    démarche %s : %s ; le préremplissage s’envoie (POST) à %s\n",
                    platform->procedure, fields, address);
}

static void
print_call (const VoletsCall *call)
{
  volets_cli_print ("%s, version %u\n%s (%s, %u)\n%s\n%s\n", call->id, call->version, call->title,
                    call->acronym, call->year, call->authority, call->summary);
  for (guint topic = 0; topic < VOLETS_N_TOPICS; topic++)
    {
      g_autoptr (GPtrArray) rules = volets_rules_list (call, topic);

      if (rules->len > 0)
        volets_cli_print ("  %s\n", volets_topic_get_title (topic));
      for (guint i = 0; i < rules->len; i++)
        print_rule (g_ptr_array_index (rules, i));
    }
  if (call->platform != NULL)
    print_procedure (call->platform);
}

/* One that comes with the program, or one of the person's own. */
static VoletsCall *
find_call (const char  *id,
           GError     **error)
{
  VoletsCall *call = volets_call_store_find (id);

  return call != NULL ? call : volets_own_calls_find (id, NULL, error);
}

static VoletsCliStatus
list_calls (char **ids)
{
  VoletsCliStatus status = VOLETS_CLI_FINE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VoletsCall) call = find_call (ids[i], &error);

      if (call != NULL)
        {
          volets_cli_print ("%-16s %s (%u)\n", call->id, call->title, call->year);
        }
      else if (error != NULL)
        {
          volets_cli_refuse (ids[i], error->message);
          status = VOLETS_CLI_UNUSABLE;
        }
    }

  return status;
}

/**
 * volets_cli_calls:
 * @options: the command line
 *
 * Lists the calls that come with the program and those that the person opened in the window, or
 * shows every rule of one of them, or of a file.
 */
VoletsCliStatus
volets_cli_calls (const VoletsCliOptions *options)
{
  g_auto (GStrv) shipped = volets_call_store_list ();
  g_auto (GStrv) own = volets_own_calls_list ();
  g_autoptr (VoletsCall) call = NULL;
  g_autoptr (GError) error = NULL;

  if (options->files[0] != NULL)
    {
      volets_cli_refuse (options->files[0], "« volets calls » ne prend pas de fichier ; pour voir "
                                            "un appel, ajoutez --show APPEL ou --call FICHIER");
      return VOLETS_CLI_UNUSABLE;
    }
  if (options->call != NULL && options->show != NULL)
    {
      volets_cli_refuse ("volets calls", "--show et --call montrent chacun un appel ; n’en gardez "
                                         "qu’un");
      return VOLETS_CLI_UNUSABLE;
    }
  if (options->call == NULL && options->show == NULL)
    {
      VoletsCliStatus status = list_calls (shipped);
      VoletsCliStatus own_status = list_calls (own);

      return MAX (status, own_status);
    }

  if (options->call != NULL)
    call = volets_cli_load_call (options->call, &error);
  else
    call = find_call (options->show, &error);
  if (call == NULL)
    {
      volets_cli_refuse (options->call != NULL ? options->call : options->show,
                         error != NULL ? error->message
                                       : "aucun appel de ce nom ; « volets calls » en donne la "
                                         "liste");
      return VOLETS_CLI_UNUSABLE;
    }

  print_call (call);
  return VOLETS_CLI_FINE;
}
