/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "documents/document.h"
#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

#define VOLETS_EXPORT_ERROR (volets_export_error_quark ())
GQuark volets_export_error_quark (void);

/**
 * VoletsExportError:
 * @VOLETS_EXPORT_ERROR_MISSING: the call does not say what it takes to make it
 */
typedef enum {
  VOLETS_EXPORT_ERROR_MISSING,
} VoletsExportError;

typedef struct _VoletsExport VoletsExport;

/**
 * VoletsExport:
 * @name: what the command line calls it
 * @title: what people call it, in French
 * @description: what it is for, in a French sentence
 * @suffix: what the name of its file ends in
 * @is_filing: whether it is made only when the review has no error
 * @is_draft: whether people go on writing it; what comes of that is filed, never this
 *
 * Something that can be made of a dossier: the same bytes from the window and the command line.
 * A paper is drawn (« create »), and its file is the PDF of that, which opens again as a dossier if
 * it « carries_answers »; anything else is a file only (« make »). What not every dossier can have
 * says why (« explain_missing »), and what can be made without some answers says which
 * (« list_left_out »).
 */
struct _VoletsExport {
  const char *name;
  const char *title;
  const char *description;
  const char *suffix;
  gboolean    is_filing;
  gboolean    is_draft;

  /*< private >*/
  VoletsDocument *(*create) (VoletsDossier        *dossier,
                             const VoletsSubsidy  *subsidy,
                             const char           *date);
  GBytes         *(*make)   (VoletsDossier        *dossier,
                             const VoletsSubsidy  *subsidy,
                             const char           *date,
                             GError              **error);
  gboolean          carries_answers;
  char           *(*explain_missing) (VoletsDossier        *dossier,
                                      const VoletsSubsidy  *subsidy);
  char          **(*list_left_out)   (VoletsDossier        *dossier,
                                      const VoletsSubsidy  *subsidy,
                                      const char           *date);
};

const VoletsExport *volets_exports_get        (guint                *n_exports);

gboolean            volets_export_is_paper    (const VoletsExport   *self);
char               *volets_export_explain_missing (const VoletsExport *self,
                                               VoletsDossier        *dossier,
                                               const VoletsSubsidy  *subsidy);
char              **volets_export_list_left_out (const VoletsExport *self,
                                               VoletsDossier        *dossier,
                                               const VoletsSubsidy  *subsidy,
                                               const char           *date);
VoletsDocument     *volets_export_create      (const VoletsExport   *self,
                                               VoletsDossier        *dossier,
                                               const VoletsSubsidy  *subsidy,
                                               const char           *date);
GBytes             *volets_export_make        (const VoletsExport   *self,
                                               VoletsDossier        *dossier,
                                               const VoletsSubsidy  *subsidy,
                                               const char           *date,
                                               GError              **error);
void                volets_export_make_async  (const VoletsExport   *self,
                                               VoletsDossier        *dossier,
                                               const VoletsSubsidy  *subsidy,
                                               const char           *date,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GBytes             *volets_export_make_finish (GAsyncResult         *result,
                                               GError              **error);
char               *volets_exports_get_stem   (const char           *stem);
char               *volets_export_name_file   (const VoletsExport   *self,
                                               const char           *stem);

G_END_DECLS
