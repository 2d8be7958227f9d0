/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/filing/export-group.h"

#include <glib/gi18n.h>

#include "engine/french.h"
#include "engine/review.h"
#include "ui/export-chooser.h"
#include "ui/label.h"
#include "ui/steps/filing/export-job.h"
#include "ui/steps/filing/print-button.h"
#include "ui/toast.h"

struct _VoletsExportGroup {
  AdwPreferencesGroup   parent_instance;

  VoletsEditor         *editor;
  GPtrArray            *rows;       /* of AdwActionRow, one for each export */
  GPtrArray            *buttons;    /* of GtkButton, likewise */
  GtkFileChooserNative *chooser;
  const VoletsExport   *chosen;     /* what the chooser is for; NULL for all */

  VoletsExportJob      *job;        /* what is being saved, or was saved last; NULL at first */
  GFile                *place;      /* where to: a file, or a folder for all */
  gboolean              is_folder;

  GtkWidget            *save_all_button;
  VoletsPrintButton    *print_button;
  GtkWidget            *busy;
  GtkWidget            *offer;
  GtkLabel             *existing;
  GtkLabel             *refusal;
};

G_DEFINE_FINAL_TYPE (VoletsExportGroup, volets_export_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Why @export cannot be made now, translated; %NULL where it can. */
static char *
explain_block (VoletsExportGroup  *self,
               const VoletsExport *export)
{
  guint n_errors = volets_review_count (volets_editor_get_findings (self->editor),
                                        VOLETS_SEVERITY_ERROR);
  const VoletsSubsidy *subsidy = volets_editor_get_subsidy (self->editor);
  char *missing;

  if (subsidy == NULL)
    return g_strdup (_("The amounts are too large to be computed."));
  missing = volets_export_explain_missing (export, volets_editor_get_dossier (self->editor),
                                           subsidy);
  if (missing != NULL)
    return missing;
  if (export->is_filing && n_errors > 0)
    return g_strdup_printf (ngettext ("It can be saved once the error above is mended.",
                                      "It can be saved once the %u errors above are mended.",
                                      n_errors), n_errors);

  return NULL;
}

/* What @export, which can be made, is for, and how much of the dossier it cannot hold. */
static char *
describe (VoletsExportGroup  *self,
          const VoletsExport *export)
{
  g_autofree char *today = volets_editor_get_today (self->editor);
  g_auto (GStrv) left_out =
    volets_export_list_left_out (export, volets_editor_get_dossier (self->editor),
                                 volets_editor_get_subsidy (self->editor), today);
  guint n_left_out = g_strv_length (left_out);
  g_autofree char *words = NULL;

  if (n_left_out == 0)
    return g_strdup (export->description);

  words = g_strdup_printf (ngettext ("%u answer that is missing or wrong is not in it.",
                                     "%u answers that are missing or wrong are not in it.",
                                     n_left_out), n_left_out);
  return g_strdup_printf ("%s %s", export->description, words);
}

static void
replace_clicked_cb (VoletsExportGroup *self)
{
  g_autoptr (GFile) folder = g_object_ref (self->place);

  volets_export_group_save_all (self, folder, TRUE);
}

/* @existing: (nullable): which documents are where they were to be saved; in the page, as long as
 * it is not answered: a toast that stays keeps back all others.
 */
static void
offer_to_replace (VoletsExportGroup *self,
                  const char        *existing)
{
  gtk_label_set_text (self->existing, existing != NULL ? existing : "");
  gtk_widget_set_visible (self->offer, existing != NULL);
}

static void
tell_saved (VoletsExportGroup *self)
{
  g_autofree char *basename = g_file_get_basename (self->place);
  g_autofree char *name = g_filename_display_name (basename);
  guint n_saved = volets_export_job_get_n_saved (self->job);
  guint n_existing = volets_export_job_get_n_existing (self->job);
  g_autofree char *title = NULL;

  if (n_existing > 0)
    {
      title = g_strdup_printf (ngettext ("%u document is already in “%s”",
                                         "%u documents are already in “%s”", n_existing),
                               n_existing, name);
      offer_to_replace (self, title);
      return;
    }

  if (self->is_folder)
    title = g_strdup_printf (ngettext ("%u document saved to “%s”",
                                       "%u documents saved to “%s”", n_saved), n_saved, name);
  else
    title = g_strdup_printf (_("“%s” saved"), name);
  volets_toast_show (GTK_WIDGET (self), title);
}

static gboolean
is_busy (VoletsExportGroup *self)
{
  return self->job != NULL && volets_export_job_is_running (self->job);
}

static void
job_finished_cb (VoletsExportGroup *self)
{
  guint n_saved = volets_export_job_get_n_saved (self->job);

  volets_label_show_error (self->refusal, volets_export_job_get_refusal (self->job));
  if (n_saved + volets_export_job_get_n_existing (self->job) > 0)
    tell_saved (self);
  volets_export_group_update (self);
  g_signal_emit (self, signals[SAVED], 0, n_saved);
}

/* Whether something can be saved to @place now. */
static gboolean
begin (VoletsExportGroup *self,
       GFile             *place,
       gboolean           is_folder,
       gboolean           overwrite)
{
  if (is_busy (self))
    return FALSE;

  volets_label_show (self->refusal, NULL);
  offer_to_replace (self, NULL);
  if (!g_file_is_native (place))
    {
      volets_label_show_error (self->refusal,
                               _("That place is not on this PC: choose another one."));
      return FALSE;
    }

  g_set_object (&self->place, place);
  self->is_folder = is_folder;
  g_clear_object (&self->job);
  self->job = volets_export_job_new (self->editor, overwrite);
  g_signal_connect_object (self->job, "finished", G_CALLBACK (job_finished_cb), self,
                           G_CONNECT_SWAPPED);
  return TRUE;
}

static void
chooser_response_cb (VoletsExportGroup *self,
                     int                response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL)
    return;

  if (self->chosen != NULL)
    volets_export_group_save (self, self->chosen, file);
  else
    volets_export_group_save_all (self, file, FALSE);
}

