/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"

G_BEGIN_DECLS

/* What one volet gives, line by line. Amounts are centimes in the base of the call (HT or TTC)
 * unless a name says otherwise.
 */

/* How a limit of the call bore on an amount. */
typedef struct {
  const VoletsLimit *rule;
  gint64             count;     /* of classes, pupils, schools, communes: its multiplier */
  gint64             limit;     /* rule->amount × count */
  gint64             value;     /* what it was compared with */
  gint64             cut;       /* what it took away, zero where it did not */
  gint64             headroom;  /* limit − value, never below zero */
  gboolean           binding;   /* the one, among those of its unit, that sets the amount */
} VoletsLimitResult;

/* One bracket of the scale, as far as it was used. */
typedef struct {
  const VoletsBracket *rule;
  gint64               from;    /* where the bracket starts */
  gint64               base;    /* the expense that falls in it */
  gint64               amount;  /* base × rate, to the centime */
} VoletsBracketResult;

/* One school, commune, or the whole project: where the scale was applied once. */
typedef struct {
  char      *key;               /* INSEE code or school id; %NULL for the whole project */
  char      *name;
  gint64     n_schools;
  gint64     n_classes;
  gint64     n_pupils;
  gint64     eligible;          /* its part of what is for the whole project included */
  gint64     shared;            /* that part */
  gint64     retained;
  gint64     amount;
  gint64     next_euro;         /* what one more euro of expense would bring, in centimes */
  gint64     headroom;          /* expense before a ceiling on expense; VOLETS_UNSET without any */
  GArray    *ceilings;          /* of VoletsLimitResult, in the order they were applied */
  GArray    *brackets;          /* of VoletsBracketResult */
  GArray    *floors;            /* of VoletsLimitResult */
} VoletsUnitResult;

typedef struct {
  const VoletsVolet *rule;
  VoletsAmounts      declared_amounts;  /* all lines, HT, TVA and TTC */
  gint64             declared;          /* the same in the base */
  gint64             eligible;
  gint64             retained;
  gint64             amount;
  gint64             next_euro;         /* the most that one more euro can bring somewhere */
  gint64             headroom;          /* of all units; VOLETS_UNSET without such a ceiling */
  GPtrArray         *units;             /* of VoletsUnitResult */
  GArray            *ceilings;          /* those wider than a unit, VoletsLimitResult */
} VoletsVoletResult;

VoletsVoletResult       *volets_volet_result_new         (const VoletsVolet       *rule);
void                     volets_volet_result_free        (VoletsVoletResult       *self);
VoletsUnitResult        *volets_volet_result_add_unit    (VoletsVoletResult       *self);
const VoletsLimitResult *volets_volet_result_get_binding (const VoletsVoletResult *self);
const VoletsLimitResult *volets_unit_result_get_binding  (const VoletsUnitResult  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsVoletResult, volets_volet_result_free)

G_END_DECLS
