/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window.h"

#include <glib/gi18n.h>

#include "ui/dossier-view.h"
#include "ui/error-page.h"
#include "ui/guide-launcher.h"
#include "ui/preview/preview-page.h"
#include "ui/recent-files.h"
#include "ui/saving.h"
#include "ui/sentence.h"
#include "ui/stack-page.h"
#include "ui/start-page.h"
#include "ui/toast.h"
#include "ui/undo-offer.h"
#include "ui/window-private.h"
#include "ui/window-state.h"

struct _VoletsWindow {
  AdwApplicationWindow  parent_instance;

  VoletsEditor         *editor;
  VoletsUndoOffer      *undo_offer;
  gboolean              leaving;   /* the question before closing is asked */
  GtkWidget            *focus_before;  /* of the paper that is looked at */

  AdwWindowTitle       *title;
  GtkWidget            *steps_button;
  GtkWidget            *undo_button;
  GtkWidget            *save_button;
  GtkWidget            *read_only_bar;
  GtkWidget            *recovery_bar;
  GtkLabel             *recovery_error;
  GtkStack             *stack;
  VoletsStartPage      *start_page;
  VoletsErrorPage      *error_page;
  AdwToastOverlay      *toasts;
  VoletsDossierView    *view;
  VoletsPreviewPage    *preview;   /* made when it is first looked at */
};

G_DEFINE_FINAL_TYPE (VoletsWindow, volets_window, ADW_TYPE_APPLICATION_WINDOW)

static char *
describe_dossier (VoletsEditor *editor)
{
  VoletsCall *call = volets_editor_get_call (editor);
  g_autofree char *name = g_strdup_printf ("%s %u", call->acronym, call->year);

  if (volets_editor_get_read_only (editor))
    return g_strdup_printf (_("%s · Read-only"), name);

  return g_steal_pointer (&name);
}

static void
update_title (VoletsWindow *self)
{
  gboolean modified = self->editor != NULL && volets_editor_get_modified (self->editor);
  const char *name = self->editor != NULL ? volets_editor_get_title (self->editor) : "Volets";
  g_autofree char *subtitle = self->editor != NULL ? describe_dossier (self->editor) : NULL;
  g_autofree char *title = g_strconcat (modified ? "• " : "", name, NULL);
  g_autofree char *full_title =
    self->editor != NULL ? g_strconcat (title, " – Volets", NULL) : g_strdup (title);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  /* There may be no room for all of it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), self->editor != NULL ? name : NULL);
  gtk_window_set_title (GTK_WINDOW (self), full_title);
}

/* Everything can be changed all the same: it is saved to another file. */
static void
update_read_only (VoletsWindow *self)
{
  gtk_widget_set_visible (self->read_only_bar, volets_editor_get_read_only (self->editor));
}

/* As long as nothing would be found again after a crash, and not for a moment only. */
static void
update_recovery (VoletsWindow *self)
{
  const char *error = volets_editor_get_recovery_error (self->editor);
  g_autofree char *sentence = error != NULL ? volets_sentence_make (error) : NULL;

  gtk_label_set_text (self->recovery_error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->recovery_bar, sentence != NULL);
}

/* What can be done now, in one place. */
static void
update_actions (VoletsWindow *self)
{
  static const char *const ACTIONS[] = {
    "win.save", "win.save-as", "win.export", "win.print", "win.undo-near",
  };
  gboolean has_dossier = self->editor != NULL;
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *tooltip = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    gtk_widget_action_set_enabled (widget, ACTIONS[i], has_dossier);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 has_dossier && volets_editor_get_can_undo (self->editor));
  gtk_widget_set_visible (self->save_button, has_dossier);
  gtk_widget_set_visible (self->undo_button, has_dossier);
  gtk_widget_set_visible (self->steps_button, has_dossier);

  if (has_dossier && volets_editor_get_can_undo (self->editor))
    /* Translators: what the undo button takes back. */
    tooltip = g_strdup_printf (_("Undo: %s"), volets_editor_get_undo_label (self->editor));
  gtk_widget_set_tooltip_text (self->undo_button, tooltip != NULL ? tooltip : _("Undo"));
}

static void
show_toast (VoletsWindow *self,
            const char   *text)
{
  volets_dossier_view_add_toast (self->view, volets_toast_new (text));
}

static void
title_changed_cb (VoletsWindow *self)
{
  update_title (self);
}

static void
read_only_changed_cb (VoletsWindow *self)
{
  update_title (self);
  update_read_only (self);
}

static void
undo_changed_cb (VoletsWindow *self)
{
  update_actions (self);
}

