/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/editor.h"

G_BEGIN_DECLS

/* Saving as a person goes through it: a name is asked for where there is none, and what went
 * wrong is said, with what can be done about it, until the dossier is saved or they give up.
 */

void     volets_saving_save_async    (GtkWindow            *parent,
                                      VoletsEditor         *editor,
                                      gboolean              ask_name,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean volets_saving_save_finish   (GAsyncResult         *result);

void     volets_saving_leave_async   (GtkWindow            *parent,
                                      VoletsEditor         *editor,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean volets_saving_leave_finish  (GAsyncResult         *result);

G_END_DECLS
