/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/chart-bar.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/* A bar of who pays what, the same on screen and on paper. Each kind of funder has a hatching of
 * its own, so that the bar can be read without its colours.
 */

/**
 * VoletsFundingKind:
 * @VOLETS_FUNDING_STATE: the subsidy of the call, solid
 * @VOLETS_FUNDING_PUBLIC: the other public funders, diagonal lines
 * @VOLETS_FUNDING_PRIVATE: the private funders, dots
 * @VOLETS_FUNDING_OWN: what is left to the applicant, an outline
 */
typedef enum {
  VOLETS_FUNDING_STATE,
  VOLETS_FUNDING_PUBLIC,
  VOLETS_FUNDING_PRIVATE,
  VOLETS_FUNDING_OWN,
} VoletsFundingKind;

#define VOLETS_N_FUNDING_KINDS (VOLETS_FUNDING_OWN + 1)

typedef struct {
  VoletsFundingKind kind;
  gint64            amount;   /* centimes; what is not above zero is not drawn */
} VoletsFundingPart;

typedef struct {
  guint32 inks[VOLETS_N_FUNDING_KINDS];   /* 0xRRGGBB, for each kind */
  guint32 paper;                          /* 0xRRGGBB, what is behind */
} VoletsFundingColours;

extern const VoletsFundingColours volets_funding_colours_print;

void volets_funding_parts_fill    (VoletsFundingPart          *parts,
                                   const VoletsSubsidy        *subsidy);
void volets_funding_chart_get_bar (const VoletsFundingPart    *parts,
                                   guint                       n_parts,
                                   const VoletsFundingColours *colours,
                                   VoletsChartPart            *bar);
void volets_funding_chart_draw    (cairo_t                    *cr,
                                   double                      x,
                                   double                      y,
                                   double                      width,
                                   double                      height,
                                   const VoletsFundingPart    *parts,
                                   guint                       n_parts,
                                   const VoletsFundingColours *colours);

G_END_DECLS
