/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/summary-annexes.h"

#include "documents/paper-words.h"
#include "engine/choice-words.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/french.h"
#include "engine/identifier-text.h"
#include "engine/limit-words.h"
#include "engine/money.h"
#include "engine/school.h"

static GHashTable *
index_commune_names (VoletsDossier *dossier)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMUNES); i++)
    {
      VoletsRecord *commune = volets_dossier_get_row (dossier, VOLETS_SECTION_COMMUNES, i);
      const char *insee = volets_record_get_text (commune, VOLETS_COMMUNE_INSEE);

      if (insee != NULL)
        g_hash_table_insert (names, volets_identifier_compact (insee),
                             (char *) volets_paper_get_text (commune, VOLETS_COMMUNE_NAME));
    }

  return names;
}

/* What the commune of a school is called, else its code. */
static const char *
find_commune (VoletsRecord *school,
              GHashTable   *communes)
{
  const char *code = volets_paper_get_text (school, VOLETS_SCHOOL_COMMUNE);
  g_autofree char *compact = volets_identifier_compact (code);
  const char *name = g_hash_table_lookup (communes, compact);

  return name != NULL ? name : code;
}

/**
 * volets_summary_add_schools:
 * @sheet: the summary
 * @dossier: a dossier
 * @subsidy: what was computed of it
 *
 * Adds the list of the schools.
 */
void
volets_summary_add_schools (VoletsSheet         *sheet,
                            VoletsDossier       *dossier,
                            const VoletsSubsidy *subsidy)
{
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  g_autoptr (GHashTable) communes = index_commune_names (dossier);
  g_autofree char *classes = volets_french_group_digits ((guint64) subsidy->n_classes);
  g_autofree char *pupils = volets_french_group_digits ((guint64) subsidy->n_pupils);

  volets_sheet_add_heading (sheet, 2, "Annexe 1 – Les écoles");
  volets_sheet_table_add_column (table, "École", VOLETS_ALIGN_START, 3);
  volets_sheet_table_add_column (table, "UAI", VOLETS_ALIGN_START, 0);
  volets_sheet_table_add_column (table, "Commune", VOLETS_ALIGN_START, 2);
  volets_sheet_table_add_column (table, "Nature", VOLETS_ALIGN_START, 0);
  volets_sheet_table_add_column (table, "Secteur", VOLETS_ALIGN_START, 0);
  volets_sheet_table_add_column (table, "Classes", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Élèves", VOLETS_ALIGN_END, 0);
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i);
      const char *kind = volets_record_get_choice (school, VOLETS_SCHOOL_KIND);
      const char *sector = volets_record_get_choice (school, VOLETS_SCHOOL_SECTOR);
      g_autofree char *n_classes = volets_paper_count (school, VOLETS_SCHOOL_CLASSES);
      g_autofree char *n_pupils = volets_paper_count (school, VOLETS_SCHOOL_PUPILS);

      volets_sheet_table_add_row (table, volets_paper_cells (
        volets_paper_get_text (school, VOLETS_SCHOOL_NAME),
        volets_paper_get_text (school, VOLETS_SCHOOL_UAI),
        find_commune (school, communes),
        kind != NULL ? volets_choice_get_label (kind) : "–",
        sector != NULL ? volets_choice_get_label (sector) : "–",
        n_classes, n_pupils));
    }
  volets_sheet_table_add_total (table, volets_paper_cells ("Total retenu", "", "", "", "", classes,
                                                           pupils));
  volets_sheet_add_table (sheet, table);
}

static char *
write_label (VoletsRecord *line)
{
  const char *label = volets_paper_get_text (line, VOLETS_EXPENSE_LABEL);
  const char *reason = volets_record_get_text (line, VOLETS_EXPENSE_REASON);

  if (!volets_record_get_number (line, VOLETS_EXPENSE_INELIGIBLE))
    return g_strdup (label);
  if (reason == NULL)
    return g_strdup_printf ("%s (non éligible)", label);

  return g_strdup_printf ("%s (non éligible : %s)", label, reason);
}

