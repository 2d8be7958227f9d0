/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

#define VOLETS_BUNDLE_ERROR (volets_bundle_error_quark ())
GQuark volets_bundle_error_quark (void);

/**
 * VoletsBundleError:
 * @VOLETS_BUNDLE_ERROR_REFUSED: the review of the dossier has errors
 */
typedef enum {
  VOLETS_BUNDLE_ERROR_REFUSED,
} VoletsBundleError;

/**
 * VoletsBundleOrder:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day it is, 2021-03-31
 * @place: (nullable): the file that @dossier is in, from where its attachments are found
 * @stem: what the dossier is called
 * @parent: the folder to put the bundle in, on this PC
 * @overwrite: whether to replace a bundle that is there
 *
 * What to make a bundle of.
 */
typedef struct {
  VoletsDossier       *dossier;
  const VoletsSubsidy *subsidy;
  const char          *date;
  GFile               *place;
  const char          *stem;
  GFile               *parent;
  gboolean             overwrite;
} VoletsBundleOrder;

/**
 * VoletsFilingBundle:
 * @folder: where it is
 * @n_files: how many files it has, its list and their checksums not counted
 * @missing: (array zero-terminated=1): what should be in it and is not, a French sentence each
 *
 * Everything that is filed, numbered in its order, in one folder: the file for the platform, the
 * papers, the attachments, a list for people and checksums for « sha256sum -c ».
 */
typedef struct {
  GFile  *folder;
  guint   n_files;
  char  **missing;
} VoletsFilingBundle;

/* Says that @n_done of @n_files are made. */
typedef void (*VoletsBundleProgress) (guint     n_done,
                                      guint     n_files,
                                      gpointer  user_data);

GFile              *volets_filing_bundle_get_folder  (const VoletsBundleOrder  *order);
VoletsFilingBundle *volets_filing_bundle_make        (const VoletsBundleOrder  *order,
                                                      VoletsBundleProgress      progress,
                                                      gpointer                  progress_data,
                                                      GCancellable             *cancellable,
                                                      GError                  **error);
void                volets_filing_bundle_make_async  (const VoletsBundleOrder  *order,
                                                      VoletsBundleProgress      progress,
                                                      gpointer                  progress_data,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);
VoletsFilingBundle *volets_filing_bundle_make_finish (GAsyncResult             *result,
                                                      GError                  **error);
void                volets_filing_bundle_free        (VoletsFilingBundle       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsFilingBundle, volets_filing_bundle_free)

G_END_DECLS
