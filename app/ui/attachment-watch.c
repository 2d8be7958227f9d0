/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/attachment-watch.h"

#include "documents/attachment-inspection.h"
#include "engine/attachment-path.h"
#include "engine/attachment.h"
#include "engine/finding.h"

/* One attachment. */
typedef struct {
  VoletsRecord            *record;
  guint                    row;      /* in the dossier, from zero */
  GFile                   *file;     /* NULL where nothing tells which it is */
  VoletsAttachmentVerdict *verdict;  /* NULL before it was read */
  GPtrArray               *findings; /* of VoletsFinding: what is in it, for the row it had then */
  guint                    read_row;
  gboolean                 waits;    /* it is in the queue */
} Entry;

/* What is read of one, in a thread. */
typedef struct {
  VoletsCall            *call;
  VoletsRecord          *record;   /* never looked at there */
  GFile                 *file;
  guint                  row;
  VoletsAttachmentCheck *check;
  GError                *error;
  GPtrArray             *findings;
} Reading;

struct _VoletsAttachmentWatch {
  GObject        parent_instance;

  VoletsCall    *call;
  GListModel    *rows;         /* of the dossier */
  GFile         *place;        /* the file of the dossier; NULL where it was never saved */
  GHashTable    *entries;      /* VoletsRecord → Entry */
  GQueue         waiting;      /* of VoletsRecord, to be read; some of them are gone since */
  guint          start_source; /* of the reading, where nothing is being read yet */

  VoletsRecord  *reading;      /* NULL where nothing is */
  GCancellable  *cancellable;  /* of the reading */
};

G_DEFINE_FINAL_TYPE (VoletsAttachmentWatch, volets_attachment_watch, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->record);
  g_clear_object (&self->file);
  g_clear_pointer (&self->verdict, volets_attachment_verdict_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

static void
reading_free (gpointer data)
{
  Reading *self = data;

  volets_call_unref (self->call);
  g_object_unref (self->record);
  g_object_unref (self->file);
  g_clear_pointer (&self->check, volets_attachment_check_free);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static GPtrArray *
create_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) volets_finding_free);
}

static gboolean
are_equal (const GPtrArray *findings,
           const GPtrArray *others)
{
  if (findings == NULL || findings->len != others->len)
    return FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);
      const VoletsFinding *other = g_ptr_array_index (others, i);

      if (g_strcmp0 (finding->message, other->message) != 0)
        return FALSE;
    }

  return TRUE;
}

static void read_next (VoletsAttachmentWatch *self);

static gboolean
start_cb (gpointer user_data)
{
  VoletsAttachmentWatch *self = user_data;

  self->start_source = 0;
  read_next (self);

  return G_SOURCE_REMOVE;
}

/* Once it is known where the dossier is, and after the window is there. */
static void
schedule_reading (VoletsAttachmentWatch *self)
{
  if (self->start_source == 0)
    self->start_source = g_idle_add (start_cb, self);
}

static void
enqueue (VoletsAttachmentWatch *self,
         Entry                 *entry)
{
  if (entry->waits)
    return;

  entry->waits = TRUE;
  g_queue_push_tail (&self->waiting, g_object_ref (entry->record));
  schedule_reading (self);
}

/* As long as nothing else is known, the verdict is the same one. Takes @verdict. */
static void
learn (VoletsAttachmentWatch   *self,
       Entry                   *entry,
       VoletsAttachmentVerdict *verdict,
       GPtrArray               *findings,
       guint                    row)
{
  gboolean is_new = !are_equal (entry->findings, findings);

  g_clear_pointer (&entry->findings, g_ptr_array_unref);
  entry->findings = g_ptr_array_ref (findings);
  entry->read_row = row;
  if (entry->verdict != NULL && volets_attachment_verdict_equal (entry->verdict, verdict))
    {
      volets_attachment_verdict_unref (verdict);
    }
  else
    {
      g_clear_pointer (&entry->verdict, volets_attachment_verdict_unref);
      entry->verdict = verdict;
      is_new = TRUE;
    }

  /* It may have another row by now. */
  if (findings->len > 0 && entry->row != row)
    enqueue (self, entry);
  if (is_new)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Reading *reading = task_data;

  reading->check = volets_attachment_check_file (reading->file, cancellable, &reading->error);
  if (!g_cancellable_is_cancelled (cancellable))
    volets_attachment_inspect (reading->call, reading->record, reading->file, reading->row,
                               cancellable, reading->findings);
  g_task_return_boolean (task, TRUE);
}

