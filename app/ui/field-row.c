/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/field-row.h"

#include "engine/french.h"
#include "ui/field-editor.h"
#include "ui/label.h"

/* What a number or a date takes, in characters. */
#define SHORT_WIDTH 14

struct _VoletsFieldRow {
  AdwPreferencesRow  parent_instance;

  char              *section_name;
  char              *field_name;
  int                width_chars; /* or -1 */
  VoletsSection      section;
  guint              field;
  char              *finding;     /* what the review says of the field */
  gboolean           is_warning;  /* which stands in the way of nothing */

  GtkLabel          *title;
  GtkLabel          *hint;
  GtkLabel          *unit;
  GtkLabel          *error;
  VoletsFieldEditor *input;
};

G_DEFINE_FINAL_TYPE (VoletsFieldRow, volets_field_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_0,
  PROP_SECTION,
  PROP_FIELD,
  PROP_HINT,
  PROP_UNIT,
  PROP_MULTILINE,
  PROP_WIDTH_CHARS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What is typed comes before what the review finds in the value that counts. */
static void
update_error (VoletsFieldRow *self)
{
  const char *typed = volets_field_editor_get_error (self->input);
  const char *error = typed != NULL ? typed : self->finding;
  gboolean is_warning = typed == NULL && self->is_warning;
  const char *classes[] = { is_warning ? "warning" : "error", "caption", NULL };
  GtkWidget *input = volets_field_editor_get_input (self->input);
  const char *remark =
    self->finding != NULL ? self->finding : gtk_label_get_text (self->hint);

  gtk_widget_set_css_classes (GTK_WIDGET (self->error), classes);
  volets_label_show (self->error, error);
  volets_field_editor_set_remark (self->input, *remark != '\0' ? remark : NULL,
                                  self->finding != NULL);
  if (input == NULL)
    return;

  gtk_widget_remove_css_class (input, "error");
  gtk_widget_remove_css_class (input, "warning");
  if (error != NULL)
    gtk_widget_add_css_class (input, classes[0]);
}

static void
find_field (VoletsFieldRow *self)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      const VoletsSectionInfo *info = volets_section_get_info (i);
      g_autoptr (VoletsRecordClass) klass = NULL;

      if (g_strcmp0 (info->name, self->section_name) != 0)
        continue;

      klass = g_type_class_ref (info->get_type ());
      self->section = i;
      for (self->field = 0; self->field < klass->n_fields; self->field++)
        {
          if (g_strcmp0 (klass->fields[self->field].name, self->field_name) == 0)
            return;
        }
    }

  g_error ("no field “%s” in “%s”", self->field_name, self->section_name);
}

static void
volets_field_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VoletsFieldRow *self = VOLETS_FIELD_ROW (object);
  const char *text = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;

  switch (prop_id)
    {
    case PROP_SECTION:
      self->section_name = g_strdup (text);
      break;
    case PROP_FIELD:
      self->field_name = g_strdup (text);
      break;
    case PROP_HINT:
      volets_label_show (self->hint, text);
      break;
    case PROP_UNIT:
      volets_label_show (self->unit, text);
      break;
    case PROP_MULTILINE:
      volets_field_editor_set_multiline (self->input, g_value_get_boolean (value));
      break;
    case PROP_WIDTH_CHARS:
      self->width_chars = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_field_row_constructed (GObject *object)
{
  VoletsFieldRow *self = VOLETS_FIELD_ROW (object);

  G_OBJECT_CLASS (volets_field_row_parent_class)->constructed (object);

  find_field (self);
}

/* The row itself takes no focus: GTK would come back to it going backward, and never get out. */
static gboolean
volets_field_row_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
volets_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VOLETS_FIELD_ROW (widget)->input));
}

static void
volets_field_row_dispose (GObject *object)
{
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);

  G_OBJECT_CLASS (volets_field_row_parent_class)->dispose (object);
}

static void
volets_field_row_finalize (GObject *object)
{
  VoletsFieldRow *self = VOLETS_FIELD_ROW (object);

  g_free (self->section_name);
  g_free (self->field_name);
  g_free (self->finding);

  G_OBJECT_CLASS (volets_field_row_parent_class)->finalize (object);
}

