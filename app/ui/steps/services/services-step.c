/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/services/services-step.h"

#include <glib/gi18n.h>

#include "engine/french.h"
#include "engine/services.h"
#include "ui/expense-tools.h"
#include "ui/gauge-list.h"
#include "ui/label.h"
#include "ui/record-table.h"

struct _VoletsServicesStep {
  VoletsStepPage       parent_instance;

  AdwStatusPage       *nothing;
  GtkWidget           *form;
  AdwPreferencesGroup *modalities;
  GtkLabel            *modality_error;
  GtkBox              *modality_notes;
  GtkWidget           *suggestions;
  GtkFlowBox          *products;
  GtkLabel            *product_note;
  VoletsExpenseTools  *tools;
  VoletsRecordTable   *lines;
  VoletsGaugeList     *gauges;

  GPtrArray           *checks;      /* of GtkCheckButton: none, then each modality of the call */
};

G_DEFINE_FINAL_TYPE (VoletsServicesStep, volets_services_step, VOLETS_TYPE_STEP_PAGE)

static VoletsRecord *
get_services (VoletsServicesStep *self)
{
  VoletsEditor *editor = volets_step_page_get_editor (VOLETS_STEP_PAGE (self));

  return volets_dossier_get_record (volets_editor_get_dossier (editor), VOLETS_SECTION_SERVICES);
}

static const char *
get_modality (GtkCheckButton *check)
{
  return g_object_get_data (G_OBJECT (check), "modality");
}

static gboolean
takes_services (const VoletsCall *call)
{
  for (guint i = 0; i < call->volets->len; i++)
    {
      if (((const VoletsVolet *) call->volets->pdata[i])->takes_services)
        return TRUE;
    }

  return FALSE;
}

static void
modality_toggled_cb (VoletsServicesStep *self,
                     GtkCheckButton     *check)
{
  if (gtk_check_button_get_active (check))
    volets_record_set_text (get_services (self), VOLETS_SERVICES_MODALITY, get_modality (check));
}

static void
add_modality (VoletsServicesStep *self,
              const char         *id,
              const char         *title,
              const char         *explanation)
{
  /* The row has the focus, the keys and the role; the box in it only shows. Tab passes by a list
   * that begins with a box that is not checked.
   */
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "can-focus", FALSE, NULL);
  g_autofree char *typeset = volets_french_typeset (title);
  g_autofree char *subtitle = explanation != NULL ? volets_french_typeset (explanation) : NULL;

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "modality", g_strdup (id), g_free);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle != NULL ? subtitle : "", -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (modality_toggled_cb), self,
                           G_CONNECT_SWAPPED);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), typeset);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->modalities, row);
  g_ptr_array_add (self->checks, check);
}

static void
add_modality_note (VoletsServicesStep *self,
                   const char         *note)
{
  g_autofree char *typeset = volets_french_typeset (note);
  GtkWidget *label = gtk_label_new (typeset);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (self->modality_notes, label);
}

static void
make_modalities (VoletsServicesStep *self,
                 const VoletsCall   *call)
{
  for (guint i = 0; i < call->modalities->len; i++)
    {
      const VoletsCallItem *item = g_ptr_array_index (call->modalities, i);

      if (i == 0)
        add_modality (self, NULL, _("None for now"), NULL);
      add_modality (self, item->id, item->title, item->provenance.note);
    }
  for (guint i = 0; i < call->modality_notes->len; i++)
    {
      const VoletsProvenance *provenance = g_ptr_array_index (call->modality_notes, i);

      if (provenance->note != NULL)
        add_modality_note (self, provenance->note);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->modalities), call->modalities->len > 0);
}

static void
product_clicked_cb (VoletsServicesStep *self,
                    GtkButton          *button)
{
  volets_record_set_text (get_services (self), VOLETS_SERVICES_PRODUCT,
                          gtk_button_get_label (button));
}

static void
add_product (VoletsServicesStep *self,
             const char         *product)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *button = gtk_button_new_with_label (product);
  g_autofree char *name = g_strdup_printf (_("Take “%s” as the product"), product);

  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (product_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_flow_box_append (self->products, child);
}

static void
make_products (VoletsServicesStep *self,
               const VoletsCall   *call)
{
  for (guint i = 0; i < call->products->len; i++)
    add_product (self, g_ptr_array_index (call->products, i));
  volets_label_show_typeset (self->product_note, call->products_provenance.note);
  gtk_widget_set_visible (self->suggestions, call->products->len > 0);
}

/* A modality that the call does not know is none of them, not even none. */
static void
show_modality (VoletsServicesStep *self)
{
  const char *modality = volets_record_get_text (get_services (self), VOLETS_SERVICES_MODALITY);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW);
      gboolean is_chosen = g_strcmp0 (get_modality (check), modality) == 0;

      g_signal_handlers_block_by_func (check, modality_toggled_cb, self);
      gtk_check_button_set_active (check, is_chosen);
      g_signal_handlers_unblock_by_func (check, modality_toggled_cb, self);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                                   is_chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                             : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
