/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VoletsPdfXmp:
 * @title: (nullable): what the paper is called
 * @author: (nullable): who answers for it
 * @subject: (nullable): what it is about
 * @keywords: (nullable): words, separated by commas
 * @creator: (nullable): the program it was written with
 * @producer: (nullable): the library that made the PDF
 * @language: what it is written in, fr-FR
 * @date: the day it says it was made, 2021-03-31
 */
typedef struct {
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *creator;
  const char *producer;
  const char *language;
  const char *date;
} VoletsPdfXmp;

char *volets_pdf_xmp_write (const VoletsPdfXmp *xmp);

G_END_DECLS
