/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/field-choices.h"

#include "engine/choice-words.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/identifier-text.h"
#include "engine/school.h"

#define NONE_LABEL "–"
#define PROJECT_LABEL "Tout le projet"
#define NAMELESS_LABEL "École sans nom"

struct _VoletsFieldChoices {
  VoletsSection  section;
  guint          field;
  GPtrArray     *labels;   /* of char *, ends with %NULL */
  GPtrArray     *keys;     /* of char *: a compact INSEE code, an id; %NULL for none */
  GArray        *values;   /* of int: what an enumeration has */
};

static gboolean
is_commune_of_school (VoletsSection section,
                      guint         field)
{
  return section == VOLETS_SECTION_SCHOOLS && field == VOLETS_SCHOOL_COMMUNE;
}

/* The scope of an expense and its school are one choice to a person. */
static gboolean
is_place_of_expense (VoletsSection section,
                     guint         field)
{
  return volets_section_has_expenses (section) && field == VOLETS_EXPENSE_SCOPE;
}

/**
 * volets_field_choices_vary:
 * @section: a section
 * @field: one of its fields
 *
 * Returns: whether what can be chosen depends on the dossier
 */
gboolean
volets_field_choices_vary (VoletsSection section,
                           guint         field)
{
  return is_commune_of_school (section, field) || is_place_of_expense (section, field);
}

/**
 * volets_field_choices_are_offered:
 * @section: a section
 * @field: one of its fields
 *
 * Returns: whether the field is chosen, not typed
 */
gboolean
volets_field_choices_are_offered (VoletsSection section,
                                  guint         field)
{
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (section)->get_type ());

  return volets_field_choices_vary (section, field)
         || klass->fields[field].kind == VOLETS_FIELD_CHOICE;
}

static void
add_choice (VoletsFieldChoices *self,
            const char         *label,
            const char         *key,
            int                 value)
{
  g_ptr_array_add (self->labels, g_strdup (label));
  g_ptr_array_add (self->keys, g_strdup (key));
  g_array_append_val (self->values, value);
}

static void
add_communes (VoletsFieldChoices *self,
              VoletsDossier      *dossier)
{
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMUNES); i++)
    {
      VoletsRecord *commune = volets_dossier_get_row (dossier, VOLETS_SECTION_COMMUNES, i);
      const char *insee = volets_record_get_text (commune, VOLETS_COMMUNE_INSEE);
      const char *name = volets_record_get_text (commune, VOLETS_COMMUNE_NAME);
      g_autofree char *compact = insee != NULL ? volets_identifier_compact (insee) : NULL;

      if (insee != NULL)
        add_choice (self, name != NULL ? name : insee, compact, 0);
    }
}

static void
add_schools (VoletsFieldChoices *self,
             VoletsDossier      *dossier)
{
  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, i);
      const char *id = volets_record_get_text (school, VOLETS_SCHOOL_ID);
      const char *name = volets_record_get_text (school, VOLETS_SCHOOL_NAME);

      if (id != NULL)
        add_choice (self, name != NULL ? name : NAMELESS_LABEL, id, VOLETS_EXPENSE_SCOPE_SCHOOL);
    }
}

/* Services and equipment have families of their own. */
static gboolean
is_offered (VoletsSection section,
            GType         type,
            int           value)
{
  gboolean is_service =
    value == VOLETS_EXPENSE_FAMILY_SERVICE || value == VOLETS_EXPENSE_FAMILY_RESSOURCE;

  return type != VOLETS_TYPE_EXPENSE_FAMILY
         || is_service == (section == VOLETS_SECTION_SERVICE_LINES);
}

static void
add_values (VoletsFieldChoices *self,
            GType               type)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (type);

  for (guint i = 0; i < choices->n_values; i++)
    {
      const GEnumValue *value = &choices->values[i];

      if (value->value != 0 && is_offered (self->section, type, value->value))
        add_choice (self, volets_choice_get_label (value->value_nick), NULL, value->value);
    }
}

/**
 * volets_field_choices_new:
 * @dossier: the dossier, as it is now
 * @section: a section
 * @field: a field of it that is chosen
 *
 * Returns: (transfer full): what can be chosen
 */
VoletsFieldChoices *
volets_field_choices_new (VoletsDossier *dossier,
                          VoletsSection  section,
                          guint          field)
{
  VoletsFieldChoices *self = g_new0 (VoletsFieldChoices, 1);
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (section)->get_type ());

  self->section = section;
  self->field = field;
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, FALSE, sizeof (int));

  add_choice (self, NONE_LABEL, NULL, 0);
  if (is_commune_of_school (section, field))
    {
      add_communes (self, dossier);
    }
  else if (is_place_of_expense (section, field))
    {
      add_choice (self, PROJECT_LABEL, NULL, VOLETS_EXPENSE_SCOPE_PROJECT);
      add_schools (self, dossier);
    }
  else
    {
      add_values (self, klass->fields[field].choices ());
    }
  g_ptr_array_add (self->labels, NULL);

  return self;
}

void
volets_field_choices_free (VoletsFieldChoices *self)
{
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * volets_field_choices_get_labels:
 * @self: choices
 *
 * Returns: (transfer none) (array zero-terminated=1): what they are called, in French
 */
const char *const *
volets_field_choices_get_labels (const VoletsFieldChoices *self)
{
  return (const char *const *) self->labels->pdata;
}

/**
 * volets_field_choices_get_selected:
 * @self: choices
 * @record: a record of the section
 *
 * Returns: which of them @record has, zero for none or for one that is not offered any more
 */
guint
volets_field_choices_get_selected (const VoletsFieldChoices *self,
                                   VoletsRecord             *record)
{
  gboolean is_place = is_place_of_expense (self->section, self->field);
  gboolean is_commune = is_commune_of_school (self->section, self->field);
  g_autofree char *compact = NULL;
  const char *key = NULL;
  int value = 0;

  if (!is_commune)
    value = (int) volets_record_get_number (record, self->field);
  else if (volets_record_has (record, self->field))
    key = compact = volets_identifier_compact (volets_record_get_text (record, self->field));
  if (is_place && value == VOLETS_EXPENSE_SCOPE_SCHOOL)
    key = volets_record_get_text (record, VOLETS_EXPENSE_SCHOOL);

  for (guint i = 0; i < self->keys->len; i++)
    {
      if (g_array_index (self->values, int, i) == value
          && g_strcmp0 (g_ptr_array_index (self->keys, i), key) == 0)
        return i;
    }

  return 0;
}

/**
 * volets_field_choices_select:
 * @self: choices
 * @record: a record of the section
 * @choice: which of them
 *
 * Gives @record that answer.
 */
void
volets_field_choices_select (const VoletsFieldChoices *self,
                             VoletsRecord             *record,
                             guint                     choice)
{
  const char *key;
  int value;

  g_return_if_fail (choice < self->keys->len);

  key = g_ptr_array_index (self->keys, choice);
  value = g_array_index (self->values, int, choice);
  if (is_commune_of_school (self->section, self->field))
    {
      volets_record_set_text (record, self->field, key);
      return;
    }

  if (is_place_of_expense (self->section, self->field))
    volets_record_set_text (record, VOLETS_EXPENSE_SCHOOL, key);
  volets_record_set_number (record, self->field, value);
}
