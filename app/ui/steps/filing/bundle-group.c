/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/filing/bundle-group.h"

#include <glib/gi18n.h>

#include "documents/filing-bundle.h"
#include "engine/review.h"
#include "ui/label.h"
#include "ui/toast.h"

struct _VoletsBundleGroup {
  AdwPreferencesGroup   parent_instance;

  VoletsEditor         *editor;
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;   /* of what is being made; NULL where nothing is */
  GFile                *parent;        /* where that goes */

  GtkWidget            *make_button;
  GtkLabel             *block;
  GtkWidget            *busy;
  GtkProgressBar       *progress;
  GtkWidget            *offer;
  GtkLabel             *existing;
  GtkLabel             *missing;
  GtkLabel             *refusal;
};

G_DEFINE_FINAL_TYPE (VoletsBundleGroup, volets_bundle_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The program does not end in the middle of it. */
static void
set_busy (VoletsBundleGroup *self,
          gboolean           is_busy)
{
  GApplication *application = g_application_get_default ();

  if (is_busy)
    self->cancellable = g_cancellable_new ();
  else
    g_clear_object (&self->cancellable);

  if (application != NULL && is_busy)
    g_application_hold (application);
  else if (application != NULL)
    g_application_release (application);
}

/* Why it cannot be made now, translated; %NULL where it can. */
static char *
explain_block (VoletsBundleGroup *self)
{
  guint n_errors = volets_review_count (volets_editor_get_findings (self->editor),
                                        VOLETS_SEVERITY_ERROR);

  if (volets_editor_get_subsidy (self->editor) == NULL)
    return g_strdup (_("The amounts are too large to be computed."));
  if (n_errors > 0)
    return g_strdup_printf (ngettext ("It can be prepared once the error above is mended.",
                                      "It can be prepared once the %u errors above are mended.",
                                      n_errors), n_errors);

  return NULL;
}

static void
show_missing (VoletsBundleGroup *self,
              char             **missing)
{
  g_autoptr (GString) words = g_string_new (_("The folder is there, but these miss in it:"));

  if (missing == NULL || *missing == NULL)
    {
      volets_label_show (self->missing, NULL);
      return;
    }

  for (; *missing != NULL; missing++)
    g_string_append_printf (words, "\n• %s", *missing);
  volets_label_show_typeset (self->missing, words->str);
}

/* @format has a place for the name of @folder. */
static char *
name_folder (const char *format,
             GFile      *folder)
{
  g_autofree char *basename = g_file_get_basename (folder);
  g_autofree char *name = g_filename_display_name (basename);
  GString *words = g_string_new (format);

  g_string_replace (words, "%s", name, 1);
  return g_string_free (words, FALSE);
}

static void
tell_ready (VoletsBundleGroup *self,
            GFile             *folder)
{
  g_autofree char *words = name_folder (_("“%s” is ready"), folder);

  volets_toast_show (GTK_WIDGET (self), words);
}

/* @folder: (nullable): one that is there already */
static void
offer_to_replace (VoletsBundleGroup *self,
                  GFile             *folder)
{
  g_autofree char *words =
    folder != NULL ? name_folder (_("“%s” is already there."), folder) : NULL;

  volets_label_show_typeset (self->existing, words);
  gtk_widget_set_visible (self->offer, folder != NULL);
}

/* What is made of the answers as they are now; its date and its stem are the caller's. */
static VoletsBundleOrder
write_order (VoletsBundleGroup *self,
             const char        *date,
             const char        *stem,
             gboolean           overwrite)
{
  VoletsBundleOrder order = {
    .dossier = volets_editor_get_dossier (self->editor),
    .subsidy = volets_editor_get_subsidy (self->editor),
    .date = date,
    .place = volets_editor_get_file (self->editor),
    .stem = stem,
    .parent = self->parent,
    .overwrite = overwrite,
  };

  return order;
}

static void
finish (VoletsBundleGroup        *self,
        const VoletsFilingBundle *bundle,
        const GError             *error)
{
  if (bundle != NULL)
    {
      tell_ready (self, bundle->folder);
      show_missing (self, bundle->missing);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_autofree char *today = volets_editor_get_today (self->editor);
      g_autofree char *stem = volets_editor_get_stem (self->editor);
      VoletsBundleOrder order = write_order (self, today, stem, FALSE);
      g_autoptr (GFile) folder = volets_filing_bundle_get_folder (&order);

      offer_to_replace (self, folder);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    volets_label_show_error (self->refusal, error->message);

  volets_bundle_group_update (self);
  g_signal_emit (self, signals[MADE], 0, bundle != NULL);
}

static void
progress_cb (guint    n_done,
             guint    n_files,
             gpointer user_data)
{
  VoletsBundleGroup *self = user_data;
  g_autofree char *text = g_strdup_printf (_("%u of %u"), n_done, n_files);

  gtk_progress_bar_set_fraction (self->progress, (double) n_done / MAX (n_files, 1));
  gtk_progress_bar_set_text (self->progress, text);
}

static void
make_ready_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (VoletsBundleGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsFilingBundle) bundle = volets_filing_bundle_make_finish (result, &error);

  set_busy (self, FALSE);
  if (self->editor != NULL)
    finish (self, bundle, error);
}

static void
chooser_response_cb (VoletsBundleGroup *self,
                     int                response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) folder = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (folder != NULL)
    volets_bundle_group_make (self, folder, FALSE);
}