static void
recovery_error_cb (VoletsWindow *self)
{
  update_recovery (self);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  VoletsWindow *self = VOLETS_WINDOW (widget);

  volets_start_page_refresh (self->start_page);
  volets_stack_page_show (self->stack, GTK_WIDGET (self->start_page));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  VoletsWindow *self = VOLETS_WINDOW (object);

  /* The window may have been closed meanwhile, with all the others. */
  if (!volets_saving_save_finish (result) || self->editor == NULL)
    return;

  volets_recent_files_add (volets_editor_get_file (self->editor),
                           volets_editor_get_title (self->editor));
  show_toast (self, volets_editor_has_unread_texts (self->editor)
                      ? _("Dossier saved, without what is typed wrong: see the steps to be mended")
                      : _("Dossier saved"));
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  volets_saving_save_async (GTK_WINDOW (widget), VOLETS_WINDOW (widget)->editor,
                            g_str_equal (action_name, "win.save-as"), saved_cb, NULL);
}

/* Everything that can be made of a dossier is in the last step. */
static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  VoletsWindow *self = VOLETS_WINDOW (widget);

  volets_window_show_paper (self, NULL);
  volets_dossier_view_open_step (self->view, VOLETS_STEP_FILING);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  volets_undo_offer_undo (VOLETS_WINDOW (widget)->undo_offer);
}

static void
undo_near_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  volets_undo_offer_undo_near (VOLETS_WINDOW (widget)->undo_offer,
                               gtk_window_get_focus (GTK_WINDOW (widget)));
}

static void
guide_opened_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* It may have been closed meanwhile. */
  if (!volets_guide_launcher_open_finish (result, &error)
      && gtk_widget_get_mapped (GTK_WIDGET (object)))
    volets_window_tell (VOLETS_WINDOW (object), error->message);
}

static void
guide_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  volets_guide_launcher_open_async (GTK_WINDOW (widget), DATADIR, guide_opened_cb, NULL);
}

/* Made when it is asked for: few ever look at it, and it takes longer than the window. */
static void
shortcuts_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/fr/volets/Volets/ui/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
left_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  VoletsWindow *self = VOLETS_WINDOW (object);

  self->leaving = FALSE;
  if (!volets_saving_leave_finish (result))
    return;

  volets_window_state_save (GTK_WINDOW (self));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
volets_window_close_request (GtkWindow *window)
{
  VoletsWindow *self = VOLETS_WINDOW (window);

  if (self->leaving)
    return GDK_EVENT_STOP;

  if (self->editor != NULL && volets_editor_get_modified (self->editor))
    {
      self->leaving = TRUE;
      volets_saving_leave_async (window, self->editor, left_cb, NULL);
      return GDK_EVENT_STOP;
    }

  volets_window_state_save (window);

  return GTK_WINDOW_CLASS (volets_window_parent_class)->close_request (window);
}

static void
volets_window_dispose (GObject *object)
{
  VoletsWindow *self = VOLETS_WINDOW (object);

  g_clear_weak_pointer (&self->focus_before);
  g_clear_pointer (&self->undo_offer, volets_undo_offer_free);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (volets_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  volets_window_install_opening (widget_class);
  volets_window_install_papers (widget_class);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-near", NULL, undo_near_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.guide", NULL, guide_cb);
}

static void
volets_window_class_init (VoletsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = volets_window_close_request;

  g_type_ensure (VOLETS_TYPE_START_PAGE);
  g_type_ensure (VOLETS_TYPE_ERROR_PAGE);
  g_type_ensure (VOLETS_TYPE_DOSSIER_VIEW);

  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/volets/Volets/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, steps_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, recovery_bar);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, recovery_error);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, VoletsWindow, error_page);
}

static void
volets_window_init (VoletsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  volets_window_accept_drops (self);
  volets_window_state_restore (GTK_WINDOW (self));
  volets_stack_page_show (self->stack, GTK_WIDGET (self->start_page));
  update_title (self);
  update_actions (self);
}

/**
 * volets_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that shows the start page
 */
