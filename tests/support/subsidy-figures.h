/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/subsidy.h"

G_BEGIN_DECLS

gint64    volets_test_find_figure   (const VoletsSubsidy *subsidy,
                                     const char          *path);
void      volets_test_check_figures (const VoletsSubsidy *subsidy,
                                     const char          *expected);
char     *volets_test_list_figures  (const VoletsSubsidy *subsidy);
gboolean  volets_test_same_figures  (const VoletsSubsidy *a,
                                     const VoletsSubsidy *b);

G_END_DECLS
