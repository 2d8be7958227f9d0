/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/pdf.h"

G_BEGIN_DECLS

GBytes *volets_pdf_finish (GBytes               *drawn,
                           const char *const    *alternatives,
                           const char           *date,
                           const VoletsPdfFile  *file,
                           GError              **error);

G_END_DECLS
