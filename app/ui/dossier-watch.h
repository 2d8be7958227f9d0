/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

/* Tells of every change of a dossier, in a record, in a row or in a list. */
typedef struct _VoletsDossierWatch VoletsDossierWatch;

typedef void (*VoletsDossierWatchFunc) (gpointer user_data);

VoletsDossierWatch *volets_dossier_watch_new  (VoletsDossier           *dossier,
                                               VoletsDossierWatchFunc   func,
                                               gpointer                 user_data);
void                volets_dossier_watch_free (VoletsDossierWatch      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsDossierWatch, volets_dossier_watch_free)

G_END_DECLS
