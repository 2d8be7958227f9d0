/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/call.h"

G_BEGIN_DECLS

VoletsCall *volets_call_read (GBytes   *bytes,
                              GError  **error);

G_END_DECLS
