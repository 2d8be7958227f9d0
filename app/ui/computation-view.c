/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/computation-view.h"

#include "ui/box-children.h"
#include "ui/computation-line.h"
#include "ui/computation-row.h"
#include "ui/computation-section.h"

struct _VoletsComputationView {
  AdwBin     parent_instance;

  GtkBox    *sections;
  GtkWidget *notes;
  GtkBox    *note_rows;
};

G_DEFINE_FINAL_TYPE (VoletsComputationView, volets_computation_view, ADW_TYPE_BIN)

static void
volets_computation_view_class_init (VoletsComputationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/computation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationView, sections);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationView, notes);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationView, note_rows);
}

static void
volets_computation_view_init (VoletsComputationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_computation_view_set_subsidy:
 * @self: a view
 * @subsidy: what was computed
 */
void
volets_computation_view_set_subsidy (VoletsComputationView *self,
                                     const VoletsSubsidy   *subsidy)
{
  g_autoptr (GPtrArray) notes = NULL;
  GtkWidget *section;

  g_return_if_fail (VOLETS_IS_COMPUTATION_VIEW (self));
  g_return_if_fail (subsidy != NULL);

  section = volets_box_fit_children (self->sections, subsidy->volets->len,
                                     volets_computation_section_new);
  for (guint i = 0; i < subsidy->volets->len; i++, section = gtk_widget_get_next_sibling (section))
    volets_computation_section_set_result (VOLETS_COMPUTATION_SECTION (section), subsidy,
                                           g_ptr_array_index (subsidy->volets, i));

  notes = volets_computation_tell_notes (subsidy);
  volets_computation_rows_show (self->note_rows, notes);
  gtk_widget_set_visible (self->notes, notes->len > 0);
}
