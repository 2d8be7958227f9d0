/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet.h"

G_BEGIN_DECLS

GBytes *volets_odt_make_content (VoletsSheet *sheet);

G_END_DECLS
