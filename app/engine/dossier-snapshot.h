/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

/**
 * VoletsDossierSnapshot:
 *
 * A dossier as it was at one moment, for another thread to read: it costs next to nothing, and
 * does not change when the dossier does.
 */
typedef struct _VoletsDossierSnapshot VoletsDossierSnapshot;

VoletsDossierSnapshot *volets_dossier_snapshot_new         (VoletsDossier                *dossier);
void                   volets_dossier_snapshot_free        (VoletsDossierSnapshot        *self);

const char            *volets_dossier_snapshot_get_call_id (const VoletsDossierSnapshot  *self);
const GPtrArray       *volets_dossier_snapshot_get_section (const VoletsDossierSnapshot  *self,
                                                            VoletsSection                 section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsDossierSnapshot, volets_dossier_snapshot_free)

G_END_DECLS
