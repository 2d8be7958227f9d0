/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/finding.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsFieldRow:
 *
 * One answer in a form: its label above, the input with its unit, a hint that is always visible,
 * and below, while something is wrong, what is.
 *
 * The template says what it is bound to: "section" and "field" (the names of the properties of
 * the dossier and of the record), "title" (of AdwPreferencesRow), "hint", "unit", "multiline".
 */
#define VOLETS_TYPE_FIELD_ROW (volets_field_row_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFieldRow, volets_field_row, VOLETS, FIELD_ROW,
                      AdwPreferencesRow)

void     volets_field_row_set_editor (VoletsFieldRow       *self,
                                      VoletsEditor         *editor);
gboolean volets_field_row_is_about   (VoletsFieldRow       *self,
                                      const VoletsFinding  *finding);
void     volets_field_row_set_finding (VoletsFieldRow      *self,
                                       const VoletsFinding *finding);

G_END_DECLS
