/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/row-paste.h"

#include <string.h>

#include "engine/choice-words.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/field-text.h"
#include "engine/french.h"
#include "engine/place-codes.h"
#include "engine/school.h"
#include "ui/pasted-cells.h"

/* Nobody reads more of them. */
#define MAX_REFUSALS 50
/* In characters: what is longer cannot be a number, a date or a choice. */
#define MAX_CITED 60

typedef struct {
  VoletsSection      section;
  const VoletsField *known;      /* the fields of the section */
  GArray            *columns;    /* of int: the field of each column */
  GHashTable        *communes;   /* a name or code, folded → its INSEE code, or "" for several */
  GHashTable        *schools;    /* a name, UAI or id, folded → its id, or "" for several */
  guint64            given;      /* the fields that some row has a cell for, a bit each */
  GPtrArray         *refusals;
  guint              n_refusals;
} Paste;

G_STATIC_ASSERT (VOLETS_PASTED_CELLS_MAX <= 64);

static void G_GNUC_PRINTF (2, 3)
refuse (Paste      *paste,
        const char *format,
        ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  if (paste->n_refusals++ >= MAX_REFUSALS)
    return;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (paste->refusals, volets_french_typeset (sentence));
}

/* A name that two places have leads to neither. */
static void
add_name (GHashTable *places,
          const char *name,
          const char *key)
{
  g_autofree char *folded = name != NULL ? volets_french_fold (name) : NULL;
  const char *known;

  if (folded == NULL || *folded == '\0' || key == NULL)
    return;

  known = g_hash_table_lookup (places, folded);
  if (known != NULL && !g_str_equal (known, key))
    key = "";
  g_hash_table_insert (places, g_steal_pointer (&folded), g_strdup (key));
}

static GHashTable *
collect_places (VoletsDossier *dossier,
                VoletsSection  section,
                const guint   *names,
                guint          n_names,
                guint          key)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, section); i++)
    {
      VoletsRecord *row = volets_dossier_get_row (dossier, section, i);

      for (guint j = 0; j < n_names; j++)
        add_name (places, volets_record_get_text (row, names[j]),
                  volets_record_get_text (row, key));
    }

  return places;
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (strlen (text) <= MAX_CITED || g_utf8_strlen (text, -1) <= MAX_CITED)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_CITED);
  return g_strconcat (start, "…", NULL);
}

static gboolean G_GNUC_PRINTF (2, 3)
set_refusal (GError     **error,
             const char  *format,
             ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (VOLETS_RECORD_ERROR, VOLETS_RECORD_ERROR_VALUE,
                                                format, args));
  va_end (args);

  return FALSE;
}

/* The code of the commune is what files have; its name is what people have in their tables. */
static gboolean
read_commune (Paste         *paste,
              VoletsRecord  *record,
              const char    *typed,
              GError       **error)
{
  g_autofree char *folded = volets_french_fold (typed);
  g_autofree char *cited = shorten (typed);
  const char *insee = g_hash_table_lookup (paste->communes, folded);

  if (insee == NULL && volets_insee_check (typed, NULL))
    insee = typed;
  if (insee == NULL)
    return set_refusal (error, "aucune commune du dossier ne s'appelle « %s ».", cited);
  if (*insee == '\0')
    return set_refusal (error, "plusieurs communes du dossier s'appellent « %s ».", cited);

  volets_record_set_text (record, VOLETS_SCHOOL_COMMUNE, insee);
  return TRUE;
}

static gboolean
read_school (Paste         *paste,
             VoletsRecord  *record,
             const char    *typed,
             GError       **error)
{
  g_autofree char *folded = volets_french_fold (typed);
  g_autofree char *cited = shorten (typed);
  const char *id = g_hash_table_lookup (paste->schools, folded);

  if (id == NULL)
    return set_refusal (error, "aucune école du dossier ne s'appelle « %s ».", cited);
  if (*id == '\0')
    return set_refusal (error, "plusieurs écoles du dossier s'appellent « %s ».", cited);

  volets_record_set_text (record, VOLETS_EXPENSE_SCHOOL, id);
  volets_record_set_number (record, VOLETS_EXPENSE_SCOPE, VOLETS_EXPENSE_SCOPE_SCHOOL);
  return TRUE;
}

static gboolean
has_word (const char *text,
          const char *nick)
{
  g_autofree char *word = volets_french_fold (nick);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_contains ((const char *const *) words, word);
}

/* « École élémentaire » names one choice, « maternelle et élémentaire » two: which one cannot be
 * told.
 */
static gboolean
read_choice (const VoletsField  *field,
             VoletsRecord       *record,
             guint               index,
             const char         *typed,
             GError            **error)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (field->choices ());
  g_autofree char *folded = volets_french_fold (typed);
  const char *found = NULL;

  for (guint i = 0; i < choices->n_values; i++)
    {
      const GEnumValue *value = &choices->values[i];

      if (value->value == 0 || !has_word (folded, value->value_nick))
        continue;
      if (found != NULL)
        return set_refusal (error, "« %s » en nomme plusieurs.", typed);
      found = value->value_nick;
    }

  return volets_field_text_read (record, index, found != NULL ? found : typed, error);
}

