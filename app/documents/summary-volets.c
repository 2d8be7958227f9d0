/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/summary-volets.h"

#include <string.h>

#include "documents/paper-words.h"
#include "documents/summary-charts.h"
#include "engine/limit-words.h"
#include "engine/money.h"

static void
add_row (VoletsSheetTable *table,
         gboolean          is_total,
         const char       *label,
         gint64            declared,
         gint64            eligible,
         gint64            retained,
         gint64            amount)
{
  g_autofree char *declared_text = volets_money_format (declared);
  g_autofree char *eligible_text = volets_money_format (eligible);
  g_autofree char *retained_text = volets_money_format (retained);
  g_autofree char *amount_text = volets_money_format (amount);
  const char *const cells[] = {
    label, declared_text, eligible_text, retained_text, amount_text, NULL,
  };

  if (is_total)
    volets_sheet_table_add_total (table, cells);
  else
    volets_sheet_table_add_row (table, cells);
}

static void
add_table (VoletsSheet         *sheet,
           const VoletsSubsidy *subsidy)
{
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();

  volets_sheet_table_add_column (table, "Volet", VOLETS_ALIGN_START, 1);
  volets_sheet_table_add_column (table, "Déclaré", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Éligible", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Retenu", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Subvention", VOLETS_ALIGN_END, 0);
  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);

      add_row (table, FALSE, volet->rule->title, volet->declared, volet->eligible,
               volet->retained, volet->amount);
    }
  add_row (table, TRUE, "Total", subsidy->declared, subsidy->eligible, subsidy->retained,
           subsidy->amount);
  volets_sheet_add_table (sheet, table);
}

/* « 3 000,00 € de dépense dépassent le plafond par classe… (15 classes × 3 500,00 € = …). » */
static char *
explain (const VoletsVoletResult *volet)
{
  const VoletsLimitResult *binding = volets_volet_result_get_binding (volet);
  g_autofree char *sentence = volets_volet_result_explain (volet);
  g_autofree char *limit = NULL;

  if (volet->rule->brackets->len > 0 && volet->declared == 0 && volet->headroom <= 0)
    return g_strdup ("Aucune dépense n’est saisie pour ce volet.");
  if (binding == NULL || volet->units->len > 1)
    return g_steal_pointer (&sentence);

  limit = volets_limit_describe (binding);
  if (g_str_has_suffix (sentence, "."))
    sentence[strlen (sentence) - 1] = '\0';
  return g_strdup_printf ("%s (%s).", sentence, limit);
}

/**
 * volets_summary_add_volets:
 * @sheet: the summary
 * @subsidy: what was computed
 *
 * Adds what each volet asks for, then volet by volet its expense against its ceiling.
 */
void
volets_summary_add_volets (VoletsSheet         *sheet,
                           const VoletsSubsidy *subsidy)
{
  volets_sheet_add_heading (sheet, 2, "Volet par volet");
  add_table (sheet, subsidy);
  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);
      g_autofree char *sentence = explain (volet);

      volets_sheet_add_heading (sheet, 3, volet->rule->title);
      volets_sheet_add_paragraph (sheet, sentence);
      if (volet->rule->brackets->len == 0)
        continue;
      volets_sheet_keep_with_next (sheet);
      volets_summary_add_ceiling_chart (sheet, subsidy, i);
    }
}
