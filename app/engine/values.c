/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/values.h"

#include "engine/money.h"

typedef union {
  char   *text;
  gint64  number;
} Value;

struct _VoletsValues {
  gatomicrefcount    ref_count;
  guint              n_fields;
  const VoletsField *fields;
  Value              values[];
};

/**
 * volets_field_is_text:
 * @field: a field
 *
 * Returns: whether it holds a text, an id or a date, else a number
 */
gboolean
volets_field_is_text (const VoletsField *field)
{
  return field->kind == VOLETS_FIELD_TEXT || field->kind == VOLETS_FIELD_ID
         || field->kind == VOLETS_FIELD_DATE;
}

/**
 * volets_field_get_missing:
 * @field: a field that holds a number
 *
 * Returns: the number that stands for no answer
 */
gint64
volets_field_get_missing (const VoletsField *field)
{
  return field->kind == VOLETS_FIELD_BOOLEAN || field->kind == VOLETS_FIELD_CHOICE ? 0
                                                                                   : VOLETS_UNSET;
}

/**
 * volets_field_get_maximum:
 * @field: a field that holds a number
 *
 * Returns: the largest number that it can hold
 */
gint64
volets_field_get_maximum (const VoletsField *field)
{
  switch (field->kind)
    {
    case VOLETS_FIELD_MONEY:
      return VOLETS_AMOUNT_MAX;
    case VOLETS_FIELD_COUNT:
      return VOLETS_COUNT_MAX;
    case VOLETS_FIELD_SIZE:
      return VOLETS_SIZE_MAX;
    case VOLETS_FIELD_RATE:
      return VOLETS_RATE_UNIT;
    case VOLETS_FIELD_BOOLEAN:
      return TRUE;
    case VOLETS_FIELD_CHOICE:
      {
        g_autoptr (GEnumClass) choices = g_type_class_ref (field->choices ());
        return choices->maximum;
      }
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
    default:
      g_return_val_if_reached (0);
    }
}

static VoletsValues *
allocate (const VoletsField *fields,
          guint              n_fields)
{
  VoletsValues *self = g_malloc0 (sizeof *self + n_fields * sizeof (Value));

  g_atomic_ref_count_init (&self->ref_count);
  self->fields = fields;
  self->n_fields = n_fields;

  return self;
}

/**
 * volets_values_new:
 * @fields: (array length=n_fields): the fields, static
 * @n_fields: how many
 *
 * Returns: (transfer full): answers of which none is given
 */
VoletsValues *
volets_values_new (const VoletsField *fields,
                   guint              n_fields)
{
  VoletsValues *self = allocate (fields, n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (!volets_field_is_text (&fields[i]))
        self->values[i].number = volets_field_get_missing (&fields[i]);
    }

  return self;
}

static VoletsValues *
copy (const VoletsValues *self)
{
  VoletsValues *other = allocate (self->fields, self->n_fields);

  for (guint i = 0; i < self->n_fields; i++)
    {
      if (volets_field_is_text (&self->fields[i]))
        other->values[i].text = g_strdup (self->values[i].text);
      else
        other->values[i].number = self->values[i].number;
    }

  return other;
}

VoletsValues *
volets_values_ref (VoletsValues *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
volets_values_unref (VoletsValues *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_fields; i++)
    {
      if (volets_field_is_text (&self->fields[i]))
        g_free (self->values[i].text);
    }
  g_free (self);
}

const VoletsField *
volets_values_get_fields (const VoletsValues *self,
                          guint               *n_fields)
{
  if (n_fields != NULL)
    *n_fields = self->n_fields;

  return self->fields;
}

/**
 * volets_values_has:
 * @self: answers
 * @field: one of the fields
 *
 * Returns: whether the answer was given; a boolean always is
 */
gboolean
volets_values_has (const VoletsValues *self,
                   guint                field)
{
  const VoletsField *known = &self->fields[field];

  g_assert (field < self->n_fields);

  if (volets_field_is_text (known))
    return self->values[field].text != NULL;

  return known->kind == VOLETS_FIELD_BOOLEAN
         || self->values[field].number != volets_field_get_missing (known);
}

