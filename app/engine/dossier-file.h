/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/call.h"
#include "engine/dossier.h"

G_BEGIN_DECLS

/* A dossier from its file, and the call that it answers. */

#define VOLETS_DOSSIER_FILE_ERROR (volets_dossier_file_error_quark ())
GQuark volets_dossier_file_error_quark (void);

/**
 * VoletsDossierFileError:
 * @VOLETS_DOSSIER_FILE_ERROR_NO_CALL: the call that the dossier answers is not known; its file is
 *   needed
 */
typedef enum {
  VOLETS_DOSSIER_FILE_ERROR_NO_CALL,
} VoletsDossierFileError;

VoletsDossier *volets_dossier_load      (GFile           *file,
                                         GError         **error);
VoletsCall    *volets_dossier_find_call (VoletsDossier   *self,
                                         GFile           *file,
                                         GError         **error);

G_END_DECLS
