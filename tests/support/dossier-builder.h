/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"
#include "engine/funder.h"
#include "engine/school.h"

G_BEGIN_DECLS

/* Short ways to make a dossier for a test. Amounts are centimes, without tax: HT and TTC are the
 * same until a test sets a rate on the row that it gets.
 */

VoletsRecord *volets_test_add_commune (VoletsDossier    *dossier,
                                       const char       *insee);
VoletsRecord *volets_test_add_school  (VoletsDossier    *dossier,
                                       const char       *id,
                                       const char       *commune,
                                       VoletsSchoolKind  kind,
                                       gint64            n_classes,
                                       gint64            n_pupils);
VoletsRecord *volets_test_add_expense (VoletsDossier    *dossier,
                                       VoletsSection     section,
                                       const char       *school,
                                       gint64            centimes);
VoletsRecord *volets_test_add_funder  (VoletsDossier    *dossier,
                                       VoletsFunderKind  kind,
                                       gint64            centimes);

G_END_DECLS
