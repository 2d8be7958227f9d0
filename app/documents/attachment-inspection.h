/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/call.h"
#include "engine/dossier.h"

G_BEGIN_DECLS

/* What the filing platform, or whoever opens them there, would refuse of the attached files. They
 * are warnings: none blocks a filing.
 */

guint      volets_attachment_inspect  (const VoletsCall  *call,
                                       VoletsRecord      *record,
                                       GFile             *file,
                                       guint              row,
                                       GCancellable      *cancellable,
                                       GPtrArray         *findings);
GPtrArray *volets_attachments_inspect (const VoletsCall  *call,
                                       VoletsDossier     *dossier,
                                       GFile             *place,
                                       GCancellable      *cancellable);

char      *volets_attachment_name_for (const VoletsCall  *call,
                                       const char        *name);

G_END_DECLS
