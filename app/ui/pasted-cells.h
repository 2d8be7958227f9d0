/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More columns than any table of a dossier has; what is beyond is nonsense. */
#define VOLETS_PASTED_CELLS_MAX 64

/**
 * VoletsPastedRow:
 * @line: its place in the text, from one, blank lines counted
 * @cells: (array zero-terminated=1): its cells, on one line each, without spaces around
 *
 * A line of a spreadsheet that has something in it.
 */
typedef struct {
  guint   line;
  GStrv   cells;
} VoletsPastedRow;

GPtrArray *volets_pasted_cells_split (const char  *text,
                                      guint        max_rows,
                                      gboolean    *is_cut);

G_END_DECLS
