/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/dossier.h"

G_BEGIN_DECLS

/**
 * VoletsSchoolPicker:
 *
 * A button that asks for which schools something is to be done. Signal "chosen" (const char *const
 * *): the ids of those that were chosen, at least one.
 */
#define VOLETS_TYPE_SCHOOL_PICKER (volets_school_picker_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSchoolPicker, volets_school_picker, VOLETS, SCHOOL_PICKER, AdwBin)

void volets_school_picker_set_dossier (VoletsSchoolPicker  *self,
                                       VoletsDossier       *dossier);
void volets_school_picker_set_subject (VoletsSchoolPicker  *self,
                                       const char          *subject);

G_END_DECLS
