/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/subsidy.h"

#include "engine/expense.h"
#include "engine/field.h"
#include "engine/money.h"
#include "support/calls.h"
#include "support/dossier-builder.h"
#include "support/random-dossier.h"
#include "support/snee-on-paper.h"
#include "support/subsidy-figures.h"

/* Dossiers for each property; each of them is computed with every call. */
#define N_DOSSIERS 3000
/* For SNEE alone, many of which are too small for its second bracket. */
#define N_SNEE_DOSSIERS 12000
#define MAX_COMMUNES 4
#define MAX_SCHOOLS 9

#define ONE_EURO 100

static const char *const CALLS[] = {
  "snee-2021", "enir-2017", "tne-86-2022", "detr-78-2017", "essai-bareme-entier",
  "essai-communes-bornees", "essai-ecole-par-ecole", "essai-planchers", "essai-projet-borne",
};

typedef void (*Property) (VoletsCall    *call,
                          VoletsDossier *dossier);

static VoletsSubsidy *
compute (VoletsCall    *call,
         VoletsDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  VoletsSubsidy *subsidy = volets_subsidy_compute (call, dossier, &error);

  g_assert_no_error (error);

  return subsidy;
}

static const VoletsVoletResult *
get_volet (const VoletsSubsidy *subsidy,
           guint                index)
{
  return g_ptr_array_index (subsidy->volets, index);
}

static const VoletsUnitResult *
get_unit (const VoletsVoletResult *volet,
          guint                    index)
{
  return g_ptr_array_index (volet->units, index);
}

static const VoletsLimitResult *
get_limit (const GArray *limits,
           guint         index)
{
  return &g_array_index (limits, VoletsLimitResult, index);
}

static void
test_property (gconstpointer data)
{
  Property property = *(const Property *) data;
  VoletsCall *calls[G_N_ELEMENTS (CALLS)];

  for (gsize i = 0; i < G_N_ELEMENTS (CALLS); i++)
    calls[i] = volets_test_find_call (CALLS[i]);
  for (guint i = 0; i < N_DOSSIERS; i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_test_make_random_dossier (MAX_COMMUNES,
                                                                           MAX_SCHOOLS);

      for (gsize j = 0; j < G_N_ELEMENTS (CALLS); j++)
        property (calls[j], dossier);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (CALLS); i++)
    volets_call_unref (calls[i]);
}

static void
test_snee_equals_its_formula_on_paper (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("snee-2021");

  for (guint i = 0; i < N_SNEE_DOSSIERS; i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_test_make_random_dossier (MAX_COMMUNES,
                                                                           MAX_SCHOOLS);
      g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);
      gint64 total = 0;
      VoletsSneeOnPaper paper;

      volets_test_compute_snee_on_paper (&paper, dossier);
      g_assert_cmpint (subsidy->n_communes, ==, paper.n_communes);
      for (guint j = 0; j < paper.n_communes; j++)
        {
          for (guint k = 0; k < 2; k++)
            {
              const VoletsUnitResult *unit = get_unit (get_volet (subsidy, k), j);

              g_assert_cmpstr (unit->key, ==, paper.communes[j].code);
              g_assert_true (unit->eligible == paper.communes[j].expense[k]);
              g_assert_cmpint (unit->amount, ==, paper.communes[j].subsidy[k]);
              total += unit->amount;
            }
        }
      g_assert_cmpint (subsidy->amount, ==, total);
      g_assert_true (subsidy->declared == paper.declared);
      g_assert_true (subsidy->remainder == paper.declared - total);
    }
}

static gboolean
is_floor (const VoletsVolet *volet,
          const VoletsLimit *rule)
{
  return g_ptr_array_find (volet->floors, rule, NULL);
}

/* What @limits took away from the expense, or from the subsidy. */
static gint64
add_cuts (const VoletsVolet *volet,
          const GArray      *limits,
          gboolean           from_subsidy)
{
  gint64 total = 0;

  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimitResult *limit = get_limit (limits, i);

      if ((limit->rule->on_subsidy || is_floor (volet, limit->rule)) == from_subsidy)
        total += limit->cut;
    }

  return total;
}

