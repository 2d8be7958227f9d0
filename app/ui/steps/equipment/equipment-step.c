/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/equipment/equipment-step.h"

#include "engine/french.h"
#include "ui/expense-tools.h"
#include "ui/gauge-list.h"
#include "ui/record-table.h"

struct _VoletsEquipmentStep {
  VoletsStepPage       parent_instance;

  AdwStatusPage       *nothing;
  GtkWidget           *form;
  VoletsExpenseTools  *tools;
  VoletsRecordTable   *expenses;
  VoletsGaugeList     *gauges;
  AdwPreferencesGroup *exclusions;
  GtkBox              *exclusion_notes;
};

G_DEFINE_FINAL_TYPE (VoletsEquipmentStep, volets_equipment_step, VOLETS_TYPE_STEP_PAGE)

static gboolean
takes_equipment (const VoletsCall *call)
{
  for (guint i = 0; i < call->volets->len; i++)
    {
      if (((const VoletsVolet *) call->volets->pdata[i])->takes_equipment)
        return TRUE;
    }

  return FALSE;
}

static void
add_note (VoletsEquipmentStep *self,
          const char          *note)
{
  g_autofree char *typeset = volets_french_typeset (note);
  g_autofree char *text = g_strconcat ("•" VOLETS_NBSP, typeset, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (self->exclusion_notes, label);
}

/* Several exclusions may stand for one sentence, each with other words to know it by. */
static void
show_exclusions (VoletsEquipmentStep *self,
                 const VoletsCall    *call)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < call->exclusions->len; i++)
    {
      const VoletsExclusion *exclusion = g_ptr_array_index (call->exclusions, i);

      if (exclusion->provenance.note != NULL
          && g_hash_table_add (seen, exclusion->provenance.note))
        add_note (self, exclusion->provenance.note);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->exclusions), g_hash_table_size (seen) > 0);
}

static void
volets_equipment_step_set_editor (VoletsStepPage *page,
                                  VoletsEditor   *editor)
{
  VoletsEquipmentStep *self = VOLETS_EQUIPMENT_STEP (page);

  VOLETS_STEP_PAGE_CLASS (volets_equipment_step_parent_class)->set_editor (page, editor);

  volets_expense_tools_set_editor (self->tools, editor);
  show_exclusions (self, volets_editor_get_call (editor));
}

static void
volets_equipment_step_update (VoletsStepPage *page)
{
  VoletsEquipmentStep *self = VOLETS_EQUIPMENT_STEP (page);
  VoletsEditor *editor = volets_step_page_get_editor (page);
  gboolean is_taken = takes_equipment (volets_editor_get_call (editor));
  guint n_rows = volets_dossier_get_n_rows (volets_editor_get_dossier (editor),
                                            VOLETS_SECTION_EQUIPMENT);

  VOLETS_STEP_PAGE_CLASS (volets_equipment_step_parent_class)->update (page);

  /* Lines that are there all the same count as expense: they must be seen to be deleted. */
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !is_taken);
  gtk_widget_set_visible (self->form, is_taken || n_rows > 0);
  volets_expense_tools_update (self->tools);
  volets_gauge_list_show (self->gauges, volets_editor_get_subsidy (editor));
}

static void
volets_equipment_step_class_init (VoletsEquipmentStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VoletsStepPageClass *page_class = VOLETS_STEP_PAGE_CLASS (klass);

  page_class->set_editor = volets_equipment_step_set_editor;
  page_class->update = volets_equipment_step_update;

  g_type_ensure (VOLETS_TYPE_EXPENSE_TOOLS);
  g_type_ensure (VOLETS_TYPE_GAUGE_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/equipment/equipment-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsEquipmentStep, nothing);
  gtk_widget_class_bind_template_child (widget_class, VoletsEquipmentStep, form);
  gtk_widget_class_bind_template_child (widget_class, VoletsEquipmentStep, tools);
  gtk_widget_class_bind_template_child (widget_class, VoletsEquipmentStep, expenses);
  gtk_widget_class_bind_template_child (widget_class, VoletsEquipmentStep, gauges);
  gtk_widget_class_bind_template_child (widget_class, VoletsEquipmentStep, exclusions);
  gtk_widget_class_bind_template_child (widget_class, VoletsEquipmentStep, exclusion_notes);
}

static void
volets_equipment_step_init (VoletsEquipmentStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  volets_expense_tools_set_table (self->tools, self->expenses);
}
