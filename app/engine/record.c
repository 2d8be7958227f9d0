/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/record.h"

#include <string.h>

#include "engine/french.h"
#include "engine/money.h"

typedef union {
  char   *text;
  gint64  number;
} Value;

typedef struct {
  Value *values;
} VoletsRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VoletsRecord, volets_record, G_TYPE_OBJECT)
G_DEFINE_QUARK (volets-record-error-quark, volets_record_error)

static gboolean
kind_is_text (VoletsFieldKind kind)
{
  return kind == VOLETS_FIELD_TEXT || kind == VOLETS_FIELD_ID || kind == VOLETS_FIELD_DATE;
}

static gint64
get_missing (VoletsFieldKind kind)
{
  return kind == VOLETS_FIELD_BOOLEAN || kind == VOLETS_FIELD_CHOICE ? 0 : VOLETS_UNSET;
}

static gint64
get_maximum (const VoletsField *field)
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

static VoletsRecordPrivate *
get_private (VoletsRecord *self,
             guint         field)
{
  g_assert (field < VOLETS_RECORD_GET_CLASS (self)->n_fields);

  return volets_record_get_instance_private (self);
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
  const Value *held = &get_private (self, field)->values[field];

  switch (VOLETS_RECORD_GET_CLASS (self)->fields[field].kind)
    {
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
      g_value_set_string (value, held->text);
      break;
    case VOLETS_FIELD_MONEY:
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
    case VOLETS_FIELD_RATE:
      g_value_set_int64 (value, held->number);
      break;
    case VOLETS_FIELD_BOOLEAN:
      g_value_set_boolean (value, held->number != 0);
      break;
    case VOLETS_FIELD_CHOICE:
      g_value_set_enum (value, (int) held->number);
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
  VoletsRecordPrivate *priv = volets_record_get_instance_private (self);

  G_OBJECT_CLASS (volets_record_parent_class)->constructed (object);

  priv->values = g_new0 (Value, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!kind_is_text (klass->fields[i].kind))
        priv->values[i].number = get_missing (klass->fields[i].kind);
    }
}

static void
volets_record_finalize (GObject *object)
{
  VoletsRecord *self = VOLETS_RECORD (object);
  VoletsRecordClass *klass = VOLETS_RECORD_GET_CLASS (self);
  VoletsRecordPrivate *priv = volets_record_get_instance_private (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (kind_is_text (klass->fields[i].kind))
        g_free (priv->values[i].text);
    }
  g_free (priv->values);

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

  if (kind_is_text (field->kind))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  if (field->kind == VOLETS_FIELD_BOOLEAN)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  if (field->kind == VOLETS_FIELD_CHOICE)
    return g_param_spec_enum (field->name, NULL, NULL, field->choices (), 0, flags);

  return g_param_spec_int64 (field->name, NULL, NULL, VOLETS_UNSET, get_maximum (field),
                             VOLETS_UNSET, flags);
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
  const VoletsField *fields = volets_record_get_fields (self, NULL);
  const Value *held = &get_private (self, field)->values[field];

  if (kind_is_text (fields[field].kind))
    return held->text != NULL;

  return fields[field].kind == VOLETS_FIELD_BOOLEAN
         || held->number != get_missing (fields[field].kind);
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
  guint n_fields;
  const VoletsField *fields = volets_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].kind == VOLETS_FIELD_BOOLEAN ? volets_record_get_number (self, i) != 0
                                                 : volets_record_has (self, i))
        return FALSE;
    }

  return TRUE;
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
  g_return_val_if_fail (kind_is_text (VOLETS_RECORD_GET_CLASS (self)->fields[field].kind), NULL);

  return get_private (self, field)->values[field].text;
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
  Value *held;

  g_return_if_fail (VOLETS_IS_RECORD (self));
  klass = VOLETS_RECORD_GET_CLASS (self);
  g_return_if_fail (kind_is_text (klass->fields[field].kind));
  g_return_if_fail (klass->fields[field].kind != VOLETS_FIELD_DATE || text == NULL
                    || volets_french_date_is_valid (text));

  held = &get_private (self, field)->values[field];
  clean = clean_text (text);
  if (g_strcmp0 (held->text, clean) == 0)
    return;

  g_free (held->text);
  held->text = g_steal_pointer (&clean);
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
  g_return_val_if_fail (!kind_is_text (VOLETS_RECORD_GET_CLASS (self)->fields[field].kind),
                        VOLETS_UNSET);

  return get_private (self, field)->values[field].number;
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
  Value *held;

  g_return_if_fail (VOLETS_IS_RECORD (self));
  klass = VOLETS_RECORD_GET_CLASS (self);
  g_return_if_fail (!kind_is_text (klass->fields[field].kind));
  g_return_if_fail (number >= get_missing (klass->fields[field].kind)
                    && number <= get_maximum (&klass->fields[field]));

  held = &get_private (self, field)->values[field];
  if (held->number == number)
    return;

  held->number = number;
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
  gint64 number = volets_record_get_number (self, field);
  g_autoptr (GEnumClass) choices = NULL;

  if (number == 0)
    return NULL;

  choices = g_type_class_ref (VOLETS_RECORD_GET_CLASS (self)->fields[field].choices ());
  return g_enum_get_value (choices, (int) number)->value_nick;
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
  const VoletsField *fields = volets_record_get_fields (self, NULL);
  gint64 number;

  if (!volets_record_has (self, field))
    return NULL;
  if (kind_is_text (fields[field].kind))
    return g_strdup (volets_record_get_text (self, field));

  number = volets_record_get_number (self, field);
  switch (fields[field].kind)
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
      return g_strdup (volets_record_get_choice (self, field));
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
    default:
      g_return_val_if_reached (NULL);
    }
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
      return g_ascii_string_to_signed (text, 10, 0, get_maximum (field), number, NULL);
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

  if (kind_is_text (known->kind))
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

  if (!parse_number (known, text, &number) || number > get_maximum (known))
    goto refuse;
  volets_record_set_number (self, field, number);
  return TRUE;

refuse:
  g_set_error (error, VOLETS_RECORD_ERROR, VOLETS_RECORD_ERROR_VALUE,
               "« %s » n’est pas une valeur possible pour « %s »", text, known->label);
  return FALSE;
}