static gint64
check_brackets (const VoletsVolet      *volet,
                const VoletsUnitResult *unit)
{
  gint64 base = 0, amount = 0;

  for (guint i = 0; i < unit->brackets->len; i++)
    {
      const VoletsBracketResult *bracket =
        &g_array_index (unit->brackets, VoletsBracketResult, i);

      g_assert_cmpint (bracket->base, >=, 0);
      g_assert_cmpint (bracket->amount, ==,
                       volets_test_round_half_up ((VoletsWide) bracket->base
                                                  * bracket->rule->rate));
      if (!volet->whole)
        g_assert_cmpint (bracket->from, ==, base);
      base += bracket->base;
      amount += bracket->amount;
    }

  if (volet->brackets->len > 0)
    {
      const VoletsBracket *last = g_ptr_array_index (volet->brackets, volet->brackets->len - 1);
      gboolean is_beyond = last->up_to != VOLETS_UNSET && unit->retained >= last->up_to;

      g_assert_cmpint (base, ==,
                       !is_beyond ? unit->retained : volet->whole ? 0 : last->up_to);
    }

  return amount;
}

static void
check_volet_adds_up (const VoletsVoletResult *volet)
{
  gint64 eligible = 0, retained = 0, amount = 0, before = 0, expense_cuts = 0;

  for (guint i = 0; i < volet->units->len; i++)
    {
      const VoletsUnitResult *unit = get_unit (volet, i);
      gint64 scale_amount = check_brackets (volet->rule, unit);
      gint64 own_cuts = add_cuts (volet->rule, unit->ceilings, FALSE);
      gint64 subsidy_cuts = add_cuts (volet->rule, unit->ceilings, TRUE)
                            + add_cuts (volet->rule, unit->floors, TRUE);

      if (volet->ceilings->len == 0)
        {
          g_assert_cmpint (unit->eligible - own_cuts, ==, unit->retained);
          g_assert_cmpint (scale_amount - subsidy_cuts, ==, unit->amount);
        }
      eligible += unit->eligible;
      retained += unit->retained;
      amount += unit->amount;
      before += scale_amount - subsidy_cuts;
      expense_cuts += own_cuts;
    }

  g_assert_cmpint (volet->eligible, ==, eligible);
  g_assert_cmpint (volet->retained, ==, retained);
  g_assert_cmpint (volet->amount, ==, amount);
  g_assert_cmpint (eligible - expense_cuts - add_cuts (volet->rule, volet->ceilings, FALSE), ==,
                   retained);
  g_assert_cmpint (before - add_cuts (volet->rule, volet->ceilings, TRUE), ==, amount);
}

static void
check_lines_add_up (VoletsCall    *call,
                    VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);
  gint64 eligible = 0, retained = 0, amount = 0;

  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = get_volet (subsidy, i);

      check_volet_adds_up (volet);
      eligible += volet->eligible;
      retained += volet->retained;
      amount += volet->amount;
      g_assert_cmpint (volet->declared_amounts.excluding_tax + volet->declared_amounts.tax, ==,
                       volet->declared_amounts.including_tax);
      g_assert_cmpint (volet->declared, ==,
                       call->tax_included ? volet->declared_amounts.including_tax
                                          : volet->declared_amounts.excluding_tax);
    }

  g_assert_cmpint (subsidy->eligible, ==, eligible);
  g_assert_cmpint (subsidy->retained, ==, retained);
  g_assert_cmpint (subsidy->amount, ==, amount);
  g_assert_cmpint (subsidy->declared, ==,
                   call->tax_included ? subsidy->declared_amounts.including_tax
                                      : subsidy->declared_amounts.excluding_tax);
  g_assert_cmpint (subsidy->declared_amounts.excluding_tax + subsidy->declared_amounts.tax, ==,
                   subsidy->declared_amounts.including_tax);
  g_assert_cmpint (subsidy->own_share + subsidy->public_funders + subsidy->private_funders
                   + subsidy->amount, ==, subsidy->declared);
  g_assert_cmpint (subsidy->remainder + subsidy->amount, ==, subsidy->declared);
}

/* A merged line of several places has more room than its limit less its value: a place that is
 * full does not use that of the others.
 */
