/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/file-inspection.h"

G_BEGIN_DECLS

VoletsFileInspection volets_png_inspect  (const char *path);
VoletsFileInspection volets_jpeg_inspect (const char *path);

G_END_DECLS
