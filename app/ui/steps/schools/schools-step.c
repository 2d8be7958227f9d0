/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/schools/schools-step.h"

#include <glib/gi18n.h>
#include <string.h>

#include "engine/french.h"
#include "engine/school.h"
#include "ui/record-table.h"

struct _VoletsSchoolsStep {
  VoletsStepPage     parent_instance;

  VoletsRecordTable *schools;
  GtkLabel          *perimeter;
};

G_DEFINE_FINAL_TYPE (VoletsSchoolsStep, volets_schools_step, VOLETS_TYPE_STEP_PAGE)

/* « Une phrase (texte officiel). » */
static void
append_rule (GString    *text,
             const char *note,
             const char *certainty)
{
  gboolean has_stop = g_str_has_suffix (note, ".");
  int length = (int) strlen (note) - has_stop;

  g_string_append_printf (text, "%s%.*s (%s)%s", text->len > 0 ? "\n" : "", length, note, certainty,
                          has_stop ? "." : "");
}

/* What the call counts and what it leaves out, in its own words. */
static char *
write_perimeter (const VoletsCall *call)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < call->perimeter->len; i++)
    {
      const VoletsProvenance *rule = g_ptr_array_index (call->perimeter, i);

      if (rule->note != NULL)
        append_rule (text, rule->note, volets_certainty_get_label (rule->certainty));
    }

  return volets_french_typeset (text->str);
}

static void
volets_schools_step_set_editor (VoletsStepPage *page,
                                VoletsEditor   *editor)
{
  VoletsSchoolsStep *self = VOLETS_SCHOOLS_STEP (page);
  g_autofree char *perimeter = write_perimeter (volets_editor_get_call (editor));

  VOLETS_STEP_PAGE_CLASS (volets_schools_step_parent_class)->set_editor (page, editor);

  gtk_label_set_text (self->perimeter, perimeter);
}

static void
volets_schools_step_update (VoletsStepPage *page)
{
  VoletsSchoolsStep *self = VOLETS_SCHOOLS_STEP (page);
  const VoletsSubsidy *subsidy = volets_editor_get_subsidy (volets_step_page_get_editor (page));
  g_autofree char *schools = NULL, *classes = NULL, *pupils = NULL, *total = NULL;

  VOLETS_STEP_PAGE_CLASS (volets_schools_step_parent_class)->update (page);

  if (subsidy == NULL)
    return;
  schools = volets_french_count (subsidy->n_schools, "école", "écoles");
  classes = volets_french_count (subsidy->n_classes, "classe", "classes");
  pupils = volets_french_count (subsidy->n_pupils, "élève", "élèves");
  total = g_strdup_printf ("%s, %s, %s", schools, classes, pupils);
  volets_record_table_set_total (self->schools, total);
}

static void
volets_schools_step_class_init (VoletsSchoolsStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VoletsStepPageClass *page_class = VOLETS_STEP_PAGE_CLASS (klass);

  page_class->set_editor = volets_schools_step_set_editor;
  page_class->update = volets_schools_step_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/schools/schools-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolsStep, schools);
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolsStep, perimeter);
}

static void
volets_schools_step_init (VoletsSchoolsStep *self)
{
  guint name, kind, sector, classes, pupils;

  gtk_widget_init_template (GTK_WIDGET (self));

  volets_record_table_add_field (self->schools, VOLETS_SCHOOL_UAI, _("UAI"), 110, FALSE);
  name = volets_record_table_add_field (self->schools, VOLETS_SCHOOL_NAME, _("School"), 480, TRUE);
  volets_record_table_stack_field (self->schools, name, VOLETS_SCHOOL_COMMUNE, _("Commune"), -1,
                                   VOLETS_FINDING_NONE);
  kind = volets_record_table_stack_field (self->schools, name, VOLETS_SCHOOL_KIND, _("Kind"), 122,
                                          VOLETS_FINDING_NONE);
  sector = volets_record_table_stack_field (self->schools, name, VOLETS_SCHOOL_SECTOR, _("Sector"),
                                            -1, VOLETS_FINDING_NONE);
  classes = volets_record_table_add_field (self->schools, VOLETS_SCHOOL_CLASSES, _("Classes"), 80,
                                           FALSE);
  pupils = volets_record_table_add_field (self->schools, VOLETS_SCHOOL_PUPILS, _("Pupils"), 80,
                                          FALSE);

  volets_record_table_place_large (self->schools, kind, name, 2);
  volets_record_table_place_large (self->schools, sector, name, 2);
  volets_record_table_place_large (self->schools, pupils, classes, 1);
}
