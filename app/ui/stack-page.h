/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void volets_stack_page_show (GtkStack  *stack,
                             GtkWidget *child);

G_END_DECLS
