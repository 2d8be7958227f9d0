/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/school.h"

G_DEFINE_ENUM_TYPE (VoletsSchoolKind, volets_school_kind,
                    G_DEFINE_ENUM_VALUE (VOLETS_SCHOOL_KIND_MISSING, ""),
                    G_DEFINE_ENUM_VALUE (VOLETS_SCHOOL_KIND_MATERNELLE, "maternelle"),
                    G_DEFINE_ENUM_VALUE (VOLETS_SCHOOL_KIND_ELEMENTAIRE, "elementaire"),
                    G_DEFINE_ENUM_VALUE (VOLETS_SCHOOL_KIND_PRIMAIRE, "primaire"))

G_DEFINE_ENUM_TYPE (VoletsSchoolSector, volets_school_sector,
                    G_DEFINE_ENUM_VALUE (VOLETS_SCHOOL_SECTOR_MISSING, ""),
                    G_DEFINE_ENUM_VALUE (VOLETS_SCHOOL_SECTOR_PUBLIC, "public"),
                    G_DEFINE_ENUM_VALUE (VOLETS_SCHOOL_SECTOR_PRIVE, "prive"))

static const VoletsField FIELDS[] = {
  [VOLETS_SCHOOL_ID] = { "id", "id", "identifiant", VOLETS_FIELD_ID, TRUE },
  [VOLETS_SCHOOL_UAI] = { "uai", "uai", "UAI", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_SCHOOL_NAME] = { "name", "nom", "nom de l’école", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_SCHOOL_COMMUNE] = { "commune", "commune", "commune de l’école", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_SCHOOL_KIND] = {
    "kind", "nature", "nature de l’école", VOLETS_FIELD_CHOICE, TRUE, volets_school_kind_get_type,
  },
  [VOLETS_SCHOOL_SECTOR] = {
    "sector", "secteur", "secteur", VOLETS_FIELD_CHOICE, TRUE, volets_school_sector_get_type,
  },
  [VOLETS_SCHOOL_CLASSES] = {
    "classes", "classes", "classes de cycles 2 et 3", VOLETS_FIELD_COUNT, TRUE,
  },
  [VOLETS_SCHOOL_PUPILS] = {
    "pupils", "eleves", "élèves de cycles 2 et 3", VOLETS_FIELD_COUNT, TRUE,
  },
};

VOLETS_DEFINE_RECORD (VoletsSchool, volets_school, FIELDS)
