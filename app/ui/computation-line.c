/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/computation-line.h"

#include <glib/gi18n.h>

#include "engine/field.h"
#include "engine/french.h"
#include "engine/limit-words.h"
#include "engine/money.h"

void
volets_computation_line_free (VoletsComputationLine *self)
{
  g_free (self->what);
  g_free (self->how);
  g_free (self->amount);
  g_free (self->source);
  g_free (self->note);
  g_free (self->hint);
  g_free (self);
}

static GPtrArray *
create_lines (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) volets_computation_line_free);
}

/* @amount is %NULL for a step that changes nothing. */
static VoletsComputationLine *
add_line (GPtrArray              *lines,
          const char             *what,
          const char             *how,
          const gint64           *amount,
          const VoletsProvenance *provenance)
{
  VoletsComputationLine *line = g_new0 (VoletsComputationLine, 1);

  line->what = volets_french_typeset (what);
  line->how = how != NULL ? volets_french_typeset (how) : NULL;
  line->amount = amount != NULL ? volets_money_format (*amount) : NULL;
  if (provenance != NULL && provenance->source != NULL)
    {
      gboolean is_official = provenance->certainty == VOLETS_CERTAINTY_OFFICIAL;
      char **note = is_official ? &line->note : &line->hint;
      const char *certainty = volets_certainty_get_label (provenance->certainty);
      g_autofree char *source = g_strdup_printf ("%s" VOLETS_NBSP "· %s", certainty,
                                                 provenance->source->title);

      line->source = volets_french_typeset (source);
      *note = provenance->note != NULL ? volets_french_typeset (provenance->note) : NULL;
      line->is_assumed = provenance->certainty == VOLETS_CERTAINTY_ASSUMED;
    }
  g_ptr_array_add (lines, line);

  return line;
}

static void
add_limits (GPtrArray    *lines,
            const GArray *limits,
            gboolean      on_subsidy,
            gboolean      is_floor)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (limits, VoletsLimitResult, i);
      gboolean cuts = limit->cut > 0;
      gint64 change = -limit->cut;
      g_autofree char *name = volets_limit_name (limit->rule, is_floor);
      g_autofree char *what = volets_french_capitalise (name);
      g_autofree char *detail = volets_limit_describe (limit);
      g_autofree char *how = NULL;

      if (limit->rule->on_subsidy != on_subsidy)
        continue;
      if (cuts && is_floor)
        how = g_strdup_printf (_("%s: not reached, nothing is paid"), detail);
      else if (cuts)
        how = g_strdup_printf (_("%s: exceeded"), detail);
      add_line (lines, what, cuts ? how : detail, cuts ? &change : NULL,
                &limit->rule->provenance);
    }
}

static char *
write_range (const VoletsVolet         *volet,
             const VoletsBracketResult *bracket)
{
  g_autofree char *from = volets_money_format (bracket->from);
  g_autofree char *end = bracket->rule->up_to != VOLETS_UNSET
                           ? volets_money_format (bracket->rule->up_to) : NULL;

  if (end == NULL && bracket->from == 0)
    return g_strdup (_("All the expense retained"));
  if (end == NULL)
    return g_strdup_printf (_("Beyond %s"), from);
  if (bracket->from > 0)
    return g_strdup_printf (_("Bracket from %s to %s"), from, end);

  return volet->whole ? g_strdup_printf (_("Below %s"), end)
                      : g_strdup_printf (_("Up to %s"), end);
}

static void
add_brackets (GPtrArray              *lines,
              const VoletsVolet      *volet,
              const VoletsUnitResult *unit)
{
  for (guint i = 0; i < unit->brackets->len; i++)
    {
      const VoletsBracketResult *bracket =
        &g_array_index (unit->brackets, VoletsBracketResult, i);
      g_autofree char *rate = volets_rate_format (bracket->rule->rate);
      g_autofree char *base = volets_money_format (bracket->base);
      g_autofree char *what = write_range (volet, bracket);
      /* Translators: a rate, and the expense that it is applied to. */
      g_autofree char *how = g_strdup_printf (_("%s of %s"), rate, base);

      add_line (lines, what, how, &bracket->amount, &bracket->rule->provenance);
    }
}

/**
 * volets_computation_tell_unit:
 * @subsidy: what was computed
 * @volet: one of its volets
 * @unit: a unit of @volet
 *
 * Returns: (transfer full) (element-type VoletsComputationLine): how the amount of @unit comes
 *   about, from its expense to its subsidy
 */
