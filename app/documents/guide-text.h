/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/guide-page.h"

G_BEGIN_DECLS

char *volets_guide_text_read (const VoletsGuidePage  *page,
                              const VoletsXmlNode    *node,
                              GHashTable             *titles,
                              GError                **error);

G_END_DECLS
