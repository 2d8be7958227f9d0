/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/support/support-step.h"

#include <glib/gi18n.h>

#include "engine/commitment.h"
#include "engine/french.h"
#include "engine/support.h"
#include "engine/training.h"
#include "ui/record-table.h"

struct _VoletsSupportStep {
  VoletsStepPage      parent_instance;

  AdwPreferencesGroup *commitments;
  VoletsRecordTable   *trainings;
  GtkLabel            *text_length;
  GPtrArray           *checks;       /* of GtkCheckButton, one for each commitment of the call */
};

G_DEFINE_FINAL_TYPE (VoletsSupportStep, volets_support_step, VOLETS_TYPE_STEP_PAGE)

static VoletsRecord *
find_commitment (VoletsDossier *dossier,
                 const char    *key)
{
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMITMENTS); i++)
    {
      VoletsRecord *row = volets_dossier_get_row (dossier, VOLETS_SECTION_COMMITMENTS, i);

      if (g_strcmp0 (volets_record_get_text (row, VOLETS_COMMITMENT_KEY), key) == 0)
        return row;
    }

  return NULL;
}

static void
commitment_toggled_cb (VoletsSupportStep *self,
                       GtkCheckButton    *check)
{
  VoletsEditor *editor = volets_step_page_get_editor (VOLETS_STEP_PAGE (self));
  VoletsDossier *dossier = volets_editor_get_dossier (editor);
  const VoletsCallItem *item = g_object_get_data (G_OBJECT (check), "item");
  VoletsRecord *row = find_commitment (dossier, item->id);

  if (row == NULL)
    {
      row = volets_dossier_append (dossier, VOLETS_SECTION_COMMITMENTS);
      volets_record_set_text (row, VOLETS_COMMITMENT_KEY, item->id);
    }
  volets_record_set_number (row, VOLETS_COMMITMENT_MADE, gtk_check_button_get_active (check));
}

static void
add_commitment (VoletsSupportStep    *self,
                const VoletsCallItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = volets_french_typeset (item->title);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "item", (gpointer) item);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (item->provenance.note != NULL)
    {
      g_autofree char *note = volets_french_typeset (item->provenance.note);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  /* It names the box; of the two, the box is the one to stop at. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->commitments, row);
  g_ptr_array_add (self->checks, check);
}

static void
show_commitments (VoletsSupportStep *self,
                  VoletsDossier     *dossier)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      const VoletsCallItem *item = g_object_get_data (G_OBJECT (check), "item");
      VoletsRecord *row = find_commitment (dossier, item->id);

      g_signal_handlers_block_by_func (check, commitment_toggled_cb, self);
      gtk_check_button_set_active (check, row != NULL
                                   && volets_record_get_number (row, VOLETS_COMMITMENT_MADE));
      g_signal_handlers_unblock_by_func (check, commitment_toggled_cb, self);
    }
}

static void
volets_support_step_set_editor (VoletsStepPage *page,
                                VoletsEditor   *editor)
{
  VoletsSupportStep *self = VOLETS_SUPPORT_STEP (page);
  const VoletsCall *call = volets_editor_get_call (editor);

  VOLETS_STEP_PAGE_CLASS (volets_support_step_parent_class)->set_editor (page, editor);

  gtk_widget_set_visible (GTK_WIDGET (self->commitments), call->commitments->len > 0);
  for (guint i = 0; i < call->commitments->len; i++)
    {
      add_commitment (self, g_ptr_array_index (call->commitments, i));
      g_signal_connect_object (g_ptr_array_index (self->checks, i), "toggled",
                               G_CALLBACK (commitment_toggled_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
volets_support_step_update (VoletsStepPage *page)
{
  VoletsSupportStep *self = VOLETS_SUPPORT_STEP (page);
  VoletsDossier *dossier = volets_editor_get_dossier (volets_step_page_get_editor (page));
  const char *text = volets_record_get_text (
    volets_dossier_get_record (dossier, VOLETS_SECTION_SUPPORT), VOLETS_SUPPORT_TEXT);
  gulong length = text != NULL ? (gulong) g_utf8_strlen (text, -1) : 0;
  g_autofree char *count = NULL;

  VOLETS_STEP_PAGE_CLASS (volets_support_step_parent_class)->update (page);

  show_commitments (self, dossier);
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu character", "%lu characters", length),
                           length);
  gtk_label_set_text (self->text_length, count);
}

static void
volets_support_step_finalize (GObject *object)
{
  g_ptr_array_unref (VOLETS_SUPPORT_STEP (object)->checks);

  G_OBJECT_CLASS (volets_support_step_parent_class)->finalize (object);
}

static void
volets_support_step_class_init (VoletsSupportStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VoletsStepPageClass *page_class = VOLETS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = volets_support_step_finalize;
  page_class->set_editor = volets_support_step_set_editor;
  page_class->update = volets_support_step_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/support/support-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsSupportStep, commitments);
  gtk_widget_class_bind_template_child (widget_class, VoletsSupportStep, trainings);
  gtk_widget_class_bind_template_child (widget_class, VoletsSupportStep, text_length);
}

static void
volets_support_step_init (VoletsSupportStep *self)
{
  guint theme, form, hours, date, trainer;

  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  theme = volets_record_table_add_field (self->trainings, VOLETS_TRAINING_THEME, _("Theme"), 240,
                                         TRUE);
  form = volets_record_table_add_field (self->trainings, VOLETS_TRAINING_FORM, _("Form"), 184,
                                        FALSE);
  hours = volets_record_table_add_field (self->trainings, VOLETS_TRAINING_HOURS, _("Hours"), 70,
                                         FALSE);
  date = volets_record_table_add_field (self->trainings, VOLETS_TRAINING_DATE, _("Date"), 110,
                                        FALSE);
  trainer = volets_record_table_stack_field (self->trainings, theme, VOLETS_TRAINING_TRAINER,
                                             _("Trainer"), -1, VOLETS_FINDING_NONE);

  volets_record_table_place_large (self->trainings, form, theme, 1);
  volets_record_table_place_large (self->trainings, trainer, theme, 2);
  volets_record_table_place_large (self->trainings, date, hours, 1);
}
