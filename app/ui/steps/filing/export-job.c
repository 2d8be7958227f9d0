/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/filing/export-job.h"

#include "engine/storage.h"

struct _VoletsExportJob {
  GObject       parent_instance;

  VoletsEditor *editor;
  gboolean      overwrite;
  GCancellable *cancellable;
  guint         n_running;
  guint         n_saved;
  guint         n_existing;
  char         *refusal;
};

G_DEFINE_FINAL_TYPE (VoletsExportJob, volets_export_job, G_TYPE_OBJECT)

enum {
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A document that is being made, to be saved then. */
typedef struct {
  VoletsExportJob *job;
  GFile           *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->job);
  g_object_unref (saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
finish_one (VoletsExportJob *self,
            const GError    *error)
{
  if (error == NULL)
    {
      self->n_saved++;
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      self->n_existing++;
    }
  else
    {
      g_free (self->refusal);
      self->refusal = g_strdup (error->message);
    }

  if (--self->n_running == 0)
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
make_ready_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_export_make_finish (result, &error);

  if (bytes != NULL)
    volets_storage_export (saving->file, bytes, saving->job->overwrite, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish_one (saving->job, error);
}

static void
volets_export_job_finalize (GObject *object)
{
  VoletsExportJob *self = VOLETS_EXPORT_JOB (object);

  g_object_unref (self->editor);
  g_object_unref (self->cancellable);
  g_free (self->refusal);

  G_OBJECT_CLASS (volets_export_job_parent_class)->finalize (object);
}

static void
volets_export_job_class_init (VoletsExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = volets_export_job_finalize;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
volets_export_job_init (VoletsExportJob *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * volets_export_job_new:
 * @editor: the dossier
 * @overwrite: whether to replace what is there
 *
 * Returns: (transfer full): a job with nothing to do yet
 */
VoletsExportJob *
volets_export_job_new (VoletsEditor *editor,
                       gboolean      overwrite)
{
  VoletsExportJob *self = g_object_new (VOLETS_TYPE_EXPORT_JOB, NULL);

  self->editor = g_object_ref (editor);
  self->overwrite = overwrite;

  return self;
}

/**
 * volets_export_job_add:
 * @self: a job
 * @export: what to make, which can be made
 * @file: where to
 *
 * Begins to make a document.
 */
void
volets_export_job_add (VoletsExportJob    *self,
                       const VoletsExport *export,
                       GFile              *file)
{
  g_autofree char *today = NULL;
  Saving *saving;

  g_return_if_fail (VOLETS_IS_EXPORT_JOB (self));

  today = volets_editor_get_today (self->editor);
  saving = g_new0 (Saving, 1);
  saving->job = g_object_ref (self);
  saving->file = g_object_ref (file);
  self->n_running++;
  volets_export_make_async (export, volets_editor_get_dossier (self->editor),
                            volets_editor_get_subsidy (self->editor), today, self->cancellable,
                            make_ready_cb, saving);
}

/**
 * volets_export_job_cancel:
 * @self: a job
 *
 * Saves nothing more, and says nothing more.
 */
void
volets_export_job_cancel (VoletsExportJob *self)
{
  g_return_if_fail (VOLETS_IS_EXPORT_JOB (self));

  g_cancellable_cancel (self->cancellable);
}

gboolean
volets_export_job_is_running (VoletsExportJob *self)
{
  g_return_val_if_fail (VOLETS_IS_EXPORT_JOB (self), FALSE);

  return self->n_running > 0;
}

guint
volets_export_job_get_n_saved (VoletsExportJob *self)
{
  g_return_val_if_fail (VOLETS_IS_EXPORT_JOB (self), 0);

  return self->n_saved;
}

/**
 * volets_export_job_get_n_existing:
 * @self: a job
 *
 * Returns: how many documents were there already, and were not replaced
 */
guint
volets_export_job_get_n_existing (VoletsExportJob *self)
{
  g_return_val_if_fail (VOLETS_IS_EXPORT_JOB (self), 0);

  return self->n_existing;
}

/**
 * volets_export_job_get_refusal:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): why a document was not saved, in French; the last reason,
 *   where there are several
 */
const char *
volets_export_job_get_refusal (VoletsExportJob *self)
{
  g_return_val_if_fail (VOLETS_IS_EXPORT_JOB (self), NULL);

  return self->refusal;
}
