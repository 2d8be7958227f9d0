/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/finding.h"
#include "engine/section.h"

G_BEGIN_DECLS

/**
 * VoletsFormat:
 * @section: a section
 * @field: a field of it that holds text
 * @check: tells whether a text can be right there, and in a French sentence why not
 * @severity: how bad it is where it cannot
 * @code: what the review calls it
 *
 * The form that a text must have: the same while it is typed and in the review.
 */
typedef struct {
  VoletsSection    section;
  guint            field;
  gboolean       (*check) (const char *text, GError **error);
  VoletsSeverity   severity;
  const char      *code;
} VoletsFormat;

const VoletsFormat *volets_formats_get  (guint          *n_formats);
const VoletsFormat *volets_formats_find (VoletsSection   section,
                                         guint           field);

G_END_DECLS
