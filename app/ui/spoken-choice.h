/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       volets_spoken_choice_set_up     (GtkDropDown *list);
GtkWidget *volets_spoken_choice_get_button (GtkDropDown *list);
void       volets_spoken_choice_set_label  (GtkDropDown *list,
                                            const char  *label);

G_END_DECLS
