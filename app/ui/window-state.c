/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-state.h"

#define SCHEMA "fr.volets.Volets"

/* A schema that is not there would end the program: it runs from its build directory as well. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * volets_window_state_restore:
 * @window: a window that is not shown yet
 *
 * Makes it as large as the last one was.
 */
void
volets_window_state_restore (GtkWindow *window)
{
  g_autoptr (GSettings) settings = open_settings ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;

  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
}

/**
 * volets_window_state_save:
 * @window: a window about to be closed
 *
 * Keeps how large it is.
 */
void
volets_window_state_save (GtkWindow *window)
{
  g_autoptr (GSettings) settings = open_settings ();
  int width, height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
}
