/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/dossier-view.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/* Offers to take back what was just done to the rows of a dossier, in a toast over its view. */
typedef struct _VoletsUndoOffer VoletsUndoOffer;

VoletsUndoOffer *volets_undo_offer_new       (VoletsEditor       *editor,
                                              VoletsDossierView  *view);
void             volets_undo_offer_free      (VoletsUndoOffer    *self);

void             volets_undo_offer_undo      (VoletsUndoOffer    *self);
void             volets_undo_offer_undo_near (VoletsUndoOffer    *self,
                                              GtkWidget          *focus);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsUndoOffer, volets_undo_offer_free)

G_END_DECLS
