/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

GBytes *volets_filing_write (VoletsDossier        *dossier,
                             const VoletsSubsidy  *subsidy,
                             GError              **error);

G_END_DECLS