/* One that was cancelled says nothing to nobody: the watch may be gone. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  VoletsAttachmentWatch *self = user_data;
  const Reading *reading = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  learn (self, g_hash_table_lookup (self->entries, reading->record),
         volets_attachment_verdict_new (reading->record, reading->check, reading->error),
         reading->findings, reading->row);
  read_next (self);
}

static void
start_reading (VoletsAttachmentWatch *self,
               const Entry           *entry)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  reading->call = volets_call_ref (self->call);
  reading->record = g_object_ref (entry->record);
  reading->file = g_object_ref (entry->file);
  reading->row = entry->row;
  reading->findings = create_findings ();
  self->reading = g_object_ref (entry->record);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, read_cb, self);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

static void
read_next (VoletsAttachmentWatch *self)
{
  while (self->reading == NULL && !g_queue_is_empty (&self->waiting))
    {
      g_autoptr (VoletsRecord) record = g_queue_pop_head (&self->waiting);
      Entry *entry = g_hash_table_lookup (self->entries, record);
      g_autoptr (GPtrArray) nothing = NULL;

      if (entry == NULL || !entry->waits)
        continue;

      entry->waits = FALSE;
      if (entry->file != NULL)
        {
          start_reading (self, entry);
          continue;
        }
      nothing = create_findings ();
      learn (self, entry, volets_attachment_verdict_new (record, NULL, NULL), nothing, entry->row);
    }
}

/* The others have their turn. */
static void
stop_reading (VoletsAttachmentWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  schedule_reading (self);
}

/* It is read where it is another one than before, of which nothing is known. */
static void
find_file (VoletsAttachmentWatch *self,
           Entry                 *entry)
{
  const char *path = volets_record_get_text (entry->record, VOLETS_ATTACHMENT_PATH);
  g_autoptr (GFile) file = path != NULL ? volets_attachment_path_read (path, self->place) : NULL;

  if (entry->file != NULL && file != NULL && g_file_equal (entry->file, file))
    return;

  if (self->reading == entry->record)
    stop_reading (self);
  g_set_object (&entry->file, file);
  g_clear_pointer (&entry->verdict, volets_attachment_verdict_unref);
  g_clear_pointer (&entry->findings, g_ptr_array_unref);
  enqueue (self, entry);
}

/* What is said of it names its row: where that is another one now, it is said anew. */
static void
place_entry (VoletsAttachmentWatch *self,
             VoletsRecord          *record,
             guint                  row)
{
  Entry *entry = g_hash_table_lookup (self->entries, record);

  if (entry != NULL)
    {
      entry->row = row;
      if (entry->findings != NULL && entry->findings->len > 0 && entry->read_row != row)
        enqueue (self, entry);
      return;
    }

  entry = g_new0 (Entry, 1);
  entry->record = g_object_ref (record);
  entry->row = row;
  g_hash_table_insert (self->entries, record, entry);
  find_file (self, entry);
}

static void
forget_removed (VoletsAttachmentWatch *self)
{
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer record;

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (VoletsRecord) row = g_list_model_get_item (self->rows, i);

      g_hash_table_add (present, row);
    }

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      if (g_hash_table_contains (present, record))
        continue;
      if (self->reading == record)
        stop_reading (self);
      g_hash_table_iter_remove (&iter);
    }
}

static void
rows_changed_cb (VoletsAttachmentWatch *self,
                 guint                  position,
                 guint                  n_removed,
                 guint                  n_added)
{
  if (n_removed > 0)
    forget_removed (self);
  for (guint i = position; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (VoletsRecord) record = g_list_model_get_item (self->rows, i);

      place_entry (self, record, i);
    }
}

static void
volets_attachment_watch_dispose (GObject *object)
{
  VoletsAttachmentWatch *self = VOLETS_ATTACHMENT_WATCH (object);

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  stop_reading (self);
  g_clear_handle_id (&self->start_source, g_source_remove);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_object (&self->place);
  g_clear_pointer (&self->call, volets_call_unref);

  G_OBJECT_CLASS (volets_attachment_watch_parent_class)->dispose (object);
}

