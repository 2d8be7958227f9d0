/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/* What prefills a dossier on the filing platform: the body of the request that creates it there. */

GBytes *volets_prefill_make            (VoletsDossier        *dossier,
                                        const VoletsSubsidy  *subsidy,
                                        const char           *date,
                                        GError              **error);
char   *volets_prefill_explain_missing (VoletsDossier        *dossier,
                                        const VoletsSubsidy  *subsidy);
char  **volets_prefill_list_left_out   (VoletsDossier        *dossier,
                                        const VoletsSubsidy  *subsidy,
                                        const char           *date);

G_END_DECLS
