/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/roster.h"

#include "engine/commune.h"
#include "engine/identifier-text.h"
#include "engine/school.h"

static int
compare_schools (gconstpointer a,
                 gconstpointer b)
{
  const VoletsRosterSchool *first = a, *second = b;
  int order = g_strcmp0 (first->commune, second->commune);

  if (order == 0)
    order = g_strcmp0 (first->uai, second->uai);
  if (order == 0)
    order = g_strcmp0 (first->name, second->name);
  if (order == 0)
    order = g_strcmp0 (first->id, second->id);
  if (order == 0)
    order = (first->n_classes > second->n_classes) - (first->n_classes < second->n_classes);
  if (order == 0)
    order = (first->n_pupils > second->n_pupils) - (first->n_pupils < second->n_pupils);

  return order;
}

/* A code as the roster compares it: « 84 137 » and « 84137 » are one commune. */
static const char *
keep_code (VoletsRoster *self,
           const char   *typed)
{
  g_autofree char *compact = typed != NULL ? volets_identifier_compact (typed) : NULL;

  return g_string_chunk_insert_const (self->codes, compact != NULL ? compact : "");
}

static GHashTable *
index_communes (VoletsRoster  *self,
                VoletsDossier *dossier)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMUNES); i++)
    {
      VoletsRecord *commune = volets_dossier_get_row (dossier, VOLETS_SECTION_COMMUNES, i);
      const char *insee = keep_code (self, volets_record_get_text (commune, VOLETS_COMMUNE_INSEE));
      const char *name = volets_record_get_text (commune, VOLETS_COMMUNE_NAME);

      if (*insee != '\0')
        g_hash_table_insert (names, (char *) insee, (char *) (name != NULL ? name : insee));
    }

  return names;
}

/* Where the application covers one commune only, a school that names none is there. */
static const char *
get_default_commune (VoletsRoster  *self,
                     VoletsDossier *dossier)
{
  const char *insee = NULL;

  if (volets_dossier_get_n_rows (dossier, VOLETS_SECTION_COMMUNES) == 1)
    insee = volets_record_get_text (volets_dossier_get_row (dossier, VOLETS_SECTION_COMMUNES, 0),
                                    VOLETS_COMMUNE_INSEE);

  return keep_code (self, insee);
}

/**
 * volets_roster_new:
 * @call: a call
 * @dossier: a dossier, which must outlive the roster
 *
 * A school whose kind is not known yet counts until it turns out to be outside the perimeter.
 *
 * Returns: (transfer full): the schools of @dossier that @call counts
 */
VoletsRoster *
volets_roster_new (const VoletsCall *call,
                   VoletsDossier    *dossier)
{
  VoletsRoster *self = g_new0 (VoletsRoster, 1);
  GListModel *rows = G_LIST_MODEL (volets_dossier_get_list (dossier, VOLETS_SECTION_SCHOOLS));
  guint n_rows = g_list_model_get_n_items (rows);
  g_autoptr (GHashTable) communes = NULL;
  const char *default_commune;

  self->codes = g_string_chunk_new (1024);
  communes = index_communes (self, dossier);
  default_commune = get_default_commune (self, dossier);
  self->schools = g_array_new (FALSE, FALSE, sizeof (VoletsRosterSchool));
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (VoletsRecord) row = g_list_model_get_item (rows, i);
      int kind = (int) volets_record_get_number (row, VOLETS_SCHOOL_KIND);
      const char *commune = volets_record_get_text (row, VOLETS_SCHOOL_COMMUNE);
      VoletsRosterSchool school = {
        .id = volets_record_get_text (row, VOLETS_SCHOOL_ID),
        .uai = volets_record_get_text (row, VOLETS_SCHOOL_UAI),
        .name = volets_record_get_text (row, VOLETS_SCHOOL_NAME),
        .commune = commune != NULL ? keep_code (self, commune) : default_commune,
        .n_classes = MAX (0, volets_record_get_number (row, VOLETS_SCHOOL_CLASSES)),
        .n_pupils = MAX (0, volets_record_get_number (row, VOLETS_SCHOOL_PUPILS)),
      };

      if (kind != VOLETS_SCHOOL_KIND_MISSING
          && volets_call_find_allowed (call->school_kinds, kind) == NULL)
        continue;
      school.commune_name = g_hash_table_lookup (communes, school.commune);
      if (school.commune_name == NULL)
        school.commune_name = school.commune;
      g_array_append_val (self->schools, school);
    }

  g_array_sort (self->schools, compare_schools);
  for (guint i = 0; i < self->schools->len; i++)
    {
      const VoletsRosterSchool *school = volets_roster_get_school (self, i);

      if (school->id != NULL)
        g_hash_table_insert (self->indices, (char *) school->id, GUINT_TO_POINTER (i + 1));
    }

  return self;
}

void
volets_roster_free (VoletsRoster *self)
{
  g_array_unref (self->schools);
  g_hash_table_unref (self->indices);
  g_string_chunk_free (self->codes);
  g_free (self);
}

guint
volets_roster_get_size (const VoletsRoster *self)
{
  return self->schools->len;
}

const VoletsRosterSchool *
volets_roster_get_school (const VoletsRoster *self,
                          guint               index)
{
  g_return_val_if_fail (index < self->schools->len, NULL);

  return &g_array_index (self->schools, VoletsRosterSchool, index);
}

/**
 * volets_roster_find:
 * @self: a roster
 * @id: (nullable): the id of a school of the dossier
 * @index: (out): where it is
 *
 * Returns: whether that school counts
 */
gboolean
volets_roster_find (const VoletsRoster *self,
                    const char         *id,
                    guint              *index)
{
  guint found = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, id)) : 0;

  if (found == 0)
    return FALSE;

  *index = found - 1;
  return TRUE;
}
