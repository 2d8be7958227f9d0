/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/formats.h"

#include "engine/applicant.h"
#include "engine/commune.h"
#include "engine/email.h"
#include "engine/iban.h"
#include "engine/identifiers.h"
#include "engine/phone.h"
#include "engine/place-codes.h"
#include "engine/school.h"
#include "engine/support.h"

static const VoletsFormat FORMATS[] = {
  { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_SIRET, volets_siret_check,
    VOLETS_SEVERITY_ERROR, "siret-invalide" },
  { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_POSTAL_CODE, volets_postal_code_check,
    VOLETS_SEVERITY_ERROR, "code-postal-invalide" },
  { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_PHONE, volets_phone_check,
    VOLETS_SEVERITY_WARNING, "telephone-invalide" },
  { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_EMAIL, volets_email_check,
    VOLETS_SEVERITY_ERROR, "courriel-invalide" },
  { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_IBAN, volets_iban_check,
    VOLETS_SEVERITY_ERROR, "iban-invalide" },
  { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_CONTACT_PHONE, volets_phone_check,
    VOLETS_SEVERITY_WARNING, "telephone-invalide" },
  { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_CONTACT_EMAIL, volets_email_check,
    VOLETS_SEVERITY_ERROR, "courriel-invalide" },
  { VOLETS_SECTION_COMMUNES, VOLETS_COMMUNE_INSEE, volets_insee_check,
    VOLETS_SEVERITY_ERROR, "insee-invalide" },
  { VOLETS_SECTION_COMMUNES, VOLETS_COMMUNE_POSTAL_CODE, volets_postal_code_check,
    VOLETS_SEVERITY_ERROR, "code-postal-invalide" },
  { VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_UAI, volets_uai_check,
    VOLETS_SEVERITY_ERROR, "uai-invalide" },
  { VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_COMMUNE, volets_insee_check,
    VOLETS_SEVERITY_ERROR, "insee-invalide" },
  { VOLETS_SECTION_SUPPORT, VOLETS_SUPPORT_INSPECTOR_EMAIL, volets_email_check,
    VOLETS_SEVERITY_ERROR, "courriel-invalide" },
  { VOLETS_SECTION_SUPPORT, VOLETS_SUPPORT_ADVISER_EMAIL, volets_email_check,
    VOLETS_SEVERITY_ERROR, "courriel-invalide" },
};

/**
 * volets_formats_get:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): every format
 */
const VoletsFormat *
volets_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (FORMATS);

  return FORMATS;
}

/**
 * volets_formats_find:
 * @section: a section
 * @field: one of its fields
 *
 * Returns: (transfer none) (nullable): the format of the field, where it must have one
 */
const VoletsFormat *
volets_formats_find (VoletsSection section,
                     guint         field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      if (FORMATS[i].section == section && FORMATS[i].field == field)
        return &FORMATS[i];
    }

  return NULL;
}
