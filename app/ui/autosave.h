/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/dossier-snapshot.h"

G_BEGIN_DECLS

/* How the files in the folder are called, after the id of the dossier. */
#define VOLETS_AUTOSAVE_DOSSIER_SUFFIX ".volets"
#define VOLETS_AUTOSAVE_ORIGIN_SUFFIX ".ini"
#define VOLETS_AUTOSAVE_LOCK_SUFFIX ".lock"

/* What the file beside the dossier says, all in one group. */
#define VOLETS_AUTOSAVE_GROUP "Recovery"
#define VOLETS_AUTOSAVE_KEY_FILE "File"
#define VOLETS_AUTOSAVE_KEY_ETAG "Etag"
#define VOLETS_AUTOSAVE_KEY_CALL "Call"
#define VOLETS_AUTOSAVE_KEY_DATE "Date"
#define VOLETS_AUTOSAVE_KEY_TITLE "Title"

#define VOLETS_TYPE_AUTOSAVE (volets_autosave_get_type ())
G_DECLARE_FINAL_TYPE (VoletsAutosave, volets_autosave, VOLETS, AUTOSAVE, GObject)

VoletsAutosave *volets_autosave_new        (const char             *id);
const char     *volets_autosave_get_error  (VoletsAutosave         *self);
gboolean        volets_autosave_lock       (VoletsAutosave         *self,
                                            GError                **error);
void            volets_autosave_write      (VoletsAutosave         *self,
                                            VoletsDossierSnapshot  *dossier,
                                            GKeyFile               *origin);
void            volets_autosave_remove     (VoletsAutosave         *self);

char           *volets_autosave_get_path   (const char             *id,
                                            const char             *suffix);
gboolean        volets_autosave_is_locked  (const char             *id);

G_END_DECLS
