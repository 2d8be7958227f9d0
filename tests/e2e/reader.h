/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "screen.h"
#include "things.h"

G_BEGIN_DECLS

/**
 * VoletsTestReader:
 *
 * A program as somebody has it who does not see: what it says of itself on the accessibility bus,
 * and the keys.
 */
typedef struct _VoletsTestReader VoletsTestReader;

VoletsTestReader      *volets_test_reader_new        (const VoletsTestScreen *screen,
                                                      const char             *process_id);
void                   volets_test_reader_free       (VoletsTestReader       *self);

GPtrArray             *volets_test_reader_list       (VoletsTestReader       *self);
GPtrArray             *volets_test_reader_list_settled (VoletsTestReader     *self,
                                                      const char             *name);
const VoletsTestThing *volets_test_reader_ask        (VoletsTestReader       *self,
                                                      const char             *path);
const VoletsTestThing *volets_test_reader_find       (VoletsTestReader       *self,
                                                      guint                   role,
                                                      const char             *name);
const VoletsTestThing *volets_test_reader_wait       (VoletsTestReader       *self,
                                                      guint                   role,
                                                      const char             *name);
void                   volets_test_reader_wait_gone  (VoletsTestReader       *self,
                                                      const char             *name);
const VoletsTestThing *volets_test_reader_get_focus  (VoletsTestReader       *self);
void                   volets_test_reader_wait_focus (VoletsTestReader       *self,
                                                      guint                   role,
                                                      const char             *name);
void                   volets_test_reader_wait_focus_in (VoletsTestReader    *self,
                                                      const char             *name);
char                  *volets_test_reader_read_text  (VoletsTestReader       *self,
                                                      const char             *path);

void                   volets_test_reader_press      (VoletsTestReader       *self,
                                                      GdkModifierType         modifiers,
                                                      guint                   key);
void                   volets_test_reader_type       (VoletsTestReader       *self,
                                                      const char             *text);
const VoletsTestThing *volets_test_reader_press_tab  (VoletsTestReader       *self,
                                                      GdkModifierType         modifiers);
void                   volets_test_reader_tab_to     (VoletsTestReader       *self,
                                                      guint                   role,
                                                      const char             *name);
void                   volets_test_reader_press_button (VoletsTestReader     *self,
                                                      const char             *name,
                                                      guint                   role,
                                                      const char             *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsTestReader, volets_test_reader_free)

G_END_DECLS
