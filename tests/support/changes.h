/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

void volets_test_change (VoletsDossier *dossier,
                         const char    *changes);

G_END_DECLS
