/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/record.h"

#include <string.h>

#include "engine/french.h"
#include "engine/money.h"

typedef struct {
  VoletsValues *answers;
} VoletsRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VoletsRecord, volets_record, G_TYPE_OBJECT)
G_DEFINE_QUARK (volets-record-error-quark, volets_record_error)

static VoletsValues **
get_answers (VoletsRecord *self)
{
  VoletsRecordPrivate *priv = volets_record_get_instance_private (self);

  return &priv->answers;
}

/* XML has no place for most control characters, and a pasted text may hold anything. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) clean = NULL;
  glong n_characters = 0;

  if (text == NULL || *text == '\0')
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0' && n_characters < VOLETS_TEXT_MAX;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        c = p[1] == '\n' ? 0 : '\n';
      if ((c < ' ' && c != '\t' && c != '\n') || c == 0xfffe || c == 0xffff)
        continue;
      g_string_append_unichar (clean, c);
      n_characters++;
    }

  /* Nothing but spaces is no answer, in a filing either. */
  if (strspn (clean->str, " \t\n") == clean->len)
    return NULL;

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

static void
volets_record_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VoletsRecord *self = VOLETS_RECORD (object);
  guint field = prop_id - 1;
  const VoletsValues *answers = *get_answers (self);

  switch (VOLETS_RECORD_GET_CLASS (self)->fields[field].kind)
    {
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
      g_value_set_string (value, volets_values_get_text (answers, field));
      break;
    case VOLETS_FIELD_MONEY:
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
    case VOLETS_FIELD_RATE:
      g_value_set_int64 (value, volets_values_get_number (answers, field));
      break;
    case VOLETS_FIELD_BOOLEAN:
      g_value_set_boolean (value, volets_values_get_number (answers, field) != 0);
      break;
    case VOLETS_FIELD_CHOICE:
      g_value_set_enum (value, (int) volets_values_get_number (answers, field));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_record_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VoletsRecord *self = VOLETS_RECORD (object);
  guint field = prop_id - 1;

  switch (VOLETS_RECORD_GET_CLASS (self)->fields[field].kind)
    {
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
      volets_record_set_text (self, field, g_value_get_string (value));
      break;
    case VOLETS_FIELD_MONEY:
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
    case VOLETS_FIELD_RATE:
      volets_record_set_number (self, field, g_value_get_int64 (value));
      break;
    case VOLETS_FIELD_BOOLEAN:
      volets_record_set_number (self, field, g_value_get_boolean (value));
      break;
    case VOLETS_FIELD_CHOICE:
      volets_record_set_number (self, field, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_record_constructed (GObject *object)
{
  VoletsRecord *self = VOLETS_RECORD (object);
  VoletsRecordClass *klass = VOLETS_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (volets_record_parent_class)->constructed (object);

  *get_answers (self) = volets_values_new (klass->fields, klass->n_fields);
}

static void
volets_record_finalize (GObject *object)
{
  volets_values_unref (*get_answers (VOLETS_RECORD (object)));

  G_OBJECT_CLASS (volets_record_parent_class)->finalize (object);
}

static void
volets_record_class_init (VoletsRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = volets_record_constructed;
  object_class->finalize = volets_record_finalize;
}

static void
volets_record_init (VoletsRecord *self)
{
}

static GParamSpec *
create_pspec (const VoletsField *field)
{
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  if (volets_field_is_text (field))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  if (field->kind == VOLETS_FIELD_BOOLEAN)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  if (field->kind == VOLETS_FIELD_CHOICE)
    return g_param_spec_enum (field->name, NULL, NULL, field->choices (), 0, flags);

  return g_param_spec_int64 (field->name, NULL, NULL, VOLETS_UNSET,
                             volets_field_get_maximum (field), VOLETS_UNSET, flags);
}

/**
 * volets_record_class_set_fields:
 * @klass: the class of a record, from its class_init
 * @fields: (array length=n_fields): its fields, static
 * @n_fields: how many
 *
 * Makes one property of each field. VOLETS_DEFINE_RECORD does this.
 */
void
volets_record_class_set_fields (VoletsRecordClass *klass,
                                const VoletsField *fields,
                                guint              n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* A class does not inherit these two from its parent. */
  object_class->get_property = volets_record_get_property;
  object_class->set_property = volets_record_set_property;

  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new0 (GParamSpec *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    klass->pspecs[i + 1] = create_pspec (&fields[i]);

  g_object_class_install_properties (object_class, n_fields + 1, klass->pspecs);
}

/**
 * volets_record_get_fields:
 * @self: a record
 * @n_fields: (out) (optional): how many there are
 *
 * Returns: (transfer none): the fields of @self, in the order of the files
 */
const VoletsField *
volets_record_get_fields (VoletsRecord *self,
                          guint        *n_fields)
{
  VoletsRecordClass *klass;

  g_return_val_if_fail (VOLETS_IS_RECORD (self), NULL);

  klass = VOLETS_RECORD_GET_CLASS (self);
  if (n_fields != NULL)
    *n_fields = klass->n_fields;

  return klass->fields;
}

/**
 * volets_record_has:
 * @self: a record
 * @field: one of its fields
 *
 * Returns: whether the answer was given; a boolean always is
 */
gboolean
volets_record_has (VoletsRecord *self,
                   guint         field)
{
  g_return_val_if_fail (VOLETS_IS_RECORD (self), FALSE);

  return volets_values_has (*get_answers (self), field);
}

/**
 * volets_record_is_empty:
 * @self: a record
 *
 * Returns: whether nothing was ever answered in @self: no value, no box ticked
 */
gboolean
volets_record_is_empty (VoletsRecord *self)
{
  g_return_val_if_fail (VOLETS_IS_RECORD (self), FALSE);

  return volets_values_are_empty (*get_answers (self));
}

/**
 * volets_record_copy_answers:
 * @self: a record
 * @copy: another one of its type
 *
 * Gives @copy all that is answered in @self.
 */
void
volets_record_copy_answers (VoletsRecord *self,
                            VoletsRecord *copy)
{
  VoletsRecordClass *klass;

  g_return_if_fail (VOLETS_IS_RECORD (self));
  g_return_if_fail (VOLETS_IS_RECORD (copy));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (copy));

  klass = VOLETS_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!volets_record_has (self, i))
        continue;
      if (volets_field_is_text (&klass->fields[i]))
        volets_record_set_text (copy, i, volets_record_get_text (self, i));
      else
        volets_record_set_number (copy, i, volets_record_get_number (self, i));
    }
}

/**
 * volets_record_get_text:
 * @self: a record
 * @field: a field that holds a text, an id or a date
 *
 * Returns: (transfer none) (nullable): the text, never empty, or %NULL when missing
 */
const char *
volets_record_get_text (VoletsRecord *self,
                        guint         field)
{
  g_return_val_if_fail (VOLETS_IS_RECORD (self), NULL);
  g_return_val_if_fail (volets_field_is_text (&VOLETS_RECORD_GET_CLASS (self)->fields[field]),
                        NULL);

  return volets_values_get_text (*get_answers (self), field);
}

/**
 * volets_record_set_text:
 * @self: a record
 * @field: a field that holds a text, an id or a date
 * @text: (nullable): any text, nothing but spaces for none; for a date a valid one
 *
 * Keeps @text as it was typed, but for what no file can hold: invalid UTF-8 is mended, control
 * characters are dropped, line ends become « \n », and beyond VOLETS_TEXT_MAX it ends.
 */
void
volets_record_set_text (VoletsRecord *self,
                        guint         field,
                        const char   *text)
{
  VoletsRecordClass *klass;
  g_autofree char *clean = NULL;

  g_return_if_fail (VOLETS_IS_RECORD (self));
  klass = VOLETS_RECORD_GET_CLASS (self);
  g_return_if_fail (volets_field_is_text (&klass->fields[field]));
  g_return_if_fail (klass->fields[field].kind != VOLETS_FIELD_DATE || text == NULL
                    || volets_french_date_is_valid (text));

  clean = clean_text (text);
  if (g_strcmp0 (volets_values_get_text (*get_answers (self), field), clean) == 0)
    return;

  volets_values_take_text (get_answers (self), field, g_steal_pointer (&clean));
  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[field + 1]);
}

