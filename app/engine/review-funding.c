/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/review-context.h"

#include "engine/funding.h"
#include "engine/limit-words.h"
#include "engine/money.h"

/* Amounts that cannot be added up any more. */
void
volets_review_amounts (VoletsReviewContext *context)
{
  if (context->subsidy != NULL)
    return;

  volets_review_add (context, VOLETS_SEVERITY_ERROR, "montants-trop-grands",
                     VOLETS_SECTION_EQUIPMENT, VOLETS_FINDING_NONE, VOLETS_FINDING_NONE, NULL,
                     "Les montants sont trop grands pour être calculés ; vérifiez les quantités et "
                     "les prix.");
}

/* Receipts and expenses, and the share that the rule leaves to the applicant. */
void
volets_review_funding (VoletsReviewContext *context)
{
  const VoletsSubsidy *subsidy = context->subsidy;
  VoletsRecord *funding = volets_dossier_get_record (context->dossier, VOLETS_SECTION_FUNDING);
  gint64 voted = volets_record_get_number (funding, VOLETS_FUNDING_OWN_SHARE);
  g_autofree char *own_share = NULL;

  if (subsidy == NULL)
    return;

  if (subsidy->own_share < 0)
    {
      g_autofree char *excess = volets_money_format (-subsidy->own_share);

      volets_review_add (context, VOLETS_SEVERITY_ERROR, "recettes-superieures",
                         VOLETS_SECTION_FUNDERS, VOLETS_FINDING_NONE, VOLETS_FINDING_NONE, NULL,
                         "Les recettes dépassent les dépenses de %s ; réduisez ce qui est demandé "
                         "aux autres financeurs.", excess);
      return;
    }

  own_share = volets_money_format (subsidy->own_share);
  if (voted != VOLETS_UNSET && voted != subsidy->own_share)
    {
      g_autofree char *voted_share = volets_money_format (voted);

      volets_review_add (context, VOLETS_SEVERITY_ERROR, "recettes-inegales",
                         VOLETS_SECTION_FUNDING, VOLETS_FINDING_NONE, VOLETS_FUNDING_OWN_SHARE,
                         NULL, "Les recettes n’égalent pas les dépenses : l’apport voté est de %s, "
                         "il faut %s.", voted_share, own_share);
    }
  if (!subsidy->own_share_enough)
    {
      g_autofree char *needed = volets_money_format (subsidy->own_share_needed);
      g_autofree char *rate = volets_rate_format (context->call->min_own_share);

      volets_review_add (context, VOLETS_SEVERITY_ERROR, "part-insuffisante",
                         VOLETS_SECTION_FUNDERS, VOLETS_FINDING_NONE, VOLETS_FINDING_NONE,
                         context->call->own_share_provenance.source,
                         "Il resterait %s au demandeur, la règle lui laisse au moins %s, %s "
                         "du financement public ; réduisez ce qui est demandé aux autres "
                         "financeurs.", own_share, needed, rate);
    }
}

static void
report_ceiling (VoletsReviewContext     *context,
                const VoletsVolet       *volet,
                const char              *place,
                const VoletsLimitResult *limit)
{
  g_autofree char *cut = volets_money_format (limit->cut);
  g_autofree char *name = volets_limit_describe (limit);

  volets_review_add (context, VOLETS_SEVERITY_INFORMATION, "plafond-atteint",
                     volet->kind == VOLETS_VOLET_SERVICES ? VOLETS_SECTION_SERVICE_LINES
                                                          : VOLETS_SECTION_EQUIPMENT,
                     VOLETS_FINDING_NONE, VOLETS_FINDING_NONE, limit->rule->provenance.source,
                     "%s%s%s : %s de %s ne sont pas retenus (%s).", volet->title,
                     place != NULL ? ", " : "", place != NULL ? place : "", cut,
                     limit->rule->on_subsidy ? "subvention" : "dépense", name);
}

/* What the ceilings take away. */
void
volets_review_ceilings (VoletsReviewContext *context)
{
  for (guint i = 0; context->subsidy != NULL && i < context->subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (context->subsidy->volets, i);

      for (guint j = 0; j < volet->units->len; j++)
        {
          const VoletsUnitResult *unit = g_ptr_array_index (volet->units, j);
          const VoletsLimitResult *binding = volets_unit_result_get_binding (unit);

          if (binding != NULL)
            report_ceiling (context, volet->rule, volet->units->len > 1 ? unit->name : NULL,
                            binding);
        }
      for (guint j = 0; j < volet->ceilings->len; j++)
        {
          const VoletsLimitResult *limit =
            &g_array_index (volet->ceilings, VoletsLimitResult, j);

          if (limit->cut > 0)
            report_ceiling (context, volet->rule, NULL, limit);
        }
    }
}
