/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsRecovery:
 * @id: what its files are called
 * @title: what the dossier was called, never %NULL
 * @call_id: (nullable): the id of the call it answers
 * @file: (nullable): the file it was opened from or last saved to
 * @etag: (nullable): what tells whether somebody changed that file since
 * @date: when the last change was kept
 *
 * A dossier that was not saved when the program crashed. Immutable.
 */
typedef struct {
  char       *id;
  char       *title;
  char       *call_id;
  GFile      *file;
  char       *etag;
  GDateTime  *date;
} VoletsRecovery;

GPtrArray    *volets_recovery_list     (void);
void          volets_recovery_free     (VoletsRecovery        *self);
VoletsEditor *volets_recovery_open     (const VoletsRecovery  *self,
                                        GError               **error);
gboolean      volets_recovery_discard  (const VoletsRecovery  *self,
                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsRecovery, volets_recovery_free)

G_END_DECLS
