/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *volets_toast_new  (const char *words);
void      volets_toast_show (GtkWidget  *widget,
                             const char *words);

G_END_DECLS