/**
 * volets_record_get_number:
 * @self: a record
 * @field: a field that holds an amount, a count, a rate, a boolean or a choice
 *
 * Returns: its value in the unit of its kind, VOLETS_UNSET (or zero for a choice) when missing
 */
gint64
volets_record_get_number (VoletsRecord *self,
                          guint         field)
{
  g_return_val_if_fail (VOLETS_IS_RECORD (self), VOLETS_UNSET);
  g_return_val_if_fail (!volets_field_is_text (&VOLETS_RECORD_GET_CLASS (self)->fields[field]),
                        VOLETS_UNSET);

  return volets_values_get_number (*get_answers (self), field);
}

/**
 * volets_record_set_number:
 * @self: a record
 * @field: a field that holds an amount, a count, a rate, a boolean or a choice
 * @number: its value in the unit of its kind, within its bounds, or VOLETS_UNSET
 */
void
volets_record_set_number (VoletsRecord *self,
                          guint         field,
                          gint64        number)
{
  VoletsRecordClass *klass;

  g_return_if_fail (VOLETS_IS_RECORD (self));
  klass = VOLETS_RECORD_GET_CLASS (self);
  g_return_if_fail (!volets_field_is_text (&klass->fields[field]));
  g_return_if_fail (number >= volets_field_get_missing (&klass->fields[field])
                    && number <= volets_field_get_maximum (&klass->fields[field]));

  if (volets_values_get_number (*get_answers (self), field) == number)
    return;

  volets_values_set_number (get_answers (self), field, number);
  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[field + 1]);
}

