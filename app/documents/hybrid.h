/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "documents/pdf.h"
#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/* A PDF that people read and that carries the answers for programs. */

/* In bytes: what is still read whole into memory. */
#define VOLETS_HYBRID_MAX_SIZE (200 * 1024 * 1024)

GBytes        *volets_hybrid_write_answers (VoletsDossier        *dossier,
                                            const VoletsSubsidy  *subsidy,
                                            const char           *date,
                                            VoletsPdfFile        *file);
GBytes        *volets_hybrid_read_answers  (GBytes               *pdf,
                                            GError              **error);
VoletsDossier *volets_hybrid_load          (GFile                *file,
                                            char                **etag,
                                            gboolean             *is_working,
                                            GError              **error);

G_END_DECLS
