/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/attachments/attachments-step.h"

#include <glib/gi18n.h>

#include "documents/attachment-check.h"
#include "engine/platform.h"
#include "ui/steps/attachments/attachment-addition.h"
#include "ui/steps/attachments/attachment-group.h"

struct _VoletsAttachmentsStep {
  VoletsStepPage  parent_instance;

  GtkBox         *groups;
  GtkLabel       *count;
  GtkLabel       *lost;
  GtkLabel       *terms;
  GPtrArray      *list;    /* of VoletsAttachmentGroup: what the call asks for, then the others */
};

G_DEFINE_FINAL_TYPE (VoletsAttachmentsStep, volets_attachments_step, VOLETS_TYPE_STEP_PAGE)

static void
show_lost (VoletsAttachmentsStep *self)
{
  g_autofree char *lost = NULL;
  guint n_lost = 0;

  for (guint i = 0; i < self->list->len; i++)
    n_lost += volets_attachment_group_count_lost (g_ptr_array_index (self->list, i));

  lost = g_strdup_printf (ngettext ("%u file has changed or is not found any more.",
                                    "%u files have changed or are not found any more.", n_lost),
                          n_lost);
  gtk_label_set_text (self->lost, lost);
  gtk_widget_set_visible (GTK_WIDGET (self->lost), n_lost > 0);
}

static void
add_group (VoletsAttachmentsStep *self,
           VoletsEditor          *editor,
           const VoletsCallItem  *item)
{
  GtkWidget *group = volets_attachment_group_new (editor, item);

  gtk_box_append (self->groups, group);
  g_ptr_array_add (self->list, group);
}

static gboolean
has_file (VoletsEditor         *editor,
          const VoletsCallItem *item)
{
  VoletsDossier *dossier = volets_editor_get_dossier (editor);

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS); i++)
    {
      VoletsRecord *record = volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, i);

      if (volets_attachment_is_for (record, volets_editor_get_call (editor), item))
        return TRUE;
    }

  return FALSE;
}

static void
show_count (VoletsAttachmentsStep *self,
            VoletsEditor          *editor)
{
  const VoletsCall *call = volets_editor_get_call (editor);
  g_autofree char *count = NULL;
  guint n_required = 0, n_missing = 0;

  for (guint i = 0; i < call->attachments->len; i++)
    {
      const VoletsCallItem *item = g_ptr_array_index (call->attachments, i);

      n_required += item->required;
      n_missing += item->required && !has_file (editor, item);
    }

  if (n_required == 0)
    count = g_strdup (_("The call asks for no attachment."));
  else if (n_missing == 0)
    count = g_strdup (_("All the attachments that the call asks for are there."));
  else
    count = g_strdup_printf (ngettext ("%u of %u required attachments is missing.",
                                       "%u of %u required attachments are missing.", n_missing),
                             n_missing, n_required);
  gtk_label_set_text (self->count, count);
}

/* What can be attached, and how much of it the platform of the call takes. */
static void
show_terms (VoletsAttachmentsStep *self,
            const VoletsCall      *call)
{
  g_autofree char *types = volets_attachment_name_types ();
  g_autofree char *terms = NULL;

  if (call->platform != NULL && call->platform->max_file_size != VOLETS_UNSET)
    {
      g_autofree char *size = volets_attachment_write_size (call->platform->max_file_size);

      terms = g_strdup_printf (_("Types of files: %s; %s at most for each."), types, size);
    }
  else
    {
      terms = g_strdup_printf (_("Types of files: %s."), types);
    }
  gtk_label_set_text (self->terms, terms);
}

static void
volets_attachments_step_update (VoletsStepPage *page)
{
  VoletsAttachmentsStep *self = VOLETS_ATTACHMENTS_STEP (page);

  VOLETS_STEP_PAGE_CLASS (volets_attachments_step_parent_class)->update (page);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  show_count (self, volets_step_page_get_editor (page));
  for (guint i = 0; i < self->list->len; i++)
    volets_attachment_group_update (g_ptr_array_index (self->list, i));
  show_lost (self);
}

static void
file_changed_cb (VoletsAttachmentsStep *self)
{
  volets_step_page_update (VOLETS_STEP_PAGE (self));
}

static void
volets_attachments_step_set_editor (VoletsStepPage *page,
                                    VoletsEditor   *editor)
{
  VoletsAttachmentsStep *self = VOLETS_ATTACHMENTS_STEP (page);
  const VoletsCall *call = volets_editor_get_call (editor);

  VOLETS_STEP_PAGE_CLASS (volets_attachments_step_parent_class)->set_editor (page, editor);

  show_terms (self, call);
  for (guint i = 0; i < self->list->len; i++)
    gtk_box_remove (self->groups, g_ptr_array_index (self->list, i));
  g_ptr_array_set_size (self->list, 0);
  for (guint i = 0; i < call->attachments->len; i++)
    add_group (self, editor, g_ptr_array_index (call->attachments, i));
  add_group (self, editor, NULL);
  g_signal_connect_object (editor, "notify::file", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Files change while nobody looks: whenever the step is shown, they are read again. */
static void
volets_attachments_step_map (GtkWidget *widget)
{
  VoletsAttachmentsStep *self = VOLETS_ATTACHMENTS_STEP (widget);

  GTK_WIDGET_CLASS (volets_attachments_step_parent_class)->map (widget);

  if (self->list->len == 0)
    return;

  volets_attachment_watch_refresh (
    volets_editor_get_attachments (volets_step_page_get_editor (VOLETS_STEP_PAGE (self))));
  volets_step_page_update (VOLETS_STEP_PAGE (self));
}

static void
volets_attachments_step_finalize (GObject *object)
{
  g_ptr_array_unref (VOLETS_ATTACHMENTS_STEP (object)->list);

  G_OBJECT_CLASS (volets_attachments_step_parent_class)->finalize (object);
}

/* To the file that a finding is about, or to the button that adds the one that is missing. */
static gboolean
volets_attachments_step_focus_finding (VoletsStepPage      *page,
                                       const VoletsFinding *finding)
{
  VoletsAttachmentsStep *self = VOLETS_ATTACHMENTS_STEP (page);
  VoletsDossier *dossier;
  VoletsRecord *record = NULL;

  dossier = volets_editor_get_dossier (volets_step_page_get_editor (page));
  if (finding->row != VOLETS_FINDING_NONE
      && (guint) finding->row < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS))
    record = volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, (guint) finding->row);

  for (guint i = 0; i < self->list->len; i++)
    {
      VoletsAttachmentGroup *group = g_ptr_array_index (self->list, i);
      const VoletsCallItem *item = volets_attachment_group_get_item (group);

      if ((record != NULL || (item != NULL && item == finding->item))
          && volets_attachment_group_focus_record (group, record))
        return TRUE;
    }

  return FALSE;
}

static void
volets_attachments_step_class_init (VoletsAttachmentsStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VoletsStepPageClass *page_class = VOLETS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = volets_attachments_step_finalize;
  widget_class->map = volets_attachments_step_map;
  page_class->set_editor = volets_attachments_step_set_editor;
  page_class->focus_finding = volets_attachments_step_focus_finding;
  page_class->update = volets_attachments_step_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/attachments/attachments-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentsStep, groups);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentsStep, count);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentsStep, lost);
  gtk_widget_class_bind_template_child (widget_class, VoletsAttachmentsStep, terms);
}

static void
volets_attachments_step_init (VoletsAttachmentsStep *self)
{
  self->list = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
