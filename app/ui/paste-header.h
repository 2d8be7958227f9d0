/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* A column of a paste that is no field. */
#define VOLETS_PASTE_NO_FIELD (-1)

/**
 * VoletsPasteField:
 * @field: a field that can be pasted
 * @title: (nullable): what its column is called on the screen
 */
typedef struct {
  guint       field;
  const char *title;
} VoletsPasteField;

GArray *volets_paste_header_read (const VoletsField       *known,
                                  const VoletsPasteField  *fields,
                                  guint                    n_fields,
                                  char                   **cells);

G_END_DECLS
