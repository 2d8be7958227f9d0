/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void volets_language_set_up (const char *locale_dir);

G_END_DECLS
