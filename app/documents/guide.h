/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/document.h"

G_BEGIN_DECLS

VoletsDocument *volets_guide_new  (const char  *folder,
                                   char       **date,
                                   GError     **error);
GBytes         *volets_guide_make (const char  *folder,
                                   GError     **error);

G_END_DECLS
