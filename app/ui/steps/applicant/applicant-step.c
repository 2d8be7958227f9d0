/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/applicant/applicant-step.h"

#include <glib/gi18n.h>

#include "engine/commune.h"
#include "engine/french.h"
#include "ui/label.h"
#include "ui/record-table.h"

struct _VoletsApplicantStep {
  VoletsStepPage     parent_instance;

  GtkLabel          *notice;
  VoletsRecordTable *communes;
};

G_DEFINE_FINAL_TYPE (VoletsApplicantStep, volets_applicant_step, VOLETS_TYPE_STEP_PAGE)

/* What the call says of the département of a commune, once, with its source. */
static char *
write_notice (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = NULL;

      if (!g_str_equal (finding->code, "departement-particulier"))
        continue;
      text = finding->source != NULL
               ? g_strdup_printf ("%s (%s)", finding->message, finding->source->title)
               : g_strdup (finding->message);
      return volets_french_typeset (text);
    }

  return NULL;
}

static void
volets_applicant_step_update (VoletsStepPage *page)
{
  VoletsApplicantStep *self = VOLETS_APPLICANT_STEP (page);
  g_autofree char *notice =
    write_notice (volets_editor_get_findings (volets_step_page_get_editor (page)));

  VOLETS_STEP_PAGE_CLASS (volets_applicant_step_parent_class)->update (page);

  volets_label_show (self->notice, notice);
}

static void
volets_applicant_step_class_init (VoletsApplicantStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  VOLETS_STEP_PAGE_CLASS (klass)->update = volets_applicant_step_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/applicant/applicant-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsApplicantStep, notice);
  gtk_widget_class_bind_template_child (widget_class, VoletsApplicantStep, communes);
}

static void
volets_applicant_step_init (VoletsApplicantStep *self)
{
  guint insee, postal;

  gtk_widget_init_template (GTK_WIDGET (self));

  insee = volets_record_table_add_field (self->communes, VOLETS_COMMUNE_INSEE, _("INSEE code"), 110,
                                         FALSE);
  volets_record_table_add_field (self->communes, VOLETS_COMMUNE_NAME, _("Commune"), 200, TRUE);
  postal = volets_record_table_add_field (self->communes, VOLETS_COMMUNE_POSTAL_CODE,
                                          _("Postal code"), 110, FALSE);
  volets_record_table_add_field (self->communes, VOLETS_COMMUNE_POPULATION, _("Inhabitants"), 110,
                                 FALSE);

  volets_record_table_place_large (self->communes, postal, insee, 1);
}
