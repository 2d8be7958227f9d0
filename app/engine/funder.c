/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/funder.h"

G_DEFINE_ENUM_TYPE (VoletsFunderKind, volets_funder_kind,
                    G_DEFINE_ENUM_VALUE (VOLETS_FUNDER_KIND_MISSING, ""),
                    G_DEFINE_ENUM_VALUE (VOLETS_FUNDER_KIND_PUBLIC, "public"),
                    G_DEFINE_ENUM_VALUE (VOLETS_FUNDER_KIND_PRIVATE, "prive"))

G_DEFINE_ENUM_TYPE (VoletsFunderStatus, volets_funder_status,
                    G_DEFINE_ENUM_VALUE (VOLETS_FUNDER_STATUS_MISSING, ""),
                    G_DEFINE_ENUM_VALUE (VOLETS_FUNDER_STATUS_ASKED, "sollicite"),
                    G_DEFINE_ENUM_VALUE (VOLETS_FUNDER_STATUS_GRANTED, "accorde"))

static const VoletsField FIELDS[] = {
  [VOLETS_FUNDER_NAME] = { "name", "nom", "nom du financeur", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_FUNDER_KIND] = {
    "kind", "nature", "nature du financeur", VOLETS_FIELD_CHOICE, TRUE, volets_funder_kind_get_type,
  },
  [VOLETS_FUNDER_AMOUNT] = {
    "amount", "montant", "montant du financement", VOLETS_FIELD_MONEY, TRUE,
  },
  [VOLETS_FUNDER_STATUS] = {
    "status", "etat", "état du financement", VOLETS_FIELD_CHOICE, TRUE,
    volets_funder_status_get_type,
  },
  [VOLETS_FUNDER_DECISION_DATE] = {
    "decision-date", "dateDecision", "date de la décision", VOLETS_FIELD_DATE,
  },
};

VOLETS_DEFINE_RECORD (VoletsFunder, volets_funder, FIELDS)
