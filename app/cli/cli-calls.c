/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-command.h"

#include "cli/cli-input.h"
#include "cli/cli-output.h"
#include "engine/call-store.h"
#include "engine/french.h"
#include "engine/limit-words.h"
#include "engine/money.h"
#include "engine/own-calls.h"
#include "engine/platform.h"

static void
print_rule (const char             *what,
            const VoletsProvenance *provenance)
{
  volets_cli_print ("    %s", what);
  if (provenance->source != NULL)
    volets_cli_print (" [%s, %s]", provenance->source->title,
                      volets_certainty_get_label (provenance->certainty));
  volets_cli_print ("\n");
  if (provenance->note != NULL)
    volets_cli_print ("      %s\n", provenance->note);
}

static void
print_limits (const GPtrArray *limits,
              gboolean         are_floors)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimit *limit = g_ptr_array_index (limits, i);
      g_autofree char *name = volets_limit_name (limit, are_floors);
      g_autofree char *amount = volets_money_format (limit->amount);
      g_autofree char *line = g_strdup_printf ("%s : %s", name, amount);

      print_rule (line, &limit->provenance);
    }
}

static void
print_volet (const VoletsVolet *volet)
{
  volets_cli_print ("  %s\n    %s\n", volet->title, volet->description);
  print_limits (volet->ceilings, FALSE);
  for (guint i = 0; i < volet->brackets->len; i++)
    {
      const VoletsBracket *bracket = g_ptr_array_index (volet->brackets, i);
      g_autofree char *rate = volets_rate_format (bracket->rate);
      g_autofree char *end =
        bracket->up_to != VOLETS_UNSET ? volets_money_format (bracket->up_to) : NULL;
      g_autofree char *line =
        end != NULL ? g_strdup_printf ("%s jusqu’à %s", rate, end) : g_strdup (rate);

      print_rule (line, &bracket->provenance);
    }
  if (volet->brackets->len > 0)
    print_rule (volet->whole ? "le taux atteint vaut pour toute la dépense"
                             : "chaque tranche a son taux", &volet->scale_provenance);
  print_limits (volet->floors, TRUE);
}

static void
print_dates (const VoletsCall *call)
{
  for (guint i = 0; i < call->dates->len; i++)
    {
      const VoletsCallDate *date = g_ptr_array_index (call->dates, i);
      g_autofree char *day = volets_french_date (date->day);
      g_autofree char *line = g_strdup_printf ("%s %s : %s",
                                               date->closing ? "clôture" : "ouverture",
                                               date->final ? "définitive" : "annoncée", day);

      print_rule (line, &date->provenance);
    }
}

static void
print_platform (const VoletsPlatform *platform)
{
  g_autofree char *address = volets_platform_get_address (platform);

  volets_cli_print ("  Plateforme de dépôt\n");
  print_rule (platform->name, &platform->provenance);
  if (platform->max_file_size != VOLETS_UNSET)
    {
      g_autofree char *size = volets_french_count (platform->max_file_size, "octet", "octets");
      g_autofree char *line = g_strdup_printf ("un fichier : %s au plus", size);

      print_rule (line, &platform->files_provenance);
    }
  if (address != NULL)
    {
      g_autofree char *fields = volets_french_count (platform->fields->len, "champ", "champs");

      volets_cli_print ("    démarche %s : %s ; le préremplissage s’envoie (POST) à %s\n",
                        platform->procedure, fields, address);
    }
}

static void
print_call (const VoletsCall *call)
{
  volets_cli_print ("%s, version %u\n%s (%s, %u)\n%s\n%s\n", call->id, call->version, call->title,
                    call->acronym, call->year, call->authority, call->summary);
  volets_cli_print ("  Calendrier et assiette\n");
  print_dates (call);
  print_rule (call->tax_included ? "dépenses comptées TTC" : "dépenses comptées HT",
              &call->base_provenance);
  if (call->min_own_share != VOLETS_UNSET)
    {
      g_autofree char *rate = volets_rate_format (call->min_own_share);
      g_autofree char *line = g_strdup_printf ("part minimale du demandeur : %s", rate);

      print_rule (line, &call->own_share_provenance);
    }
  for (guint i = 0; i < call->volets->len; i++)
    print_volet (g_ptr_array_index (call->volets, i));
  if (call->platform != NULL)
    print_platform (call->platform);
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
