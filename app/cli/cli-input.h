/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cli/cli-command.h"
#include "engine/call.h"
#include "engine/dossier.h"
#include "engine/subsidy.h"

G_BEGIN_DECLS

/**
 * VoletsCliInput:
 * @name: (transfer none): the file, as it was typed
 * @dossier: the dossier in it
 * @call: the call it answers
 * @subsidy: (nullable): what was computed of it, %NULL where its amounts are too large
 */
typedef struct {
  const char    *name;
  VoletsDossier *dossier;
  VoletsCall    *call;
  VoletsSubsidy *subsidy;
} VoletsCliInput;

/* What a command does with one file that was read. */
typedef VoletsCliStatus (*VoletsCliWork) (const VoletsCliInput   *input,
                                          const VoletsCliOptions *options);

VoletsCliStatus  volets_cli_for_each_dossier (const VoletsCliOptions  *options,
                                              VoletsCliWork            work);
char            *volets_cli_get_stem         (const VoletsCliInput    *input);
void             volets_cli_refuse_amounts   (const VoletsCliInput    *input);
VoletsCall      *volets_cli_load_call        (const char              *path,
                                              GError                 **error);

G_END_DECLS
