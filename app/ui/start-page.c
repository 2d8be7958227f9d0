/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start-page.h"

#include <glib/gi18n.h>

#include "engine/own-calls.h"
#include "engine/shown-path.h"
#include "ui/known-calls.h"
#include "ui/recent-files.h"
#include "ui/recovery.h"
#include "ui/text-size.h"

/* In pixels at 100 % text. */
#define WIDTH 1000
#define N_RECENT_FILES 5

struct _VoletsStartPage {
  AdwBin      parent_instance;

  GtkWidget  *clamp;
  GtkWidget  *recovered_group;
  GtkListBox *recovered_list;
  GtkListBox *call_list;
  GtkWidget  *first_start_group;
  GtkWidget  *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (VoletsStartPage, volets_start_page, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);

  return row;
}

static void
make_actionable (GtkWidget  *row,
                 const char *action,
                 const char *target)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
}

static void
add_button (GtkWidget  *row,
            const char *label,
            const char *action,
            const char *target,
            const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  /* GTK 4.8 would add the label to the name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
list_recovered (VoletsStartPage *self)
{
  g_autoptr (GPtrArray) recovered = volets_recovery_list ();

  clear_list (self->recovered_list);
  for (guint i = 0; i < recovered->len; i++)
    {
      const VoletsRecovery *recovery = g_ptr_array_index (recovered, i);
      g_autoptr (GDateTime) local = g_date_time_to_local (recovery->date);
      /* Translators: a day and a time, for g_date_time_format(). */
      g_autofree char *moment = g_date_time_format (local, _("Last change on %x at %H:%M"));
      g_autofree char *ignore = g_strdup_printf (_("Ignore %s"), recovery->title);
      g_autofree char *recover = g_strdup_printf (_("Recover %s"), recovery->title);
      GtkWidget *row = add_row (self->recovered_list, recovery->title, moment);

      add_button (row, _("_Recover"), "win.recover", recovery->id, recover);
      add_button (row, _("_Ignore"), "start.ignore", recovery->id, ignore);
    }
  gtk_widget_set_visible (self->recovered_group, recovered->len > 0);
}

static void
list_calls (VoletsStartPage *self)
{
  g_auto (GStrv) own_ids = volets_own_calls_list ();
  g_autoptr (GPtrArray) calls = volets_known_calls_list ();

  clear_list (self->call_list);
  for (guint i = 0; i < calls->len; i++)
    {
      const VoletsCall *call = g_ptr_array_index (calls, i);
      gboolean is_own = g_strv_contains ((const char *const *) own_ids, call->id);
      g_autofree char *name = g_strdup_printf ("%s · %u", call->acronym, call->year);
      /* Translators: a call for projects, and that it did not come with the program. */
      g_autofree char *subtitle = is_own ? g_strdup_printf (_("%s · opened from a file"), name)
                                         : g_strdup (name);

      make_actionable (add_row (self->call_list, call->title, subtitle), "win.new-dossier",
                       call->id);
    }
  make_actionable (add_row (self->call_list, _("Open Another Call for Projects…"),
                            _("From a file that you were given")), "win.open-call", "");
}

static void
list_recent_files (VoletsStartPage *self)
{
  g_autoptr (GPtrArray) files = volets_recent_files_list (N_RECENT_FILES);

  clear_list (self->recent_list);
  for (guint i = 0; i < files->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (files, i);
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      g_autofree char *shown = volets_shown_path_write (g_file_peek_path (file));

      make_actionable (add_row (self->recent_list, gtk_recent_info_get_display_name (info), shown),
                       "win.open-file", gtk_recent_info_get_uri (info));
    }
  gtk_widget_set_visible (self->recent_group, files->len > 0);
}

static const VoletsRecovery *
find_recovery (GPtrArray  *recovered,
               const char *id)
{
  for (guint i = 0; i < recovered->len; i++)
    {
      const VoletsRecovery *recovery = g_ptr_array_index (recovered, i);

      if (g_str_equal (recovery->id, id))
        return recovery;
    }

  return NULL;
}

static void
forget (VoletsStartPage *self,
        const char      *id)
{
  g_autoptr (GPtrArray) recovered = volets_recovery_list ();
  const VoletsRecovery *recovery = find_recovery (recovered, id);
  g_autoptr (GError) error = NULL;

  if (recovery != NULL && !volets_recovery_discard (recovery, &error))
    g_message ("%s", error->message);
  list_recovered (self);
}

static void
forget_response_cb (VoletsStartPage  *self,
                    const char       *response,
                    AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "forget"))
    forget (self, g_object_get_data (G_OBJECT (dialog), "recovery"));
}

/* What is forgotten here is nowhere else. */
static void
ignore_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                            _("Forget These Changes?"),
                            _("They were never saved: what was typed since is lost for good."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "forget", _("_Forget"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "recovery", g_variant_dup_string (parameter, NULL),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (forget_response_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The focus is on the first thing that can be opened, not in the header bar. */
static void
volets_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (volets_start_page_parent_class)->map (widget);

  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
volets_start_page_class_init (VoletsStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = volets_start_page_map;

  gtk_widget_class_install_action (widget_class, "start.ignore", "s", ignore_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/volets/Volets/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsStartPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, VoletsStartPage, recovered_group);
  gtk_widget_class_bind_template_child (widget_class, VoletsStartPage, recovered_list);
  gtk_widget_class_bind_template_child (widget_class, VoletsStartPage, call_list);
  gtk_widget_class_bind_template_child (widget_class, VoletsStartPage, first_start_group);
  gtk_widget_class_bind_template_child (widget_class, VoletsStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, VoletsStartPage, recent_list);
}

static void
volets_start_page_init (VoletsStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  volets_text_size_bind (self->clamp, "maximum-size", WIDTH);
  volets_text_size_bind (self->clamp, "tightening-threshold", WIDTH);
  volets_start_page_refresh (self);
}

/**
 * volets_start_page_refresh:
 * @self: a start page
 *
 * Shows what can be recovered, which calls are known and what was opened last, as it is now.
 */
void
volets_start_page_refresh (VoletsStartPage *self)
{
  g_return_if_fail (VOLETS_IS_START_PAGE (self));

  list_recovered (self);
  list_calls (self);
  list_recent_files (self);

  /* Who has been here before knows. */
  gtk_widget_set_visible (self->first_start_group,
                          !gtk_widget_get_visible (self->recovered_group)
                          && !gtk_widget_get_visible (self->recent_group));
}
