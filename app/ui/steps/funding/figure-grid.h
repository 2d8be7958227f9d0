/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VoletsFigureGrid:
 *
 * A small table to read: a label and figures on each line, and a total on the last. Where it is
 * wider than the room there is, it scrolls.
 */
#define VOLETS_TYPE_FIGURE_GRID (volets_figure_grid_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFigureGrid, volets_figure_grid, VOLETS, FIGURE_GRID, GtkWidget)

void       volets_figure_grid_set_headings (VoletsFigureGrid    *self,
                                            const char *const   *headings);
void       volets_figure_grid_set_line     (VoletsFigureGrid    *self,
                                            guint                line,
                                            const char *const   *cells);
void       volets_figure_grid_set_n_lines  (VoletsFigureGrid    *self,
                                            guint                n_lines);

G_END_DECLS
