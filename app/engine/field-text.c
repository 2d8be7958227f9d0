/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/field-text.h"

#include <string.h>

#include "engine/choice-words.h"
#include "engine/french.h"
#include "engine/identifier-text.h"
#include "engine/money.h"

/* A count is read as an amount without centimes. */
#define CENTIMES 100

/* The sign stands beside the field, not in it. */
static char *
drop_unit (char *text)
{
  char *unit = strstr (text, VOLETS_NBSP);

  if (unit != NULL)
    *unit = '\0';

  return text;
}

/* 2021-03-31 as 31/03/2021. */
static char *
write_date (const char *iso_date)
{
  return g_strdup_printf ("%.2s/%.2s/%.4s", iso_date + 8, iso_date + 5, iso_date);
}

/**
 * volets_field_text_write:
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer full): « 1 234,56 », « 5,5 », « 31/03/2021 », without unit; empty when missing
 */
char *
volets_field_text_write (VoletsRecord *record,
                         guint         field)
{
  VoletsFieldKind kind = volets_record_get_fields (record, NULL)[field].kind;

  if (!volets_record_has (record, field))
    return g_strdup ("");

  switch (kind)
    {
    case VOLETS_FIELD_MONEY:
      return drop_unit (volets_money_format (volets_record_get_number (record, field)));
    case VOLETS_FIELD_RATE:
      return drop_unit (volets_rate_format (volets_record_get_number (record, field)));
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
      return volets_french_group_digits ((guint64) volets_record_get_number (record, field));
    case VOLETS_FIELD_DATE:
      return write_date (volets_record_get_text (record, field));
    case VOLETS_FIELD_CHOICE:
      return g_strdup (volets_choice_get_label (volets_record_get_choice (record, field)));
    case VOLETS_FIELD_BOOLEAN:
      return g_strdup (volets_record_get_number (record, field) != 0 ? "oui" : "non");
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    default:
      return g_strdup (volets_record_get_text (record, field));
    }
}

static void
clear_field (VoletsRecord *record,
             guint         field)
{
  const VoletsField *known = &volets_record_get_fields (record, NULL)[field];

  if (volets_field_is_text (known))
    volets_record_set_text (record, field, NULL);
  else
    volets_record_set_number (record, field, volets_field_get_missing (known));
}

/* « 31/3/2021 », « 31.03.21 », « 31 03 2021 », « 2021-03-31 ». */
static char *
read_date (const char *typed)
{
  g_autofree char *folded = volets_french_fold (typed);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autofree char *iso_date = NULL;
  guint64 numbers[3];
  gboolean year_first;
  gsize n_digits;

  if (g_strv_length (parts) != 3)
    return NULL;
  for (guint i = 0; i < 3; i++)
    {
      if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &numbers[i], NULL))
        return NULL;
    }

  year_first = strlen (parts[0]) == 4;
  n_digits = strlen (parts[year_first ? 0 : 2]);
  if (n_digits == 2)
    numbers[2] += 2000;
  else if (n_digits != 4)
    return NULL;
  iso_date = g_strdup_printf ("%04u-%02u-%02u", (guint) numbers[year_first ? 0 : 2],
                              (guint) numbers[1], (guint) numbers[year_first ? 2 : 0]);

  return volets_french_date_is_valid (iso_date) ? g_steal_pointer (&iso_date) : NULL;
}

/* @sentence: what it says after what was typed, which may be a whole page pasted by mistake. */
static void
refuse (const char  *typed,
        const char  *sentence,
        GError     **error)
{
  g_autofree char *cited = volets_identifier_cite (typed);

  g_set_error (error, VOLETS_RECORD_ERROR, VOLETS_RECORD_ERROR_VALUE, "« %s » %s", cited,
               sentence);
}

static void
refuse_maximum (const VoletsField  *field,
                const char         *typed,
                GError            **error)
{
  gint64 maximum = volets_field_get_maximum (field);
  g_autofree char *most = field->kind == VOLETS_FIELD_MONEY ? volets_money_format (maximum)
                          : field->kind == VOLETS_FIELD_RATE ? volets_rate_format (maximum)
                          : volets_french_group_digits ((guint64) maximum);
  g_autofree char *sentence = g_strdup_printf ("est trop grand ; il faut %s au plus.", most);

  refuse (typed, sentence, error);
}

static void
refuse_choice (const VoletsField  *field,
               const char         *typed,
               GError            **error)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (field->choices ());
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *all = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < choices->n_values; i++)
    {
      if (choices->values[i].value != 0)
        g_ptr_array_add (labels, (char *) volets_choice_get_label (choices->values[i].value_nick));
    }
  g_ptr_array_add (labels, NULL);
  all = volets_french_join ((const char *const *) labels->pdata);
  sentence = g_strdup_printf ("n’est pas de ceux que l’on peut choisir, qui sont %s.", all);
  refuse (typed, sentence, error);
}

