/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "screen.h"

G_BEGIN_DECLS

/* What AT-SPI calls things, with the numbers of its protocol: those that the tests speak of. */
typedef enum {
  VOLETS_TEST_ROLE_CHECK_BOX = 7,
  VOLETS_TEST_ROLE_COMBO_BOX = 11,
  VOLETS_TEST_ROLE_FRAME = 23,
  VOLETS_TEST_ROLE_LABEL = 29,
  VOLETS_TEST_ROLE_LIST = 31,
  VOLETS_TEST_ROLE_LIST_ITEM = 32,
  VOLETS_TEST_ROLE_PANEL = 39,
  VOLETS_TEST_ROLE_BUTTON = 43,
  VOLETS_TEST_ROLE_RADIO_BUTTON = 44,
  VOLETS_TEST_ROLE_ROW_HEADER = 47,
  VOLETS_TEST_ROLE_STATUS = 54,
  VOLETS_TEST_ROLE_TEXT = 61,
  VOLETS_TEST_ROLE_HEADING = 83,
} VoletsTestRole;

typedef enum {
  VOLETS_TEST_STATE_INVALID = 0,
  VOLETS_TEST_STATE_CHECKED = 4,
  VOLETS_TEST_STATE_FOCUSABLE = 11,
  VOLETS_TEST_STATE_FOCUSED = 12,
  VOLETS_TEST_STATE_SENSITIVE = 24,
  VOLETS_TEST_STATE_INVALID_ENTRY = 36,
} VoletsTestState;

/**
 * VoletsTestThing:
 * @path: what the bus knows it by
 * @parent: the index of what it is in, -1 for the application
 * @role: a #VoletsTestRole, or another
 * @name: what a screen reader calls it
 * @description: what it says of it besides
 * @states: a bit for each #VoletsTestState
 */
typedef struct {
  char    *path;
  int      parent;
  guint    role;
  char    *name;
  char    *description;
  guint64  states;
} VoletsTestThing;

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

gboolean               volets_test_thing_has         (const VoletsTestThing  *self,
                                                      VoletsTestState         state);
GPtrArray             *volets_test_reader_list       (VoletsTestReader       *self);
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
void                   volets_test_reader_press_tab  (VoletsTestReader       *self);
void                   volets_test_reader_tab_to     (VoletsTestReader       *self,
                                                      guint                   role,
                                                      const char             *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsTestReader, volets_test_reader_free)

G_END_DECLS
