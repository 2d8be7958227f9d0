/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "documents/exports.h"
#include "ui/editor.h"

G_BEGIN_DECLS

GtkFileChooserNative *volets_export_chooser_new (GtkWidget           *widget,
                                                 VoletsEditor        *editor,
                                                 const VoletsExport  *export);

G_END_DECLS
