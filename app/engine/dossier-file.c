/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier-file.h"

#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/own-calls.h"
#include "engine/storage.h"
#include "engine/xml.h"

G_DEFINE_QUARK (volets-dossier-file-error-quark, volets_dossier_file_error)

/**
 * volets_dossier_load:
 * @file: a working file or a filing file
 * @error: a sentence without the name of the file, in G_IO_ERROR, VOLETS_XML_ERROR or
 *   VOLETS_RECORD_ERROR
 *
 * Returns: (transfer full) (nullable): the dossier
 */
VoletsDossier *
volets_dossier_load (GFile   *file,
                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = volets_storage_read (file, VOLETS_XML_MAX_SIZE, NULL, error);

  return bytes != NULL ? volets_dossier_read (bytes, NULL, error) : NULL;
}

/**
 * volets_dossier_find_call:
 * @self: a dossier
 * @file: (nullable): where it is
 * @error: a sentence in VOLETS_DOSSIER_FILE_ERROR, which leaves the remedy to the caller; or what
 *   is wrong with the call, see volets_own_calls_find()
 *
 * Returns: (transfer full) (nullable): the call that @self answers, among those of the program,
 *   then those of the person
 */
VoletsCall *
volets_dossier_find_call (VoletsDossier  *self,
                          GFile          *file,
                          GError        **error)
{
  GError *local_error = NULL;
  const char *id;
  VoletsCall *call;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (self), NULL);

  id = volets_dossier_get_call_id (self);
  call = volets_call_store_find (id);
  if (call == NULL)
    call = volets_own_calls_find (id, file, &local_error);
  if (call != NULL)
    return call;

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (id == NULL)
    g_set_error_literal (error, VOLETS_DOSSIER_FILE_ERROR, VOLETS_DOSSIER_FILE_ERROR_NO_CALL,
                         "le dossier ne dit pas à quel appel il répond");
  else
    g_set_error (error, VOLETS_DOSSIER_FILE_ERROR, VOLETS_DOSSIER_FILE_ERROR_NO_CALL,
                 "l’appel « %s » n’est pas connu", id);

  return NULL;
}
