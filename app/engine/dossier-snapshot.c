/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier-snapshot.h"

struct _VoletsDossierSnapshot {
  char      *call_id;
  GPtrArray *sections[VOLETS_N_SECTIONS]; /* of VoletsValues */
};

static GPtrArray *
list_answers (VoletsDossier *dossier,
              VoletsSection  section)
{
  gboolean is_list = volets_section_get_info (section)->row_element != NULL;
  guint n_records = is_list ? volets_dossier_get_n_rows (dossier, section) : 1;
  GPtrArray *answers =
    g_ptr_array_new_full (n_records, (GDestroyNotify) volets_values_unref);

  for (guint i = 0; i < n_records; i++)
    {
      VoletsRecord *record = is_list ? volets_dossier_get_row (dossier, section, i)
                                     : volets_dossier_get_record (dossier, section);

      g_ptr_array_add (answers, volets_record_ref_answers (record));
    }

  return answers;
}

/**
 * volets_dossier_snapshot_new:
 * @dossier: a dossier
 *
 * Returns: (transfer full): all its answers as they are now
 */
VoletsDossierSnapshot *
volets_dossier_snapshot_new (VoletsDossier *dossier)
{
  VoletsDossierSnapshot *self;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);

  self = g_new0 (VoletsDossierSnapshot, 1);
  self->call_id = g_strdup (volets_dossier_get_call_id (dossier));
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    self->sections[i] = list_answers (dossier, i);

  return self;
}

void
volets_dossier_snapshot_free (VoletsDossierSnapshot *self)
{
  g_free (self->call_id);
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    g_ptr_array_unref (self->sections[i]);
  g_free (self);
}

/**
 * volets_dossier_snapshot_get_call_id:
 * @self: a snapshot
 *
 * Returns: (transfer none) (nullable): the id of the call that the dossier answers
 */
const char *
volets_dossier_snapshot_get_call_id (const VoletsDossierSnapshot *self)
{
  return self->call_id;
}

/**
 * volets_dossier_snapshot_get_section:
 * @self: a snapshot
 * @section: a section
 *
 * Returns: (transfer none) (element-type VoletsValues): those of its rows, or of the one record
 *   that it is
 */
const GPtrArray *
volets_dossier_snapshot_get_section (const VoletsDossierSnapshot *self,
                                     VoletsSection                section)
{
  g_return_val_if_fail (section < VOLETS_N_SECTIONS, NULL);

  return self->sections[section];
}
