/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/snee-on-paper.h"

#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/school.h"

static gint64
take_number (VoletsRecord *row,
             guint         field)
{
  return MAX (0, volets_record_get_number (row, field));
}

/**
 * volets_test_compute_ttc:
 * @line: a line of expense
 *
 * Returns: its amount with its tax, in centimes
 */
VoletsWide
volets_test_compute_ttc (VoletsRecord *line)
{
  VoletsWide ht = (VoletsWide) take_number (line, VOLETS_EXPENSE_QUANTITY)
                  * take_number (line, VOLETS_EXPENSE_UNIT_PRICE);
  VoletsWide tax = ht * take_number (line, VOLETS_EXPENSE_VAT_RATE);

  return ht + tax / 10000 + (tax % 10000 >= 5000 ? 1 : 0);
}

static gboolean
is_counted (VoletsRecord *school)
{
  return volets_record_get_number (school, VOLETS_SCHOOL_KIND) != VOLETS_SCHOOL_KIND_MATERNELLE;
}

static const char *
find_code (VoletsDossier *dossier,
           VoletsRecord  *school)
{
  const char *code = volets_record_get_text (school, VOLETS_SCHOOL_COMMUNE);

  if (code != NULL)
    return code;
  if (volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMUNES) != 1)
    return "";

  return volets_record_get_text (volets_dossier_get_row (dossier, VOLETS_SECTION_COMMUNES, 0),
                                 VOLETS_COMMUNE_INSEE);
}

/* The communes stay in the order of their codes. */
static VoletsSneeCommune *
find_commune (VoletsSneeOnPaper *paper,
              const char        *code)
{
  guint at = 0;

  while (at < paper->n_communes && g_strcmp0 (paper->communes[at].code, code) < 0)
    at++;
  if (at < paper->n_communes && g_str_equal (paper->communes[at].code, code))
    return &paper->communes[at];

  for (guint i = paper->n_communes; i > at; i--)
    paper->communes[i] = paper->communes[i - 1];
  paper->n_communes++;
  paper->communes[at] = (VoletsSneeCommune) { .code = code };

  return &paper->communes[at];
}

/* The share of each, then the centimes that are left one by one to who lost most in rounding. */
static void
share_on_paper (VoletsWide    amount,
                const gint64 *weights,
                guint         n_weights,
                VoletsWide   *shares)
{
  gboolean served[VOLETS_TEST_MAX_COMMUNES] = { FALSE };
  VoletsWide total = 0, left = amount;

  for (guint i = 0; i < n_weights; i++)
    total += weights[i];
  for (guint i = 0; i < n_weights; i++)
    {
      shares[i] = total > 0 ? amount * weights[i] / total : amount / n_weights;
      left -= shares[i];
    }
  for (; left > 0; left--)
    {
      guint best = n_weights;

      for (guint i = 0; i < n_weights; i++)
        {
          VoletsWide loss = total > 0 ? amount * weights[i] - shares[i] * total : 0;
          VoletsWide best_loss = total > 0 && best < n_weights
                                 ? amount * weights[best] - shares[best] * total : 0;

          if (!served[i]
              && (best == n_weights || loss > best_loss
                  || (loss == best_loss && weights[i] > weights[best])))
            best = i;
        }
      served[best] = TRUE;
      shares[best]++;
    }
}

/* Where the eligible amount of a line goes; %NULL is nowhere, or the whole project. */
static VoletsRecord *
find_school_of_line (VoletsDossier *dossier,
                     VoletsRecord  *line,
                     gboolean      *project_wide)
{
  const char *id = volets_record_get_text (line, VOLETS_EXPENSE_SCHOOL);
  gint64 scope = volets_record_get_number (line, VOLETS_EXPENSE_SCOPE);

  *project_wide = FALSE;
  if (volets_record_get_number (line, VOLETS_EXPENSE_INELIGIBLE) != 0)
    return NULL;
  if (scope == VOLETS_EXPENSE_SCOPE_PROJECT
      || (scope == VOLETS_EXPENSE_SCOPE_MISSING && id == NULL))
    {
      *project_wide = TRUE;
      return NULL;
    }

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i);

      if (g_strcmp0 (volets_record_get_text (school, VOLETS_SCHOOL_ID), id) == 0
          && is_counted (school))
        return school;
    }

  return NULL;
}

