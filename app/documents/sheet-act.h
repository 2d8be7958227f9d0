/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet.h"

G_BEGIN_DECLS

/* What an official paper has beside headings, paragraphs and tables. Where a value is "", there is
 * a line to write it on by hand.
 */

void volets_sheet_set_letterhead (VoletsSheet       *self,
                                  const char        *issuer);
void volets_sheet_add_fields     (VoletsSheet       *self,
                                  guint              n_pairs,
                                  const char *const *cells);
void volets_sheet_add_articles   (VoletsSheet       *self,
                                  const char *const *labels,
                                  const char *const *texts);
void volets_sheet_add_signatures (VoletsSheet       *self,
                                  const char *const *roles,
                                  const char *const *names);


G_END_DECLS
