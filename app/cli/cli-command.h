/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command exits with; of several files, the worst counts. */
typedef enum {
  VOLETS_CLI_FINE,
  VOLETS_CLI_FAULTY,      /* read, but with errors, or different */
  VOLETS_CLI_UNUSABLE,    /* could not be read or written, or the command line is wrong */
} VoletsCliStatus;

/**
 * VoletsCliOptions:
 * @call: (nullable): the path of a call file
 * @date: the day it is, 2021-03-31
 * @output_dir: (nullable): where the exports go
 * @bundle: whether to make one folder of all that is filed
 * @only: (nullable): the exports wanted, separated by commas
 * @show: (nullable): the id of a call
 * @json: whether to print JSON
 * @force: whether to replace files that exist
 * @files: (array zero-terminated=1): the files, as they were typed
 */
typedef struct {
  char      *call;
  char      *date;
  char      *output_dir;
  char      *only;
  char      *show;
  gboolean   bundle;
  gboolean   json;
  gboolean   force;
  char     **files;
} VoletsCliOptions;

VoletsCliStatus volets_cli_check   (const VoletsCliOptions  *options);
VoletsCliStatus volets_cli_compute (const VoletsCliOptions  *options);
VoletsCliStatus volets_cli_export  (const VoletsCliOptions  *options);
VoletsCliStatus volets_cli_verify  (const VoletsCliOptions  *options);
VoletsCliStatus volets_cli_calls   (const VoletsCliOptions  *options);

G_END_DECLS
