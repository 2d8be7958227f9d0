/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/editor.h"

G_BEGIN_DECLS

/* A file on its way into the dossier, for one thing that the call asks for, or for none. */

gboolean volets_attachment_is_for     (VoletsRecord          *record,
                                       const VoletsCall      *call,
                                       const VoletsCallItem  *item);
void     volets_attachment_add_async  (VoletsEditor          *editor,
                                       const VoletsCallItem  *item,
                                       GFile                 *file,
                                       VoletsRecord          *replaced,
                                       GCancellable          *cancellable,
                                       GAsyncReadyCallback    callback,
                                       gpointer               user_data);
gboolean volets_attachment_add_finish (GAsyncResult          *result,
                                       GError               **error);

G_END_DECLS
