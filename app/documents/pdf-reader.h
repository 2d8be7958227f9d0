/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/pdf.h"

G_BEGIN_DECLS

/* What precedes the fingerprint among the keywords. */
#define VOLETS_PDF_FINGERPRINT_KEY "empreinte:"

gboolean  volets_pdf_is_pdf           (GBytes             *bytes);
gboolean  volets_pdf_is_fingerprint   (const char         *text);
char     *volets_pdf_read_fingerprint (GBytes             *bytes,
                                       GError            **error);
GBytes   *volets_pdf_read_file        (GBytes             *bytes,
                                       const char *const  *names,
                                       gsize               max_size,
                                       GError            **error);

G_END_DECLS
