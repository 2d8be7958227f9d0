/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"
#include "engine/dossier.h"
#include "engine/volet-result.h"

G_BEGIN_DECLS

/* What a dossier gets from a call, and why: every line of the computation. Immutable, counted.
 * Amounts are centimes in the base of the call (HT or TTC) unless a name says otherwise; rates
 * are per ten thousand.
 */
typedef struct _VoletsSubsidy VoletsSubsidy;

struct _VoletsSubsidy {
  VoletsCall    *call;
  GPtrArray     *volets;          /* of VoletsVoletResult, in the order of the call */

  /* The project: the schools in the perimeter, and the communes that have any. */
  gint64         n_schools;
  gint64         n_classes;
  gint64         n_pupils;
  gint64         n_communes;

  VoletsAmounts  declared_amounts;
  gint64         declared;
  gint64         eligible;
  gint64         retained;
  gint64         amount;          /* the subsidy */
  gint64         effective_rate;  /* amount / declared, for showing */
  gint64         remainder;       /* declared − amount: left to the applicant and other funders */

  gint64         public_funders;
  gint64         private_funders;
  gint64         own_share;       /* remainder − funders; below zero where they pay too much */
  gint64         own_share_rate;  /* of all public financing, own share included; for showing */
  gint64         own_share_needed; /* the least that the law leaves to the applicant */
  gboolean       own_share_enough;
};

#define VOLETS_TYPE_SUBSIDY (volets_subsidy_get_type ())
GType                    volets_subsidy_get_type     (void);

VoletsSubsidy           *volets_subsidy_compute      (VoletsCall                 *call,
                                                      VoletsDossier              *dossier,
                                                      GError                    **error);
VoletsSubsidy           *volets_subsidy_ref          (VoletsSubsidy              *self);
void                     volets_subsidy_unref        (VoletsSubsidy              *self);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsSubsidy, volets_subsidy_unref)

G_END_DECLS
