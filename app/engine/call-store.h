/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"

G_BEGIN_DECLS

/* The calls that come with the program. */

char       **volets_call_store_list (void);
VoletsCall  *volets_call_store_find (const char  *id);

G_END_DECLS
