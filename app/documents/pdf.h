/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/document.h"

G_BEGIN_DECLS

#define VOLETS_PDF_ERROR (volets_pdf_error_quark ())
GQuark volets_pdf_error_quark (void);

/**
 * VoletsPdfError:
 * @VOLETS_PDF_ERROR_RENDER: Cairo or qpdf could not make the file
 * @VOLETS_PDF_ERROR_NO_FONT: there is no font to write the text in
 * @VOLETS_PDF_ERROR_NOT_PDF: the file is no PDF, or is damaged
 * @VOLETS_PDF_ERROR_ENCRYPTED: the file is locked by a password
 * @VOLETS_PDF_ERROR_NO_FINGERPRINT: the PDF is not one of Volets
 * @VOLETS_PDF_ERROR_NO_FILE: the PDF carries no file that is looked for
 * @VOLETS_PDF_ERROR_BAD_FILE: it carries several, or one that is too large or damaged
 */
typedef enum {
  VOLETS_PDF_ERROR_RENDER,
  VOLETS_PDF_ERROR_NO_FONT,
  VOLETS_PDF_ERROR_NOT_PDF,
  VOLETS_PDF_ERROR_ENCRYPTED,
  VOLETS_PDF_ERROR_NO_FINGERPRINT,
  VOLETS_PDF_ERROR_NO_FILE,
  VOLETS_PDF_ERROR_BAD_FILE,
} VoletsPdfError;

/**
 * VoletsPdfFile:
 * @name: what it is called, in letters of ASCII
 * @mime_type: what it is, text/xml
 * @description: what it is for, in French
 * @bytes: what it holds
 *
 * What a PDF carries, so that a program can read what it says.
 */
typedef struct {
  const char *name;
  const char *mime_type;
  const char *description;
  GBytes     *bytes;
} VoletsPdfFile;

/**
 * VoletsPdfInfo:
 * @author: (nullable): who answers for the paper
 * @subject: (nullable): what it is about
 * @keywords: (nullable): words, separated by commas
 * @fingerprint: (nullable): the fingerprint of the answers, 64 hexadecimal digits in lower case
 * @date: the day of the paper, 2021-03-31, which is also when the file says it was made
 * @file: (nullable): a file for the PDF to carry
 */
typedef struct {
  const char          *author;
  const char          *subject;
  const char          *keywords;
  const char          *fingerprint;
  const char          *date;
  const VoletsPdfFile *file;
} VoletsPdfInfo;

GBytes   *volets_pdf_render      (VoletsDocument       *document,
                                  const VoletsPdfInfo  *info,
                                  GError              **error);
gboolean  volets_pdf_check_fonts (VoletsDocument       *document,
                                  GError              **error);

G_END_DECLS
