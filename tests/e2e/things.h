/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

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
  VOLETS_TEST_ROLE_SCROLL_PANE = 49,
  VOLETS_TEST_ROLE_STATUS = 54,
  VOLETS_TEST_ROLE_TEXT = 61,
  VOLETS_TEST_ROLE_HEADING = 83,
  VOLETS_TEST_ROLE_TABLE_ROW = 90,
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
 *
 * Something that a program has on the screen, as it says it on the accessibility bus.
 */
typedef struct {
  char    *path;
  int      parent;
  guint    role;
  char    *name;
  char    *description;
  guint64  states;
} VoletsTestThing;

GPtrArray       *volets_test_things_list (GDBusConnection       *connection,
                                          const char            *program,
                                          gboolean               names_only);

VoletsTestThing *volets_test_thing_ask   (GDBusConnection       *connection,
                                          const char            *program,
                                          const char            *path);
void             volets_test_thing_free  (VoletsTestThing       *self);
gboolean         volets_test_thing_has   (const VoletsTestThing *self,
                                          VoletsTestState        state);

G_END_DECLS
