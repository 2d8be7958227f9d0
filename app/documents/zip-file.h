/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VoletsZipFile:
 *
 * A ZIP file in the making. The same entries of the same day give the same bytes, wherever and
 * whenever: no clock, no owner, no extra fields.
 */
typedef struct _VoletsZipFile VoletsZipFile;

VoletsZipFile *volets_zip_file_new    (const char     *date);
void           volets_zip_file_free   (VoletsZipFile  *self);
void           volets_zip_file_add    (VoletsZipFile  *self,
                                       const char     *name,
                                       GBytes         *bytes,
                                       gboolean        compress);
GBytes        *volets_zip_file_finish (VoletsZipFile  *self,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsZipFile, volets_zip_file_free)

G_END_DECLS
