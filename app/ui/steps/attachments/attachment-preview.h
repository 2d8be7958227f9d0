/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a file looks like: the first page of a PDF, or an image, made small in a thread. */

void        volets_attachment_preview_async  (GFile                *file,
                                              int                   size,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GdkTexture *volets_attachment_preview_finish (GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
