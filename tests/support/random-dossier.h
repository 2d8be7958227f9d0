/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

VoletsDossier *volets_test_make_random_dossier (guint          max_communes,
                                                guint          max_schools);
void           volets_test_shuffle_rows        (VoletsDossier *dossier);
void           volets_test_rename_schools      (VoletsDossier *dossier);

G_END_DECLS
