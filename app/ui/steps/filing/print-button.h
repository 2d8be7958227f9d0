/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VoletsPrintButton:
 *
 * Asks which papers to print, then the window to print them (win.print-papers).
 */
#define VOLETS_TYPE_PRINT_BUTTON (volets_print_button_get_type ())
G_DECLARE_FINAL_TYPE (VoletsPrintButton, volets_print_button, VOLETS, PRINT_BUTTON, AdwBin)

void volets_print_button_popup (VoletsPrintButton *self);

G_END_DECLS