static void
choose (VoletsExportGroup  *self,
        const VoletsExport *export)
{
  if (self->chooser != NULL)
    return;

  self->chosen = export;
  self->chooser = volets_export_chooser_new (GTK_WIDGET (self), self->editor, export);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_clicked_cb (VoletsExportGroup *self,
                 GtkButton         *button)
{
  choose (self, g_object_get_data (G_OBJECT (button), "export"));
}

static void
save_all_clicked_cb (VoletsExportGroup *self)
{
  choose (self, NULL);
}

static GtkWidget *
create_preview_button (const VoletsExport *paper,
                       const char         *title)
{
  GtkWidget *button = gtk_button_new_with_label (_("Preview"));
  g_autofree char *name = g_strdup_printf (_("Preview: %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.preview");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", paper->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return button;
}

static void
add_row (VoletsExportGroup  *self,
         const VoletsExport *export)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Save…"));
  g_autofree char *title = volets_french_typeset (export->title);
  g_autofree char *name = g_strdup_printf (_("Save: %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data (G_OBJECT (button), "export", (gpointer) export);
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (volets_export_is_paper (export))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_preview_button (export, title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->buttons, button);
}

static void
volets_export_group_dispose (GObject *object)
{
  VoletsExportGroup *self = VOLETS_EXPORT_GROUP (object);

  if (self->job != NULL)
    volets_export_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->place);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (volets_export_group_parent_class)->dispose (object);
}

static void
volets_export_group_class_init (VoletsExportGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_export_group_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (VOLETS_TYPE_PRINT_BUTTON);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/filing/export-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsExportGroup, save_all_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsExportGroup, print_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsExportGroup, busy);
  gtk_widget_class_bind_template_child (widget_class, VoletsExportGroup, offer);
  gtk_widget_class_bind_template_child (widget_class, VoletsExportGroup, existing);
  gtk_widget_class_bind_template_child (widget_class, VoletsExportGroup, refusal);
  gtk_widget_class_bind_template_callback (widget_class, save_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_clicked_cb);
}

static void
volets_export_group_init (VoletsExportGroup *self)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  self->rows = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_exports; i++)
    add_row (self, &exports[i]);
}

