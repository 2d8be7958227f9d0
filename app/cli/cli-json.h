/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/subsidy.h"

G_BEGIN_DECLS

char *volets_cli_write_json (const char           *name,
                             const VoletsSubsidy  *subsidy);

G_END_DECLS
