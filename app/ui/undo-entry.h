/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

/* What one action did to the lists of a dossier, and how to take it back. */
typedef struct _VoletsUndoEntry VoletsUndoEntry;

VoletsUndoEntry *volets_undo_entry_new          (const char             *label);
void             volets_undo_entry_free         (VoletsUndoEntry        *self);

const char      *volets_undo_entry_get_label    (const VoletsUndoEntry  *self);
gboolean         volets_undo_entry_is_empty     (const VoletsUndoEntry  *self);
gboolean         volets_undo_entry_is_addition  (const VoletsUndoEntry  *self);
void             volets_undo_entry_set_rows     (VoletsUndoEntry        *self,
                                                 VoletsDossier          *dossier,
                                                 VoletsSection           section,
                                                 GPtrArray              *rows);
void             volets_undo_entry_take_back    (VoletsUndoEntry        *self,
                                                 VoletsDossier          *dossier);
void             volets_undo_entry_collect_rows (const VoletsUndoEntry  *self,
                                                 VoletsSection           section,
                                                 GHashTable             *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsUndoEntry, volets_undo_entry_free)

G_END_DECLS
