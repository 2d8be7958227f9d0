/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/call.h"

G_BEGIN_DECLS

/* The calls that a person has opened from files of their own. A copy of each is kept in their data
 * folder: a dossier has only the id of its call, and finds it again wherever that file went.
 */

char        *volets_own_calls_get_folder (void);
char       **volets_own_calls_list       (void);
VoletsCall  *volets_own_calls_find       (const char  *id,
                                          GFile       *dossier,
                                          GError     **error);
VoletsCall  *volets_own_calls_keep       (GFile       *file,
                                          GError     **error);

G_END_DECLS
