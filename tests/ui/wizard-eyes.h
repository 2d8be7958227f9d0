/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wizard-hands.h"

G_BEGIN_DECLS

/* What is to be seen in a window, held against what the built program says of the saved file. */

void volets_eyes_check_panel (VoletsHands  *hands);
void volets_eyes_check_total (VoletsHands  *hands,
                              const char   *total);
void volets_eyes_check_saved (VoletsHands  *hands,
                              const char   *element);
gboolean volets_eyes_find        (VoletsHands  *hands,
                                  const char   *code);

G_END_DECLS
