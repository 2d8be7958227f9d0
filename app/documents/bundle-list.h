/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

GBytes *volets_bundle_list_write (VoletsDossier        *dossier,
                                  const VoletsSubsidy  *subsidy,
                                  const char           *date,
                                  const GPtrArray      *files,
                                  const char *const    *missing,
                                  const char *const    *doubts);

G_END_DECLS
