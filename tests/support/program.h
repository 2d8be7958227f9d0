/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the built program, whose path is in VOLETS_PROGRAM, did when it was run from outside. */
typedef struct {
  int   status;
  char *output;
  char *complaint;
} VoletsTestRun;

void volets_test_run       (VoletsTestRun  *self,
                            const char     *first,
                            ...) G_GNUC_NULL_TERMINATED;
void volets_test_run_clear (VoletsTestRun  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VoletsTestRun, volets_test_run_clear)

G_END_DECLS