static guint
check_limits (const GArray *limits)
{
  guint n_binding = 0;

  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimitResult *limit = get_limit (limits, i);

      g_assert_cmpint (limit->limit, ==, limit->count * limit->rule->amount);
      g_assert_cmpint (limit->count, >=, 0);
      g_assert_cmpint (limit->cut, >=, 0);
      g_assert_cmpint (limit->cut, <=, limit->value);
      g_assert_cmpint (limit->headroom, >=, MAX (0, limit->limit - limit->value));
      g_assert_cmpint (limit->headroom, <=, limit->limit);
      g_assert_true (!limit->binding || limit->cut > 0);
      n_binding += limit->binding;
    }

  return n_binding;
}

static void
check_bounds (VoletsCall    *call,
              VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);

  g_assert_cmpint (subsidy->amount, >=, 0);
  g_assert_cmpint (subsidy->own_share_rate, >=, 0);
  g_assert_cmpint (subsidy->own_share_rate, <=, VOLETS_RATE_UNIT);
  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = get_volet (subsidy, i);

      g_assert_cmpuint (volet->units->len, >=, 1);
      g_assert_cmpint (volet->amount, >=, 0);
      g_assert_cmpint (volet->eligible, <=, volet->declared);
      g_assert_cmpint (volet->retained, <=, volet->eligible);
      g_assert_cmpuint (check_limits (volet->ceilings), <=, 1);
      for (guint j = 0; j < volet->units->len; j++)
        {
          const VoletsUnitResult *unit = get_unit (volet, j);

          g_assert_cmpint (unit->amount, >=, 0);
          g_assert_cmpint (unit->shared, >=, 0);
          g_assert_cmpint (unit->shared, <=, unit->eligible);
          g_assert_cmpint (unit->retained, <=, unit->eligible);
          g_assert_cmpuint (check_limits (unit->ceilings), <=, 1);
          g_assert_cmpuint (check_limits (unit->floors), <=, 1);
        }
    }
}

/* Each line of a bracket may gain half a centime by rounding, no more. */
static void
check_highest_rate (VoletsCall    *call,
                    VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);

  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = get_volet (subsidy, i);
      gint64 highest = 0, n_lines = 0;

      for (guint j = 0; j < volet->rule->brackets->len; j++)
        highest = MAX (highest,
                       ((VoletsBracket *) g_ptr_array_index (volet->rule->brackets, j))->rate);
      for (guint j = 0; j < volet->units->len; j++)
        n_lines += get_unit (volet, j)->brackets->len;

      g_assert_true ((VoletsWide) volet->amount * VOLETS_RATE_UNIT
                     <= (VoletsWide) volet->retained * highest + n_lines * (VOLETS_RATE_UNIT / 2));
    }
}

static gboolean
has_ceiling (const VoletsVolet *volet,
             gboolean           on_subsidy,
             gboolean           wider)
{
  for (guint i = 0; i < volet->ceilings->len; i++)
    {
      const VoletsLimit *limit = g_ptr_array_index (volet->ceilings, i);

      if (limit->on_subsidy == on_subsidy
          && (wider ? limit->level > volet->level : limit->level < volet->level))
        return TRUE;
    }

  return FALSE;
}

/* Whether more expense in one place cannot bring less. It can where the rate reached is that of
 * all, and where places compete for a ceiling in proportion to their expense: one at 10 % then
 * takes from one at 70 %.
 */
static gboolean
never_goes_down (const VoletsVolet *volet)
{
  return !volet->whole && !has_ceiling (volet, FALSE, TRUE)
         && (volet->floors->len == 0 || !has_ceiling (volet, TRUE, TRUE));
}

static void
check_more_in_one_school (VoletsCall    *call,
                          VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) before = compute (call, dossier);
  g_autoptr (VoletsSubsidy) after = NULL;
  guint n_schools = volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS);
  g_autofree char *id = g_strdup_printf ("e%d", g_test_rand_int_range (1, (gint) n_schools + 2));
  VoletsSection section = g_test_rand_bit () ? VOLETS_SECTION_EQUIPMENT
                                             : VOLETS_SECTION_SERVICE_LINES;
  GListStore *list = volets_dossier_get_list (dossier, section);

  volets_test_add_expense (dossier, section, id,
                           g_test_rand_int_range (0, 1 << g_test_rand_int_range (1, 30)));
  after = compute (call, dossier);
  g_list_store_remove (list, volets_dossier_get_n_rows (dossier, section) - 1);

  for (guint i = 0; i < before->volets->len; i++)
    {
      if (never_goes_down (get_volet (before, i)->rule))
        g_assert_cmpint (get_volet (after, i)->amount, >=, get_volet (before, i)->amount);
    }
}

