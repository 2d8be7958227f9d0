/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"

G_BEGIN_DECLS

char       *volets_test_read_call_file (const char *id);
VoletsCall *volets_test_find_call      (const char *id);

G_END_DECLS
