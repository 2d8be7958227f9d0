/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/support.h"

static const VoletsField FIELDS[] = {
  [VOLETS_SUPPORT_INSPECTOR] = { "inspector", "ien", "IEN de circonscription", VOLETS_FIELD_TEXT },
  [VOLETS_SUPPORT_INSPECTOR_EMAIL] = {
    "inspector-email", "ienCourriel", "courriel de l’IEN", VOLETS_FIELD_TEXT,
  },
  [VOLETS_SUPPORT_ADVISER] = {
    "adviser", "conseillerNumerique", "conseiller pédagogique numérique", VOLETS_FIELD_TEXT,
  },
  [VOLETS_SUPPORT_ADVISER_EMAIL] = {
    "adviser-email", "conseillerCourriel", "courriel du conseiller", VOLETS_FIELD_TEXT,
  },
  [VOLETS_SUPPORT_TEACHERS] = {
    "teachers", "enseignantsAFormer", "enseignants à former", VOLETS_FIELD_COUNT,
  },
  [VOLETS_SUPPORT_TEXT] = { "text", "projet", "projet pédagogique", VOLETS_FIELD_TEXT },
};

VOLETS_DEFINE_RECORD (VoletsSupport, volets_support, FIELDS)
