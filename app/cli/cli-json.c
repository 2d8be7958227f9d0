/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-json.h"

#include <json-glib/json-glib.h>

#include "engine/field.h"
#include "engine/money.h"

/* Amounts and rates are strings: a JSON number is floating point to most who read it. */

static void
add_amount (JsonBuilder *builder,
            const char  *name,
            gint64       amount)
{
  g_autofree char *text = volets_money_format_plain (amount);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_rate (JsonBuilder *builder,
          const char  *name,
          gint64       rate)
{
  g_autofree char *text = volets_rate_format_plain (rate);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           gint64       count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_limits (JsonBuilder  *builder,
            const char   *name,
            const GArray *limits)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (limits, VoletsLimitResult, i);

      json_builder_begin_object (builder);
      add_amount (builder, "montant", limit->rule->amount);
      add_text (builder, "sur", limit->rule->on_subsidy ? "subvention" : "depense");
      add_count (builder, "nombre", limit->count);
      add_amount (builder, "limite", limit->limit);
      add_amount (builder, "valeur", limit->value);
      add_amount (builder, "ecrete", limit->cut);
      add_amount (builder, "marge", limit->headroom);
      json_builder_set_member_name (builder, "determinant");
      json_builder_add_boolean_value (builder, limit->binding);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_unit (JsonBuilder            *builder,
          const VoletsUnitResult *unit)
{
  json_builder_begin_object (builder);
  add_text (builder, "cle", unit->key);
  add_text (builder, "nom", unit->name);
  add_count (builder, "classes", unit->n_classes);
  add_count (builder, "eleves", unit->n_pupils);
  add_amount (builder, "part_commune", unit->shared);
  add_amount (builder, "eligible", unit->eligible);
  add_limits (builder, "plafonds", unit->ceilings);
  add_amount (builder, "retenu", unit->retained);
  json_builder_set_member_name (builder, "tranches");
  json_builder_begin_array (builder);
  for (guint i = 0; i < unit->brackets->len; i++)
    {
      const VoletsBracketResult *bracket =
        &g_array_index (unit->brackets, VoletsBracketResult, i);

      json_builder_begin_object (builder);
      add_rate (builder, "taux", bracket->rule->rate);
      add_amount (builder, "base", bracket->base);
      add_amount (builder, "montant", bracket->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_limits (builder, "planchers", unit->floors);
  add_amount (builder, "subvention", unit->amount);
  add_amount (builder, "euro_suivant", unit->next_euro);
  json_builder_end_object (builder);
}

static void
add_volet (JsonBuilder             *builder,
           const VoletsVoletResult *volet)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", volet->rule->id);
  add_text (builder, "titre", volet->rule->title);
  add_amount (builder, "declare", volet->declared);
  add_amount (builder, "eligible", volet->eligible);
  add_amount (builder, "retenu", volet->retained);
  add_amount (builder, "subvention", volet->amount);
  if (volet->headroom != VOLETS_UNSET)
    add_amount (builder, "marge", volet->headroom);
  add_amount (builder, "euro_suivant", volet->next_euro);
  json_builder_set_member_name (builder, "calculs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < volet->units->len; i++)
    add_unit (builder, g_ptr_array_index (volet->units, i));
  json_builder_end_array (builder);
  add_limits (builder, "plafonds", volet->ceilings);
  json_builder_end_object (builder);
}

/**
 * volets_cli_write_json:
 * @name: the file, as it was typed
 * @subsidy: what was computed of it
 *
 * Returns: (transfer full): the whole computation as a JSON object on one line
 */
char *
volets_cli_write_json (const char          *name,
                       const VoletsSubsidy *subsidy)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *valid_name = g_filename_display_name (name);

  json_builder_begin_object (builder);
  add_text (builder, "fichier", valid_name);
  add_text (builder, "appel", subsidy->call->id);
  add_count (builder, "version", subsidy->call->version);
  add_text (builder, "assiette", subsidy->call->tax_included ? "ttc" : "ht");
  add_count (builder, "communes", subsidy->n_communes);
  add_count (builder, "ecoles", subsidy->n_schools);
  add_count (builder, "classes", subsidy->n_classes);
  add_count (builder, "eleves", subsidy->n_pupils);
  json_builder_set_member_name (builder, "volets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < subsidy->volets->len; i++)
    add_volet (builder, g_ptr_array_index (subsidy->volets, i));
  json_builder_end_array (builder);
  add_amount (builder, "total_ht", subsidy->declared_amounts.excluding_tax);
  add_amount (builder, "total_tva", subsidy->declared_amounts.tax);
  add_amount (builder, "total_ttc", subsidy->declared_amounts.including_tax);
  add_amount (builder, "declare", subsidy->declared);
  add_amount (builder, "eligible", subsidy->eligible);
  add_amount (builder, "retenu", subsidy->retained);
  add_amount (builder, "subvention", subsidy->amount);
  add_rate (builder, "taux_effectif", subsidy->effective_rate);
  add_amount (builder, "reste", subsidy->remainder);
  add_amount (builder, "autres_publics", subsidy->public_funders);
  add_amount (builder, "prives", subsidy->private_funders);
  add_amount (builder, "part_demandeur", subsidy->own_share);
  add_rate (builder, "part_demandeur_taux", subsidy->own_share_rate);
  add_amount (builder, "part_minimale", subsidy->own_share_needed);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
