/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * VoletsTestSession:
 * @home: a folder of its own for all that the program keeps
 * @process: (nullable): the program, while it runs
 * @reader: (nullable): what it says, while it runs
 *
 * The window of the program as it was built, which knows nothing of what is on this machine.
 */
typedef struct {
  char             *home;
  GSubprocess      *process;
  VoletsTestReader *reader;
} VoletsTestSession;

int   volets_test_session_main      (int                  argc,
                                     char               **argv,
                                     void               (*add_tests) (void));

void  volets_test_session_set_up    (VoletsTestSession   *self,
                                     gconstpointer        data);
void  volets_test_session_tear_down (VoletsTestSession   *self,
                                     gconstpointer        data);
void  volets_test_session_start     (VoletsTestSession   *self,
                                     const char          *file);
void  volets_test_session_kill      (VoletsTestSession   *self);

G_END_DECLS