static void
add_line (VoletsSheetTable *table,
          VoletsRecord     *line,
          GHashTable       *schools)
{
  const char *id = volets_record_get_text (line, VOLETS_EXPENSE_SCHOOL);
  gboolean for_school =
    volets_record_get_number (line, VOLETS_EXPENSE_SCOPE) == VOLETS_EXPENSE_SCOPE_SCHOOL;
  const char *school = id != NULL ? g_hash_table_lookup (schools, id) : NULL;
  gint64 price = volets_record_get_number (line, VOLETS_EXPENSE_UNIT_PRICE);
  g_autofree char *label = write_label (line);
  g_autofree char *quantity = volets_paper_count (line, VOLETS_EXPENSE_QUANTITY);
  g_autofree char *unit_price = volets_money_format (MAX (0, price));
  g_autofree char *excluding = NULL, *tax = NULL, *including = NULL;
  VoletsAmounts amounts = { 0 };

  volets_expense_compute (VOLETS_EXPENSE (line), &amounts, NULL);
  excluding = volets_money_format (amounts.excluding_tax);
  tax = volets_money_format (amounts.tax);
  including = volets_money_format (amounts.including_tax);
  volets_sheet_table_add_row (table, volets_paper_cells (
    label, !for_school ? "Tout le projet" : school != NULL ? school : VOLETS_PAPER_MISSING,
    quantity, unit_price, excluding, tax, including));
}

static GHashTable *
index_school_names (VoletsDossier *dossier)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i);
      const char *id = volets_record_get_text (school, VOLETS_SCHOOL_ID);

      if (id != NULL)
        g_hash_table_insert (names, (char *) id,
                             (char *) volets_paper_get_text (school, VOLETS_SCHOOL_NAME));
    }

  return names;
}

/* The lines of one family, under its name, and whether there were any. */
static gboolean
add_family (VoletsSheetTable *table,
            VoletsDossier    *dossier,
            VoletsSection     section,
            const GEnumValue *family,
            GHashTable       *schools,
            VoletsAmounts    *total)
{
  gboolean any = FALSE;

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, section); i++)
    {
      VoletsRecord *line = volets_dossier_get_row (dossier, section, i);
      VoletsAmounts amounts;

      if (volets_record_get_number (line, VOLETS_EXPENSE_FAMILY) != family->value)
        continue;
      if (!any)
        {
          g_autofree char *title = volets_french_capitalise (
            family->value != 0 ? volets_choice_get_label (family->value_nick) : "autres dépenses");

          volets_sheet_table_add_group (table, title);
        }
      any = TRUE;
      add_line (table, line, schools);
      if (volets_expense_compute (VOLETS_EXPENSE (line), &amounts, NULL))
        volets_amounts_add (total, &amounts, NULL);
    }

  return any;
}

/**
 * volets_summary_add_expenses:
 * @sheet: the summary
 * @dossier: a dossier
 *
 * Adds every line of expense, by family.
 */
void
volets_summary_add_expenses (VoletsSheet   *sheet,
                             VoletsDossier *dossier)
{
  static const VoletsSection SECTIONS[] = {
    VOLETS_SECTION_EQUIPMENT, VOLETS_SECTION_SERVICE_LINES,
  };
  g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
  g_autoptr (GHashTable) schools = index_school_names (dossier);
  g_autoptr (GEnumClass) families = g_type_class_ref (VOLETS_TYPE_EXPENSE_FAMILY);
  g_autofree char *excluding = NULL, *tax = NULL, *including = NULL;
  VoletsAmounts total = { 0 };
  gboolean any = FALSE;

  volets_sheet_add_heading (sheet, 2, "Annexe 2 – Les dépenses");
  volets_sheet_table_add_column (table, "Désignation", VOLETS_ALIGN_START, 3);
  volets_sheet_table_add_column (table, "Pour", VOLETS_ALIGN_START, 2);
  volets_sheet_table_add_column (table, "Qté", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "Prix HT", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "HT", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "TVA", VOLETS_ALIGN_END, 0);
  volets_sheet_table_add_column (table, "TTC", VOLETS_ALIGN_END, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (SECTIONS); i++)
    {
      for (guint j = 0; j < families->n_values; j++)
        any |= add_family (table, dossier, SECTIONS[i], &families->values[j], schools, &total);
    }

  if (!any)
    {
      volets_sheet_add_paragraph (sheet, "Aucune dépense n’est saisie.");
      return;
    }
  excluding = volets_money_format (total.excluding_tax);
  tax = volets_money_format (total.tax);
  including = volets_money_format (total.including_tax);
  volets_sheet_table_add_total (table, volets_paper_cells ("Total", "", "", "", excluding, tax,
                                                           including));
  volets_sheet_add_table (sheet, table);
}

