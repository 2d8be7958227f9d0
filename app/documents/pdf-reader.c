/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-reader.h"

#include <poppler.h>
#include <string.h>

#define FINGERPRINT_LENGTH 64
#define MD5_LENGTH 16

/* What is read of a file, as long as it is not too large. */
typedef struct {
  GByteArray *content;
  gsize       max_size;
} Extraction;

static void
translate_error (const GError  *reason,
                 GError       **error)
{
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_ENCRYPTED,
                         "ce PDF est protégé par un mot de passe ; choisissez celui que Volets "
                         "a produit");
  else
    g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NOT_PDF,
                         "ce fichier n’est pas un PDF, ou il est abîmé");
}

static PopplerDocument *
open_document (GBytes  *bytes,
               GError **error)
{
  PopplerDocument *document = NULL;
  g_autoptr (GError) reason = NULL;

  if (g_bytes_get_size (bytes) > 0)
    document = poppler_document_new_from_bytes (bytes, NULL, &reason);
  if (document == NULL)
    translate_error (reason, error);

  return document;
}

static char *
find_fingerprint (const char *keywords)
{
  const char *key = keywords != NULL ? strstr (keywords, VOLETS_PDF_FINGERPRINT_KEY) : NULL;

  for (; key != NULL; key = strstr (key + 1, VOLETS_PDF_FINGERPRINT_KEY))
    {
      const char *fingerprint = key + strlen (VOLETS_PDF_FINGERPRINT_KEY);

      if (volets_pdf_is_fingerprint (fingerprint))
        return g_strndup (fingerprint, FINGERPRINT_LENGTH);
    }

  return NULL;
}

static gboolean
extract_cb (const char  *data,
            gsize        size,
            gpointer     user_data,
            GError     **error)
{
  Extraction *extraction = user_data;

  if (size > extraction->max_size - extraction->content->len)
    {
      g_set_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_BAD_FILE,
                   "le dossier que porte ce PDF dépasse %" G_GSIZE_FORMAT " Mio ; Volets n’en "
                   "produit pas de si grand", extraction->max_size / (1024 * 1024));
      return FALSE;
    }

  g_byte_array_append (extraction->content, (const guint8 *) data, (guint) size);
  return TRUE;
}

/* A program that wrote the PDF anew may have left the checksum out. */
static gboolean
is_whole (PopplerAttachment *attachment,
          const GByteArray  *content)
{
  const GString *stated = poppler_attachment_get_checksum (attachment);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  guint8 digest[MD5_LENGTH];
  gsize size = sizeof digest;

  if (stated == NULL || stated->len == 0)
    return TRUE;

  g_checksum_update (checksum, content->data, (gssize) content->len);
  g_checksum_get_digest (checksum, digest, &size);
  return stated->len == size && memcmp (stated->str, digest, size) == 0;
}

static GBytes *
extract (PopplerAttachment  *attachment,
         gsize               max_size,
         GError            **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  Extraction extraction = { content, max_size };
  g_autoptr (GError) reason = NULL;

  if (poppler_attachment_save_to_callback (attachment, extract_cb, &extraction, &reason)
      && is_whole (attachment, content))
    return g_byte_array_free_to_bytes (g_steal_pointer (&content));

  if (reason != NULL && reason->domain == VOLETS_PDF_ERROR)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_BAD_FILE,
                         "le dossier que porte ce PDF est abîmé ; demandez-en un autre exemplaire");
  return NULL;
}

/* Returns: (transfer none) (nullable): the only file with one of the names */
static PopplerAttachment *
find_file (GList              *attachments,
           const char *const  *names,
           GError            **error)
{
  PopplerAttachment *found = NULL;

  for (GList *item = attachments; item != NULL; item = item->next)
    {
      const char *name = poppler_attachment_get_name (item->data);

      if (name == NULL || !g_strv_contains (names, name))
        continue;
      if (found != NULL)
        {
          g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_BAD_FILE,
                               "ce PDF porte plusieurs dossiers : un autre programme l’a modifié ; "
                               "choisissez celui que Volets a produit");
          return NULL;
        }
      found = item->data;
    }

  if (found == NULL)
    g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FILE,
                         "ce PDF ne porte pas de dossier ; choisissez la synthèse que Volets a "
                         "produite, ou un fichier « .volets »");
  return found;
}

/**
 * volets_pdf_is_pdf:
 * @bytes: a file, whatever it is
 *
 * Returns: whether it begins as a PDF does
 */
gboolean
volets_pdf_is_pdf (GBytes *bytes)
{
  static const char MARK[] = "%PDF-";
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  return size >= strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0;
}

/**
 * volets_pdf_is_fingerprint:
 * @text: a text
 *
 * Returns: whether it begins with a fingerprint, 64 hexadecimal digits in lower case
 */
gboolean
volets_pdf_is_fingerprint (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strspn (text, "0123456789abcdef") == FINGERPRINT_LENGTH;
}

/**
 * volets_pdf_read_fingerprint:
 * @bytes: a file, whatever it is
 * @error: a sentence for the person, in VOLETS_PDF_ERROR
 *
 * Returns: (transfer full) (nullable): the fingerprint that volets_pdf_render() wrote into it, 64
 *   hexadecimal digits
 */
char *
volets_pdf_read_fingerprint (GBytes  *bytes,
                             GError **error)
{
  PopplerDocument *document;
  g_autofree char *keywords = NULL;
  char *fingerprint;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = open_document (bytes, error);
  if (document == NULL)
    return NULL;

  keywords = poppler_document_get_keywords (document);
  g_object_unref (document);
  fingerprint = find_fingerprint (keywords);
  if (fingerprint == NULL)
    g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FINGERPRINT,
                         "ce PDF ne porte pas d’empreinte : Volets ne l’a pas produit, ou il a "
                         "été modifié depuis");

  return fingerprint;
}

/**
 * volets_pdf_read_file:
 * @bytes: a file, whatever it is
 * @names: (array zero-terminated=1): what the file that is looked for may be called
 * @max_size: bytes; nothing larger is read
 * @error: a sentence for the person, in VOLETS_PDF_ERROR
 *
 * Trusts nobody: Poppler reads the file piece by piece, so that one that is small and becomes
 * large takes no more than @max_size.
 *
 * Returns: (transfer full) (nullable): the file that the PDF carries under one of @names
 */
GBytes *
volets_pdf_read_file (GBytes             *bytes,
                      const char *const  *names,
                      gsize               max_size,
                      GError            **error)
{
  PopplerDocument *document;
  PopplerAttachment *attachment;
  GList *attachments;
  GBytes *file = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  document = open_document (bytes, error);
  if (document == NULL)
    return NULL;

  attachments = poppler_document_get_attachments (document);
  attachment = find_file (attachments, names, error);
  if (attachment != NULL)
    file = extract (attachment, max_size, error);
  g_list_free_full (attachments, g_object_unref);
  g_object_unref (document);

  return file;
}
