/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/field-editor.h"

G_BEGIN_DECLS

/**
 * VoletsCellFace:
 *
 * A cell of a table that is typed in, of which a long table has hundreds. What is in it is drawn as
 * its editor would show it, at next to no cost: a new text asks for no new layout. Where somebody
 * may want to type, an editor takes the place of the drawing; one that is hidden stays at hand.
 *
 * Its width does not depend on what is in it, so that nothing moves when the editor comes.
 */
#define VOLETS_TYPE_CELL_FACE (volets_cell_face_get_type ())
G_DECLARE_FINAL_TYPE (VoletsCellFace, volets_cell_face, VOLETS, CELL_FACE, GtkWidget)

GtkWidget         *volets_cell_face_new         (gboolean            is_choice,
                                                 gboolean            is_number);

void               volets_cell_face_set_text    (VoletsCellFace     *self,
                                                 const char         *text,
                                                 const char         *placeholder);
void               volets_cell_face_set_mistake (VoletsCellFace     *self,
                                                 gboolean            is_mistake);
VoletsFieldEditor *volets_cell_face_get_editor  (VoletsCellFace     *self);
void               volets_cell_face_give_editor (VoletsCellFace     *self,
                                                 VoletsFieldEditor  *editor);
VoletsFieldEditor *volets_cell_face_take_editor (VoletsCellFace     *self);
void               volets_cell_face_show_editor (VoletsCellFace     *self,
                                                 gboolean            shown);

G_END_DECLS
