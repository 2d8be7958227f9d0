/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier-snapshot.h"
#include "engine/xml-writer.h"

G_BEGIN_DECLS

#define VOLETS_DOSSIER_NAMESPACE "urn:volets:dossier:1"
#define VOLETS_DOSSIER_VERSION "1"

GBytes        *volets_dossier_write           (VoletsDossier                *dossier);
GBytes        *volets_dossier_write_snapshot  (const VoletsDossierSnapshot  *snapshot);
void           volets_dossier_write_element   (VoletsDossier                *dossier,
                                               VoletsXmlWriter              *writer);
VoletsDossier *volets_dossier_read            (GBytes                       *bytes,
                                               char                        **fingerprint,
                                               GError                      **error);
char          *volets_dossier_get_fingerprint (VoletsDossier                *dossier);

G_END_DECLS
