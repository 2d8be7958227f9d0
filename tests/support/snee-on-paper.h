/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

/* The call SNEE as one computes it on paper, from its text and without a line of the engine. */

#define VOLETS_TEST_MAX_COMMUNES 16

__extension__ typedef __int128 VoletsWide;

typedef struct {
  const char     *code;             /* INSEE, the dossier's; empty where it is not known */
  gint64          n_classes;
  gint64          n_pupils;
  gint64          n_equipped_pupils;
  VoletsWide      expense[2];       /* of equipment, of services */
  gint64          subsidy[2];
} VoletsSneeCommune;

typedef struct {
  VoletsSneeCommune  communes[VOLETS_TEST_MAX_COMMUNES]; /* in the order of their codes */
  guint              n_communes;
  VoletsWide         declared;
} VoletsSneeOnPaper;

VoletsWide volets_test_compute_ttc           (VoletsRecord      *line);
gint64     volets_test_round_half_up         (VoletsWide         ten_thousandths);
void       volets_test_compute_snee_on_paper (VoletsSneeOnPaper *self,
                                              VoletsDossier     *dossier);

G_END_DECLS
