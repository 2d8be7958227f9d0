/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier-file.h"

#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/storage.h"
#include "engine/xml.h"

/**
 * volets_dossier_load:
 * @file: a working file or a filing file
 * @etag: (out) (optional) (nullable): what tells later whether somebody changed the file
 * @is_filing: (out) (optional): whether it is a filing file
 * @error: a sentence without the name of the file, in G_IO_ERROR, VOLETS_XML_ERROR or
 *   VOLETS_RECORD_ERROR
 *
 * Returns: (transfer full) (nullable): the dossier
 */
VoletsDossier *
volets_dossier_load (GFile     *file,
                     char     **etag,
                     gboolean  *is_filing,
                     GError   **error)
{
  g_autofree char *read_etag = NULL;
  g_autofree char *fingerprint = NULL;
  g_autoptr (GBytes) bytes = NULL;
  VoletsDossier *dossier;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = volets_storage_read (file, VOLETS_XML_MAX_SIZE, &read_etag, error);
  if (bytes == NULL)
    return NULL;
  dossier = volets_dossier_read (bytes, &fingerprint, error);
  if (dossier == NULL)
    return NULL;

  if (etag != NULL)
    *etag = g_steal_pointer (&read_etag);
  if (is_filing != NULL)
    *is_filing = fingerprint != NULL;

  return dossier;
}

/**
 * volets_dossier_find_call:
 * @self: a dossier
 * @error: a sentence in VOLETS_XML_ERROR, which leaves the remedy to the caller
 *
 * Returns: (transfer full) (nullable): the call that @self answers, among those of the program
 */
VoletsCall *
volets_dossier_find_call (VoletsDossier  *self,
                          GError        **error)
{
  const char *id;
  VoletsCall *call;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (self), NULL);

  id = volets_dossier_get_call_id (self);
  call = volets_call_store_find (id);
  if (call == NULL && id == NULL)
    g_set_error_literal (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                         "le dossier ne dit pas à quel appel il répond");
  else if (call == NULL)
    g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                 "l’appel « %s » n’est pas connu", id);

  return call;
}