/* With an expense for the whole project there is the paradox of Alabama: sharing more by the
 * largest remainder may leave a place with one centime less. What can be proved: the exact part of
 * a place never falls, and its share is that part rounded down or up, so that it falls by one
 * centime at most; and not in every place, for the shares add up to more. A scale whose rates are
 * not above 100 %, and a ceiling, lose no more than the centime: so the volet loses at most one for
 * each unit but one, and nothing where there is one unit.
 *
 * Where a ceiling looks at schools inside a unit, the unit shares again, perhaps one centime less:
 * then the exact part of a school falls too, by less than one, and its share by at most two.
 *
 * A floor makes of that centime all or nothing, so that there is no bound with one.
 */
static void
check_more_for_the_whole_project (VoletsCall    *call,
                                  VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) before = compute (call, dossier);
  g_autoptr (VoletsSubsidy) after = NULL;
  VoletsSection section = g_test_rand_bit () ? VOLETS_SECTION_EQUIPMENT
                                             : VOLETS_SECTION_SERVICE_LINES;
  GListStore *list = volets_dossier_get_list (dossier, section);

  volets_test_add_expense (dossier, section, NULL,
                           g_test_rand_int_range (0, 1 << g_test_rand_int_range (1, 30)));
  after = compute (call, dossier);
  g_list_store_remove (list, volets_dossier_get_n_rows (dossier, section) - 1);

  for (guint i = 0; i < before->volets->len; i++)
    {
      const VoletsVoletResult *volet = get_volet (before, i);
      gint64 bound = has_ceiling (volet->rule, FALSE, FALSE) ? 2 * before->n_schools
                                                             : (gint64) volet->units->len - 1;

      if (never_goes_down (volet->rule) && volet->rule->floors->len == 0)
        g_assert_cmpint (get_volet (after, i)->amount, >=, volet->amount - bound);
    }
}

/* What is shown as « the next euro » is what one more euro brings, where there is one place to
 * spend it in. A floor that several units pass together is the one thing it does not foresee.
 */
static void
check_next_euro (VoletsCall    *call,
                 VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) before = compute (call, dossier);

  for (guint i = 0; i < before->volets->len; i++)
    {
      const VoletsVoletResult *volet = get_volet (before, i);
      VoletsSection section = volet->rule->takes_services ? VOLETS_SECTION_SERVICE_LINES
                                                          : VOLETS_SECTION_EQUIPMENT;
      g_autoptr (VoletsSubsidy) after = NULL;
      gboolean has_wide_floor = FALSE;

      for (guint j = 0; j < volet->rule->floors->len; j++)
        has_wide_floor |= ((VoletsLimit *) g_ptr_array_index (volet->rule->floors, j))->level
                          > volet->rule->level;
      if (volet->units->len > 1 || has_wide_floor
          || (has_ceiling (volet->rule, FALSE, FALSE) && before->n_schools > 1))
        continue;

      volets_test_add_expense (dossier, section, NULL, ONE_EURO);
      after = compute (call, dossier);
      g_list_store_remove (volets_dossier_get_list (dossier, section),
                           volets_dossier_get_n_rows (dossier, section) - 1);
      g_assert_cmpint (get_volet (after, i)->amount - volet->amount, ==, volet->next_euro);
      g_assert_cmpint (get_unit (volet, 0)->next_euro, ==, volet->next_euro);
    }
}

/* In a grouping too, one more euro in a school brings what its place says. */
static void
check_next_euro_of_each_place (VoletsCall    *call,
                               VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) before = compute (call, dossier);

  for (guint i = 0; i < before->volets->len; i++)
    {
      const VoletsVoletResult *volet = get_volet (before, i);
      VoletsSection section = volet->rule->takes_services ? VOLETS_SECTION_SERVICE_LINES
                                                          : VOLETS_SECTION_EQUIPMENT;
      const VoletsUnitResult *unit;
      g_autoptr (VoletsSubsidy) after = NULL;

      if (volet->rule->level != VOLETS_LEVEL_SCHOOL || before->n_schools == 0
          || has_ceiling (volet->rule, FALSE, TRUE) || volet->rule->floors->len > 0)
        continue;

      unit = get_unit (volet, (guint) g_test_rand_int_range (0, (gint) volet->units->len));
      volets_test_add_expense (dossier, section, unit->key, ONE_EURO);
      after = compute (call, dossier);
      g_list_store_remove (volets_dossier_get_list (dossier, section),
                           volets_dossier_get_n_rows (dossier, section) - 1);
      g_assert_cmpint (get_volet (after, i)->amount - volet->amount, ==, unit->next_euro);
    }
}

