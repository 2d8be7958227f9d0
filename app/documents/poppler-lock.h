/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GMutexLocker *volets_poppler_lock (void);

G_END_DECLS
