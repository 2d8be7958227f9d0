/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/volet-result.h"

G_BEGIN_DECLS

gboolean volets_scale_apply (const VoletsVolet  *volet,
                             gint64              expense,
                             GArray             *brackets,
                             gint64             *amount,
                             GError            **error);

G_END_DECLS
