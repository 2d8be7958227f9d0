/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "ui/paste-header.h"

G_BEGIN_DECLS

/* What one paste brings at most. */
#define VOLETS_ROW_PASTE_MAX 5000

GPtrArray *volets_row_paste_parse (VoletsDossier           *dossier,
                                   VoletsSection            section,
                                   VoletsRecord            *defaults,
                                   const VoletsPasteField  *fields,
                                   guint                    n_fields,
                                   const char              *text,
                                   GPtrArray              **refusals);

G_END_DECLS
