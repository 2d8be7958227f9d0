/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reading and writing whole files. Errors are in G_IO_ERROR, with a sentence in French. */

GBytes   *volets_storage_read    (GFile       *file,
                                  gsize        max_size,
                                  char       **etag,
                                  GError     **error);
gboolean  volets_storage_save    (GFile       *file,
                                  GBytes      *bytes,
                                  const char  *etag,
                                  char       **new_etag,
                                  GError     **error);
gboolean  volets_storage_export  (GFile       *file,
                                  GBytes      *bytes,
                                  gboolean     overwrite,
                                  GError     **error);
void      volets_storage_explain (GError     **error);

G_END_DECLS