static void
volets_field_row_class_init (VoletsFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags construct =
    G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = volets_field_row_constructed;
  object_class->set_property = volets_field_row_set_property;
  object_class->dispose = volets_field_row_dispose;
  object_class->finalize = volets_field_row_finalize;
  widget_class->focus = volets_field_row_focus;
  widget_class->grab_focus = volets_field_row_grab_focus;

  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, construct);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, construct);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  properties[PROP_MULTILINE] = g_param_spec_boolean ("multiline", NULL, NULL, FALSE, flags);
  properties[PROP_WIDTH_CHARS] =
    g_param_spec_int ("width-chars", NULL, NULL, -1, G_MAXINT, -1, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VOLETS_TYPE_FIELD_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsFieldRow, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsFieldRow, hint);
  gtk_widget_class_bind_template_child (widget_class, VoletsFieldRow, unit);
  gtk_widget_class_bind_template_child (widget_class, VoletsFieldRow, error);
  gtk_widget_class_bind_template_child (widget_class, VoletsFieldRow, input);
  gtk_widget_class_bind_template_callback (widget_class, update_error);
}

static void
volets_field_row_init (VoletsFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static int
get_width_chars (VoletsFieldRow  *self,
                 VoletsFieldKind  kind)
{
  switch (kind)
    {
    case VOLETS_FIELD_DATE:
    case VOLETS_FIELD_MONEY:
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
    case VOLETS_FIELD_RATE:
      return SHORT_WIDTH;
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_BOOLEAN:
    case VOLETS_FIELD_CHOICE:
    default:
      return self->width_chars;
    }
}

/* How long a field is says how long its answer is. */
static void
show_width (VoletsFieldRow  *self,
            VoletsFieldKind  kind)
{
  GtkWidget *input = volets_field_editor_get_input (self->input);
  int width_chars = get_width_chars (self, kind);

  if (!GTK_IS_ENTRY (input) || width_chars < 0)
    return;

  gtk_editable_set_width_chars (GTK_EDITABLE (input), width_chars);
  gtk_widget_set_hexpand (GTK_WIDGET (self->input), FALSE);
}

/**
 * volets_field_row_set_editor:
 * @self: a row of a form
 * @editor: the dossier
 *
 * Binds the row to the field that the template names.
 */
void
volets_field_row_set_editor (VoletsFieldRow *self,
                             VoletsEditor   *editor)
{
  VoletsRecord *record;
  VoletsFieldKind kind;
  gboolean is_check;

  g_return_if_fail (VOLETS_IS_FIELD_ROW (self));

  record = volets_dossier_get_record (volets_editor_get_dossier (editor), self->section);
  kind = volets_record_get_fields (record, NULL)[self->field].kind;
  is_check = kind == VOLETS_FIELD_BOOLEAN;
  volets_field_editor_set_label (self->input,
                                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  volets_field_editor_set_label_shown (self->input, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !is_check);
  volets_field_editor_bind (self->input, editor, self->section, record, self->field);
  show_width (self, kind);
  if (!is_check)
    gtk_label_set_mnemonic_widget (self->title, volets_field_editor_get_input (self->input));
  update_error (self);
}

/**
 * volets_field_row_is_about:
 * @self: a row of a form
 * @finding: a finding
 *
 * Returns: whether @finding is about the field of the row
 */
gboolean
volets_field_row_is_about (VoletsFieldRow      *self,
                           const VoletsFinding *finding)
{
  g_return_val_if_fail (VOLETS_IS_FIELD_ROW (self), FALSE);

  return finding->section == self->section && finding->field == (int) self->field;
}

/**
 * volets_field_row_set_finding:
 * @self: a row of a form
 * @finding: (nullable): what the review says of the field, to be shown under it
 */
void
volets_field_row_set_finding (VoletsFieldRow      *self,
                              const VoletsFinding *finding)
{
  g_autofree char *sentence = NULL;
  gboolean is_warning = finding != NULL && finding->severity == VOLETS_SEVERITY_WARNING;

  g_return_if_fail (VOLETS_IS_FIELD_ROW (self));

  sentence = finding != NULL ? volets_french_typeset (finding->message) : NULL;
  if (g_strcmp0 (sentence, self->finding) == 0 && is_warning == self->is_warning)
    return;

  g_free (self->finding);
  self->finding = g_steal_pointer (&sentence);
  self->is_warning = is_warning;
  update_error (self);
}
