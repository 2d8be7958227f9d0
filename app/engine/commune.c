/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/commune.h"

static const VoletsField FIELDS[] = {
  [VOLETS_COMMUNE_INSEE] = { "insee", "insee", "code INSEE", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_COMMUNE_NAME] = { "name", "nom", "nom de la commune", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_COMMUNE_POSTAL_CODE] = { "postal-code", "codePostal", "code postal", VOLETS_FIELD_TEXT },
  [VOLETS_COMMUNE_POPULATION] = { "population", "population", "population", VOLETS_FIELD_COUNT },
};

VOLETS_DEFINE_RECORD (VoletsCommune, volets_commune, FIELDS)