/**
 * volets_record_get_choice:
 * @self: a record
 * @field: a field that holds a choice
 *
 * Returns: (transfer none) (nullable): the word of the files for it, or %NULL when missing
 */
const char *
volets_record_get_choice (VoletsRecord *self,
                          guint         field)
{
  g_return_val_if_fail (VOLETS_IS_RECORD (self), NULL);

  return volets_values_get_choice (*get_answers (self), field);
}

/**
 * volets_record_format:
 * @self: a record
 * @field: one of its fields
 *
 * Returns: (transfer full) (nullable): its value as files have it (« 1234.56 », « 20 »,
 *   « true », « 2021-03-31 »), or %NULL when missing
 */
char *
volets_record_format (VoletsRecord *self,
                      guint         field)
{
  g_return_val_if_fail (VOLETS_IS_RECORD (self), NULL);

  return volets_values_format (*get_answers (self), field);
}

/**
 * volets_record_ref_answers:
 * @self: a record
 *
 * Returns: (transfer full): the answers as they are now, which another thread may read; they do
 *   not change when @self does
 */
VoletsValues *
volets_record_ref_answers (VoletsRecord *self)
{
  g_return_val_if_fail (VOLETS_IS_RECORD (self), NULL);

  return volets_values_ref (*get_answers (self));
}

static gboolean
parse_choice (const VoletsField *field,
              const char        *text,
              gint64            *number)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (field->choices ());
  const GEnumValue *value = g_enum_get_value_by_nick (choices, text);

  if (value == NULL)
    return FALSE;

  *number = value->value;
  return TRUE;
}

static gboolean
parse_number (const VoletsField *field,
              const char        *text,
              gint64            *number)
{
  switch (field->kind)
    {
    case VOLETS_FIELD_MONEY:
      return volets_money_parse (text, number, NULL);
    case VOLETS_FIELD_RATE:
      return volets_rate_parse (text, number, NULL);
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
      return g_ascii_string_to_signed (text, 10, 0, volets_field_get_maximum (field), number, NULL);
    case VOLETS_FIELD_BOOLEAN:
      *number = g_str_equal (text, "true") || g_str_equal (text, "1");
      return *number != 0 || g_str_equal (text, "false") || g_str_equal (text, "0");
    case VOLETS_FIELD_CHOICE:
      return parse_choice (field, text, number);
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * volets_record_parse:
 * @self: a record
 * @field: one of its fields
 * @text: a value as files have it
 * @error: VOLETS_RECORD_ERROR_VALUE; @self is then as it was
 *
 * The opposite of volets_record_format().
 */
gboolean
volets_record_parse (VoletsRecord  *self,
                     guint          field,
                     const char    *text,
                     GError       **error)
{
  const VoletsField *known = &volets_record_get_fields (self, NULL)[field];
  gint64 number;

  if (volets_field_is_text (known))
    {
      if (known->kind == VOLETS_FIELD_DATE && !volets_french_date_is_valid (text))
        goto refuse;
      if (strlen (text) > VOLETS_TEXT_MAX && g_utf8_strlen (text, -1) > VOLETS_TEXT_MAX)
        {
          g_set_error (error, VOLETS_RECORD_ERROR, VOLETS_RECORD_ERROR_VALUE,
                       "« %s » dépasse %d caractères", known->label, VOLETS_TEXT_MAX);
          return FALSE;
        }
      volets_record_set_text (self, field, text);
      return TRUE;
    }

  if (!parse_number (known, text, &number) || number > volets_field_get_maximum (known))
    goto refuse;
  volets_record_set_number (self, field, number);
  return TRUE;

refuse:
  g_set_error (error, VOLETS_RECORD_ERROR, VOLETS_RECORD_ERROR_VALUE,
               "« %s » n’est pas une valeur possible pour « %s »", text, known->label);
  return FALSE;
}
