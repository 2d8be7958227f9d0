/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet.h"
#include "engine/call.h"

G_BEGIN_DECLS

/**
 * VoletsCitations:
 *
 * The sources that a paper cites, numbered in the order in which they come up.
 */
typedef struct {
  GPtrArray *sources;   /* of VoletsSource, the call's */
} VoletsCitations;

VoletsCitations *volets_citations_new       (void);
void             volets_citations_free      (VoletsCitations         *self);

char            *volets_citations_cite      (VoletsCitations         *self,
                                             const VoletsProvenance  *provenance);
void             volets_citations_add_list  (VoletsCitations         *self,
                                             VoletsSheet             *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsCitations, volets_citations_free)

G_END_DECLS