static gboolean
is_expense_place (const Paste *paste,
                  guint        field)
{
  return volets_section_has_expenses (paste->section)
         && (field == VOLETS_EXPENSE_SCOPE || field == VOLETS_EXPENSE_SCHOOL);
}

/* The scope of an expense and its school are one column to a person: « tout le projet », or the
 * name of a school, or just « une école ».
 */
static gboolean
read_expense_place (Paste         *paste,
                    VoletsRecord  *record,
                    const char    *typed,
                    GError       **error)
{
  g_autoptr (GEnumClass) scopes = g_type_class_ref (VOLETS_TYPE_EXPENSE_SCOPE);
  const char *project = g_enum_get_value (scopes, VOLETS_EXPENSE_SCOPE_PROJECT)->value_nick;
  const char *school = g_enum_get_value (scopes, VOLETS_EXPENSE_SCOPE_SCHOOL)->value_nick;
  g_autofree char *folded = volets_french_fold (typed);
  g_autofree char *a_school = volets_french_fold (volets_choice_get_label (school));

  if (!g_hash_table_contains (paste->schools, folded))
    {
      if (has_word (folded, project))
        return volets_record_parse (record, VOLETS_EXPENSE_SCOPE, project, error);
      if (g_str_equal (folded, school) || g_str_equal (folded, a_school))
        return volets_record_parse (record, VOLETS_EXPENSE_SCOPE, school, error);
    }

  return read_school (paste, record, typed, error);
}

static gboolean
read_value (Paste         *paste,
            VoletsRecord  *record,
            guint          field,
            const char    *typed,
            GError       **error)
{
  if (paste->section == VOLETS_SECTION_SCHOOLS && field == VOLETS_SCHOOL_COMMUNE)
    return read_commune (paste, record, typed, error);
  if (is_expense_place (paste, field))
    return read_expense_place (paste, record, typed, error);
  if (paste->known[field].kind == VOLETS_FIELD_CHOICE)
    return read_choice (&paste->known[field], record, field, typed, error);

  return volets_field_text_read (record, field, typed, error);
}

static void
read_cell (Paste        *paste,
           VoletsRecord *record,
           guint         field,
           guint         line,
           const char   *cell)
{
  const VoletsField *known = &paste->known[field];
  gboolean is_place = is_expense_place (paste, field);
  gboolean is_text = is_place || known->kind == VOLETS_FIELD_TEXT;
  g_autofree char *typed = is_text ? NULL : shorten (cell);
  g_autoptr (GError) error = NULL;

  paste->given |= G_GUINT64_CONSTANT (1) << (is_place ? VOLETS_EXPENSE_SCOPE : field);
  if (!read_value (paste, record, field, is_text ? cell : typed, &error))
    refuse (paste, "Ligne %u, « %s » : %s", line, known->label, error->message);
}

static VoletsRecord *
read_row (Paste                 *paste,
          const VoletsPastedRow *row)
{
  VoletsRecord *record = g_object_new (volets_section_get_info (paste->section)->get_type (), NULL);
  guint n_more = 0;

  for (guint i = 0; row->cells[i] != NULL; i++)
    {
      if (*row->cells[i] == '\0')
        continue;
      if (i >= paste->columns->len)
        n_more++;
      else if (g_array_index (paste->columns, int, i) != VOLETS_PASTE_NO_FIELD)
        read_cell (paste, record, (guint) g_array_index (paste->columns, int, i), row->line,
                   row->cells[i]);
    }
  if (n_more > 0)
    refuse (paste, n_more == 1 ? "Ligne %u : %u valeur de trop n'a pas été lue."
                               : "Ligne %u : %u valeurs de trop n'ont pas été lues.",
            row->line, n_more);

  return record;
}

/* A table has the scope and the school of an expense in one column, a spreadsheet in two. */
static GArray *
list_fields (const Paste            *paste,
             const VoletsPasteField *fields,
             guint                   n_fields)
{
  GArray *listed = g_array_new (FALSE, FALSE, sizeof (VoletsPasteField));
  const VoletsPasteField school = { VOLETS_EXPENSE_SCHOOL, NULL };

  g_array_append_vals (listed, fields, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      if (is_expense_place (paste, fields[i].field) && fields[i].field != school.field)
        g_array_append_val (listed, school);
    }

  return listed;
}

/* Returns: whether the first row is a header. */
static gboolean
find_columns (Paste                  *paste,
              const VoletsPasteField *fields,
              guint                   n_fields,
              const VoletsPastedRow  *first)
{
  g_autoptr (GArray) listed = list_fields (paste, fields, n_fields);

  paste->columns = volets_paste_header_read (paste->known,
                                             &g_array_index (listed, VoletsPasteField, 0),
                                             listed->len, first->cells);
  if (paste->columns == NULL)
    {
      paste->columns = g_array_new (FALSE, FALSE, sizeof (int));
      for (guint i = 0; i < n_fields; i++)
        g_array_append_val (paste->columns, fields[i].field);
      return FALSE;
    }

  for (guint i = 0; i < paste->columns->len; i++)
    {
      g_autofree char *title = shorten (first->cells[i]);

      if (g_array_index (paste->columns, int, i) == VOLETS_PASTE_NO_FIELD && *title != '\0')
        refuse (paste, "La colonne « %s » n'a pas été lue : elle n'est pas dans ce tableau.",
                title);
    }

  return TRUE;
}

