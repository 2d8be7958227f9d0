/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"
#include "engine/dossier.h"

G_BEGIN_DECLS

/**
 * VoletsRosterSchool:
 * @id: (nullable): what names it in the dossier
 * @uai: (nullable): its code, as it was typed
 * @name: (nullable): what it is called
 * @commune: the INSEE code of its commune, compact, empty where that is not known
 * @commune_name: what that commune is called; its code where that is not known
 * @n_classes: how many classes it has, 0 where that is not known
 * @n_pupils: how many pupils it has, 0 where that is not known
 *
 * A school that counts: one in the perimeter of the call. The texts are the dossier's, %NULL where
 * it does not answer; the codes of communes are the roster's.
 */
typedef struct {
  const char *id;
  const char *uai;
  const char *name;
  const char *commune;
  const char *commune_name;
  gint64      n_classes;
  gint64      n_pupils;
} VoletsRosterSchool;

/**
 * VoletsRoster:
 *
 * The schools of a dossier that a call counts, in an order that does not depend on that of the
 * rows: by commune, then by UAI, name and id.
 */
typedef struct {
  GArray       *schools;     /* of VoletsRosterSchool */
  GHashTable   *indices;     /* id to index + 1 */

  /*< private >*/
  GStringChunk *codes;
} VoletsRoster;

VoletsRoster             *volets_roster_new         (const VoletsCall    *call,
                                                     VoletsDossier       *dossier);
void                      volets_roster_free        (VoletsRoster        *self);

guint                     volets_roster_get_size    (const VoletsRoster  *self);
const VoletsRosterSchool *volets_roster_get_school  (const VoletsRoster  *self,
                                                     guint                index);
gboolean                  volets_roster_find        (const VoletsRoster  *self,
                                                     const char          *id,
                                                     guint               *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsRoster, volets_roster_free)

G_END_DECLS
