/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* The service that the schools will use: its modality among those of the call, the product, its
 * dates.
 */
#define VOLETS_TYPE_SERVICES (volets_services_get_type ())
G_DECLARE_FINAL_TYPE (VoletsServices, volets_services, VOLETS, SERVICES, VoletsRecord)

/* The fields, in the order of the files. */
enum {
  VOLETS_SERVICES_MODALITY,
  VOLETS_SERVICES_PRODUCT,
  VOLETS_SERVICES_PROVIDER,
  VOLETS_SERVICES_START_DATE,
  VOLETS_SERVICES_END_DATE,
};

G_END_DECLS
