/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/filing/filing-step.h"

#include <glib/gi18n.h>

#include "engine/dossier-xml.h"
#include "engine/french.h"
#include "engine/platform.h"
#include "engine/review.h"
#include "ui/mark-box.h"
#include "ui/sentence.h"
#include "ui/steps/filing/bundle-group.h"
#include "ui/steps/filing/finding-group.h"

/* What the papers print of the fingerprint. */
#define MARK_LENGTH 16

struct _VoletsFilingStep {
  VoletsStepPage      parent_instance;

  GtkImage           *count_icon;
  GtkLabel           *count;
  VoletsFindingGroup *errors;
  VoletsFindingGroup *warnings;
  VoletsFindingGroup *information;
  VoletsExportGroup  *exports;
  VoletsBundleGroup  *bundle;
  GtkLabel           *mark;
  AdwActionRow       *mark_row;
  AdwActionRow       *platform_row;
  AdwActionRow       *dates_row;
  AdwActionRow       *payment_row;
};

G_DEFINE_FINAL_TYPE (VoletsFilingStep, volets_filing_step, VOLETS_TYPE_STEP_PAGE)

enum {
  FINDING_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* « 4 erreurs, 3 avertissements »: what there is none of is not told. */
static char *
write_count (guint n_errors,
             guint n_warnings,
             guint n_information)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);

  if (n_errors > 0)
    g_ptr_array_add (counts, g_strdup_printf (ngettext ("%u error", "%u errors", n_errors),
                                              n_errors));
  if (n_warnings > 0)
    g_ptr_array_add (counts, g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings),
                                              n_warnings));
  if (n_information > 0)
    g_ptr_array_add (counts, g_strdup_printf (ngettext ("%u piece of information",
                                                        "%u pieces of information",
                                                        n_information), n_information));
  if (counts->len == 0)
    return NULL;

  g_ptr_array_add (counts, NULL);
  return g_strjoinv (", ", (char **) counts->pdata);
}

static char *
write_sentence (guint       n_errors,
                const char *counts)
{
  if (counts == NULL)
    return g_strdup (_("Nothing is left to mend."));

  return n_errors == 0 ? g_strdup_printf (_("No error blocks the filing: %s."), counts)
                       : g_strdup_printf (_("Errors block the filing: %s."), counts);
}

static void
show_count (VoletsFilingStep *self,
            const GPtrArray  *findings)
{
  guint n_errors = volets_review_count (findings, VOLETS_SEVERITY_ERROR);
  g_autofree char *counts =
    write_count (n_errors, volets_review_count (findings, VOLETS_SEVERITY_WARNING),
                 volets_review_count (findings, VOLETS_SEVERITY_INFORMATION));
  g_autofree char *sentence = write_sentence (n_errors, counts);

  gtk_label_set_text (self->count, sentence);
  gtk_image_set_from_icon_name (self->count_icon, n_errors == 0 ? "object-select-symbolic"
                                                                : "dialog-error-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->count_icon), n_errors == 0 ? "error" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_icon), n_errors == 0 ? "success" : "error");
}

static void
show_mark (VoletsFilingStep *self,
           VoletsDossier    *dossier)
{
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (dossier);
  g_autofree char *mark = g_strndup (fingerprint, MARK_LENGTH);

  gtk_label_set_text (self->mark, mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark_row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mark, -1);
}

/* Nothing of this is seen, so nothing is made, while another step is worked in. */
static void
show_all (VoletsFilingStep *self)
{
  VoletsEditor *editor = volets_step_page_get_editor (VOLETS_STEP_PAGE (self));
  GPtrArray *findings = volets_editor_get_findings (editor);

  show_count (self, findings);
  volets_finding_group_set_findings (self->errors, findings);
  volets_finding_group_set_findings (self->warnings, findings);
  volets_finding_group_set_findings (self->information, findings);
  volets_export_group_update (self->exports);
  volets_bundle_group_update (self->bundle);
  show_mark (self, volets_editor_get_dossier (editor));
}

static void
show_line (AdwActionRow           *row,
           const char             *sentence,
           const VoletsProvenance *provenance)
{
  g_autofree char *title = sentence != NULL ? volets_french_typeset (sentence) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), title != NULL);
  if (title == NULL)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (provenance != NULL && provenance->source != NULL)
    {
      g_autofree char *source = volets_sentence_cite (provenance->source, provenance->certainty);

      adw_action_row_set_subtitle (row, source);
    }
}

