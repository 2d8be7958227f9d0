/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *volets_pdf_content_mark (const char *content,
                                 gsize       size,
                                 GHashTable *strays);

G_END_DECLS
