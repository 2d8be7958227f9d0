/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/scale.h"

#include "engine/field.h"
#include "engine/money.h"

/**
 * volets_scale_apply:
 * @volet: a volet, for its scale
 * @expense: centimes, zero or more
 * @brackets: (nullable) (element-type VoletsBracketResult): where to add each bracket used
 * @amount: (out): the sum of the displayed brackets, in centimes
 * @error: VOLETS_MONEY_ERROR_OVERFLOW
 *
 * A marginal scale pays each slice of the expense at the rate of its bracket. A whole one pays
 * all of it at the rate of the bracket that the expense falls in, whose end is not part of it.
 */
gboolean
volets_scale_apply (const VoletsVolet  *volet,
                    gint64              expense,
                    GArray             *brackets,
                    gint64             *amount,
                    GError            **error)
{
  gint64 from = 0;

  *amount = 0;
  for (guint i = 0; i < volet->brackets->len; i++)
    {
      const VoletsBracket *rule = g_ptr_array_index (volet->brackets, i);
      VoletsBracketResult bracket = { .rule = rule, .from = from };

      if (volet->whole)
        bracket.base = (rule->up_to == VOLETS_UNSET || expense < rule->up_to) ? expense : 0;
      else
        bracket.base = MAX (0, (rule->up_to == VOLETS_UNSET ? expense : MIN (expense, rule->up_to))
                               - from);
      if (!volets_money_apply_rate (bracket.base, rule->rate, &bracket.amount, error)
          || !volets_money_add (*amount, bracket.amount, amount, error))
        return FALSE;
      if (brackets != NULL && (bracket.base > 0 || (i == 0 && !volet->whole)))
        g_array_append_val (brackets, bracket);
      if (volet->whole && bracket.base > 0)
        break;
      from = rule->up_to;
    }

  return TRUE;
}
