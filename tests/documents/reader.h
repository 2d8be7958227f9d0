/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "documents/pdf.h"

G_BEGIN_DECLS

/* Reads papers back through Poppler, as whoever gets them does. */

/* Poppler's own names have no cleanup functions in 22.12, and may not be given a second one. */
typedef PopplerDocument Pdf;
typedef PopplerPage Page;
typedef PopplerStructureElement Element;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Element, g_object_unref)

#define FINGERPRINT "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

#define WORDS(...) ((const char *[]) { __VA_ARGS__, NULL })

GBytes *reader_render                (VoletsDocument    *document,
                                      const char        *date);
Pdf    *reader_print                 (VoletsDocument    *document);

char   *reader_get_page_text         (Pdf               *pdf,
                                      int                n);
char   *reader_get_text              (Pdf               *pdf);
char   *reader_get_structure_text    (Pdf               *pdf);
char   *reader_squeeze               (const char        *text);
guint   reader_count                 (const char        *text,
                                      const char        *word);

void    reader_assert_in_order       (const char        *text,
                                      const char *const *words);
void    reader_assert_within_margins (Pdf               *pdf);
void    reader_assert_no_overlap     (Pdf               *pdf);

G_END_DECLS
