/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/filing/finding-group.h"

#include <glib/gi18n.h>

#include "engine/french.h"

/* A dossier of 1 000 schools can have thousands of findings; nobody reads on after these. */
#define MAX_ROWS 200

struct _VoletsFindingGroup {
  AdwPreferencesGroup  parent_instance;

  VoletsSeverity       severity;
  GPtrArray           *findings;  /* all, of any severity; they must outlive what the rows show */
  GPtrArray           *rows;      /* of AdwActionRow */
  GtkLabel            *more;
};

G_DEFINE_FINAL_TYPE (VoletsFindingGroup, volets_finding_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_0,
  PROP_SEVERITY,
  N_PROPS,
};

enum {
  FINDING_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const struct {
  const char *icon_name;
  const char *css_class;
} LOOKS[] = {
  [VOLETS_SEVERITY_ERROR] = { "dialog-error-symbolic", "error" },
  [VOLETS_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
  [VOLETS_SEVERITY_INFORMATION] = { "dialog-information-symbolic", "dim-label" },
};

static void
row_activated_cb (VoletsFindingGroup *self,
                  AdwActionRow       *row)
{
  g_signal_emit (self, signals[FINDING_ACTIVATED], 0,
                 g_object_get_data (G_OBJECT (row), "finding"));
}

static AdwActionRow *
add_row (VoletsFindingGroup *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (LOOKS[self->severity].icon_name);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, LOOKS[self->severity].css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  volets_severity_get_label (self->severity), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);

  return ADW_ACTION_ROW (row);
}

/* Where it is, and which text says so: « Collectivité · courriel ». */
static char *
describe_place (const VoletsFinding *finding)
{
  g_autoptr (GString) place = g_string_new (volets_step_get_title (finding->step));

  if (finding->field != VOLETS_FINDING_NONE)
    {
      g_autoptr (VoletsRecordClass) klass =
        g_type_class_ref (volets_section_get_info (finding->section)->get_type ());

      g_string_append_printf (place, " · %s", klass->fields[finding->field].label);
    }
  if (finding->source != NULL)
    g_string_append_printf (place, " · %s", finding->source->title);

  return volets_french_typeset (place->str);
}

static void
show_finding (VoletsFindingGroup  *self,
              guint                index,
              const VoletsFinding *finding)
{
  AdwActionRow *row = index < self->rows->len ? g_ptr_array_index (self->rows, index)
                                              : add_row (self);
  g_autofree char *place = describe_place (finding);
  g_autofree char *title = volets_french_typeset (finding->message);
  g_autofree char *name = g_strconcat (title, " ", place, NULL);

  g_object_set_data (G_OBJECT (row), "finding", (gpointer) finding);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, place);
  /* The same may be wrong with two fields. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_more (VoletsFindingGroup *self,
           guint               n_more)
{
  g_autofree char *more = g_strdup_printf (ngettext ("and %u other", "and %u others", n_more),
                                           n_more);

  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

static void
volets_finding_group_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SEVERITY:
      VOLETS_FINDING_GROUP (object)->severity = (VoletsSeverity) g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_finding_group_finalize (GObject *object)
{
  VoletsFindingGroup *self = VOLETS_FINDING_GROUP (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (volets_finding_group_parent_class)->finalize (object);
}

static void
volets_finding_group_class_init (VoletsFindingGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = volets_finding_group_finalize;
  object_class->set_property = volets_finding_group_set_property;

  properties[PROP_SEVERITY] =
    g_param_spec_uint ("severity", NULL, NULL, VOLETS_SEVERITY_ERROR, VOLETS_SEVERITY_INFORMATION,
                       VOLETS_SEVERITY_ERROR,
                       G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FINDING_ACTIVATED] =
    g_signal_new ("finding-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
volets_finding_group_init (VoletsFindingGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->more, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->more), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->more));
}

/**
 * volets_finding_group_set_findings:
 * @self: a group
 * @findings: (element-type VoletsFinding): all that the review found
 *
 * Shows those of its severity, the first of them where there are very many.
 */
void
volets_finding_group_set_findings (VoletsFindingGroup *self,
                                   GPtrArray          *findings)
{
  g_autoptr (GPtrArray) last = NULL;
  guint n_findings = 0, n_shown;

  g_return_if_fail (VOLETS_IS_FINDING_GROUP (self));
  g_return_if_fail (findings != NULL);

  last = g_steal_pointer (&self->findings);
  self->findings = g_ptr_array_ref (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity != self->severity)
        continue;
      if (n_findings < MAX_ROWS)
        show_finding (self, n_findings, finding);
      n_findings++;
    }

  n_shown = MIN (n_findings, MAX_ROWS);
  while (self->rows->len > n_shown)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  show_more (self, n_findings - n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self), n_findings > 0);
}