static void
volets_attachment_watch_class_init (VoletsAttachmentWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = volets_attachment_watch_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
volets_attachment_watch_init (VoletsAttachmentWatch *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  g_queue_init (&self->waiting);
}

/**
 * volets_attachment_watch_new:
 * @dossier: a dossier
 * @call: the call that it answers
 * @place: (nullable): the file it is in, %NULL where it was never saved
 *
 * Returns: (transfer full): a watch over what is attached to it, which is going to be read
 */
VoletsAttachmentWatch *
volets_attachment_watch_new (VoletsDossier *dossier,
                             VoletsCall    *call,
                             GFile         *place)
{
  VoletsAttachmentWatch *self;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);

  self = g_object_new (VOLETS_TYPE_ATTACHMENT_WATCH, NULL);
  g_set_object (&self->place, place);
  self->call = volets_call_ref (call);
  self->rows = g_object_ref (G_LIST_MODEL (volets_dossier_get_list (dossier,
                                                                    VOLETS_SECTION_ATTACHMENTS)));
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self);
  rows_changed_cb (self, 0, 0, g_list_model_get_n_items (self->rows));

  return self;
}

/**
 * volets_attachment_watch_set_place:
 * @self: a watch
 * @place: (nullable): where the dossier is now
 *
 * To be called once the paths in the dossier lead from there. Only what is another file than before
 * is read.
 */
void
volets_attachment_watch_set_place (VoletsAttachmentWatch *self,
                                   GFile                 *place)
{
  GHashTableIter iter;
  gpointer entry;

  g_return_if_fail (VOLETS_IS_ATTACHMENT_WATCH (self));

  g_set_object (&self->place, place);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    find_file (self, entry);
}

/**
 * volets_attachment_watch_refresh:
 * @self: a watch
 *
 * Reads all of them again: files change while nobody looks. Until then, what is known stays.
 */
void
volets_attachment_watch_refresh (VoletsAttachmentWatch *self)
{
  g_return_if_fail (VOLETS_IS_ATTACHMENT_WATCH (self));

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (VoletsRecord) record = g_list_model_get_item (self->rows, i);

      enqueue (self, g_hash_table_lookup (self->entries, record));
    }
}

/**
 * volets_attachment_watch_get_file:
 * @self: a watch
 * @record: an attachment of the dossier
 *
 * Returns: (transfer none) (nullable): where it is, or should be; %NULL where nothing tells
 */
GFile *
volets_attachment_watch_get_file (VoletsAttachmentWatch *self,
                                  VoletsRecord          *record)
{
  const Entry *entry;

  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_WATCH (self), NULL);

  entry = g_hash_table_lookup (self->entries, record);
  return entry != NULL ? entry->file : NULL;
}

/**
 * volets_attachment_watch_get_verdict:
 * @self: a watch
 * @record: an attachment of the dossier
 *
 * Returns: (transfer none) (nullable): what is known of it, the same one until something else is;
 *   %NULL before it was read
 */
VoletsAttachmentVerdict *
volets_attachment_watch_get_verdict (VoletsAttachmentWatch *self,
                                     VoletsRecord          *record)
{
  const Entry *entry;

  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_WATCH (self), NULL);

  entry = g_hash_table_lookup (self->entries, record);
  return entry != NULL ? entry->verdict : NULL;
}

/**
 * volets_attachment_watch_is_busy:
 * @self: a watch
 *
 * Returns: whether something is still being read
 */
gboolean
volets_attachment_watch_is_busy (VoletsAttachmentWatch *self)
{
  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_WATCH (self), FALSE);

  return self->reading != NULL || !g_queue_is_empty (&self->waiting);
}

/**
 * volets_attachment_watch_review:
 * @self: a watch
 *
 * Returns: (transfer full) (element-type VoletsFinding): what is to be said of what is known, as
 *   the command line says it
 */
GPtrArray *
volets_attachment_watch_review (VoletsAttachmentWatch *self)
{
  GPtrArray *findings = create_findings ();

  g_return_val_if_fail (VOLETS_IS_ATTACHMENT_WATCH (self), findings);

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (VoletsRecord) record = g_list_model_get_item (self->rows, i);
      const Entry *entry = g_hash_table_lookup (self->entries, record);

      if (entry->verdict != NULL)
        volets_attachment_verdict_report (entry->verdict, record, entry->file, i, findings);
      for (guint j = 0; entry->findings != NULL && entry->read_row == i && j < entry->findings->len;
           j++)
        g_ptr_array_add (findings,
                         volets_finding_copy (g_ptr_array_index (entry->findings, j)));
    }

  return findings;
}
