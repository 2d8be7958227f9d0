/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-command.h"

#include "cli/cli-input.h"
#include "cli/cli-json.h"
#include "cli/cli-output.h"
#include "engine/field.h"
#include "engine/limit-words.h"
#include "engine/money.h"

#define AMOUNT_COLUMN 58

/* A label at @indent, and an amount that ends in the same column on every line. */
static void
print_amount (guint       indent,
              const char *label,
              gint64      amount)
{
  g_autofree char *text = volets_money_format (amount);
  glong width = (glong) indent + g_utf8_strlen (label, -1) + g_utf8_strlen (text, -1);

  volets_cli_print ("%*s%s%*s%s\n", (int) indent, "", label,
                    (int) MAX (2, AMOUNT_COLUMN - width), "", text);
}

static void
print_limits (const GArray *limits,
              gboolean      on_subsidy,
              gboolean      is_floor)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (limits, VoletsLimitResult, i);
      g_autofree char *name = volets_limit_name (limit->rule, is_floor);
      g_autofree char *detail = volets_limit_describe (limit);

      if (limit->rule->on_subsidy != on_subsidy)
        continue;
      volets_cli_print ("    %s : %s\n", name, detail);
      if (limit->cut > 0)
        print_amount (6, is_floor ? "pas atteint" : "dépassé", -limit->cut);
    }
}

static void
print_unit (const VoletsUnitResult *unit)
{
  g_autofree char *sentence = volets_unit_result_explain (unit);

  if (unit->name != NULL && *unit->name != '\0')
    volets_cli_print ("  %s\n", unit->name);
  print_amount (4, "dépense éligible", unit->eligible);
  print_limits (unit->ceilings, FALSE, FALSE);
  print_amount (4, "dépense retenue", unit->retained);
  for (guint i = 0; i < unit->brackets->len; i++)
    {
      const VoletsBracketResult *bracket =
        &g_array_index (unit->brackets, VoletsBracketResult, i);
      g_autofree char *rate = volets_rate_format (bracket->rule->rate);
      g_autofree char *base = volets_money_format (bracket->base);
      g_autofree char *label = g_strdup_printf ("%s de %s", rate, base);

      print_amount (4, label, bracket->amount);
    }
  print_limits (unit->ceilings, TRUE, FALSE);
  print_limits (unit->floors, FALSE, TRUE);
  print_limits (unit->floors, TRUE, TRUE);
  print_amount (4, "subvention", unit->amount);
  volets_cli_print ("    %s\n", sentence);
}

static void
print_volet (const VoletsVoletResult *volet)
{
  volets_cli_print ("%s\n", volet->rule->title);
  print_amount (2, "déclaré", volet->declared);
  if (volet->rule->brackets->len == 0)
    {
      g_autofree char *sentence = volets_volet_result_explain (volet);

      volets_cli_print ("  %s\n", sentence);
      return;
    }

  for (guint i = 0; i < volet->units->len; i++)
    print_unit (g_ptr_array_index (volet->units, i));
  print_limits (volet->ceilings, FALSE, FALSE);
  print_limits (volet->ceilings, TRUE, FALSE);
  print_amount (2, "subvention du volet", volet->amount);
}

static VoletsCliStatus
compute (const VoletsCliInput   *input,
         const VoletsCliOptions *options)
{
  const VoletsSubsidy *subsidy = input->subsidy;
  g_autofree char *amount = NULL;

  if (subsidy == NULL)
    {
      volets_cli_refuse (input->name, "les montants sont trop grands pour être calculés ; vérifiez "
                                      "les quantités et les prix");
      return VOLETS_CLI_FAULTY;
    }
  if (options->json)
    {
      g_autofree char *json = volets_cli_write_json (input->name, subsidy);

      volets_cli_print ("%s\n", json);
      return VOLETS_CLI_FINE;
    }

  amount = volets_money_format (subsidy->amount);
  volets_cli_print ("%s : subvention de %s\n", input->name, amount);
  for (guint i = 0; i < subsidy->volets->len; i++)
    print_volet (g_ptr_array_index (subsidy->volets, i));
  volets_cli_print ("Ensemble (%s)\n", subsidy->call->tax_included ? "TTC" : "HT");
  print_amount (2, "dépenses", subsidy->declared);
  print_amount (2, "subvention de l’État", subsidy->amount);
  if (subsidy->public_funders > 0)
    print_amount (2, "autres financeurs publics", subsidy->public_funders);
  if (subsidy->private_funders > 0)
    print_amount (2, "financeurs privés", subsidy->private_funders);
  print_amount (2, "reste au demandeur", subsidy->own_share);

  return VOLETS_CLI_FINE;
}

/**
 * volets_cli_compute:
 * @options: the command line
 *
 * Prints the subsidy of each file, with every line of the computation, or all of it as one JSON
 * object a line.
 */
VoletsCliStatus
volets_cli_compute (const VoletsCliOptions *options)
{
  return volets_cli_for_each_dossier (options, compute);
}
