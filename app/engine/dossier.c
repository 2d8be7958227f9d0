/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier.h"

/**
 * VoletsDossier:
 *
 * Every answer of an application: single records and lists of rows, one for each section. It
 * owns them all; none is ever missing, their fields may be.
 */
struct _VoletsDossier {
  GObject   parent_instance;

  char     *call_id;
  GObject  *sections[VOLETS_N_SECTIONS]; /* a VoletsRecord, or a GListStore of them */
};

G_DEFINE_FINAL_TYPE (VoletsDossier, volets_dossier, G_TYPE_OBJECT)

/* The properties of the sections follow, in their order. */
enum {
  PROP_0,
  PROP_CALL_ID,
  PROP_FIRST_SECTION,
  N_PROPS = PROP_FIRST_SECTION + VOLETS_N_SECTIONS,
};

static GParamSpec *properties[N_PROPS];

static void
volets_dossier_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VoletsDossier *self = VOLETS_DOSSIER (object);

  if (prop_id == PROP_CALL_ID)
    g_value_set_string (value, self->call_id);
  else if (prop_id >= PROP_FIRST_SECTION && prop_id < N_PROPS)
    g_value_set_object (value, self->sections[prop_id - PROP_FIRST_SECTION]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
volets_dossier_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_CALL_ID)
    volets_dossier_set_call_id (VOLETS_DOSSIER (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
volets_dossier_finalize (GObject *object)
{
  VoletsDossier *self = VOLETS_DOSSIER (object);

  g_free (self->call_id);
  for (guint i = 0; i < VOLETS_N_SECTIONS; i++)
    g_clear_object (&self->sections[i]);

  G_OBJECT_CLASS (volets_dossier_parent_class)->finalize (object);
}

static void
volets_dossier_class_init (VoletsDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = volets_dossier_finalize;
  object_class->get_property = volets_dossier_get_property;
  object_class->set_property = volets_dossier_set_property;

  properties[PROP_CALL_ID] =
    g_param_spec_string ("call-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      const VoletsSectionInfo *info = volets_section_get_info (i);

      properties[PROP_FIRST_SECTION + i] =
        g_param_spec_object (info->name, NULL, NULL,
                             info->row_element != NULL ? G_TYPE_LIST_STORE : info->get_type (),
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    }

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
volets_dossier_init (VoletsDossier *self)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      const VoletsSectionInfo *info = volets_section_get_info (i);

      if (info->row_element != NULL)
        self->sections[i] = G_OBJECT (g_list_store_new (info->get_type ()));
      else
        self->sections[i] = g_object_new (info->get_type (), NULL);
    }
}

/**
 * volets_dossier_new:
 * @call_id: (nullable): the id of the call it answers
 *
 * Returns: (transfer full): a dossier without answers
 */
VoletsDossier *
volets_dossier_new (const char *call_id)
{
  return g_object_new (VOLETS_TYPE_DOSSIER, "call-id", call_id, NULL);
}

/**
 * volets_dossier_copy:
 * @self: a dossier
 *
 * Returns: (transfer full): another one with the same answers
 */
VoletsDossier *
volets_dossier_copy (VoletsDossier *self)
{
  VoletsDossier *copy;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (self), NULL);

  copy = volets_dossier_new (self->call_id);
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      if (volets_section_get_info (i)->row_element == NULL)
        {
          volets_record_copy_answers (volets_dossier_get_record (self, i),
                                      volets_dossier_get_record (copy, i));
          continue;
        }
      for (guint j = 0; j < volets_dossier_get_n_rows (self, i); j++)
        volets_record_copy_answers (volets_dossier_get_row (self, i, j),
                                    volets_dossier_append (copy, i));
    }

  return copy;
}

/**
 * volets_dossier_get_call_id:
 * @self: a dossier
 *
 * Returns: (transfer none) (nullable): the id of the call it answers
 */
const char *
volets_dossier_get_call_id (VoletsDossier *self)
{
  g_return_val_if_fail (VOLETS_IS_DOSSIER (self), NULL);

  return self->call_id;
}

/**
 * volets_dossier_set_call_id:
 * @self: a dossier
 * @call_id: (nullable): the id of the call it answers
 */
void
volets_dossier_set_call_id (VoletsDossier *self,
                            const char    *call_id)
{
  g_return_if_fail (VOLETS_IS_DOSSIER (self));

  if (g_strcmp0 (self->call_id, call_id) == 0)
    return;

  g_free (self->call_id);
  self->call_id = g_strdup (call_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALL_ID]);
}

/**
 * volets_dossier_get_record:
 * @self: a dossier
 * @section: a section that is a single record
 *
 * Returns: (transfer none): the record
 */
VoletsRecord *
volets_dossier_get_record (VoletsDossier *self,
                           VoletsSection  section)
{
  g_return_val_if_fail (VOLETS_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (volets_section_get_info (section)->row_element == NULL, NULL);

  return VOLETS_RECORD (self->sections[section]);
}

/**
 * volets_dossier_get_list:
 * @self: a dossier
 * @section: a section that is a list
 *
 * Returns: (transfer none): its rows, each a #VoletsRecord of the type of the section
 */
GListStore *
volets_dossier_get_list (VoletsDossier *self,
                         VoletsSection  section)
{
  g_return_val_if_fail (VOLETS_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (volets_section_get_info (section)->row_element != NULL, NULL);

  return G_LIST_STORE (self->sections[section]);
}

/**
 * volets_dossier_append:
 * @self: a dossier
 * @section: a section that is a list
 *
 * Returns: (transfer none): a new row without answers, at the end
 */
VoletsRecord *
volets_dossier_append (VoletsDossier *self,
                       VoletsSection  section)
{
  g_autoptr (VoletsRecord) row = NULL;

  row = g_object_new (volets_section_get_info (section)->get_type (), NULL);
  g_list_store_append (volets_dossier_get_list (self, section), row);

  return row;
}

/**
 * volets_dossier_get_n_rows:
 * @self: a dossier
 * @section: a section that is a list
 *
 * Returns: how many rows it has
 */
guint
volets_dossier_get_n_rows (VoletsDossier *self,
                           VoletsSection  section)
{
  return g_list_model_get_n_items (G_LIST_MODEL (volets_dossier_get_list (self, section)));
}

/**
 * volets_dossier_get_row:
 * @self: a dossier
 * @section: a section that is a list
 * @row: which row, from zero
 *
 * Returns: (transfer none): the row, which the dossier owns
 */
VoletsRecord *
volets_dossier_get_row (VoletsDossier *self,
                        VoletsSection  section,
                        guint          row)
{
  g_autoptr (VoletsRecord) record = NULL;

  record = g_list_model_get_item (G_LIST_MODEL (volets_dossier_get_list (self, section)), row);
  g_return_val_if_fail (record != NULL, NULL);

  return record;
}

/**
 * volets_dossier_list_rows:
 * @self: a dossier
 * @section: a section that is a list
 *
 * Returns: (transfer full) (element-type VoletsRecord): its rows as they are now, which stay while
 *   the list changes
 */
GPtrArray *
volets_dossier_list_rows (VoletsDossier *self,
                          VoletsSection  section)
{
  GListModel *list = G_LIST_MODEL (volets_dossier_get_list (self, section));
  guint n_rows = g_list_model_get_n_items (list);
  GPtrArray *rows = g_ptr_array_new_full (n_rows, g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, g_list_model_get_item (list, i));

  return rows;
}
