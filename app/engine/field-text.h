/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* A field as people read and type it, unlike volets_record_format(), which is for files. */

char     *volets_field_text_write (VoletsRecord   *record,
                                   guint           field);
gboolean  volets_field_text_read  (VoletsRecord   *record,
                                   guint           field,
                                   const char     *typed,
                                   GError        **error);

G_END_DECLS
