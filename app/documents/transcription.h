/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/document.h"
#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

VoletsDocument *volets_transcription_new (VoletsDossier        *dossier,
                                          const VoletsSubsidy  *subsidy,
                                          const char           *date);

G_END_DECLS
