/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <signal.h>

#include "cli/cli.h"
#include "documents/file-inspector.h"
#include "ui/application.h"

int
main (int   argc,
      char *argv[])
{
  if (volets_file_inspector_is_asked (argc, argv))
    return volets_file_inspector_answer (argv);

  setlocale (LC_ALL, "");
  /* A file that is too large for the session is an error to be told, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);

  if (argc > 1 && volets_cli_handles (argv[1]))
    return volets_cli_run (argc, argv);

  return volets_application_run (argc, argv);
}
