/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     volets_guide_launcher_open_async  (GtkWindow            *parent,
                                            const char           *data_dir,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean volets_guide_launcher_open_finish (GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
