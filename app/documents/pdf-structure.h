/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

GHashTable *volets_pdf_structure_finish (qpdf_data          pdf,
                                         const char *const *alternatives);

G_END_DECLS
