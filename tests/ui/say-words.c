/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in which language the window would speak in this environment, and how it counts: run by
 * tests/checks/check-languages.sh.
 */

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <stdio.h>

#include "ui/language.h"

int
main (void)
{
  volets_language_set_up (LOCALEDIR);
  /* Whether there is a screen does not matter: GTK has looked at the locale by then. */
  gtk_init_check ();

  /* As it is: g_print() would make question marks of what the charset of the session has not. */
  fputs (_("_Save"), stdout);
  for (gulong i = 0; i < 3; i++)
    {
      g_autofree char *count =
        g_strdup_printf (ngettext ("Copy %lu selected line to", "Copy %lu selected lines to", i),
                         i);

      printf ("|%s", count);
    }
  putchar ('\n');

  return 0;
}