/* @amount is %NULL for a step that changes nothing. */
static void
add_step (VoletsSheetTable       *table,
          VoletsCitations        *citations,
          const char             *what,
          const char             *how,
          const gint64           *amount,
          const VoletsProvenance *provenance)
{
  g_autofree char *text = amount != NULL ? volets_money_format (*amount) : g_strdup ("");
  g_autofree char *source =
    provenance != NULL ? volets_citations_cite (citations, provenance) : g_strdup ("");

  volets_sheet_table_add_row (table, volets_paper_cells (what, how, text, source));
}

static void
add_limits (VoletsSheetTable *table,
            VoletsCitations  *citations,
            const GArray     *limits,
            gboolean          on_subsidy,
            gboolean          is_floor)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (limits, VoletsLimitResult, i);
      gboolean cuts = limit->cut > 0;
      gint64 change = -limit->cut;
      g_autofree char *name = volets_limit_name (limit->rule, is_floor);
      g_autofree char *title = volets_french_capitalise (name);
      g_autofree char *detail = volets_limit_describe (limit);
      g_autofree char *how = NULL;

      if (limit->rule->on_subsidy != on_subsidy)
        continue;
      how = g_strdup_printf ("%s%s", detail,
                             !cuts ? "" : is_floor ? " : pas atteint, rien n’est versé"
                                                   : " : dépassé");
      add_step (table, citations, title, how, cuts ? &change : NULL, &limit->rule->provenance);
    }
}

static void
add_brackets (VoletsSheetTable       *table,
              VoletsCitations        *citations,
              const VoletsVolet      *volet,
              const VoletsUnitResult *unit)
{
  for (guint i = 0; i < unit->brackets->len; i++)
    {
      const VoletsBracketResult *bracket =
        &g_array_index (unit->brackets, VoletsBracketResult, i);
      g_autofree char *rate = volets_rate_format (bracket->rule->rate);
      g_autofree char *base = volets_money_format (bracket->base);
      g_autofree char *from = volets_money_format (bracket->from);
      g_autofree char *end = bracket->rule->up_to != VOLETS_UNSET
                               ? volets_money_format (bracket->rule->up_to) : NULL;
      g_autofree char *range = NULL;
      g_autofree char *how = g_strdup_printf ("%s de %s", rate, base);

      if (end == NULL)
        range = bracket->from > 0 ? g_strdup_printf ("Au-delà de %s", from)
                                  : g_strdup ("Toute la dépense retenue");
      else
        range = bracket->from > 0 ? g_strdup_printf ("Tranche de %s à %s", from, end)
                                  : g_strdup_printf (volet->whole ? "Sous %s" : "Jusqu’à %s", end);
      add_step (table, citations, range, how, &bracket->amount, &bracket->rule->provenance);
    }
}

static void
add_unit (VoletsSheetTable       *table,
          VoletsCitations        *citations,
          const VoletsVolet      *volet,
          const VoletsUnitResult *unit,
          gboolean                is_only)
{
  g_autofree char *classes = volets_french_count (unit->n_classes, "classe", "classes");
  g_autofree char *pupils = volets_french_count (unit->n_pupils, "élève", "élèves");
  g_autofree char *who = g_strdup_printf ("%s, %s", classes, pupils);
  g_autofree char *group = unit->name != NULL && *unit->name != '\0'
                             ? g_strdup_printf ("%s (%s)", unit->name, who)
                             : g_strdup_printf ("Tout le projet (%s)", who);

  volets_sheet_table_add_group (table, group);
  if (!is_only && unit->shared > 0 && unit->shared == unit->eligible)
    add_step (table, citations, "Dépense éligible", "sa part du projet, partagée au prorata",
              &unit->eligible, &volet->level_provenance);
  else
    add_step (table, citations, "Dépense éligible", "", &unit->eligible, NULL);
  if (!is_only && unit->shared > 0 && unit->shared < unit->eligible)
    add_step (table, citations, "dont sa part du projet", "partagée au prorata", &unit->shared,
              &volet->level_provenance);
  add_limits (table, citations, unit->ceilings, FALSE, FALSE);
  add_step (table, citations, "Dépense retenue", "", &unit->retained, NULL);
  add_brackets (table, citations, volet, unit);
  add_limits (table, citations, unit->ceilings, TRUE, FALSE);
  add_limits (table, citations, unit->floors, FALSE, TRUE);
  add_limits (table, citations, unit->floors, TRUE, TRUE);
  if (!is_only)
    add_step (table, citations, "Subvention", "", &unit->amount, NULL);
}

