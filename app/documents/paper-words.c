/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/paper-words.h"

#include "engine/dossier-xml.h"
#include "engine/french.h"

/* What is printed of the fingerprint. */
#define MARK_LENGTH 16

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
