/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "documents/document.h"

G_BEGIN_DECLS

GtkPrintOperation *volets_printing_new (GPtrArray   *documents,
                                        const char  *name,
                                        GError     **error);

G_END_DECLS
