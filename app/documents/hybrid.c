/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/hybrid.h"

#include "documents/pdf-reader.h"
#include "engine/dossier-xml.h"
#include "engine/filing-xml.h"
#include "engine/french.h"
#include "engine/review.h"
#include "engine/storage.h"
#include "engine/xml.h"

/* The same names whatever the PDF is called, for the same answers give the same bytes. */
#define FILING_NAME "depot.xml"
#define WORKING_NAME "dossier.volets"

static const VoletsPdfFile FILING = {
  .name = FILING_NAME,
  .mime_type = "text/xml",
  .description = "Le fichier de dépôt : toutes les réponses et le calcul",
};

static const VoletsPdfFile WORKING = {
  .name = WORKING_NAME,
  .mime_type = "application/vnd.volets.dossier+xml",
  .description = "Le dossier de travail, encore incomplet : toutes les réponses",
};

/**
 * volets_hybrid_write_answers:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day it is, 2021-03-31
 * @file: (out): how a PDF carries the answers; it holds as long as what is returned
 *
 * Writes the filing file where the dossier can be filed, else the working file: what is printed of
 * a draft opens again too.
 *
 * Returns: (transfer full): the answers
 */
GBytes *
volets_hybrid_write_answers (VoletsDossier       *dossier,
                             const VoletsSubsidy *subsidy,
                             const char          *date,
                             VoletsPdfFile       *file)
{
  g_autoptr (GPtrArray) findings = NULL;
  GBytes *answers = NULL;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (subsidy != NULL, NULL);
  g_return_val_if_fail (volets_french_date_is_valid (date), NULL);
  g_return_val_if_fail (file != NULL, NULL);

  findings = volets_review (subsidy->call, dossier, subsidy, date);
  if (volets_review_count (findings, VOLETS_SEVERITY_ERROR) == 0)
    answers = volets_filing_write (dossier, subsidy, NULL);

  *file = answers != NULL ? FILING : WORKING;
  if (answers == NULL)
    answers = volets_dossier_write (dossier);
  file->bytes = answers;

  return answers;
}

/**
 * volets_hybrid_read_answers:
 * @pdf: a file, whatever it is
 * @error: a sentence for the person, in VOLETS_PDF_ERROR
 *
 * Returns: (transfer full) (nullable): the working file or the filing file that @pdf carries
 */
GBytes *
volets_hybrid_read_answers (GBytes  *pdf,
                            GError **error)
{
  static const char *const NAMES[] = { FILING_NAME, WORKING_NAME, NULL };

  g_return_val_if_fail (pdf != NULL, NULL);

  return volets_pdf_read_file (pdf, NAMES, VOLETS_XML_MAX_SIZE, error);
}

/**
 * volets_hybrid_load:
 * @file: a working file, a filing file, or a PDF that carries one
 * @etag: (out) (optional): what tells later whether somebody changed the file
 * @is_working: (out) (optional): whether it is a working file, which is written again; nothing
 *   else is
 * @error: a sentence without the name of the file, in G_IO_ERROR, VOLETS_PDF_ERROR,
 *   VOLETS_XML_ERROR or VOLETS_RECORD_ERROR
 *
 * Returns: (transfer full) (nullable): the dossier
 */
VoletsDossier *
volets_hybrid_load (GFile     *file,
                    char     **etag,
                    gboolean  *is_working,
                    GError   **error)
{
  g_autofree char *read_etag = NULL;
  g_autofree char *fingerprint = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) answers = NULL;
  VoletsDossier *dossier;
  gboolean is_pdf;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = volets_storage_read (file, VOLETS_HYBRID_MAX_SIZE, &read_etag, error);
  if (bytes == NULL)
    return NULL;

  is_pdf = volets_pdf_is_pdf (bytes);
  answers = is_pdf ? volets_hybrid_read_answers (bytes, error) : g_bytes_ref (bytes);
  if (answers == NULL)
    return NULL;
  dossier = volets_dossier_read (answers, &fingerprint, error);
  if (dossier == NULL)
    return NULL;

  if (etag != NULL)
    *etag = g_steal_pointer (&read_etag);
  if (is_working != NULL)
    *is_working = !is_pdf && fingerprint == NULL;

  return dossier;
}
