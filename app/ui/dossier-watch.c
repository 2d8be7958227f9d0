/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossier-watch.h"

typedef struct {
  VoletsRecord *record;
  gulong        handler;
} WatchedRow;

/* One section. A list does not say which rows left it: they are kept here as they were. */
typedef struct {
  VoletsDossierWatch *watch;
  GObject            *object; /* the record, or the list */
  gulong              handler;
  GArray             *rows;   /* of WatchedRow; NULL where the section is a single record */
} WatchedSection;

struct _VoletsDossierWatch {
  VoletsDossier          *dossier;
  gulong                  handler;
  WatchedSection          sections[VOLETS_N_SECTIONS];
  VoletsDossierWatchFunc  func;
  gpointer                user_data;
};

static void
notify_cb (GObject            *object,
           GParamSpec         *pspec,
           VoletsDossierWatch *self)
{
  self->func (self->user_data);
}

static void
clear_row (gpointer data)
{
  WatchedRow *row = data;

  g_clear_signal_handler (&row->handler, row->record);
  g_clear_object (&row->record);
}

static void
watch_rows (WatchedSection *section,
            guint           position,
            guint           n_rows)
{
  g_autofree WatchedRow *rows = g_new (WatchedRow, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      rows[i].record = g_list_model_get_item (G_LIST_MODEL (section->object), position + i);
      rows[i].handler = g_signal_connect (rows[i].record, "notify", G_CALLBACK (notify_cb),
                                          section->watch);
    }
  if (n_rows > 0)
    g_array_insert_vals (section->rows, position, rows, n_rows);
}

static void
items_changed_cb (GListModel     *list,
                  guint           position,
                  guint           n_removed,
                  guint           n_added,
                  WatchedSection *section)
{
  if (n_removed > 0)
    g_array_remove_range (section->rows, position, n_removed);
  watch_rows (section, position, n_added);

  section->watch->func (section->watch->user_data);
}

static void
watch_section (VoletsDossierWatch *self,
               VoletsSection       id)
{
  WatchedSection *section = &self->sections[id];

  section->watch = self;
  if (volets_section_get_info (id)->row_element == NULL)
    {
      section->object = g_object_ref (G_OBJECT (volets_dossier_get_record (self->dossier, id)));
      section->handler = g_signal_connect (section->object, "notify", G_CALLBACK (notify_cb), self);
      return;
    }

  section->object = g_object_ref (G_OBJECT (volets_dossier_get_list (self->dossier, id)));
  section->rows = g_array_new (FALSE, FALSE, sizeof (WatchedRow));
  g_array_set_clear_func (section->rows, clear_row);
  watch_rows (section, 0, volets_dossier_get_n_rows (self->dossier, id));
  section->handler = g_signal_connect (section->object, "items-changed",
                                       G_CALLBACK (items_changed_cb), section);
}

/**
 * volets_dossier_watch_new:
 * @dossier: a dossier
 * @func: called after each change, so at least once for each
 * @user_data: for @func, which must outlive the watch
 *
 * Returns: (transfer full): the watch, which keeps @dossier
 */
VoletsDossierWatch *
volets_dossier_watch_new (VoletsDossier          *dossier,
                          VoletsDossierWatchFunc  func,
                          gpointer                user_data)
{
  VoletsDossierWatch *self;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (VoletsDossierWatch, 1);
  self->dossier = g_object_ref (dossier);
  self->func = func;
  self->user_data = user_data;
  self->handler = g_signal_connect (dossier, "notify", G_CALLBACK (notify_cb), self);
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    watch_section (self, i);

  return self;
}

void
volets_dossier_watch_free (VoletsDossierWatch *self)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      WatchedSection *section = &self->sections[i];

      g_clear_signal_handler (&section->handler, section->object);
      g_clear_object (&section->object);
      g_clear_pointer (&section->rows, g_array_unref);
    }
  g_clear_signal_handler (&self->handler, self->dossier);
  g_object_unref (self->dossier);
  g_free (self);
}
