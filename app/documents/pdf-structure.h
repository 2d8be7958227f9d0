/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

#include "documents/pdf-writer.h"

G_BEGIN_DECLS

GHashTable *volets_pdf_structure_finish (qpdf_data          pdf,
                                         VoletsPdfWriter   *writer,
                                         const char *const *alternatives);

G_END_DECLS
