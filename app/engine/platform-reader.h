/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/platform.h"
#include "engine/xml.h"

G_BEGIN_DECLS

VoletsPlatform *volets_platform_read (const VoletsCall     *call,
                                      const VoletsXmlNode  *node,
                                      GError              **error);

G_END_DECLS
