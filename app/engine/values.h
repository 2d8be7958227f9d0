/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/field.h"

G_BEGIN_DECLS

/**
 * VoletsValues:
 *
 * What a record holds: one value for each of its fields. They are shared until one of those who
 * hold them changes them, who has a copy of its own from then on: so another thread can read all
 * the answers of a dossier as they were at one moment, while somebody types.
 */
typedef struct _VoletsValues VoletsValues;

VoletsValues      *volets_values_new        (const VoletsField    *fields,
                                             guint                 n_fields);
VoletsValues      *volets_values_ref        (VoletsValues         *self);
void               volets_values_unref      (VoletsValues         *self);

const VoletsField *volets_values_get_fields (const VoletsValues   *self,
                                             guint                *n_fields);
gboolean           volets_values_has        (const VoletsValues   *self,
                                             guint                 field);
gboolean           volets_values_are_empty  (const VoletsValues   *self);
const char        *volets_values_get_text   (const VoletsValues   *self,
                                             guint                 field);
gint64             volets_values_get_number (const VoletsValues   *self,
                                             guint                 field);
const char        *volets_values_get_choice (const VoletsValues   *self,
                                             guint                 field);
char              *volets_values_format     (const VoletsValues   *self,
                                             guint                 field);

void               volets_values_take_text  (VoletsValues        **self,
                                             guint                 field,
                                             char                 *text);
void               volets_values_set_number (VoletsValues        **self,
                                             guint                 field,
                                             gint64                number);

gboolean           volets_field_is_text      (const VoletsField    *field);
gint64             volets_field_get_missing  (const VoletsField    *field);
gint64             volets_field_get_maximum  (const VoletsField    *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsValues, volets_values_unref)

G_END_DECLS
