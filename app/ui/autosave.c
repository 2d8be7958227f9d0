/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/autosave.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "engine/dossier-xml.h"

/**
 * VoletsAutosave:
 *
 * The copy of an unsaved dossier that is found again after a crash. It is made and written by a
 * thread, so that neither a large dossier nor a slow disk ever holds up the keyboard. A lock on a
 * file beside it, which the system lets go whatever happens to the process, tells those of a
 * living process from what a crash left.
 */
struct _VoletsAutosave {
  GObject  parent_instance;

  char    *id;
  char    *error;
  guint64  last_serial;

  GMutex   mutex;
  int      lock;        /* a file descriptor, -1 without; under the mutex */
  guint64  done_serial; /* writes up to this one are done, or no longer wanted; under the mutex */
};

typedef struct {
  guint64                serial;
  VoletsDossierSnapshot *dossier;
  char                  *origin;
} Write;

enum {
  PROP_0,
  PROP_ID,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VoletsAutosave, volets_autosave, G_TYPE_OBJECT)

static void
write_free (gpointer data)
{
  Write *self = data;

  volets_dossier_snapshot_free (self->dossier);
  g_free (self->origin);
  g_free (self);
}

static void
set_error (VoletsAutosave *self,
           const char     *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* Returns a file descriptor with the lock, or -1 with errno. */
static int
open_lock (const char *id)
{
  g_autofree char *path = volets_autosave_get_path (id, VOLETS_AUTOSAVE_LOCK_SUFFIX);
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor, code;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  descriptor = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor == -1 || flock (descriptor, LOCK_EX | LOCK_NB) == 0)
    return descriptor;

  code = errno;
  close (descriptor);
  errno = code;
  return -1;
}

static gboolean
store_file (const char  *id,
            const char  *suffix,
            const char  *data,
            gsize        size,
            GError     **error)
{
  g_autofree char *path = volets_autosave_get_path (id, suffix);

  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                   error);
}

/* With the mutex held. */
static gboolean
store (VoletsAutosave  *self,
       GBytes          *dossier,
       const char      *origin,
       GError         **error)
{
  gsize size;
  const char *data = g_bytes_get_data (dossier, &size);

  if (self->lock == -1)
    self->lock = open_lock (self->id);
  if (self->lock == -1)
    {
      g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "");
      return FALSE;
    }

  return store_file (self->id, VOLETS_AUTOSAVE_ORIGIN_SUFFIX, origin, strlen (origin), error)
         && store_file (self->id, VOLETS_AUTOSAVE_DOSSIER_SUFFIX, data, size, error);
}