/**
 * volets_summary_add_computation:
 * @sheet: the summary
 * @subsidy: what was computed
 * @citations: the sources cited so far
 *
 * Adds how each amount comes about, line by line.
 */
void
volets_summary_add_computation (VoletsSheet         *sheet,
                                const VoletsSubsidy *subsidy,
                                VoletsCitations     *citations)
{
  volets_sheet_add_heading (sheet, 2, "Annexe 3 – Comment ces montants sont calculés");
  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);
      g_autoptr (VoletsSheetTable) table = volets_sheet_table_new ();
      g_autofree char *amount = volets_money_format (volet->amount);

      volets_sheet_add_heading (sheet, 3, volet->rule->title);
      if (volet->rule->brackets->len == 0)
        {
          volets_sheet_add_paragraph (sheet, volet->rule->description);
          continue;
        }

      volets_sheet_table_add_column (table, "Étape", VOLETS_ALIGN_START, 2);
      volets_sheet_table_add_column (table, "Calcul", VOLETS_ALIGN_START, 3);
      volets_sheet_table_add_column (table, "Montant", VOLETS_ALIGN_END, 0);
      volets_sheet_table_add_column (table, "Source", VOLETS_ALIGN_START, 0);
      for (guint j = 0; j < volet->units->len; j++)
        add_unit (table, citations, volet->rule, g_ptr_array_index (volet->units, j),
                  volet->units->len == 1);
      if (volet->ceilings->len > 0)
        {
          volets_sheet_table_add_group (table, "Pour l’ensemble");
          add_limits (table, citations, volet->ceilings, FALSE, FALSE);
          add_limits (table, citations, volet->ceilings, TRUE, FALSE);
        }
      volets_sheet_table_add_total (table, volets_paper_cells ("Subvention du volet", "", amount,
                                                               ""));
      volets_sheet_add_table (sheet, table);
    }
}

static void
collect (GStrvBuilder           *builder,
         VoletsCitations        *citations,
         const VoletsProvenance *provenance)
{
  g_autofree char *source = NULL;
  g_autofree char *item = NULL;

  if (provenance->note == NULL || provenance->certainty == VOLETS_CERTAINTY_OFFICIAL)
    return;

  source = volets_citations_cite (citations, provenance);
  item = g_strdup_printf ("%s %s", provenance->note, source);
  g_strv_builder_add (builder, item);
}

static void
collect_volet (GStrvBuilder      *builder,
               VoletsCitations   *citations,
               const VoletsVolet *volet)
{
  collect (builder, citations, &volet->level_provenance);
  for (guint i = 0; i < volet->ceilings->len; i++)
    collect (builder, citations,
             &((const VoletsLimit *) g_ptr_array_index (volet->ceilings, i))->provenance);
  collect (builder, citations, &volet->scale_provenance);
  for (guint i = 0; i < volet->floors->len; i++)
    collect (builder, citations,
             &((const VoletsLimit *) g_ptr_array_index (volet->floors, i))->provenance);
}

/**
 * volets_summary_add_assumptions:
 * @sheet: the summary
 * @subsidy: what was computed
 * @citations: the sources cited so far
 *
 * Adds what no official text says outright, then every source.
 */
void
volets_summary_add_assumptions (VoletsSheet         *sheet,
                                const VoletsSubsidy *subsidy,
                                VoletsCitations     *citations)
{
  const VoletsCall *call = subsidy->call;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;

  collect (builder, citations, &call->base_provenance);
  collect (builder, citations, &call->rounding);
  for (guint i = 0; i < call->perimeter->len; i++)
    collect (builder, citations, g_ptr_array_index (call->perimeter, i));
  for (guint i = 0; i < call->volets->len; i++)
    collect_volet (builder, citations, g_ptr_array_index (call->volets, i));
  items = g_strv_builder_end (builder);

  if (items[0] != NULL)
    {
      volets_sheet_add_heading (sheet, 2, "Annexe 4 – Hypothèses et interprétations");
      volets_sheet_add_list (sheet, (const char *const *) items);
    }
  volets_sheet_add_heading (sheet, 2, "Sources");
  volets_citations_add_list (citations, sheet);
}