/**
 * volets_values_are_empty:
 * @self: answers
 *
 * Returns: whether nothing was ever answered: no value, no box ticked
 */
gboolean
volets_values_are_empty (const VoletsValues *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (self->fields[i].kind == VOLETS_FIELD_BOOLEAN ? self->values[i].number != 0
                                                       : volets_values_has (self, i))
        return FALSE;
    }

  return TRUE;
}

/**
 * volets_values_get_text:
 * @self: answers
 * @field: a field that holds a text, an id or a date
 *
 * Returns: (transfer none) (nullable): the text, never empty, or %NULL when missing
 */
const char *
volets_values_get_text (const VoletsValues *self,
                        guint                field)
{
  g_assert (field < self->n_fields);

  return self->values[field].text;
}

/**
 * volets_values_get_number:
 * @self: answers
 * @field: a field that holds an amount, a count, a rate, a boolean or a choice
 *
 * Returns: its value in the unit of its kind
 */
gint64
volets_values_get_number (const VoletsValues *self,
                          guint                field)
{
  g_assert (field < self->n_fields);

  return self->values[field].number;
}

/**
 * volets_values_get_choice:
 * @self: answers
 * @field: a field that holds a choice
 *
 * Returns: (transfer none) (nullable): the word of the files for it, or %NULL when missing
 */
const char *
volets_values_get_choice (const VoletsValues *self,
                          guint                field)
{
  gint64 number = volets_values_get_number (self, field);
  g_autoptr (GEnumClass) choices = NULL;

  if (number == 0)
    return NULL;

  choices = g_type_class_ref (self->fields[field].choices ());
  return g_enum_get_value (choices, (int) number)->value_nick;
}

/**
 * volets_values_format:
 * @self: answers
 * @field: one of the fields
 *
 * Returns: (transfer full) (nullable): its value as files have it (« 1234.56 », « 20 »,
 *   « true », « 2021-03-31 »), or %NULL when missing
 */
char *
volets_values_format (const VoletsValues *self,
                      guint                field)
{
  gint64 number;

  if (!volets_values_has (self, field))
    return NULL;
  if (volets_field_is_text (&self->fields[field]))
    return g_strdup (volets_values_get_text (self, field));

  number = volets_values_get_number (self, field);
  switch (self->fields[field].kind)
    {
    case VOLETS_FIELD_MONEY:
      return volets_money_format_plain (number);
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    case VOLETS_FIELD_RATE:
      return volets_rate_format_plain (number);
    case VOLETS_FIELD_BOOLEAN:
      return g_strdup (number != 0 ? "true" : "false");
    case VOLETS_FIELD_CHOICE:
      return g_strdup (volets_values_get_choice (self, field));
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Whoever else holds them keeps them as they are. */
static void
ensure_own (VoletsValues **self)
{
  VoletsValues *shared = *self;

  if (g_atomic_ref_count_compare (&shared->ref_count, 1))
    return;

  *self = copy (shared);
  volets_values_unref (shared);
}

/**
 * volets_values_take_text:
 * @self: (inout): answers; others with the same values where somebody else holds them too
 * @field: a field that holds a text, an id or a date
 * @text: (transfer full) (nullable): the text
 */
void
volets_values_take_text (VoletsValues **self,
                         guint           field,
                         char           *text)
{
  g_assert (field < (*self)->n_fields);

  ensure_own (self);
  g_free ((*self)->values[field].text);
  (*self)->values[field].text = text;
}

/**
 * volets_values_set_number:
 * @self: (inout): answers; others with the same values where somebody else holds them too
 * @field: a field that holds an amount, a count, a rate, a boolean or a choice
 * @number: its value in the unit of its kind
 */
void
volets_values_set_number (VoletsValues **self,
                          guint           field,
                          gint64          number)
{
  g_assert (field < (*self)->n_fields);

  ensure_own (self);
  (*self)->values[field].number = number;
}
