/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/volet-result.h"

G_BEGIN_DECLS

/**
 * VoletsVoletBlock:
 *
 * What one volet gives, in a few lines: its amount, what is retained of what is declared, the
 * ceiling that binds or is nearest, and what one more euro brings.
 */
#define VOLETS_TYPE_VOLET_BLOCK (volets_volet_block_get_type ())
G_DECLARE_FINAL_TYPE (VoletsVoletBlock, volets_volet_block, VOLETS, VOLET_BLOCK, AdwBin)

GtkWidget *volets_volet_block_new        (void);

void       volets_volet_block_set_result (VoletsVoletBlock         *self,
                                          const VoletsVoletResult  *volet);

G_END_DECLS