static gboolean
is_equipped (VoletsDossier *dossier,
             VoletsRecord  *school)
{
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_EQUIPMENT); i++)
    {
      VoletsRecord *line = volets_dossier_get_row (dossier, VOLETS_SECTION_EQUIPMENT, i);
      gboolean project_wide;
      VoletsRecord *where = find_school_of_line (dossier, line, &project_wide);

      if ((project_wide || where == school) && volets_test_compute_ttc (line) > 0)
        return TRUE;
    }

  return FALSE;
}

static void
spend (VoletsSneeOnPaper *paper,
       VoletsDossier     *dossier,
       VoletsSection      section)
{
  gboolean is_service = section == VOLETS_SECTION_SERVICE_LINES;
  gint64 weights[VOLETS_TEST_MAX_COMMUNES];
  VoletsWide shares[VOLETS_TEST_MAX_COMMUNES], for_all = 0;

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, section); i++)
    {
      VoletsRecord *line = volets_dossier_get_row (dossier, section, i);
      gboolean project_wide;
      VoletsRecord *school = find_school_of_line (dossier, line, &project_wide);
      VoletsWide ttc = volets_test_compute_ttc (line);

      paper->declared += ttc;
      for_all += project_wide ? ttc : 0;
      if (school != NULL)
        {
          VoletsSneeCommune *commune = find_commune (paper, find_code (dossier, school));

          commune->expense[is_service] += ttc;
        }
    }

  for (guint i = 0; i < paper->n_communes; i++)
    weights[i] = is_service ? paper->communes[i].n_pupils : paper->communes[i].n_classes;
  if (paper->n_communes > 0)
    share_on_paper (for_all, weights, paper->n_communes, shares);
  for (guint i = 0; i < paper->n_communes; i++)
    paper->communes[i].expense[is_service] += shares[i];
}

/**
 * volets_test_round_half_up:
 * @ten_thousandths: zero or more
 *
 * Returns: the same in units
 */
gint64
volets_test_round_half_up (VoletsWide ten_thousandths)
{
  return (gint64) ((ten_thousandths + 5000) / 10000);
}

/**
 * volets_test_compute_snee_on_paper:
 * @self: (out caller-allocates): the result
 * @dossier: a dossier, which must outlive it
 */
void
volets_test_compute_snee_on_paper (VoletsSneeOnPaper *self,
                                   VoletsDossier     *dossier)
{
  *self = (VoletsSneeOnPaper) { 0 };
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i);
      gint64 n_pupils = take_number (school, VOLETS_SCHOOL_PUPILS);
      VoletsSneeCommune *commune;

      if (!is_counted (school))
        continue;
      commune = find_commune (self, find_code (dossier, school));
      commune->n_classes += take_number (school, VOLETS_SCHOOL_CLASSES);
      commune->n_pupils += n_pupils;
      commune->n_equipped_pupils += is_equipped (dossier, school) ? n_pupils : 0;
    }
  spend (self, dossier, VOLETS_SECTION_EQUIPMENT);
  spend (self, dossier, VOLETS_SECTION_SERVICE_LINES);

  for (guint i = 0; i < self->n_communes; i++)
    {
      VoletsSneeCommune *commune = &self->communes[i];
      VoletsWide equipment = MIN (commune->expense[0], 350000 * commune->n_classes);
      VoletsWide services = MIN (commune->expense[1], 2000 * commune->n_equipped_pupils);

      equipment = MIN (equipment, 100000000);
      commune->subsidy[0] = volets_test_round_half_up (MIN (equipment, 20000000) * 7000)
                            + volets_test_round_half_up (MAX (0, equipment - 20000000) * 5000);
      commune->subsidy[1] = volets_test_round_half_up (services * 5000);
    }
}