static void
show_platform (VoletsFilingStep *self,
               const VoletsCall *call)
{
  const VoletsPlatform *platform = call->platform;
  g_autofree char *sentence =
    platform != NULL
      ? g_strdup_printf (_("Go to %s, begin an application for this call, and attach the documents "
                           "above and the attachments of step 7."), platform->name)
      : g_strdup_printf (_("The call names no filing platform: ask where to file (%s)."),
                         call->authority);

  show_line (self->platform_row, sentence, platform != NULL ? &platform->provenance : NULL);
}

static void
show_dates (VoletsFilingStep *self,
            const VoletsCall *call)
{
  const VoletsCallDate *opening = volets_call_find_date (call, FALSE);
  const VoletsCallDate *closing = volets_call_find_date (call, TRUE);
  g_autofree char *first = opening != NULL ? volets_french_date (opening->day) : NULL;
  g_autofree char *last = closing != NULL ? volets_french_date (closing->day) : NULL;
  g_autofree char *sentence = NULL;

  if (first != NULL && last != NULL)
    sentence = g_strdup_printf (_("File it between %s and %s."), first, last);
  else if (last != NULL)
    sentence = g_strdup_printf (_("File it by %s."), last);
  else if (first != NULL)
    sentence = g_strdup_printf (_("It can be filed from %s on."), first);

  show_line (self->dates_row, sentence,
             closing != NULL ? &closing->provenance
                             : opening != NULL ? &opening->provenance : NULL);
}

static void
show_payment (VoletsFilingStep *self,
              const VoletsCall *call)
{
  const char *note = call->payment_provenance.note;
  g_autofree char *sentence =
    note != NULL ? g_strdup_printf (_("Payment of the subsidy. %s"), note) : NULL;

  show_line (self->payment_row, sentence, &call->payment_provenance);
}

static void
finding_activated_cb (VoletsFilingStep *self,
                      gpointer          finding)
{
  g_signal_emit (self, signals[FINDING_ACTIVATED], 0, finding);
}

static void
copy_clicked_cb (VoletsFilingStep *self)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_text (self->mark));
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                                 adw_toast_new (_("Fingerprint copied")));
}

static void
volets_filing_step_set_editor (VoletsStepPage *page,
                               VoletsEditor   *editor)
{
  VoletsFilingStep *self = VOLETS_FILING_STEP (page);
  const VoletsCall *call = volets_editor_get_call (editor);

  VOLETS_STEP_PAGE_CLASS (volets_filing_step_parent_class)->set_editor (page, editor);

  volets_export_group_set_editor (self->exports, editor);
  volets_bundle_group_set_editor (self->bundle, editor);
  show_platform (self, call);
  show_dates (self, call);
  show_payment (self, call);
}

static void
volets_filing_step_update (VoletsStepPage *page)
{
  VOLETS_STEP_PAGE_CLASS (volets_filing_step_parent_class)->update (page);

  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    show_all (VOLETS_FILING_STEP (page));
}

/* Nothing should be said of files that were put right, or kept silent of others, at the end. */
static void
volets_filing_step_map (GtkWidget *widget)
{
  VoletsEditor *editor = volets_step_page_get_editor (VOLETS_STEP_PAGE (widget));

  if (editor != NULL)
    {
      volets_attachment_watch_refresh (volets_editor_get_attachments (editor));
      show_all (VOLETS_FILING_STEP (widget));
    }

  GTK_WIDGET_CLASS (volets_filing_step_parent_class)->map (widget);
}

static void
volets_filing_step_class_init (VoletsFilingStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VoletsStepPageClass *page_class = VOLETS_STEP_PAGE_CLASS (klass);

  widget_class->map = volets_filing_step_map;
  page_class->set_editor = volets_filing_step_set_editor;
  page_class->update = volets_filing_step_update;

  signals[FINDING_ACTIVATED] =
    g_signal_new ("finding-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (VOLETS_TYPE_BUNDLE_GROUP);
  g_type_ensure (VOLETS_TYPE_EXPORT_GROUP);
  g_type_ensure (VOLETS_TYPE_FINDING_GROUP);
  g_type_ensure (VOLETS_TYPE_MARK_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/filing/filing-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, count_icon);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, count);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, errors);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, warnings);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, information);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, exports);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, bundle);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, mark);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, mark_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, platform_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, dates_row);
  gtk_widget_class_bind_template_child (widget_class, VoletsFilingStep, payment_row);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
volets_filing_step_init (VoletsFilingStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_filing_step_get_exports:
 * @self: the step
 *
 * Returns: (transfer none): what saves the documents
 */
VoletsExportGroup *
volets_filing_step_get_exports (VoletsFilingStep *self)
{
  g_return_val_if_fail (VOLETS_IS_FILING_STEP (self), NULL);

  return self->exports;
}
