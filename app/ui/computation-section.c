/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/computation-section.h"

#include "engine/french.h"
#include "ui/box-children.h"
#include "ui/computation-line.h"
#include "ui/computation-row.h"
#include "ui/computation-unit.h"

struct _VoletsComputationSection {
  AdwBin     parent_instance;

  GtkLabel  *title;
  GtkLabel  *description;
  GtkBox    *rows;          /* of the only unit */
  GtkBox    *units;         /* where there are several */
  GtkBox    *end_rows;
};

G_DEFINE_FINAL_TYPE (VoletsComputationSection, volets_computation_section, ADW_TYPE_BIN)

static void
volets_computation_section_class_init (VoletsComputationSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/computation-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationSection, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationSection, description);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationSection, rows);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationSection, units);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationSection, end_rows);
}

static void
volets_computation_section_init (VoletsComputationSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
volets_computation_section_new (void)
{
  return g_object_new (VOLETS_TYPE_COMPUTATION_SECTION, NULL);
}

static void
show_units (VoletsComputationSection *self,
            const VoletsSubsidy      *subsidy,
            const VoletsVoletResult  *volet)
{
  guint n_units = volet->units->len;
  guint n_folds = n_units > 1 && volet->rule->brackets->len > 0 ? n_units : 0;
  GtkWidget *fold = volets_box_fit_children (self->units, n_folds, volets_computation_unit_new);

  for (guint i = 0; i < n_folds; i++, fold = gtk_widget_get_next_sibling (fold))
    volets_computation_unit_set_result (VOLETS_COMPUTATION_UNIT (fold), subsidy, volet,
                                        g_ptr_array_index (volet->units, i));
}

static void
show_rows (VoletsComputationSection *self,
           const VoletsSubsidy      *subsidy,
           const VoletsVoletResult  *volet)
{
  gboolean pays = volet->rule->brackets->len > 0;
  g_autoptr (GPtrArray) lines =
    pays && volet->units->len == 1
      ? volets_computation_tell_unit (subsidy, volet, g_ptr_array_index (volet->units, 0))
      : g_ptr_array_new ();
  g_autoptr (GPtrArray) end_lines =
    pays ? volets_computation_tell_volet (subsidy, volet) : g_ptr_array_new ();

  volets_computation_rows_show (self->rows, lines);
  volets_computation_rows_show (self->end_rows, end_lines);
}

/**
 * volets_computation_section_set_result:
 * @self: a section
 * @subsidy: what was computed
 * @volet: one of its volets
 */
void
volets_computation_section_set_result (VoletsComputationSection *self,
                                       const VoletsSubsidy      *subsidy,
                                       const VoletsVoletResult  *volet)
{
  g_autofree char *description = NULL;

  g_return_if_fail (VOLETS_IS_COMPUTATION_SECTION (self));
  g_return_if_fail (subsidy != NULL);
  g_return_if_fail (volet != NULL);

  description = volets_french_typeset (volet->rule->description);
  gtk_label_set_text (self->title, volet->rule->title);
  gtk_label_set_text (self->description, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description), volet->rule->brackets->len == 0);
  show_units (self, subsidy, volet);
  show_rows (self, subsidy, volet);
}
