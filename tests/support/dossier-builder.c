/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/dossier-builder.h"

#include "engine/commune.h"
#include "engine/expense.h"

/**
 * volets_test_add_commune:
 * @dossier: a dossier
 * @insee: its code, which names it too
 *
 * Returns: (transfer none): the row
 */
VoletsRecord *
volets_test_add_commune (VoletsDossier *dossier,
                         const char    *insee)
{
  VoletsRecord *commune = volets_dossier_append (dossier, VOLETS_SECTION_COMMUNES);
  g_autofree char *name = g_strconcat ("Commune ", insee, NULL);

  volets_record_set_text (commune, VOLETS_COMMUNE_INSEE, insee);
  volets_record_set_text (commune, VOLETS_COMMUNE_NAME, name);

  return commune;
}

/**
 * volets_test_add_school:
 * @dossier: a dossier
 * @id: its id, which names it too
 * @commune: (nullable): the code of its commune
 * @kind: its kind
 * @n_classes: how many classes count
 * @n_pupils: how many pupils count
 *
 * Returns: (transfer none): the row
 */
VoletsRecord *
volets_test_add_school (VoletsDossier    *dossier,
                        const char       *id,
                        const char       *commune,
                        VoletsSchoolKind  kind,
                        gint64            n_classes,
                        gint64            n_pupils)
{
  VoletsRecord *school = volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);
  g_autofree char *name = g_strconcat ("École ", id, NULL);

  volets_record_set_text (school, VOLETS_SCHOOL_ID, id);
  volets_record_set_text (school, VOLETS_SCHOOL_NAME, name);
  volets_record_set_text (school, VOLETS_SCHOOL_COMMUNE, commune);
  volets_record_set_number (school, VOLETS_SCHOOL_KIND, kind);
  volets_record_set_number (school, VOLETS_SCHOOL_CLASSES, n_classes);
  volets_record_set_number (school, VOLETS_SCHOOL_PUPILS, n_pupils);

  return school;
}

/**
 * volets_test_add_expense:
 * @dossier: a dossier
 * @section: where lines of expense are
 * @school: (nullable): the id of a school, %NULL for the whole project
 * @centimes: the amount
 *
 * Returns: (transfer none): the row
 */
VoletsRecord *
volets_test_add_expense (VoletsDossier *dossier,
                         VoletsSection  section,
                         const char    *school,
                         gint64         centimes)
{
  VoletsRecord *line = volets_dossier_append (dossier, section);
  gboolean is_service = section == VOLETS_SECTION_SERVICE_LINES;

  volets_record_set_number (line, VOLETS_EXPENSE_FAMILY,
                            is_service ? VOLETS_EXPENSE_FAMILY_SERVICE
                                       : VOLETS_EXPENSE_FAMILY_CLASSE);
  volets_record_set_text (line, VOLETS_EXPENSE_LABEL, is_service ? "Abonnement" : "Écran");
  volets_record_set_text (line, VOLETS_EXPENSE_SCHOOL, school);
  volets_record_set_number (line, VOLETS_EXPENSE_SCOPE,
                            school != NULL ? VOLETS_EXPENSE_SCOPE_SCHOOL
                                           : VOLETS_EXPENSE_SCOPE_PROJECT);
  volets_record_set_number (line, VOLETS_EXPENSE_QUANTITY, 1);
  volets_record_set_number (line, VOLETS_EXPENSE_UNIT_PRICE, centimes);
  volets_record_set_number (line, VOLETS_EXPENSE_VAT_RATE, 0);

  return line;
}

/**
 * volets_test_add_funder:
 * @dossier: a dossier
 * @kind: public or private
 * @centimes: what it pays
 *
 * Returns: (transfer none): the row
 */
VoletsRecord *
volets_test_add_funder (VoletsDossier    *dossier,
                        VoletsFunderKind  kind,
                        gint64            centimes)
{
  VoletsRecord *funder = volets_dossier_append (dossier, VOLETS_SECTION_FUNDERS);

  volets_record_set_text (funder, VOLETS_FUNDER_NAME, "Financeur");
  volets_record_set_number (funder, VOLETS_FUNDER_KIND, kind);
  volets_record_set_number (funder, VOLETS_FUNDER_AMOUNT, centimes);
  volets_record_set_number (funder, VOLETS_FUNDER_STATUS, VOLETS_FUNDER_STATUS_ASKED);

  return funder;
}
