/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/computation-row.h"

#include "ui/amount-row.h"
#include "ui/box-children.h"
#include "ui/label.h"
#include "ui/mark-box.h"

struct _VoletsComputationRow {
  AdwBin           parent_instance;

  VoletsAmountRow *amount;
  GtkLabel        *how;
  GtkLabel        *note;
  GtkWidget       *provenance;
  GtkWidget       *assumption;
  GtkLabel        *source;
};

G_DEFINE_FINAL_TYPE (VoletsComputationRow, volets_computation_row, ADW_TYPE_BIN)

static void
volets_computation_row_class_init (VoletsComputationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/computation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationRow, amount);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationRow, how);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationRow, note);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationRow, provenance);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationRow, assumption);
  gtk_widget_class_bind_template_child (widget_class, VoletsComputationRow, source);

  g_type_ensure (VOLETS_TYPE_AMOUNT_ROW);
  g_type_ensure (VOLETS_TYPE_MARK_BOX);
}

static void
volets_computation_row_init (VoletsComputationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
volets_computation_row_new (void)
{
  return g_object_new (VOLETS_TYPE_COMPUTATION_ROW, NULL);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * volets_computation_row_set_line:
 * @self: a row
 * @line: a step of the computation; not kept
 */
void
volets_computation_row_set_line (VoletsComputationRow        *self,
                                 const VoletsComputationLine *line)
{
  g_return_if_fail (VOLETS_IS_COMPUTATION_ROW (self));
  g_return_if_fail (line != NULL);

  volets_amount_row_set_label (self->amount, line->what);
  volets_amount_row_set_amount (self->amount, line->amount);
  set_class (GTK_WIDGET (self->amount), "heading", line->is_total);
  volets_label_show (self->how, line->how);
  volets_label_show (self->note, line->note);

  gtk_label_set_text (self->source, line->source != NULL ? line->source : "");
  gtk_widget_set_visible (self->provenance, line->source != NULL);
  gtk_widget_set_visible (self->assumption, line->is_assumed);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->provenance), line->hint) != 0)
    gtk_widget_set_tooltip_text (self->provenance, line->hint);
}

/**
 * volets_computation_rows_show:
 * @box: a box that holds such rows and nothing else
 * @lines: (element-type VoletsComputationLine): what they should show
 *
 * Shows @lines in @box, in the rows that are there as far as they go.
 */
void
volets_computation_rows_show (GtkBox    *box,
                              GPtrArray *lines)
{
  GtkWidget *row = volets_box_fit_children (box, lines->len, volets_computation_row_new);

  for (guint i = 0; i < lines->len; i++, row = gtk_widget_get_next_sibling (row))
    volets_computation_row_set_line (VOLETS_COMPUTATION_ROW (row), g_ptr_array_index (lines, i));
}
