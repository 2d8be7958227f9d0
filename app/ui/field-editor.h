/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/record.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsFieldEditor:
 *
 * Edits one field of one record: an entry, a text, a check box or a list of choices, as the kind
 * of the field wants it. It holds no value of its own: what can be read goes into the record at
 * once; what cannot stays in the entry, with an error, and the last finished value counts again.
 *
 * Its property "error" is the sentence that says what is wrong with what is typed, or %NULL.
 */
#define VOLETS_TYPE_FIELD_EDITOR (volets_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFieldEditor, volets_field_editor, VOLETS, FIELD_EDITOR, GtkWidget)

GtkWidget  *volets_field_editor_new          (void);

void        volets_field_editor_set_multiline (VoletsFieldEditor  *self,
                                               gboolean            multiline);
void        volets_field_editor_set_label     (VoletsFieldEditor  *self,
                                               const char         *label);
void        volets_field_editor_set_label_shown (VoletsFieldEditor *self,
                                                 gboolean           shown);
void        volets_field_editor_set_remark    (VoletsFieldEditor  *self,
                                               const char         *remark,
                                               gboolean            is_mistake);
void        volets_field_editor_bind          (VoletsFieldEditor  *self,
                                               VoletsEditor       *editor,
                                               VoletsSection       section,
                                               VoletsRecord       *record,
                                               guint               field);
void        volets_field_editor_refresh       (VoletsFieldEditor  *self);
void        volets_field_editor_unbind        (VoletsFieldEditor  *self);

const char *volets_field_editor_get_error     (VoletsFieldEditor  *self);
GtkWidget  *volets_field_editor_get_input     (VoletsFieldEditor  *self);

G_END_DECLS
