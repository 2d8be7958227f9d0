/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet.h"

G_BEGIN_DECLS

/* What is on a sheet, for other programs to make a PDF of: the same texts and tables in the same
 * order and sizes, without the charts. */

char *bench_paper_to_html (VoletsSheet *sheet);
char *bench_paper_to_odf  (VoletsSheet *sheet);

G_END_DECLS
