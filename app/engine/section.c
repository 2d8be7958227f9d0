/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/section.h"

#include "engine/applicant.h"
#include "engine/attachment.h"
#include "engine/commitment.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/funder.h"
#include "engine/funding.h"
#include "engine/project.h"
#include "engine/record.h"
#include "engine/school.h"
#include "engine/services.h"
#include "engine/session.h"
#include "engine/support.h"
#include "engine/training.h"

static const VoletsSectionInfo SECTIONS[VOLETS_N_SECTIONS] = {
  [VOLETS_SECTION_PROJECT] = {
    "project", "projet", NULL, "projet",
    volets_project_get_type, VOLETS_STEP_APPLICANT,
  },
  [VOLETS_SECTION_APPLICANT] = {
    "applicant", "demandeur", NULL, "demandeur",
    volets_applicant_get_type, VOLETS_STEP_APPLICANT,
  },
  [VOLETS_SECTION_COMMUNES] = {
    "communes", "communes", "commune", "commune",
    volets_commune_get_type, VOLETS_STEP_APPLICANT,
  },
  [VOLETS_SECTION_SESSION] = {
    "session", "seance", NULL, "séance",
    volets_session_get_type, VOLETS_STEP_APPLICANT,
  },
  [VOLETS_SECTION_SCHOOLS] = {
    "schools", "ecoles", "ecole", "école",
    volets_school_get_type, VOLETS_STEP_SCHOOLS,
  },
  [VOLETS_SECTION_EQUIPMENT] = {
    "equipment", "equipement", "depense", "dépense d’équipement",
    volets_expense_get_type, VOLETS_STEP_EQUIPMENT,
  },
  [VOLETS_SECTION_SERVICES] = {
    "services", "services", NULL, "services",
    volets_services_get_type, VOLETS_STEP_SERVICES,
  },
  [VOLETS_SECTION_SERVICE_LINES] = {
    "service-lines", "prestations", "prestation", "dépense de services",
    volets_expense_get_type, VOLETS_STEP_SERVICES,
  },
  [VOLETS_SECTION_SUPPORT] = {
    "support", "accompagnement", NULL, "accompagnement",
    volets_support_get_type, VOLETS_STEP_SUPPORT,
  },
  [VOLETS_SECTION_COMMITMENTS] = {
    "commitments", "engagements", "engagement", "engagement",
    volets_commitment_get_type, VOLETS_STEP_SUPPORT,
  },
  [VOLETS_SECTION_TRAININGS] = {
    "trainings", "formations", "formation", "formation",
    volets_training_get_type, VOLETS_STEP_SUPPORT,
  },
  [VOLETS_SECTION_FUNDING] = {
    "funding", "financement", NULL, "financement",
    volets_funding_get_type, VOLETS_STEP_FUNDING,
  },
  [VOLETS_SECTION_FUNDERS] = {
    "funders", "financeurs", "financeur", "financeur",
    volets_funder_get_type, VOLETS_STEP_FUNDING,
  },
  [VOLETS_SECTION_ATTACHMENTS] = {
    "attachments", "pieces", "piece", "pièce",
    volets_attachment_get_type, VOLETS_STEP_ATTACHMENTS,
  },
};

/**
 * volets_section_get_info:
 * @section: a section
 *
 * Returns: (transfer none): what it is called and made of
 */
const VoletsSectionInfo *
volets_section_get_info (VoletsSection section)
{
  g_return_val_if_fail (section < VOLETS_N_SECTIONS, NULL);

  return &SECTIONS[section];
}

/**
 * volets_section_find:
 * @element: its element in files
 * @section: (out): the section
 *
 * Returns: whether there is one
 */
gboolean
volets_section_find (const char    *element,
                     VoletsSection *section)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      if (g_str_equal (SECTIONS[i].element, element))
        {
          *section = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * volets_section_find_field:
 * @section: a section
 * @element: the element of a field in files
 * @field: (out): that field
 *
 * Returns: whether there is one
 */
gboolean
volets_section_find_field (VoletsSection  section,
                           const char    *element,
                           guint         *field)
{
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (section)->get_type ());

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (g_str_equal (klass->fields[i].element, element))
        {
          *field = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * volets_section_has_expenses:
 * @section: a section
 *
 * Returns: whether its rows are expenses, of equipment or of services
 */
gboolean
volets_section_has_expenses (VoletsSection section)
{
  return section == VOLETS_SECTION_EQUIPMENT || section == VOLETS_SECTION_SERVICE_LINES;
}
