/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"

G_BEGIN_DECLS

GPtrArray *volets_known_calls_list (void);

G_END_DECLS
