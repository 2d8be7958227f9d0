/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

/**
 * VoletsFieldChoices:
 *
 * What can be chosen for a field that is not typed: the values of an enumeration, the communes of
 * the application for a school, the schools (or the whole project) for an expense. The first
 * choice is none.
 */
typedef struct _VoletsFieldChoices VoletsFieldChoices;

gboolean            volets_field_choices_are_offered  (VoletsSection              section,
                                                       guint                      field);
gboolean            volets_field_choices_vary         (VoletsSection              section,
                                                       guint                      field);
VoletsFieldChoices *volets_field_choices_new          (VoletsDossier             *dossier,
                                                       VoletsSection              section,
                                                       guint                      field);
void                volets_field_choices_free         (VoletsFieldChoices        *self);

const char *const  *volets_field_choices_get_labels   (const VoletsFieldChoices  *self);
guint               volets_field_choices_get_selected (const VoletsFieldChoices  *self,
                                                       VoletsRecord              *record);
void                volets_field_choices_select       (const VoletsFieldChoices  *self,
                                                       VoletsRecord              *record,
                                                       guint                      choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsFieldChoices, volets_field_choices_free)

G_END_DECLS
