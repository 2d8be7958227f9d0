/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsComputationLine:
 * @what: « Plafond par classe »
 * @how: (nullable): « 15 classes × 3 500,00 € = 52 500,00 € »
 * @amount: (nullable): the amount once this is done, formatted; %NULL where nothing changes
 * @source: (nullable): the text that says so, and how sure that is
 * @note: (nullable): what that text adds
 * @hint: (nullable): what there is to say about a source that is no official text
 * @is_assumed: whether no text says so
 * @is_total: whether it sums up the lines before it
 *
 * A step of the computation, in words.
 */
typedef struct {
  char     *what;
  char     *how;
  char     *amount;
  char     *source;
  char     *note;
  char     *hint;
  gboolean  is_assumed;
  gboolean  is_total;
} VoletsComputationLine;

void       volets_computation_line_free  (VoletsComputationLine    *self);

GPtrArray *volets_computation_tell_unit  (const VoletsSubsidy      *subsidy,
                                          const VoletsVoletResult  *volet,
                                          const VoletsUnitResult   *unit);
GPtrArray *volets_computation_tell_volet (const VoletsSubsidy      *subsidy,
                                          const VoletsVoletResult  *volet);
GPtrArray *volets_computation_tell_notes (const VoletsSubsidy      *subsidy);

char      *volets_computation_name_unit  (const VoletsUnitResult   *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsComputationLine, volets_computation_line_free)

G_END_DECLS
