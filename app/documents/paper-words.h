/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"
#include "engine/dossier.h"

G_BEGIN_DECLS

/* Words that several papers have in common. */

/* What a paper shows for an answer that is missing. */
#define VOLETS_PAPER_MISSING "(à compléter)"

const char *volets_paper_get_text     (VoletsRecord   *record,
                                       guint           field);
char       *volets_paper_count        (VoletsRecord   *record,
                                       guint           field);
char       *volets_paper_mark         (VoletsDossier  *dossier);
char       *volets_paper_join         (GPtrArray      *formulas,
                                       VoletsApplicantKind applicant,
                                       const char     *separator);
char       *volets_paper_of_call      (const VoletsCall *call);

#define volets_paper_cells(...) ((const char *const[]) { __VA_ARGS__, NULL })

G_END_DECLS