static void
add_last_refusals (Paste    *paste,
                   gboolean  is_cut)
{
  guint n_more = paste->n_refusals - paste->refusals->len;

  if (n_more > 0)
    g_ptr_array_add (paste->refusals,
                     g_strdup_printf (n_more == 1 ? "%u autre valeur n’a pas été lue."
                                                  : "%u autres valeurs n’ont pas été lues.",
                                      n_more));
  if (is_cut)
    {
      g_autofree char *rows = volets_french_count (VOLETS_ROW_PASTE_MAX, "ligne", "lignes");

      g_ptr_array_add (paste->refusals,
                       g_strdup_printf ("Seules les %s du début ont été lues.", rows));
    }
}

/* What no column gives is what a new row would have; what was refused stays missing. */
static void
add_defaults (const Paste  *paste,
              VoletsRecord *record,
              VoletsRecord *defaults)
{
  guint n_fields;

  volets_record_get_fields (record, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = volets_record_format (defaults, i);

      if (value != NULL && paste->known[i].kind != VOLETS_FIELD_ID
          && (paste->given & G_GUINT64_CONSTANT (1) << i) == 0)
        volets_record_parse (record, i, value, NULL);
    }
}

static void
collect_all_places (Paste         *paste,
                    VoletsDossier *dossier)
{
  const guint commune_names[] = { VOLETS_COMMUNE_NAME, VOLETS_COMMUNE_INSEE };
  const guint school_names[] = { VOLETS_SCHOOL_NAME, VOLETS_SCHOOL_UAI, VOLETS_SCHOOL_ID };

  paste->communes = collect_places (dossier, VOLETS_SECTION_COMMUNES, commune_names,
                                    G_N_ELEMENTS (commune_names), VOLETS_COMMUNE_INSEE);
  paste->schools = collect_places (dossier, VOLETS_SECTION_SCHOOLS, school_names,
                                   G_N_ELEMENTS (school_names), VOLETS_SCHOOL_ID);
}

/**
 * volets_row_paste_parse:
 * @dossier: the dossier, where communes and schools are looked up by name; it is not changed
 * @section: the section the rows are for
 * @defaults: (nullable): a new row, whose answers go to fields that no column gives
 * @fields: (array length=n_fields): its fields, in the order of the columns of the table
 * @n_fields: how many
 * @text: a text from a spreadsheet; see volets_pasted_cells_split()
 * @refusals: (out) (transfer full) (element-type utf8): French sentences on what was not read
 *
 * Where the first line names fields it gives their order; otherwise their order is that of
 * @fields. Values are read as people type them. One that cannot be read leaves its field missing
 * and adds a sentence, « Ligne 3, « quantité » : … ». A row of which nothing could be read is
 * left out. At most VOLETS_ROW_PASTE_MAX rows are read. Schools get no id here.
 *
 * Returns: (transfer full) (element-type VoletsRecord): the rows, none where there was nothing
 */
GPtrArray *
volets_row_paste_parse (VoletsDossier           *dossier,
                        VoletsSection            section,
                        VoletsRecord            *defaults,
                        const VoletsPasteField  *fields,
                        guint                    n_fields,
                        const char              *text,
                        GPtrArray              **refusals)
{
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (section)->get_type ());
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;
  Paste paste = { .section = section, .known = klass->fields };
  gboolean is_cut;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  paste.refusals = g_ptr_array_new_with_free_func (g_free);
  /* One more than the rows: the header. */
  rows = volets_pasted_cells_split (text, VOLETS_ROW_PASTE_MAX + 1, &is_cut);
  if (rows->len > 0)
    {
      guint i = find_columns (&paste, fields, n_fields, g_ptr_array_index (rows, 0)) ? 1 : 0;
      guint end = MIN (rows->len, i + VOLETS_ROW_PASTE_MAX);

      is_cut = is_cut || end < rows->len;
      collect_all_places (&paste, dossier);
      for (; i < end; i++)
        {
          g_autoptr (VoletsRecord) record = read_row (&paste, g_ptr_array_index (rows, i));

          if (!volets_record_is_empty (record))
            g_ptr_array_add (records, g_steal_pointer (&record));
        }
      for (i = 0; defaults != NULL && i < records->len; i++)
        add_defaults (&paste, g_ptr_array_index (records, i), defaults);
      add_last_refusals (&paste, is_cut);
    }

  g_clear_pointer (&paste.columns, g_array_unref);
  g_clear_pointer (&paste.communes, g_hash_table_unref);
  g_clear_pointer (&paste.schools, g_hash_table_unref);
  *refusals = paste.refusals;

  return g_steal_pointer (&records);
}