static void
assert_same_figures (const VoletsSubsidy *subsidy,
                     VoletsCall          *call,
                     VoletsDossier       *dossier)
{
  g_autoptr (VoletsSubsidy) again = compute (call, dossier);

  if (!volets_test_same_figures (subsidy, again))
    {
      g_autofree char *expected = volets_test_list_figures (subsidy);
      g_autofree char *found = volets_test_list_figures (again);

      g_error ("the figures were\n%s\nand are\n%s", expected, found);
    }
}

static void
check_order_and_ids (VoletsCall    *call,
                     VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) subsidy = compute (call, dossier);

  volets_test_shuffle_rows (dossier);
  assert_same_figures (subsidy, call, dossier);
  volets_test_rename_schools (dossier);
  assert_same_figures (subsidy, call, dossier);
  volets_test_rename_schools (dossier);
  assert_same_figures (subsidy, call, dossier);
}

/* Who applies makes no difference to the figures: a grouping of one commune gets what the commune
 * would.
 */
static void
check_applicant (VoletsCall    *call,
                 VoletsDossier *dossier)
{
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  int kind = g_test_rand_int_range (VOLETS_APPLICANT_KIND_MISSING,
                                    VOLETS_APPLICANT_KIND_CAISSE_DES_ECOLES + 1);
  g_autoptr (VoletsSubsidy) subsidy = NULL;

  volets_record_set_number (applicant, VOLETS_APPLICANT_KIND, VOLETS_APPLICANT_KIND_COMMUNE);
  subsidy = compute (call, dossier);
  volets_record_set_number (applicant, VOLETS_APPLICANT_KIND, kind);
  assert_same_figures (subsidy, call, dossier);
}

/* Whether every commune goes through the rules on its own, and a maternelle is outside. */
static gboolean
treats_communes_apart (const VoletsCall *call)
{
  for (guint i = 0; i < call->volets->len; i++)
    {
      const VoletsVolet *volet = g_ptr_array_index (call->volets, i);

      if (volet->brackets->len > 0
          && (volet->level > VOLETS_LEVEL_COMMUNE || volet->floors->len > 0
              || has_ceiling (volet, FALSE, TRUE) || has_ceiling (volet, TRUE, TRUE)))
        return FALSE;
    }

  return volets_call_find_allowed (call->school_kinds, VOLETS_SCHOOL_KIND_MATERNELLE) == NULL;
}

static void
drop_project_wide_lines (VoletsDossier *dossier,
                         VoletsSection  section)
{
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, section); i++)
    {
      VoletsRecord *line = volets_dossier_get_row (dossier, section, i);

      volets_record_set_number (line, VOLETS_EXPENSE_SCOPE, VOLETS_EXPENSE_SCOPE_SCHOOL);
    }
}

/* The subsidy of @dossier where only the schools that say @commune are in the perimeter. */
static gint64
compute_one_commune (VoletsCall    *call,
                     VoletsDossier *dossier,
                     const char    *commune)
{
  guint n_schools = volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS);
  gint64 kinds[MAX_SCHOOLS];
  g_autoptr (VoletsSubsidy) subsidy = NULL;

  for (guint i = 0; i < n_schools; i++)
    {
      VoletsRecord *school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i);

      kinds[i] = volets_record_get_number (school, VOLETS_SCHOOL_KIND);
      if (g_strcmp0 (volets_record_get_text (school, VOLETS_SCHOOL_COMMUNE), commune) != 0)
        volets_record_set_number (school, VOLETS_SCHOOL_KIND, VOLETS_SCHOOL_KIND_MATERNELLE);
    }
  subsidy = compute (call, dossier);
  for (guint i = 0; i < n_schools; i++)
    volets_record_set_number (volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i),
                              VOLETS_SCHOOL_KIND, kinds[i]);

  return subsidy->amount;
}

