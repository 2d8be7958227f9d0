/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/finding.h"

G_BEGIN_DECLS

/* What was typed and left that means nothing, « 1O5 » for a number: it is in no record, where the
 * value of before still counts, but must not be forgotten.
 */
typedef struct _VoletsUnreadTexts VoletsUnreadTexts;

VoletsUnreadTexts *volets_unread_texts_new        (void);
void               volets_unread_texts_free       (VoletsUnreadTexts  *self);

void               volets_unread_texts_add        (VoletsUnreadTexts  *self,
                                                   VoletsSection       section,
                                                   VoletsRecord       *record,
                                                   guint               field,
                                                   const char         *typed,
                                                   const char         *reason);
gboolean           volets_unread_texts_remove     (VoletsUnreadTexts  *self,
                                                   VoletsRecord       *record,
                                                   guint               field);
const char        *volets_unread_texts_find       (VoletsUnreadTexts  *self,
                                                   VoletsRecord       *record,
                                                   guint               field);
GPtrArray         *volets_unread_texts_review     (VoletsUnreadTexts  *self,
                                                   VoletsDossier      *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsUnreadTexts, volets_unread_texts_free)

G_END_DECLS
