/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet.h"

G_BEGIN_DECLS

/**
 * VoletsOdtInfo:
 * @author: (nullable): who answers for the paper
 * @subject: (nullable): what it is about
 * @fingerprint: the fingerprint of the answers, 64 hexadecimal digits in lower case
 * @date: the day of the paper, 2021-03-31, which is also when the file says it was made
 */
typedef struct {
  const char *author;
  const char *subject;
  const char *fingerprint;
  const char *date;
} VoletsOdtInfo;

GBytes *volets_odt_render (VoletsSheet          *sheet,
                           const VoletsOdtInfo  *info,
                           GError              **error);

G_END_DECLS