static void
check_sum_of_communes (VoletsCall    *call,
                       VoletsDossier *dossier)
{
  g_autoptr (GHashTable) communes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (VoletsSubsidy) subsidy = NULL;
  GHashTableIter iter;
  gpointer commune;
  gint64 total = 0;

  if (!treats_communes_apart (call))
    return;

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i);

      if (!volets_record_has (school, VOLETS_SCHOOL_COMMUNE))
        volets_record_set_text (school, VOLETS_SCHOOL_COMMUNE, "99999");
      g_hash_table_add (communes, (char *) volets_record_get_text (school, VOLETS_SCHOOL_COMMUNE));
    }
  drop_project_wide_lines (dossier, VOLETS_SECTION_EQUIPMENT);
  drop_project_wide_lines (dossier, VOLETS_SECTION_SERVICE_LINES);

  subsidy = compute (call, dossier);
  g_hash_table_iter_init (&iter, communes);
  while (g_hash_table_iter_next (&iter, &commune, NULL))
    total += compute_one_commune (call, dossier, commune);
  g_assert_cmpint (subsidy->amount, ==, total);
}

/* Amounts that no budget has: either they are counted right, or they are said to be too large. */
static void
check_huge_amounts (VoletsCall    *call,
                    VoletsDossier *dossier)
{
  g_autoptr (VoletsSubsidy) subsidy = NULL;
  g_autoptr (GError) error = NULL;
  VoletsWide declared = 0;

  for (VoletsSection section = VOLETS_SECTION_EQUIPMENT; section <= VOLETS_SECTION_SERVICE_LINES;
       section += VOLETS_SECTION_SERVICE_LINES - VOLETS_SECTION_EQUIPMENT)
    {
      for (guint i = 0; i < volets_dossier_get_n_rows (dossier, section); i++)
        {
          VoletsRecord *line = volets_dossier_get_row (dossier, section, i);

          volets_record_set_number (line, VOLETS_EXPENSE_UNIT_PRICE,
                                    VOLETS_AMOUNT_MAX >> g_test_rand_int_range (0, 4));
          volets_record_set_number (line, VOLETS_EXPENSE_QUANTITY,
                                    VOLETS_COUNT_MAX >> g_test_rand_int_range (0, 4));
          declared += volets_test_compute_ttc (line);
        }
    }

  subsidy = volets_subsidy_compute (call, dossier, &error);
  if (subsidy == NULL)
    {
      g_assert_error (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_OVERFLOW);
      return;
    }
  g_assert_true (subsidy->declared_amounts.including_tax == declared);
  g_assert_true (subsidy->amount >= 0 && subsidy->amount <= declared * 2);
}

static const struct {
  const char *path;
  Property    property;
} PROPERTIES[] = {
  { "/properties/displayed-lines-add-up-at-every-level", check_lines_add_up },
  { "/properties/nothing-is-negative-and-one-limit-binds", check_bounds },
  { "/properties/never-more-than-the-highest-rate", check_highest_rate },
  { "/properties/more-in-one-school-never-brings-less", check_more_in_one_school },
  { "/properties/more-for-the-whole-project-loses-a-centime-a-unit-at-most",
    check_more_for_the_whole_project },
  { "/properties/next-euro-is-what-one-more-euro-brings", check_next_euro },
  { "/properties/next-euro-of-each-place", check_next_euro_of_each_place },
  { "/properties/order-of-rows-and-ids-change-nothing", check_order_and_ids },
  { "/properties/grouping-of-one-commune-gets-what-the-commune-would", check_applicant },
  { "/properties/grouping-that-shares-nothing-is-the-sum-of-its-communes",
    check_sum_of_communes },
  { "/properties/huge-amounts-are-right-or-refused", check_huge_amounts },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/properties/snee-equals-its-formula-on-paper",
                   test_snee_equals_its_formula_on_paper);
  for (gsize i = 0; i < G_N_ELEMENTS (PROPERTIES); i++)
    g_test_add_data_func (PROPERTIES[i].path, &PROPERTIES[i].property, test_property);

  return g_test_run ();
}
