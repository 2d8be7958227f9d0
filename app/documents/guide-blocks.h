/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/guide-page.h"
#include "documents/sheet.h"

G_BEGIN_DECLS

gboolean volets_guide_blocks_add (VoletsSheet            *sheet,
                                  const VoletsGuidePage  *page,
                                  GHashTable             *titles,
                                  GError                **error);

G_END_DECLS
