/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "documents/exports.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsExportGroup:
 *
 * All that can be made of a dossier, each with a button that saves it. What was saved is told in a
 * toast, in the nearest #AdwToastOverlay above; what could not be is told below the list.
 *
 * Signal "saved": all that was asked for is done, with how many files were saved.
 */
#define VOLETS_TYPE_EXPORT_GROUP (volets_export_group_get_type ())
G_DECLARE_FINAL_TYPE (VoletsExportGroup, volets_export_group, VOLETS, EXPORT_GROUP,
                      AdwPreferencesGroup)

void     volets_export_group_set_editor (VoletsExportGroup   *self,
                                         VoletsEditor        *editor);
void     volets_export_group_update     (VoletsExportGroup   *self);
gboolean volets_export_group_is_busy    (VoletsExportGroup   *self);
void     volets_export_group_ask_what_to_print (VoletsExportGroup *self);
void     volets_export_group_save       (VoletsExportGroup   *self,
                                         const VoletsExport  *export,
                                         GFile               *file);
void     volets_export_group_save_all   (VoletsExportGroup   *self,
                                         GFile               *folder,
                                         gboolean             overwrite);

G_END_DECLS