static void
explain (GError **error)
{
  const char *sentence =
    "Volets ne peut pas écrire sa copie de secours ; enregistrez souvent : après une panne, rien "
    "d’autre ne serait retrouvé.";

  if (g_error_matches (*error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    sentence = "Le disque est plein : Volets ne peut pas écrire sa copie de secours. Libérez de la "
               "place, ou enregistrez le dossier sur un autre disque.";

  g_clear_error (error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, sentence);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  VoletsAutosave *self = source;
  const Write *job = task_data;
  /* Before the mutex is taken, for which a window that is closed waits. */
  g_autoptr (GBytes) dossier = volets_dossier_write_snapshot (job->dossier);
  GError *error = NULL;

  g_mutex_lock (&self->mutex);
  /* Threads do not start in the order of their tasks: what is older than the file is dropped. */
  if (job->serial > self->done_serial && store (self, dossier, job->origin, &error))
    self->done_serial = job->serial;
  g_mutex_unlock (&self->mutex);

  if (error != NULL)
    {
      explain (&error);
      g_task_return_error (task, error);
    }
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  set_error (VOLETS_AUTOSAVE (source), error != NULL ? error->message : NULL);
}

static void
volets_autosave_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VoletsAutosave *self = VOLETS_AUTOSAVE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_autosave_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VoletsAutosave *self = VOLETS_AUTOSAVE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_autosave_finalize (GObject *object)
{
  VoletsAutosave *self = VOLETS_AUTOSAVE (object);

  if (self->lock != -1)
    close (self->lock);
  g_mutex_clear (&self->mutex);
  g_free (self->id);
  g_free (self->error);

  G_OBJECT_CLASS (volets_autosave_parent_class)->finalize (object);
}

static void
volets_autosave_class_init (VoletsAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = volets_autosave_finalize;
  object_class->get_property = volets_autosave_get_property;
  object_class->set_property = volets_autosave_set_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
    g_param_spec_string ("error", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
volets_autosave_init (VoletsAutosave *self)
{
  g_mutex_init (&self->mutex);
  self->lock = -1;
}

/**
 * volets_autosave_new:
 * @id: (nullable): what the files are called; %NULL for new ones
 *
 * Touches no file yet.
 *
 * Returns: (transfer full): an autosave
 */
VoletsAutosave *
volets_autosave_new (const char *id)
{
  g_autofree char *new_id = id == NULL ? g_uuid_string_random () : NULL;

  return g_object_new (VOLETS_TYPE_AUTOSAVE, "id", id != NULL ? id : new_id, NULL);
}

/**
 * volets_autosave_get_error:
 * @self: an autosave
 *
 * Returns: (transfer none) (nullable): why the last write failed, %NULL where it did not
 */
const char *
volets_autosave_get_error (VoletsAutosave *self)
{
  g_return_val_if_fail (VOLETS_IS_AUTOSAVE (self), NULL);

  return self->error;
}

/**
 * volets_autosave_lock:
 * @self: an autosave
 * @error: a #GIOErrorEnum, a sentence in French
 *
 * Takes over files that a crash left.
 *
 * Returns: whether no other process has them
 */
gboolean
volets_autosave_lock (VoletsAutosave  *self,
                      GError         **error)
{
  gboolean is_locked;
  int code;

  g_return_val_if_fail (VOLETS_IS_AUTOSAVE (self), FALSE);

  g_mutex_lock (&self->mutex);
  if (self->lock == -1)
    self->lock = open_lock (self->id);
  code = errno;
  is_locked = self->lock != -1;
  g_mutex_unlock (&self->mutex);
  if (is_locked)
    return TRUE;

  if (code == EWOULDBLOCK)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                         "le dossier est déjà ouvert dans une autre fenêtre de Volets");
  else
    g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
                         "la copie de secours n’est pas accessible ; vérifiez les droits sur le "
                         "dossier qui la contient");
  return FALSE;
}

/**
 * volets_autosave_write:
 * @self: an autosave
 * @dossier: (transfer full): the dossier as it is now
 * @origin: what there is to know beside it
 *
 * Replaces both files soon; property "error" tells where that fails.
 */
void
volets_autosave_write (VoletsAutosave        *self,
                       VoletsDossierSnapshot *dossier,
                       GKeyFile              *origin)
{
  g_autoptr (GTask) task = NULL;
  Write *job;

  g_return_if_fail (VOLETS_IS_AUTOSAVE (self));

  job = g_new0 (Write, 1);
  job->serial = ++self->last_serial;
  job->dossier = dossier;
  job->origin = g_key_file_to_data (origin, NULL, NULL);

  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, volets_autosave_write);
  g_task_set_task_data (task, job, write_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * volets_autosave_remove:
 * @self: an autosave
 *
 * Removes the files, where they are those of @self, and drops what was still to be written.
 */
void
volets_autosave_remove (VoletsAutosave *self)
{
  static const char *const SUFFIXES[] = {
    VOLETS_AUTOSAVE_DOSSIER_SUFFIX,
    VOLETS_AUTOSAVE_ORIGIN_SUFFIX,
    VOLETS_AUTOSAVE_LOCK_SUFFIX,
  };

  g_return_if_fail (VOLETS_IS_AUTOSAVE (self));

  g_mutex_lock (&self->mutex);
  self->done_serial = self->last_serial;
  if (self->lock != -1)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
        {
          g_autofree char *path = volets_autosave_get_path (self->id, SUFFIXES[i]);

          g_unlink (path);
        }
      close (self->lock);
      self->lock = -1;
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * volets_autosave_get_path:
 * @id: (nullable): what the files of a dossier are called; %NULL for the folder of all of them
 * @suffix: (nullable): which one, or what follows the folder
 *
 * Returns: (transfer full): a path
 */
char *
volets_autosave_get_path (const char *id,
                          const char *suffix)
{
  g_autofree char *name = id != NULL ? g_strconcat (id, suffix, NULL) : NULL;

  return g_build_filename (g_get_user_state_dir (), "volets", "recovery", name, NULL);
}

/**
 * volets_autosave_is_locked:
 * @id: what the files of a dossier are called
 *
 * Returns: whether a living process, this one included, has them
 */
gboolean
volets_autosave_is_locked (const char *id)
{
  g_autofree char *path = volets_autosave_get_path (id, VOLETS_AUTOSAVE_LOCK_SUFFIX);
  int descriptor = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);
  gboolean is_locked;

  if (descriptor == -1)
    return FALSE;

  /* A shared lock: two windows that look at the same time do not take each other for an owner. */
  is_locked = flock (descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  close (descriptor);

  return is_locked;
}