static void
make_clicked_cb (VoletsBundleGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GFile *dossier = volets_editor_get_file (self->editor);
  g_autoptr (GFile) folder = dossier != NULL ? g_file_get_parent (dossier) : NULL;

  if (self->chooser != NULL)
    return;

  self->chooser =
    gtk_file_chooser_native_new (_("Where to Prepare the Filing Folder"),
                                 GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Prepare Here"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
replace_clicked_cb (VoletsBundleGroup *self)
{
  volets_bundle_group_make (self, self->parent, TRUE);
}

static void
stop_clicked_cb (VoletsBundleGroup *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
volets_bundle_group_dispose (GObject *object)
{
  VoletsBundleGroup *self = VOLETS_BUNDLE_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->parent);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (volets_bundle_group_parent_class)->dispose (object);
}

static void
volets_bundle_group_class_init (VoletsBundleGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_bundle_group_dispose;

  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/filing/bundle-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsBundleGroup, make_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsBundleGroup, block);
  gtk_widget_class_bind_template_child (widget_class, VoletsBundleGroup, busy);
  gtk_widget_class_bind_template_child (widget_class, VoletsBundleGroup, progress);
  gtk_widget_class_bind_template_child (widget_class, VoletsBundleGroup, offer);
  gtk_widget_class_bind_template_child (widget_class, VoletsBundleGroup, existing);
  gtk_widget_class_bind_template_child (widget_class, VoletsBundleGroup, missing);
  gtk_widget_class_bind_template_child (widget_class, VoletsBundleGroup, refusal);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
volets_bundle_group_init (VoletsBundleGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_bundle_group_set_editor:
 * @self: a group
 * @editor: the dossier
 */
void
volets_bundle_group_set_editor (VoletsBundleGroup *self,
                                VoletsEditor      *editor)
{
  g_return_if_fail (VOLETS_IS_BUNDLE_GROUP (self));

  g_set_object (&self->editor, editor);
}

/**
 * volets_bundle_group_update:
 * @self: a group that has an editor
 *
 * Shows whether it can be made, and why not where it cannot.
 */
void
volets_bundle_group_update (VoletsBundleGroup *self)
{
  g_autofree char *block = NULL;

  g_return_if_fail (VOLETS_IS_BUNDLE_GROUP (self));

  block = explain_block (self);
  volets_label_show_typeset (self->block, block);
  gtk_widget_set_sensitive (self->make_button, block == NULL && self->cancellable == NULL);
  gtk_widget_set_visible (self->busy, self->cancellable != NULL);
}

/**
 * volets_bundle_group_make:
 * @self: a group that has an editor
 * @parent: the folder to make it in
 * @overwrite: whether to replace one that is there; else it is offered to be
 *
 * Makes it of the answers as they are now, in a thread, and says so.
 */
void
volets_bundle_group_make (VoletsBundleGroup *self,
                          GFile             *parent,
                          gboolean           overwrite)
{
  g_autofree char *block = NULL;
  g_autofree char *today = NULL;
  g_autofree char *stem = NULL;
  VoletsBundleOrder order;

  g_return_if_fail (VOLETS_IS_BUNDLE_GROUP (self));

  if (self->cancellable != NULL)
    return;

  volets_label_show (self->refusal, NULL);
  show_missing (self, NULL);
  offer_to_replace (self, NULL);
  block = explain_block (self);
  if (block == NULL && !g_file_is_native (parent))
    block = g_strdup (_("That place is not on this PC: choose another one."));
  if (block != NULL)
    {
      volets_label_show_error (self->refusal, block);
      return;
    }

  g_set_object (&self->parent, parent);
  set_busy (self, TRUE);
  today = volets_editor_get_today (self->editor);
  stem = volets_editor_get_stem (self->editor);
  order = write_order (self, today, stem, overwrite);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, _("Being made…"));
  volets_filing_bundle_make_async (&order, progress_cb, self, self->cancellable, make_ready_cb,
                                   g_object_ref (self));
  volets_bundle_group_update (self);
}
