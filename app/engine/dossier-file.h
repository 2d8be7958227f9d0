/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/call.h"
#include "engine/dossier.h"

G_BEGIN_DECLS

/* A dossier from its file, and the call that it answers. */

VoletsDossier *volets_dossier_load      (GFile           *file,
                                         char           **etag,
                                         gboolean        *is_filing,
                                         GError         **error);
VoletsCall    *volets_dossier_find_call (VoletsDossier   *self,
                                         GError         **error);

G_END_DECLS
