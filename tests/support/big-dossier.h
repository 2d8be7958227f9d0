/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

/* As large as the largest grouping that is planned for. */
#define VOLETS_TEST_N_SCHOOLS 1000
#define VOLETS_TEST_N_LINES 10000

void volets_test_fill_dossier     (VoletsDossier *dossier,
                                   guint          n_schools,
                                   guint          n_lines);
void volets_test_fill_big_dossier (VoletsDossier *dossier,
                                   guint          n_lines);

G_END_DECLS
