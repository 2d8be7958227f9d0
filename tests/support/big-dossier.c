/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/big-dossier.h"

#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/funding.h"
#include "support/dossier-builder.h"

/* So many schools are in a commune. */
#define SCHOOLS_PER_COMMUNE 16
#define SERVICES_PERCENT 20
#define PROJECT_WIDE_PERCENT 10
/* One line in so many is not eligible, or says what is probably not. */
#define INELIGIBLE_EVERY 50
#define DOUBTFUL_EVERY 400

static const char *const EQUIPMENT[] = {
  "Écran interactif 75 pouces, pose comprise",
  "Vidéoprojecteur interactif à focale ultra-courte",
  "Ordinateur portable de la classe",
  "Visualiseur de documents",
  "Pack de 12 tablettes avec chariot de recharge",
  "Câblage et points d’accès Wi-Fi désactivables",
  "Enceintes et microphone de table",
  "Ordinateur portable de la direction",
};

static const char *const SERVICES[] = {
  "Espace numérique de travail, deux années scolaires",
  "Bibliothèque de ressources pédagogiques",
  "Gestion de la vie scolaire",
};

/* The letter that goes with the seven digits. */
static char *
create_uai (guint number)
{
  static const char LETTERS[] = "ABCDEFGHJKLMNPRSTUVWXYZ";
  guint digits = 840000 + number;

  return g_strdup_printf ("%07u%c", digits, LETTERS[digits % 23]);
}

static void
add_schools (VoletsDossier *dossier,
             guint          n_schools)
{
  guint n_communes = MAX (1, n_schools / SCHOOLS_PER_COMMUNE);

  for (guint i = 0; i < n_communes; i++)
    {
      g_autofree char *insee = g_strdup_printf ("84%03u", i + 1);
      g_autofree char *postal_code = g_strdup_printf ("84%03u", 100 + i * 10);
      VoletsRecord *commune = volets_test_add_commune (dossier, insee);

      volets_record_set_text (commune, VOLETS_COMMUNE_POSTAL_CODE, postal_code);
    }
  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);
      g_autofree char *insee = g_strdup_printf ("84%03u", i * 7 % n_communes + 1);
      g_autofree char *uai = create_uai (i);
      guint n_classes = 2 + i % 12;
      VoletsRecord *school;

      school = volets_test_add_school (dossier, id, insee, VOLETS_SCHOOL_KIND_ELEMENTAIRE,
                                       n_classes, n_classes * (18 + i % 9));
      volets_record_set_text (school, VOLETS_SCHOOL_UAI, uai);
      volets_record_set_number (school, VOLETS_SCHOOL_SECTOR, VOLETS_SCHOOL_SECTOR_PUBLIC);
    }
}

static void
describe_line (VoletsRecord  *line,
               VoletsSection  section,
               guint          index)
{
  const char *label = section == VOLETS_SECTION_EQUIPMENT
                        ? EQUIPMENT[index % G_N_ELEMENTS (EQUIPMENT)]
                        : SERVICES[index % G_N_ELEMENTS (SERVICES)];

  if (index % DOUBTFUL_EVERY == 0)
    label = "Contrat de maintenance, trois ans";
  volets_record_set_text (line, VOLETS_EXPENSE_LABEL, label);
  if (index % INELIGIBLE_EVERY == 1)
    {
      volets_record_set_number (line, VOLETS_EXPENSE_INELIGIBLE, TRUE);
      volets_record_set_text (line, VOLETS_EXPENSE_REASON, "Simple renouvellement");
    }
  volets_record_set_number (line, VOLETS_EXPENSE_QUANTITY, 1 + index % 5);
  volets_record_set_number (line, VOLETS_EXPENSE_VAT_RATE, 2000);
}

/**
 * volets_test_fill_dossier:
 * @dossier: a dossier
 * @n_schools: how many schools there will be, in communes of sixteen
 * @n_lines: how many lines of expense, a fifth of them of services
 *
 * Gives @dossier schools and lines in the place of those that it has. Its other answers stay, but
 * for who pays, which would not fit any more.
 */
void
volets_test_fill_dossier (VoletsDossier *dossier,
                          guint          n_schools,
                          guint          n_lines)
{
  static const VoletsSection REPLACED[] = {
    VOLETS_SECTION_COMMUNES,
    VOLETS_SECTION_SCHOOLS,
    VOLETS_SECTION_EQUIPMENT,
    VOLETS_SECTION_SERVICE_LINES,
    VOLETS_SECTION_FUNDERS,
  };
  guint n_services = n_lines * SERVICES_PERCENT / 100;

  for (gsize i = 0; i < G_N_ELEMENTS (REPLACED); i++)
    g_list_store_remove_all (volets_dossier_get_list (dossier, REPLACED[i]));
  volets_record_set_number (volets_dossier_get_record (dossier, VOLETS_SECTION_FUNDING),
                            VOLETS_FUNDING_OWN_SHARE, VOLETS_UNSET);

  add_schools (dossier, n_schools);
  for (guint i = 0; i < n_lines; i++)
    {
      VoletsSection section = i < n_services ? VOLETS_SECTION_SERVICE_LINES
                                             : VOLETS_SECTION_EQUIPMENT;
      g_autofree char *school = g_strdup_printf ("e%u", i * 31 % n_schools + 1);
      gboolean project_wide = i >= n_services && i % 100 < PROJECT_WIDE_PERCENT;

      describe_line (volets_test_add_expense (dossier, section, project_wide ? NULL : school,
                                              5000 + i * 7919 % 150000),
                     section, i);
    }
}

/**
 * volets_test_fill_big_dossier:
 * @dossier: a dossier
 * @n_lines: how many lines of expense there will be
 *
 * The same with VOLETS_TEST_N_SCHOOLS schools.
 */
void
volets_test_fill_big_dossier (VoletsDossier *dossier,
                              guint          n_lines)
{
  volets_test_fill_dossier (dossier, VOLETS_TEST_N_SCHOOLS, n_lines);
}
