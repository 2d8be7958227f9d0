/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* A commune that the application covers. */
#define VOLETS_TYPE_COMMUNE (volets_commune_get_type ())
G_DECLARE_FINAL_TYPE (VoletsCommune, volets_commune, VOLETS, COMMUNE, VoletsRecord)

/* The fields, in the order of the files. */
enum {
  VOLETS_COMMUNE_INSEE,
  VOLETS_COMMUNE_NAME,
  VOLETS_COMMUNE_POSTAL_CODE,
  VOLETS_COMMUNE_POPULATION,
};

G_END_DECLS
