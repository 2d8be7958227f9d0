/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/privacy-window.h"

#include <glib/gi18n.h>

#include "engine/own-calls.h"
#include "engine/previous-version.h"
#include "ui/autosave.h"
#include "ui/known-calls.h"

struct _VoletsPrivacyWindow {
  AdwPreferencesWindow  parent_instance;

  AdwActionRow         *previous_row;
  AdwActionRow         *recovery_row;
  AdwActionRow         *calls_row;
  AdwActionRow         *recent_row;
  AdwPreferencesGroup  *rules_group;
};

G_DEFINE_FINAL_TYPE (VoletsPrivacyWindow, volets_privacy_window, ADW_TYPE_PREFERENCES_WINDOW)

/* Below what is said of it already: the folder, as it is on this computer. */
static void
add_path (AdwActionRow *row,
          const char   *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *subtitle =
    g_strconcat (shown, "\n", adw_action_row_get_subtitle (row), NULL);

  adw_action_row_set_subtitle (row, subtitle);
}

static void
show_previous (VoletsPrivacyWindow *self)
{
  g_autofree char *folder = volets_previous_version_get_folder ();

  /* In a sandbox every dossier comes through the document portal. */
  if (!g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return;

  adw_action_row_set_subtitle (self->previous_row,
                               _("A copy of what it held before it was saved last."));
  add_path (self->previous_row, folder);
}

static void
show_places (VoletsPrivacyWindow *self)
{
  g_autofree char *recovery = volets_autosave_get_path (NULL, NULL);
  g_autofree char *calls = volets_own_calls_get_folder ();
  /* The place that GTK has for it: gtk_recent_manager_get_default() does not tell. */
  g_autofree char *recent = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);

  show_previous (self);
  add_path (self->recovery_row, recovery);
  add_path (self->calls_row, calls);
  add_path (self->recent_row, recent);
}

static GtkWidget *
create_source_row (const VoletsSource *source)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *origin =
    source->publisher != NULL && source->date != NULL
      ? g_strdup_printf ("%s · %s", source->publisher, source->date)
      : g_strdup (source->publisher != NULL ? source->publisher : source->date);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), source->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), origin != NULL ? origin : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static GtkWidget *
create_call_row (const VoletsCall *call)
{
  GtkWidget *row = adw_expander_row_new ();
  /* Translators: a call for projects, its year, and which version of its rules. */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %u · version %u of its rules"),
                                               call->acronym, call->year, call->version);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), call->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  for (guint i = 0; i < call->sources->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              create_source_row (g_ptr_array_index (call->sources, i)));

  return row;
}

static void
volets_privacy_window_class_init (VoletsPrivacyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/privacy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsPrivacyWindow, previous_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsPrivacyWindow, recovery_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsPrivacyWindow, calls_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsPrivacyWindow, recent_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsPrivacyWindow, rules_group);
}

static void
volets_privacy_window_init (VoletsPrivacyWindow *self)
{
  g_autoptr (GPtrArray) calls = volets_known_calls_list ();

  gtk_widget_init_template (GTK_WIDGET (self));

  show_places (self);
  for (guint i = 0; i < calls->len; i++)
    adw_preferences_group_add (self->rules_group, create_call_row (g_ptr_array_index (calls, i)));
}

/**
 * volets_privacy_window_new:
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer none): the page
 */
GtkWindow *
volets_privacy_window_new (GtkWindow *parent)
{
  return g_object_new (VOLETS_TYPE_PRIVACY_WINDOW, "transient-for", parent, NULL);
}
