/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/deliberation-statement.h"

#include "documents/act-fields.h"
#include "documents/paper-words.h"
#include "documents/sheet-act.h"
#include "engine/french.h"
#include "engine/money.h"
#include "engine/project.h"
#include "engine/roster.h"

/* More schools than this are counted, not named: the act has to stay short. */
#define MOST_NAMED 10

static void
add_request (VoletsSheet               *sheet,
             VoletsDossier             *dossier,
             const VoletsCall          *call,
             const VoletsAssemblyWords *words)
{
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);
  const char *title = volets_record_get_text (project, VOLETS_PROJECT_TITLE);
  g_autofree char *who = volets_french_capitalise (words->name);
  g_autofree char *of_call = volets_paper_of_call (call);
  g_autoptr (GString) sentence = g_string_new (who);

  g_string_append_printf (sentence, " demande à l’État une subvention au titre %s", of_call);
  if (title != NULL)
    g_string_append_printf (sentence, ", pour son projet « %s »", title);
  g_string_append_c (sentence, '.');
  volets_sheet_add_paragraph (sheet, sentence->str);

  if (volets_record_has (project, VOLETS_PROJECT_DESCRIPTION))
    volets_sheet_add_paragraph (sheet,
                                volets_record_get_text (project, VOLETS_PROJECT_DESCRIPTION));
}

/* « École du Centre (8 classes, 190 élèves) »; the numbers of a school alone are those of all. */
static char *
describe_school (const VoletsRosterSchool *school,
                 gboolean                  is_alone)
{
  const char *name = school->name != NULL ? school->name : school->uai;
  g_autofree char *classes = NULL;
  g_autofree char *pupils = NULL;

  if (is_alone)
    return g_strdup (name);

  classes = volets_french_count (school->n_classes, "classe", "classes");
  pupils = volets_french_count (school->n_pupils, "élève", "élèves");
  return g_strdup_printf ("%s (%s, %s)", name, classes, pupils);
}

static gboolean
has_names (const VoletsRoster *roster)
{
  for (guint i = 0; i < volets_roster_get_size (roster); i++)
    {
      const VoletsRosterSchool *school = volets_roster_get_school (roster, i);

      if (school->name == NULL && school->uai == NULL)
        return FALSE;
    }

  return volets_roster_get_size (roster) <= MOST_NAMED;
}

static char *
name_schools (const VoletsRoster *roster)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_schools = volets_roster_get_size (roster);
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *name = describe_school (volets_roster_get_school (roster, i),
                                               n_schools == 1);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);

  return volets_french_join ((const char *const *) names);
}

static void
append_schools (GString             *sentence,
                VoletsDossier       *dossier,
                const VoletsSubsidy *subsidy)
{
  g_autoptr (VoletsRoster) roster = volets_roster_new (subsidy->call, dossier);
  g_autofree char *schools = volets_french_count (subsidy->n_schools, "école", "écoles");
  g_autofree char *classes = volets_french_count (subsidy->n_classes, "classe", "classes");
  g_autofree char *pupils = volets_french_count (subsidy->n_pupils, "élève", "élèves");
  g_autofree char *communes = volets_french_count (subsidy->n_communes, "commune", "communes");

  if (subsidy->n_schools == 0)
    return;

  g_string_append_printf (sentence, "Le projet concerne %s, %s et %s", schools, classes, pupils);
  if (subsidy->n_communes > 1)
    g_string_append_printf (sentence, " dans %s", communes);
  if (has_names (roster))
    {
      g_autofree char *names = name_schools (roster);

      g_string_append_printf (sentence, " : %s", names);
    }
  g_string_append (sentence, ". ");
}

static void
append_calendar (GString       *sentence,
                 VoletsDossier *dossier)
{
  VoletsRecord *project = volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT);
  g_autofree char *start = volets_act_day (project, VOLETS_PROJECT_START_DATE);
  g_autofree char *end = volets_act_day (project, VOLETS_PROJECT_END_DATE);

  if (*start == '\0' && *end == '\0')
    return;

  g_string_append (sentence, "La réalisation du projet est prévue");
  if (*start != '\0' && *end != '\0')
    g_string_append_printf (sentence, " du %s au %s", start, end);
  else if (*start != '\0')
    g_string_append_printf (sentence, " à partir du %s", start);
  else
    g_string_append_printf (sentence, " jusqu’au %s", end);
  g_string_append_c (sentence, '.');
}

static void
add_extent (VoletsSheet         *sheet,
            VoletsDossier       *dossier,
            const VoletsSubsidy *subsidy)
{
  g_autoptr (GString) sentences = g_string_new (NULL);

  append_schools (sentences, dossier, subsidy);
  append_calendar (sentences, dossier);
  if (sentences->len > 0)
    volets_sheet_add_paragraph (sheet, g_strchomp (sentences->str));
}

static void
add_volets (VoletsSheet         *sheet,
            const VoletsSubsidy *subsidy)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;

  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);
      g_autofree char *amount = volets_money_format (volet->amount);
      g_autofree char *retained = volets_money_format (volet->retained);
      g_autofree char *item = g_strdup_printf ("%s : %s, pour %s de dépenses retenues",
                                               volet->rule->title, amount, retained);

      if (volet->amount > 0)
        g_strv_builder_add (builder, item);
    }
  items = g_strv_builder_end (builder);
  volets_sheet_add_list (sheet, (const char *const *) items);
}

static void
add_cost (VoletsSheet         *sheet,
          const VoletsSubsidy *subsidy)
{
  g_autofree char *without = volets_money_format (subsidy->declared_amounts.excluding_tax);
  g_autofree char *with = volets_money_format (subsidy->declared_amounts.including_tax);
  g_autofree char *amount = volets_money_format (subsidy->amount);
  g_autofree char *sentence = NULL;

  if (subsidy->declared == 0)
    {
      volets_sheet_add_fields (sheet, 2,
                               volets_paper_cells ("Coût du projet", "", "Subvention demandée",
                                                   ""));
      return;
    }

  sentence = g_strdup_printf ("Le coût du projet est de %s" VOLETS_NBSP "HT, soit "
                              "%s" VOLETS_NBSP "TTC. La subvention demandée, calculée sur les "
                              "dépenses %s, est de %s%s", without, with,
                              subsidy->call->tax_included ? "TTC" : "HT", amount,
                              subsidy->amount > 0 ? " :" : ".");
  volets_sheet_add_paragraph (sheet, sentence);
  if (subsidy->amount > 0)
    {
      volets_sheet_keep_with_next (sheet);
      add_volets (sheet, subsidy);
    }
}

/**
 * volets_deliberation_add_statement:
 * @sheet: a délibération
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @words: what the applicant is called
 *
 * Adds what the head tells the assembly: what is planned, for whom, when, what it costs and what
 * is asked for. What is not known is left out, but for the amounts, which are to be written in.
 */
void
volets_deliberation_add_statement (VoletsSheet               *sheet,
                                   VoletsDossier             *dossier,
                                   const VoletsSubsidy       *subsidy,
                                   const VoletsAssemblyWords *words)
{
  add_request (sheet, dossier, subsidy->call, words);
  add_extent (sheet, dossier, subsidy);
  add_cost (sheet, subsidy);
}
