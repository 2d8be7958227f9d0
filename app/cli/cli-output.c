/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-output.h"

#include <gio/gio.h>
#include <stdio.h>

#include "engine/french.h"

/* A terminal breaks lines where it likes, and a script looks for « 38 250,00 € » with the space
 * of a keyboard: no-break spaces would only be in the way here. UTF-8 goes out whatever the
 * locale.
 */
static void
put (FILE       *stream,
     const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == g_utf8_get_char (VOLETS_NBSP) || c == g_utf8_get_char (VOLETS_NNBSP))
        fputc (' ', stream);
      else
        fwrite (p, 1, (gsize) (g_utf8_next_char (p) - p), stream);
    }
}

/**
 * volets_cli_print:
 * @format: a result, with its line end
 */
void
volets_cli_print (const char *format,
                  ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  put (stdout, text);
}

/**
 * volets_cli_refuse:
 * @name: the file, as it was typed, or the program
 * @message: why, in French, with or without a full stop
 *
 * Says on the standard error what is wrong with a file.
 */
void
volets_cli_refuse (const char *name,
                   const char *message)
{
  g_autofree char *valid_name = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf ("%s : %s%s\n", valid_name, message,
                                           g_str_has_suffix (message, ".") ? "" : ".");

  fflush (stdout);
  put (stderr, text);
}

/**
 * volets_cli_refuse_place:
 * @path: where something was to be written
 * @error: why it was not
 *
 * Says so on the standard error, with the option that replaces what is there.
 */
void
volets_cli_refuse_place (const char   *path,
                         const GError *error)
{
  gboolean exists = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_autofree char *message =
    g_strconcat (error->message, exists ? ", ou ajoutez --force pour le remplacer" : NULL, NULL);

  volets_cli_refuse (path, message);
}
