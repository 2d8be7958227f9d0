/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/services.h"

static const VoletsField FIELDS[] = {
  [VOLETS_SERVICES_MODALITY] = { "modality", "modalite", "modalité", VOLETS_FIELD_TEXT },
  [VOLETS_SERVICES_PRODUCT] = { "product", "produit", "produit", VOLETS_FIELD_TEXT },
  [VOLETS_SERVICES_PROVIDER] = { "provider", "fournisseur", "fournisseur", VOLETS_FIELD_TEXT },
  [VOLETS_SERVICES_START_DATE] = {
    "start-date", "dateDebut", "début du service", VOLETS_FIELD_DATE,
  },
  [VOLETS_SERVICES_END_DATE] = { "end-date", "dateFin", "fin du service", VOLETS_FIELD_DATE },
};

VOLETS_DEFINE_RECORD (VoletsServices, volets_services, FIELDS)
