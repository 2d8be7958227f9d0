/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/paper-words.h"

#include "engine/dossier-xml.h"
#include "engine/french.h"

/* What is printed of the fingerprint. */
#define MARK_LENGTH 16

/* How a call begins that is called by a noun: inside a sentence it has an article, and no capital.
 */
#define CALL_NOUN "Appel à "

/**
 * volets_paper_get_text:
 * @record: a record
 * @field: a field that holds text
 *
 * Returns: (transfer none): the text, or what papers show for one that is missing
 */
const char *
volets_paper_get_text (VoletsRecord *record,
                       guint         field)
{
  const char *text = volets_record_get_text (record, field);

  return text != NULL ? text : VOLETS_PAPER_MISSING;
}

/**
 * volets_paper_count:
 * @record: a record
 * @field: a field that holds a count
 *
 * Returns: (transfer full): the count, or a dash where it is missing
 */
char *
volets_paper_count (VoletsRecord *record,
                    guint         field)
{
  gint64 count = volets_record_get_number (record, field);

  return count == VOLETS_UNSET ? g_strdup ("–") : volets_french_group_digits ((guint64) count);
}

/**
 * volets_paper_mark:
 * @dossier: a dossier
 *
 * Returns: (transfer full): what stands on every page for the answers that it is made of
 */
char *
volets_paper_mark (VoletsDossier *dossier)
{
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (dossier);

  return g_strdup_printf ("Empreinte %.*s", MARK_LENGTH, fingerprint);
}

/**
 * volets_paper_join:
 * @formulas: (element-type VoletsFormula): sentences of a call
 * @applicant: who asks for the subsidy
 * @separator: what goes between them
 *
 * Returns: (transfer full): those that are for @applicant, "" where there are none
 */
char *
volets_paper_join (GPtrArray           *formulas,
                   VoletsApplicantKind  applicant,
                   const char          *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < formulas->len; i++)
    {
      const VoletsFormula *formula = g_ptr_array_index (formulas, i);

      if (!volets_formula_applies (formula, applicant))
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, formula->provenance.note);
    }

  return g_string_free (joined, FALSE);
}

/**
 * volets_paper_of_call:
 * @call: a call
 *
 * Returns: (transfer full): its name after « au titre », « de l’appel à projets pour un socle
 *   numérique (AAP SNEE, 2021) »
 */
char *
volets_paper_of_call (const VoletsCall *call)
{
  g_autofree char *noun = NULL;
  g_autofree char *of_noun = NULL;

  if (!g_str_has_prefix (call->title, CALL_NOUN))
    return g_strdup_printf ("du dispositif « %s » (%s, %u)", call->title, call->acronym,
                            call->year);

  noun = g_strconcat ("l’a", call->title + 1, NULL);
  of_noun = volets_french_of (noun);
  return g_strdup_printf ("%s (%s, %u)", of_noun, call->acronym, call->year);
}
