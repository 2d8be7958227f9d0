/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/applicant.h"

G_DEFINE_ENUM_TYPE (VoletsApplicantKind, volets_applicant_kind,
                    G_DEFINE_ENUM_VALUE (VOLETS_APPLICANT_KIND_MISSING, ""),
                    G_DEFINE_ENUM_VALUE (VOLETS_APPLICANT_KIND_COMMUNE, "commune"),
                    G_DEFINE_ENUM_VALUE (VOLETS_APPLICANT_KIND_EPCI, "epci"),
                    G_DEFINE_ENUM_VALUE (VOLETS_APPLICANT_KIND_SYNDICAT, "syndicat"),
                    G_DEFINE_ENUM_VALUE (VOLETS_APPLICANT_KIND_CAISSE_DES_ECOLES,
                                         "caisse-des-ecoles"))

static const VoletsField FIELDS[] = {
  [VOLETS_APPLICANT_KIND] = {
    "kind", "nature", "nature du demandeur", VOLETS_FIELD_CHOICE, TRUE,
    volets_applicant_kind_get_type,
  },
  [VOLETS_APPLICANT_NAME] = { "name", "nom", "nom du demandeur", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_APPLICANT_SIRET] = { "siret", "siret", "SIRET", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_APPLICANT_ADDRESS] = { "address", "adresse", "adresse", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_APPLICANT_POSTAL_CODE] = {
    "postal-code", "codePostal", "code postal", VOLETS_FIELD_TEXT, TRUE,
  },
  [VOLETS_APPLICANT_CITY] = { "city", "ville", "ville", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_APPLICANT_PHONE] = { "phone", "telephone", "téléphone", VOLETS_FIELD_TEXT },
  [VOLETS_APPLICANT_EMAIL] = { "email", "courriel", "courriel", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_APPLICANT_IBAN] = { "iban", "iban", "IBAN", VOLETS_FIELD_TEXT },
  [VOLETS_APPLICANT_REPRESENTATIVE_NAME] = {
    "representative-name", "representantNom", "nom du représentant légal", VOLETS_FIELD_TEXT, TRUE,
  },
  [VOLETS_APPLICANT_REPRESENTATIVE_ROLE] = {
    "representative-role", "representantQualite", "qualité du représentant légal",
    VOLETS_FIELD_TEXT, TRUE,
  },
  [VOLETS_APPLICANT_CONTACT_NAME] = {
    "contact-name", "contactNom", "nom de la personne mandatée", VOLETS_FIELD_TEXT, TRUE,
  },
  [VOLETS_APPLICANT_CONTACT_ROLE] = {
    "contact-role", "contactFonction", "fonction de la personne mandatée", VOLETS_FIELD_TEXT,
  },
  [VOLETS_APPLICANT_CONTACT_PHONE] = {
    "contact-phone", "contactTelephone", "téléphone de la personne mandatée", VOLETS_FIELD_TEXT,
  },
  [VOLETS_APPLICANT_CONTACT_EMAIL] = {
    "contact-email", "contactCourriel", "courriel de la personne mandatée", VOLETS_FIELD_TEXT, TRUE,
  },
  [VOLETS_APPLICANT_SWORN_STATEMENT] = {
    "sworn-statement", "attestation", "attestation fiscale et sociale", VOLETS_FIELD_BOOLEAN,
  },
};

VOLETS_DEFINE_RECORD (VoletsApplicant, volets_applicant, FIELDS)
