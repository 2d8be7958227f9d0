/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

VoletsDossier *volets_test_sketch_dossier (const char *call_id,
                                           const char *sketch);

G_END_DECLS