static gboolean
read_choice (const VoletsField *field,
             const char        *typed,
             gint64            *choice)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (field->choices ());
  g_autofree char *wanted = volets_french_fold (typed);

  for (guint i = 0; i < choices->n_values; i++)
    {
      g_autofree char *nick = volets_french_fold (choices->values[i].value_nick);
      g_autofree char *label = NULL;

      if (choices->values[i].value == 0)
        continue;
      label = volets_french_fold (volets_choice_get_label (choices->values[i].value_nick));
      /* « publique » is « public », « privée » is « privé »: the same word but for its end. */
      if (g_str_equal (nick, wanted) || g_str_equal (label, wanted)
          || (g_str_has_prefix (wanted, label) && strlen (wanted) <= strlen (label) + 2)
          || (g_str_equal (nick, "public") && g_str_equal (wanted, "publique")))
        {
          *choice = choices->values[i].value;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_boolean (const char *typed,
              gint64     *value)
{
  g_autofree char *wanted = volets_french_fold (typed);

  *value = g_str_equal (wanted, "oui") || g_str_equal (wanted, "vrai") || g_str_equal (wanted, "x")
           || g_str_equal (wanted, "1") || g_str_equal (wanted, "true");
  return *value != 0 || g_str_equal (wanted, "non") || g_str_equal (wanted, "faux")
         || g_str_equal (wanted, "0") || g_str_equal (wanted, "false");
}

static gboolean
is_blank (const char *typed)
{
  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!volets_french_is_space (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_number (const VoletsField  *field,
              const char         *typed,
              gint64             *number,
              GError            **error)
{
  gint64 hundredths;

  if (field->kind == VOLETS_FIELD_MONEY)
    return volets_money_parse (typed, number, error);
  if (field->kind == VOLETS_FIELD_RATE)
    return volets_rate_parse (typed, number, error);
  if (!volets_money_parse (typed, &hundredths, error))
    return FALSE;

  *number = hundredths / CENTIMES;
  if (hundredths % CENTIMES == 0)
    return TRUE;
  g_set_error_literal (error, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_DECIMALS, "");
  return FALSE;
}

static gboolean
read_number (const VoletsField  *field,
             const char         *typed,
             gint64             *number,
             GError            **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean is_number = parse_number (field, typed, number, &reason);

  if (is_number && *number <= volets_field_get_maximum (field))
    return TRUE;

  /* What is said of an amount, with its thousands and centimes, leads astray anywhere else. */
  if (is_number || g_error_matches (reason, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_OVERFLOW))
    refuse_maximum (field, typed, error);
  else if (field->kind == VOLETS_FIELD_MONEY
           || g_error_matches (reason, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_NEGATIVE))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (field->kind != VOLETS_FIELD_RATE)
    refuse (typed, "n’est pas un nombre entier ; écrivez par exemple 12.", error);
  else if (g_error_matches (reason, VOLETS_MONEY_ERROR, VOLETS_MONEY_ERROR_DECIMALS))
    refuse (typed, "a trop de chiffres après la virgule ; arrondissez au centième.", error);
  else
    refuse (typed, "n’est pas un taux ; écrivez par exemple 5,5.", error);

  return FALSE;
}

static gboolean
read_value (const VoletsField  *field,
            const char         *typed,
            gint64             *value,
            GError            **error)
{
  switch (field->kind)
    {
    case VOLETS_FIELD_CHOICE:
      if (read_choice (field, typed, value))
        return TRUE;
      refuse_choice (field, typed, error);
      return FALSE;
    case VOLETS_FIELD_BOOLEAN:
      if (read_boolean (typed, value))
        return TRUE;
      refuse (typed, "n’est ni oui ni non ; écrivez l’un ou l’autre.", error);
      return FALSE;
    case VOLETS_FIELD_MONEY:
    case VOLETS_FIELD_RATE:
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
      return read_number (field, typed, value, error);
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * volets_field_text_read:
 * @record: a record
 * @field: one of its fields
 * @typed: what a person typed, or a cell of a spreadsheet; blank for no answer
 * @error: a sentence for the person; @record is then as it was
 *
 * Sets the field to what @typed means.
 */
gboolean
volets_field_text_read (VoletsRecord  *record,
                        guint          field,
                        const char    *typed,
                        GError       **error)
{
  const VoletsField *known = &volets_record_get_fields (record, NULL)[field];
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  gint64 number;

  if (known->kind == VOLETS_FIELD_TEXT || known->kind == VOLETS_FIELD_ID)
    {
      volets_record_set_text (record, field, valid);
      return TRUE;
    }
  if (is_blank (valid))
    {
      clear_field (record, field);
      return TRUE;
    }
  if (known->kind == VOLETS_FIELD_DATE)
    {
      g_autofree char *iso_date = read_date (valid);

      if (iso_date == NULL)
        {
          refuse (valid, "n’est pas une date ; écrivez par exemple 31/03/2021.", error);
          return FALSE;
        }
      volets_record_set_text (record, field, iso_date);
      return TRUE;
    }
  if (!read_value (known, valid, &number, error))
    return FALSE;

  volets_record_set_number (record, field, number);
  return TRUE;
}
