/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-input.h"

G_BEGIN_DECLS

VoletsCliStatus volets_cli_bundle (const VoletsCliInput   *input,
                                   const VoletsCliOptions *options);

G_END_DECLS
