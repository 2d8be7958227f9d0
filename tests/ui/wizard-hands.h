/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "display.h"
#include "support/temp-folder.h"
#include "ui/dossier-view.h"
#include "ui/window.h"

G_BEGIN_DECLS

/**
 * VoletsHands:
 * @folder: a folder for the files of the test
 * @window: (nullable): the window, which may go away
 *
 * The hands of a person in front of a window: they find what they want by what it is bound to,
 * put the focus there and use it, one key or one click after the other. Each move ends once the
 * window has nothing more to do, however long that takes.
 */
typedef struct {
  VoletsTestFolder  folder;
  VoletsWindow     *window;
} VoletsHands;

/* For g_test_add(), with the application as its data. */
void               volets_hands_set_up        (VoletsHands     *self,
                                               gconstpointer    application);
void               volets_hands_tear_down     (VoletsHands     *self,
                                               gconstpointer    unused);

/* What there is to see. */
VoletsEditor      *volets_hands_get_editor    (VoletsHands     *self);
VoletsDossierView *volets_hands_get_view      (VoletsHands     *self);
GtkWidget         *volets_hands_get_focus     (VoletsHands     *self);
GtkWidget         *volets_hands_find          (VoletsHands     *self,
                                               GType            type);
GPtrArray         *volets_hands_find_all      (VoletsHands     *self,
                                               GType            type);
const char        *volets_hands_read_error    (VoletsHands     *self,
                                               VoletsSection    section,
                                               guint            field);

/* A dossier, saved under the name of the folder's file. */
void               volets_hands_begin         (VoletsHands     *self,
                                               const char      *call_id);
void               volets_hands_save          (VoletsHands     *self);

/* Keys and clicks. */
void               volets_hands_rest          (VoletsHands     *self);
void               volets_hands_click         (VoletsHands     *self,
                                               const char      *action);
void               volets_hands_click_row     (VoletsHands     *self,
                                               const char      *title);
void               volets_hands_type          (VoletsHands     *self,
                                               const char      *text);
void               volets_hands_paste         (VoletsHands     *self,
                                               const char      *text);

/* Answers the dialog that asks for a file. */
void               volets_hands_choose_file   (VoletsHands     *self,
                                               GFile           *file);

/* The fields of a form. */
void               volets_hands_go_to         (VoletsHands     *self,
                                               VoletsSection    section,
                                               guint            field);
void               volets_hands_fill          (VoletsHands     *self,
                                               VoletsSection    section,
                                               guint            field,
                                               const char      *text);
void               volets_hands_choose        (VoletsHands     *self,
                                               VoletsSection    section,
                                               guint            field,
                                               const char      *label);
void               volets_hands_tick          (VoletsHands     *self,
                                               VoletsSection    section,
                                               guint            field);

/* The cells of a table, its rows counted from zero. */
void               volets_hands_add_row       (VoletsHands     *self,
                                               VoletsSection    section);
void               volets_hands_go_to_cell    (VoletsHands     *self,
                                               VoletsSection    section,
                                               guint            row,
                                               guint            field);
void               volets_hands_fill_cell     (VoletsHands     *self,
                                               VoletsSection    section,
                                               guint            row,
                                               guint            field,
                                               const char      *text);
void               volets_hands_choose_cell   (VoletsHands     *self,
                                               VoletsSection    section,
                                               guint            row,
                                               guint            field,
                                               const char      *label);

G_END_DECLS