VoletsWindow *
volets_window_new (GtkApplication *application)
{
  return g_object_new (VOLETS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * volets_window_get_editor:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the dossier in it
 */
VoletsEditor *
volets_window_get_editor (VoletsWindow *self)
{
  g_return_val_if_fail (VOLETS_IS_WINDOW (self), NULL);

  return self->editor;
}

static void
create_view (VoletsWindow *self)
{
  self->view = g_object_new (VOLETS_TYPE_DOSSIER_VIEW, NULL);
  g_object_bind_property (self->view, "steps-revealed", self->steps_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->view));
}

static void
follow_editor (VoletsWindow *self)
{
  static const struct {
    const char *signal;
    GCallback   callback;
  } SIGNALS[] = {
    { "notify::title", G_CALLBACK (title_changed_cb) },
    { "notify::modified", G_CALLBACK (title_changed_cb) },
    { "notify::read-only", G_CALLBACK (read_only_changed_cb) },
    { "notify::undo-label", G_CALLBACK (undo_changed_cb) },
    { "notify::recovery-error", G_CALLBACK (recovery_error_cb) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (SIGNALS); i++)
    g_signal_connect_object (self->editor, SIGNALS[i].signal, SIGNALS[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/**
 * volets_window_set_editor:
 * @self: a window without a dossier
 * @editor: the dossier to show, for good
 */
void
volets_window_set_editor (VoletsWindow *self,
                          VoletsEditor *editor)
{
  g_return_if_fail (VOLETS_IS_WINDOW (self));
  g_return_if_fail (self->editor == NULL);
  g_return_if_fail (VOLETS_IS_EDITOR (editor));

  self->editor = g_object_ref (editor);
  follow_editor (self);
  create_view (self);
  self->undo_offer = volets_undo_offer_new (editor, self->view);
  volets_dossier_view_set_editor (self->view, editor);
  volets_stack_page_show (self->stack, GTK_WIDGET (self->view));
  update_title (self);
  update_read_only (self);
  update_recovery (self);
  update_actions (self);
  volets_dossier_view_open_step (self->view, VOLETS_STEP_APPLICANT);
}

/**
 * volets_window_show_error:
 * @self: a window without a dossier
 * @name: what could not be opened, for people
 * @file: (nullable): where it is
 * @is_call: whether it is taken for a call, else for a dossier
 * @error: why, in French
 */
void
volets_window_show_error (VoletsWindow *self,
                          const char   *name,
                          GFile        *file,
                          gboolean      is_call,
                          const GError *error)
{
  g_return_if_fail (VOLETS_IS_WINDOW (self));
  g_return_if_fail (self->editor == NULL);

  volets_error_page_set_error (self->error_page, name, file, is_call, error);
  volets_stack_page_show (self->stack, GTK_WIDGET (self->error_page));
  gtk_widget_grab_focus (GTK_WIDGET (self->error_page));
}

/**
 * volets_window_show_paper:
 * @self: a window with a dossier
 * @paper: (nullable): the paper to show as it will be saved; %NULL for the dossier again
 */
void
volets_window_show_paper (VoletsWindow       *self,
                          const VoletsExport *paper)
{
  g_return_if_fail (VOLETS_IS_WINDOW (self));
  g_return_if_fail (self->editor != NULL);

  if (paper == NULL)
    {
      if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->view))
        return;
      volets_stack_page_show (self->stack, GTK_WIDGET (self->view));
      gtk_widget_set_visible (self->steps_button, TRUE);
      if (self->focus_before != NULL)
        gtk_widget_grab_focus (self->focus_before);
      return;
    }

  if (self->preview == NULL)
    {
      self->preview = g_object_new (VOLETS_TYPE_PREVIEW_PAGE, NULL);
      volets_preview_page_set_editor (self->preview, self->editor);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->preview));
    }
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->view))
    g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (self)));
  volets_preview_page_set_paper (self->preview, paper);
  volets_stack_page_show (self->stack, GTK_WIDGET (self->preview));
  gtk_widget_set_visible (self->steps_button, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->preview), GTK_DIR_TAB_FORWARD);
}

/**
 * volets_window_get_shown_paper:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the paper that is looked at instead of the dossier
 */
const VoletsExport *
volets_window_get_shown_paper (VoletsWindow *self)
{
  g_return_val_if_fail (VOLETS_IS_WINDOW (self), NULL);

  if (self->preview == NULL
      || gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->preview))
    return NULL;

  return volets_preview_page_get_paper (self->preview);
}

/**
 * volets_window_ask_what_to_print:
 * @self: a window with a dossier
 *
 * Goes to the last step, where the papers are, and asks.
 */
void
volets_window_ask_what_to_print (VoletsWindow *self)
{
  g_return_if_fail (VOLETS_IS_WINDOW (self));
  g_return_if_fail (self->editor != NULL);

  volets_dossier_view_ask_what_to_print (self->view);
}

/**
 * volets_window_tell:
 * @self: a window
 * @words: what went wrong, as a library says it, or a sentence
 */
void
volets_window_tell (VoletsWindow *self,
                    const char   *words)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (VOLETS_IS_WINDOW (self));

  sentence = volets_sentence_make (words);
  adw_toast_overlay_add_toast (self->toasts, volets_toast_new (sentence));
}
