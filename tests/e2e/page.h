/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* What is in the window, to who does not see it. */

GPtrArray *volets_test_page_check_names (VoletsTestReader *reader,
                                         const char       *name);
void       volets_test_page_check       (VoletsTestReader *reader,
                                         const char       *name);

G_END_DECLS
