/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What « sha256sum -c » reads. */
#define VOLETS_BUNDLE_SUMS "SHA256SUMS"

/**
 * VoletsBundleFile:
 * @name: its name in the folder
 * @title: what it is, in French
 * @size: in bytes
 * @sha256: 64 hexadecimal digits, in lower case
 * @n_pages: of a PDF; zero for anything else, and where it is not known
 */
typedef struct {
  char   *name;
  char   *title;
  gint64  size;
  char   *sha256;
  guint   n_pages;
} VoletsBundleFile;

/**
 * VoletsBundleFolder:
 *
 * A folder that appears in one step, with all its files and their checksums, or not at all: until
 * it is finished it is beside its place, under a hidden name.
 *
 * One that is there already is only replaced where it was made in the same way, and nobody changed
 * or added anything since. Errors are in G_IO_ERROR, a French sentence.
 */
typedef struct _VoletsBundleFolder VoletsBundleFolder;

VoletsBundleFolder *volets_bundle_folder_new       (GFile               *place,
                                                    gboolean             overwrite,
                                                    GError             **error);
void                volets_bundle_folder_free      (VoletsBundleFolder  *self);

VoletsBundleFile   *volets_bundle_folder_write     (VoletsBundleFolder  *self,
                                                    const char          *name,
                                                    const char          *title,
                                                    GBytes              *bytes,
                                                    GError             **error);
VoletsBundleFile   *volets_bundle_folder_copy      (VoletsBundleFolder  *self,
                                                    const char          *name,
                                                    const char          *title,
                                                    GFile               *source,
                                                    GCancellable        *cancellable,
                                                    GError             **error);
const GPtrArray    *volets_bundle_folder_get_files (VoletsBundleFolder  *self);
gboolean            volets_bundle_folder_finish    (VoletsBundleFolder  *self,
                                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsBundleFolder, volets_bundle_folder_free)

G_END_DECLS
