/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/record.h"

G_BEGIN_DECLS

/* Where an attachment is, as the dossier writes it: relative to its own folder for what is below
 * it, so that the folder can be moved as a whole, and absolute for all else.
 */

char  *volets_attachment_path_write (GFile         *file,
                                     GFile         *dossier,
                                     GError       **error);
GFile *volets_attachment_path_read  (const char    *path,
                                     GFile         *dossier);
void   volets_attachment_path_move  (VoletsRecord  *record,
                                     GFile         *from,
                                     GFile         *to);

G_END_DECLS
