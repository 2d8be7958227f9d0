/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/program.h"

#include <gio/gio.h>

/* The arguments are those of the command line, ended by NULL. */
void
volets_test_run (VoletsTestRun *self,
                 const char    *first,
                 ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list more;

  g_ptr_array_add (arguments, (char *) g_getenv ("VOLETS_PROGRAM"));
  va_start (more, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (more);
  g_ptr_array_add (arguments, NULL);

  process = g_subprocess_newv ((const char *const *) arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->output, &self->complaint, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
}

void
volets_test_run_clear (VoletsTestRun *self)
{
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->complaint, g_free);
}
