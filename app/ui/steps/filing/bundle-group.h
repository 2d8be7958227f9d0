/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsBundleGroup:
 *
 * Makes one folder of all that is filed, where the person says, and shows how far it is. That it is
 * ready is told in a toast, in the nearest #AdwToastOverlay above; below the button are what misses
 * in it, and the offer to replace one that is there already.
 *
 * Signal "made": it is there, or it could not be made, with whether it is there.
 */
#define VOLETS_TYPE_BUNDLE_GROUP (volets_bundle_group_get_type ())
G_DECLARE_FINAL_TYPE (VoletsBundleGroup, volets_bundle_group, VOLETS, BUNDLE_GROUP,
                      AdwPreferencesGroup)

void volets_bundle_group_set_editor (VoletsBundleGroup  *self,
                                     VoletsEditor       *editor);
void volets_bundle_group_update     (VoletsBundleGroup  *self);
void volets_bundle_group_make       (VoletsBundleGroup  *self,
                                     GFile              *parent,
                                     gboolean            overwrite);

G_END_DECLS