show_modality_error (VoletsServicesStep *self,
                     GPtrArray          *findings)
{
  g_autofree char *error = NULL;

  for (guint i = 0; findings != NULL && i < findings->len && error == NULL; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);

      if (finding->section == VOLETS_SECTION_SERVICES && finding->field == VOLETS_SERVICES_MODALITY
          && finding->severity == VOLETS_SEVERITY_ERROR)
        error = volets_french_typeset (finding->message);
    }

  volets_label_show (self->modality_error, error);
}

/* The pupils that a ceiling of @result multiplies, or %VOLETS_UNSET where none counts them. */
static gint64
count_pupils (const VoletsVoletResult *result,
              gboolean                *equipped_only)
{
  gint64 n_pupils = VOLETS_UNSET;

  for (guint i = 0; result->rule->takes_services && i < result->units->len; i++)
    {
      const VoletsUnitResult *unit = g_ptr_array_index (result->units, i);

      for (guint j = 0; j < unit->ceilings->len; j++)
        {
          const VoletsLimitResult *limit = &g_array_index (unit->ceilings, VoletsLimitResult, j);

          if (limit->rule->unit != VOLETS_UNIT_PUPIL)
            continue;
          n_pupils = MAX (n_pupils, 0) + limit->count;
          *equipped_only = limit->rule->equipped_only;
          break;
        }
    }

  return n_pupils;
}

static void
show_pupils (VoletsServicesStep  *self,
             const VoletsSubsidy *subsidy)
{
  gint64 n_pupils = VOLETS_UNSET;
  gboolean equipped_only = FALSE;
  gulong count;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (subsidy == NULL)
    return;

  for (guint i = 0; i < subsidy->volets->len && n_pupils == VOLETS_UNSET; i++)
    n_pupils = count_pupils (g_ptr_array_index (subsidy->volets, i), &equipped_only);
  if (n_pupils == VOLETS_UNSET)
    n_pupils = subsidy->n_pupils;

  count = (gulong) n_pupils;
  number = volets_french_group_digits ((guint64) n_pupils);
  text = g_strdup_printf (
    equipped_only ? g_dngettext (GETTEXT_PACKAGE, "%s pupil in the schools that get equipment",
                                 "%s pupils in the schools that get equipment", count)
                  : g_dngettext (GETTEXT_PACKAGE, "%s pupil in the schools",
                                 "%s pupils in the schools", count),
    number);
  volets_gauge_list_set_description (self->gauges, text);
}

static void
volets_services_step_set_editor (VoletsStepPage *page,
                                 VoletsEditor   *editor)
{
  VoletsServicesStep *self = VOLETS_SERVICES_STEP (page);
  const VoletsCall *call = volets_editor_get_call (editor);

  VOLETS_STEP_PAGE_CLASS (volets_services_step_parent_class)->set_editor (page, editor);

  volets_expense_tools_set_editor (self->tools, editor);
  make_modalities (self, call);
  make_products (self, call);
}

static void
volets_services_step_update (VoletsStepPage *page)
{
  VoletsServicesStep *self = VOLETS_SERVICES_STEP (page);
  VoletsEditor *editor = volets_step_page_get_editor (page);
  gboolean is_taken = takes_services (volets_editor_get_call (editor));
  guint n_rows = volets_dossier_get_n_rows (volets_editor_get_dossier (editor),
                                            VOLETS_SECTION_SERVICE_LINES);

  VOLETS_STEP_PAGE_CLASS (volets_services_step_parent_class)->update (page);

  /* Lines that are there all the same count as expense: they must be seen to be deleted. */
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !is_taken);
  gtk_widget_set_visible (self->form, is_taken || n_rows > 0);
  show_modality (self);
  show_modality_error (self, volets_editor_get_findings (editor));
  volets_expense_tools_update (self->tools);
  show_pupils (self, volets_editor_get_subsidy (editor));
  volets_gauge_list_show (self->gauges, volets_editor_get_subsidy (editor));
}

static void
volets_services_step_finalize (GObject *object)
{
  g_ptr_array_unref (VOLETS_SERVICES_STEP (object)->checks);

  G_OBJECT_CLASS (volets_services_step_parent_class)->finalize (object);
}

static void
volets_services_step_class_init (VoletsServicesStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VoletsStepPageClass *page_class = VOLETS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = volets_services_step_finalize;
  page_class->set_editor = volets_services_step_set_editor;
  page_class->update = volets_services_step_update;

  g_type_ensure (VOLETS_TYPE_EXPENSE_TOOLS);
  g_type_ensure (VOLETS_TYPE_GAUGE_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/services/services-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, nothing);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, form);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, modalities);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, modality_error);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, modality_notes);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, suggestions);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, products);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, product_note);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, tools);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, lines);
  gtk_widget_class_bind_template_child (widget_class, VoletsServicesStep, gauges);
}

static void
volets_services_step_init (VoletsServicesStep *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  volets_expense_tools_set_table (self->tools, self->lines);
}