/**
 * volets_export_group_set_editor:
 * @self: a group
 * @editor: the dossier
 */
void
volets_export_group_set_editor (VoletsExportGroup *self,
                                VoletsEditor      *editor)
{
  g_return_if_fail (VOLETS_IS_EXPORT_GROUP (self));

  g_set_object (&self->editor, editor);
}

/**
 * volets_export_group_update:
 * @self: a group that has an editor
 *
 * Shows what can be saved, and why not what cannot.
 */
void
volets_export_group_update (VoletsExportGroup *self)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  g_return_if_fail (VOLETS_IS_EXPORT_GROUP (self));

  for (guint i = 0; i < n_exports; i++)
    {
      g_autofree char *block = explain_block (self, &exports[i]);
      g_autofree char *description = block == NULL ? describe (self, &exports[i]) : NULL;
      g_autofree char *subtitle = volets_french_typeset (block != NULL ? block : description);

      adw_action_row_set_subtitle (g_ptr_array_index (self->rows, i), subtitle);
      gtk_widget_set_sensitive (g_ptr_array_index (self->buttons, i),
                                block == NULL && !is_busy (self));
    }
  if (volets_review_count (volets_editor_get_findings (self->editor), VOLETS_SEVERITY_ERROR) == 0)
    gtk_widget_add_css_class (self->save_all_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->save_all_button, "suggested-action");
  gtk_widget_set_sensitive (self->save_all_button,
                            volets_editor_get_subsidy (self->editor) != NULL && !is_busy (self));
  gtk_widget_set_visible (self->busy, is_busy (self));
}

/**
 * volets_export_group_is_busy:
 * @self: a group
 *
 * Returns: whether something is being made; nothing else can be asked for meanwhile
 */
gboolean
volets_export_group_is_busy (VoletsExportGroup *self)
{
  g_return_val_if_fail (VOLETS_IS_EXPORT_GROUP (self), FALSE);

  return is_busy (self);
}

/**
 * volets_export_group_ask_what_to_print:
 * @self: a group
 */
void
volets_export_group_ask_what_to_print (VoletsExportGroup *self)
{
  g_return_if_fail (VOLETS_IS_EXPORT_GROUP (self));

  volets_print_button_popup (self->print_button);
}

/**
 * volets_export_group_save:
 * @self: a group that has an editor
 * @export: what to make
 * @file: where to; what is there is replaced
 *
 * Makes a document of the answers as they are now, saves it, and says so.
 */
void
volets_export_group_save (VoletsExportGroup  *self,
                          const VoletsExport *export,
                          GFile              *file)
{
  g_autofree char *block = NULL;

  g_return_if_fail (VOLETS_IS_EXPORT_GROUP (self));

  block = explain_block (self, export);
  if (!begin (self, file, FALSE, TRUE))
    return;
  if (block != NULL)
    {
      volets_label_show_error (self->refusal, block);
      return;
    }

  volets_export_job_add (self->job, export, file);
  volets_export_group_update (self);
}

/**
 * volets_export_group_save_all:
 * @self: a group that has an editor
 * @folder: where to
 * @overwrite: whether to replace what is there; what is not is offered to be
 *
 * Makes all documents that can be of the answers as they are now, saves them, and says so.
 */
void
volets_export_group_save_all (VoletsExportGroup *self,
                              GFile             *folder,
                              gboolean           overwrite)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);
  g_autofree char *stem = NULL;

  g_return_if_fail (VOLETS_IS_EXPORT_GROUP (self));

  if (!begin (self, folder, TRUE, overwrite))
    return;

  stem = volets_editor_get_stem (self->editor);
  for (guint i = 0; i < n_exports; i++)
    {
      g_autofree char *block = explain_block (self, &exports[i]);
      g_autofree char *name = volets_export_name_file (&exports[i], stem);
      g_autoptr (GFile) file = g_file_get_child (self->place, name);

      if (block == NULL)
        volets_export_job_add (self->job, &exports[i], file);
    }
  volets_export_group_update (self);
}