GPtrArray *
volets_computation_tell_unit (const VoletsSubsidy     *subsidy,
                              const VoletsVoletResult *volet,
                              const VoletsUnitResult  *unit)
{
  const VoletsCall *call = subsidy->call;
  gboolean is_only = volet->units->len == 1;
  GPtrArray *lines = create_lines ();
  g_autofree char *classes = volets_french_count (unit->n_classes, "classe", "classes");
  g_autofree char *pupils = volets_french_count (unit->n_pupils, "élève", "élèves");
  g_autofree char *who = g_strdup_printf ("%s, %s", classes, pupils);

  add_line (lines, call->tax_included ? _("Eligible expense, including tax")
                                      : _("Eligible expense, excluding tax"),
            who, &unit->eligible, &call->base_provenance);
  if (!is_only && unit->shared > 0)
    add_line (lines, _("Including its part of the expense for the whole project"), NULL,
              &unit->shared, &volet->rule->level_provenance);
  add_limits (lines, unit->ceilings, FALSE, FALSE);
  add_line (lines, _("Expense retained"), NULL, &unit->retained, NULL)->is_total = TRUE;
  add_brackets (lines, volet->rule, unit);
  add_limits (lines, unit->ceilings, TRUE, FALSE);
  add_limits (lines, unit->floors, FALSE, TRUE);
  add_limits (lines, unit->floors, TRUE, TRUE);
  if (!is_only)
    add_line (lines, _("Subsidy"), NULL, &unit->amount, &volet->rule->level_provenance)
      ->is_total = TRUE;

  return lines;
}

/**
 * volets_computation_tell_volet:
 * @subsidy: what was computed
 * @volet: one of its volets
 *
 * Returns: (transfer full) (element-type VoletsComputationLine): what comes after its units: the
 *   ceilings wider than a unit, and the amount
 */
GPtrArray *
volets_computation_tell_volet (const VoletsSubsidy     *subsidy,
                               const VoletsVoletResult *volet)
{
  GPtrArray *lines = create_lines ();

  add_limits (lines, volet->ceilings, FALSE, FALSE);
  add_limits (lines, volet->ceilings, TRUE, FALSE);
  add_line (lines, _("Subsidy of the volet"), NULL, &volet->amount, &subsidy->call->rounding)
    ->is_total = TRUE;

  return lines;
}

static void
add_note (GPtrArray              *lines,
          const char             *what,
          const VoletsProvenance *provenance)
{
  if (provenance->note == NULL || provenance->certainty == VOLETS_CERTAINTY_OFFICIAL)
    return;

  g_clear_pointer (&add_line (lines, what, provenance->note, NULL, provenance)->hint, g_free);
}

/**
 * volets_computation_tell_notes:
 * @subsidy: what was computed
 *
 * Returns: (transfer full) (element-type VoletsComputationLine): what the computation takes for
 *   granted although no official text says it outright
 */
GPtrArray *
volets_computation_tell_notes (const VoletsSubsidy *subsidy)
{
  const VoletsCall *call = subsidy->call;
  GPtrArray *lines = create_lines ();

  add_note (lines, _("Tax"), &call->base_provenance);
  add_note (lines, _("Rounding"), &call->rounding);
  for (guint i = 0; i < call->perimeter->len; i++)
    add_note (lines, _("Schools that count"), g_ptr_array_index (call->perimeter, i));
  for (guint i = 0; i < call->volets->len; i++)
    {
      const VoletsVolet *volet = g_ptr_array_index (call->volets, i);
      const GPtrArray *limits[] = { volet->ceilings, volet->floors };

      add_note (lines, volet->title, &volet->level_provenance);
      add_note (lines, volet->title, &volet->scale_provenance);
      for (guint j = 0; j < G_N_ELEMENTS (limits); j++)
        {
          for (guint k = 0; k < limits[j]->len; k++)
            add_note (lines, volet->title,
                      &((const VoletsLimit *) g_ptr_array_index (limits[j], k))->provenance);
        }
    }

  return lines;
}

/**
 * volets_computation_name_unit:
 * @unit: a school, a commune, or the whole project
 *
 * Returns: (transfer full): what it is called
 */
char *
volets_computation_name_unit (const VoletsUnitResult *unit)
{
  return unit->name != NULL && *unit->name != '\0' ? volets_french_typeset (unit->name)
                                                   : g_strdup (_("The whole project"));
}
