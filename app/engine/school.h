/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* A school of the application, with its classes and pupils of cycles 2 and 3. */
#define VOLETS_TYPE_SCHOOL (volets_school_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSchool, volets_school, VOLETS, SCHOOL, VoletsRecord)

typedef enum {
  VOLETS_SCHOOL_KIND_MISSING,
  VOLETS_SCHOOL_KIND_MATERNELLE,
  VOLETS_SCHOOL_KIND_ELEMENTAIRE,
  VOLETS_SCHOOL_KIND_PRIMAIRE,
} VoletsSchoolKind;

#define VOLETS_TYPE_SCHOOL_KIND (volets_school_kind_get_type ())
GType volets_school_kind_get_type (void);

typedef enum {
  VOLETS_SCHOOL_SECTOR_MISSING,
  VOLETS_SCHOOL_SECTOR_PUBLIC,
  VOLETS_SCHOOL_SECTOR_PRIVE,
} VoletsSchoolSector;

#define VOLETS_TYPE_SCHOOL_SECTOR (volets_school_sector_get_type ())
GType volets_school_sector_get_type (void);

/* The fields, in the order of the files. */
enum {
  VOLETS_SCHOOL_ID,
  VOLETS_SCHOOL_UAI,
  VOLETS_SCHOOL_NAME,
  VOLETS_SCHOOL_COMMUNE,
  VOLETS_SCHOOL_KIND,
  VOLETS_SCHOOL_SECTOR,
  VOLETS_SCHOOL_CLASSES,
  VOLETS_SCHOOL_PUPILS,
};

G_END_DECLS
