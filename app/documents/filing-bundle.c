/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/filing-bundle.h"

#include <string.h>

#include "documents/attachment-inspection.h"
#include "documents/bundle-folder.h"
#include "documents/bundle-list.h"
#include "documents/exports.h"
#include "engine/attachment-path.h"
#include "engine/attachment.h"
#include "engine/french.h"
#include "engine/review.h"

#define FOLDER_SUFFIX "-dossier-de-depot"

/* Before every other file where names are sorted. */
#define LIST_NAME "00-liste.txt"

G_DEFINE_QUARK (volets-bundle-error-quark, volets_bundle_error)

/* A bundle on its way. */
typedef struct {
  const VoletsBundleOrder *order;
  VoletsBundleFolder      *folder;
  GCancellable            *cancellable;

  VoletsBundleProgress     progress;
  gpointer                 progress_data;
  guint                    n_done;
  guint                    n_files;     /* that are going to be made, if nothing misses */

  GStrvBuilder            *missing;
  GStrvBuilder            *doubts;
} Making;

static void add_sentence (GStrvBuilder *sentences,
                          const char   *format,
                          ...) G_GNUC_PRINTF (2, 3);

static void
add_sentence (GStrvBuilder *sentences,
              const char   *format,
              ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_strv_builder_add (sentences, sentence);
}

/* « 03-vaison-deliberation.pdf », as the platform takes it. */
static char *
number_name (Making     *self,
             const char *name)
{
  guint number = volets_bundle_folder_get_files (self->folder)->len + 1;
  g_autofree char *numbered = g_strdup_printf (self->n_files < 100 ? "%02u-%s" : "%03u-%s", number,
                                               name);

  return volets_attachment_name_for (self->order->subsidy->call, numbered);
}

static gboolean
tell_progress (Making  *self,
               GError **error)
{
  self->n_done++;
  if (self->progress != NULL)
    self->progress (self->n_done, self->n_files, self->progress_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
is_filed (const VoletsBundleOrder *order,
          const VoletsExport      *export)
{
  g_autofree char *missing = volets_export_explain_missing (export, order->dossier,
                                                            order->subsidy);

  return missing == NULL && !export->is_draft;
}

static gboolean
add_export (Making              *self,
            const VoletsExport  *export,
            GError             **error)
{
  const VoletsBundleOrder *order = self->order;
  g_autofree char *plain_name = volets_export_name_file (export, order->stem);
  g_autofree char *name = number_name (self, plain_name);
  g_autoptr (GBytes) bytes = volets_export_make (export, order->dossier, order->subsidy,
                                                 order->date, error);

  return bytes != NULL
         && volets_bundle_folder_write (self->folder, name, export->title, bytes, error) != NULL
         && tell_progress (self, error);
}

/* What is for the platform itself comes first. */
static gboolean
add_exports (Making   *self,
             gboolean  are_filing,
             GError  **error)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  for (guint i = 0; i < n_exports; i++)
    {
      if (!exports[i].is_filing == !are_filing && is_filed (self->order, &exports[i])
          && !add_export (self, &exports[i], error))
        return FALSE;
    }

  return TRUE;
}

/* « devis-fournisseur.pdf », and « devis » once where it is the file's name already. */
static char *
name_attachment (const VoletsCallItem *item,
                 const char           *path)
{
  g_autofree char *basename = g_path_get_basename (path);

  if (item == NULL || g_ascii_strncasecmp (basename, item->id, strlen (item->id)) == 0)
    return g_steal_pointer (&basename);

  return g_strdup_printf ("%s-%s", item->id, basename);
}

/* Returns: how many pages the attachment has, where that is known */
static guint
inspect (Making       *self,
         VoletsRecord *record,
         GFile        *file,
         guint         row)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) volets_finding_free);
  guint n_pages = volets_attachment_inspect (self->order->subsidy->call, record, file, row,
                                             self->cancellable, findings);

  for (guint i = 0; i < findings->len; i++)
    g_strv_builder_add (self->doubts,
                        ((const VoletsFinding *) g_ptr_array_index (findings, i))->message);

  return n_pages;
}

/* A file that cannot be copied is said to miss, and does not stop the others, unless it is because
 * there is no room for it. */
static gboolean
add_attachment (Making               *self,
                const VoletsCallItem *item,
                guint                 row,
                GError              **error)
{
  const VoletsBundleOrder *order = self->order;
  VoletsRecord *record = volets_dossier_get_row (order->dossier, VOLETS_SECTION_ATTACHMENTS, row);
  const char *path = volets_record_get_text (record, VOLETS_ATTACHMENT_PATH);
  const char *sha256 = volets_record_get_text (record, VOLETS_ATTACHMENT_SHA256);
  const char *title = item != NULL ? item->title : "Pièce jointe";
  g_autoptr (GFile) file = path != NULL ? volets_attachment_path_read (path, order->place) : NULL;
  g_autofree char *shown = path != NULL ? g_path_get_basename (path) : g_strdup ("");
  g_autofree char *plain_name = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) reason = NULL;
  VoletsBundleFile *copy;

  if (file == NULL
      || g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    {
      add_sentence (self->missing, "%s : le fichier « %s » n’est pas trouvé ; remettez-le à sa "
                    "place, ou remplacez-le à l’étape Pièces.", title, shown);
      return tell_progress (self, error);
    }

  plain_name = name_attachment (item, path);
  name = number_name (self, plain_name);
  copy = volets_bundle_folder_copy (self->folder, name, title, file, self->cancellable, &reason);
  if (copy == NULL)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      add_sentence (self->missing, "%s : le fichier « %s » ne peut pas être copié : %s.", title,
                    shown, reason->message);
      return tell_progress (self, error);
    }

  if (sha256 != NULL && !g_str_equal (sha256, copy->sha256))
    add_sentence (self->doubts, "Pièce %u : le fichier « %s » a changé depuis qu’il a été joint ; "
                  "il est ici tel qu’il est maintenant.", row + 1, shown);
  copy->n_pages = inspect (self, record, file, row);
  return tell_progress (self, error);
}

static const VoletsCallItem *
find_item (Making *self,
           guint   row)
{
  VoletsRecord *record = volets_dossier_get_row (self->order->dossier,
                                                 VOLETS_SECTION_ATTACHMENTS, row);

  return volets_call_find_item (self->order->subsidy->call->attachments,
                                volets_record_get_text (record, VOLETS_ATTACHMENT_KEY));
}

/* The attachments that the call calls @item, %NULL for those it does not ask for. */
static gboolean
add_attachments (Making               *self,
                 const VoletsCallItem *item,
                 GError              **error)
{
  guint n_rows = volets_dossier_get_n_rows (self->order->dossier, VOLETS_SECTION_ATTACHMENTS);
  gboolean is_there = FALSE;

  for (guint i = 0; i < n_rows; i++)
    {
      if (find_item (self, i) != item)
        continue;
      is_there = TRUE;
      if (!add_attachment (self, item, i, error))
        return FALSE;
    }

  if (!is_there && item != NULL && item->required)
    add_sentence (self->missing, "%s : l’appel demande cette pièce, et le dossier ne l’a pas.",
                  item->title);
  return TRUE;
}

static gboolean
add_all (Making  *self,
         GError **error)
{
  const VoletsCall *call = self->order->subsidy->call;

  if (!add_exports (self, TRUE, error) || !add_exports (self, FALSE, error))
    return FALSE;
  for (guint i = 0; i < call->attachments->len; i++)
    {
      if (!add_attachments (self, g_ptr_array_index (call->attachments, i), error))
        return FALSE;
    }

  return add_attachments (self, NULL, error);
}

static guint
count_files (const VoletsBundleOrder *order)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);
  guint n_files = volets_dossier_get_n_rows (order->dossier, VOLETS_SECTION_ATTACHMENTS);

  for (guint i = 0; i < n_exports; i++)
    n_files += is_filed (order, &exports[i]);

  return n_files;
}

/* The file for the platform, without which there is nothing to file, wants a clean review. */
static gboolean
check_review (const VoletsBundleOrder  *order,
              GError                  **error)
{
  g_autoptr (GPtrArray) findings = volets_review (order->subsidy->call, order->dossier,
                                                  order->subsidy, order->date);
  guint n_errors = volets_review_count (findings, VOLETS_SEVERITY_ERROR);

  if (n_errors == 0)
    return TRUE;

  g_set_error (error, VOLETS_BUNDLE_ERROR, VOLETS_BUNDLE_ERROR_REFUSED,
               n_errors == 1 ? "le dossier de dépôt n’est pas préparé : il reste %u erreur à "
                               "corriger"
                             : "le dossier de dépôt n’est pas préparé : il reste %u erreurs à "
                               "corriger", n_errors);
  return FALSE;
}

/**
 * volets_filing_bundle_get_folder:
 * @order: what to make a bundle of
 *
 * Returns: (transfer full): where the bundle is going to be
 */
GFile *
volets_filing_bundle_get_folder (const VoletsBundleOrder *order)
{
  g_autofree char *stem = volets_exports_get_stem (order->stem);
  g_autofree char *name = g_strconcat (stem, FOLDER_SUFFIX, NULL);

  return g_file_get_child (order->parent, name);
}

/**
 * volets_filing_bundle_make:
 * @order: what to make a bundle of
 * @progress: (nullable): called after each file
 * @progress_data: for @progress
 * @cancellable: (nullable): what stops it
 * @error: VOLETS_BUNDLE_ERROR_REFUSED, %G_IO_ERROR_EXISTS where there is one that is not to be
 *   replaced, or another #GIOErrorEnum; a French sentence, and no bundle but the one before
 *
 * Makes the papers, copies the attachments, and puts them where they are asked for in one step. An
 * attachment that is not there does not stop it: the list says that it misses.
 *
 * Returns: (transfer full) (nullable): the bundle
 */
VoletsFilingBundle *
volets_filing_bundle_make (const VoletsBundleOrder  *order,
                           VoletsBundleProgress      progress,
                           gpointer                  progress_data,
                           GCancellable             *cancellable,
                           GError                  **error)
{
  g_autoptr (GFile) place = NULL;
  g_autoptr (VoletsBundleFolder) folder = NULL;
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) doubts_builder = g_strv_builder_new ();
  g_auto (GStrv) doubts = NULL;
  g_autoptr (GBytes) list = NULL;
  VoletsFilingBundle *self;
  Making making = {
    .order = order, .cancellable = cancellable, .progress = progress,
    .progress_data = progress_data, .missing = missing, .doubts = doubts_builder,
  };

  g_return_val_if_fail (VOLETS_IS_DOSSIER (order->dossier), NULL);
  g_return_val_if_fail (volets_french_date_is_valid (order->date), NULL);

  place = volets_filing_bundle_get_folder (order);
  if (!check_review (order, error))
    return NULL;
  folder = volets_bundle_folder_new (place, order->overwrite, error);
  if (folder == NULL)
    return NULL;

  making.folder = folder;
  making.n_files = count_files (order);
  if (!add_all (&making, error))
    return NULL;

  self = g_new0 (VoletsFilingBundle, 1);
  self->folder = g_object_ref (place);
  self->n_files = volets_bundle_folder_get_files (folder)->len;
  self->missing = g_strv_builder_end (missing);
  doubts = g_strv_builder_end (doubts_builder);
  list = volets_bundle_list_write (order->dossier, order->subsidy, order->date,
                                   volets_bundle_folder_get_files (folder),
                                   (const char *const *) self->missing,
                                   (const char *const *) doubts);
  if (volets_bundle_folder_write (folder, LIST_NAME, "Liste", list, error) != NULL
      && volets_bundle_folder_finish (folder, error))
    return self;

  volets_filing_bundle_free (self);
  return NULL;
}

void
volets_filing_bundle_free (VoletsFilingBundle *self)
{
  g_object_unref (self->folder);
  g_strfreev (self->missing);
  g_free (self);
}

/* What a thread makes, of a dossier that is its own. */
typedef struct {
  VoletsBundleOrder     order;
  VoletsBundleProgress  progress;
  gpointer              progress_data;
} Task;

static void
task_free (gpointer data)
{
  Task *self = data;

  g_object_unref (self->order.dossier);
  volets_subsidy_unref ((VoletsSubsidy *) self->order.subsidy);
  g_free ((char *) self->order.date);
  g_clear_object (&self->order.place);
  g_free ((char *) self->order.stem);
  g_object_unref (self->order.parent);
  g_free (self);
}

/* How far a thread is, on its way to the thread that asked. */
typedef struct {
  GTask *task;
  guint  n_done;
  guint  n_files;
} Step;

static gboolean
step_cb (gpointer user_data)
{
  const Step *step = user_data;
  const Task *self = g_task_get_task_data (step->task);

  /* Who asked may be gone once it was stopped, or knows already that it is done. */
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (step->task))
      && !g_task_get_completed (step->task))
    self->progress (step->n_done, step->n_files, self->progress_data);

  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static void
progress_cb (guint    n_done,
             guint    n_files,
             gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();
  Step *step = g_new0 (Step, 1);

  step->task = g_object_ref (task);
  step->n_done = n_done;
  step->n_files = n_files;
  g_source_set_callback (source, step_cb, step, step_free);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_attach (source, g_task_get_context (task));
}

static void
make_cb (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  const Task *self = task_data;
  GError *error = NULL;
  VoletsFilingBundle *bundle =
    volets_filing_bundle_make (&self->order, self->progress != NULL ? progress_cb : NULL, task,
                               cancellable, &error);

  if (bundle != NULL)
    g_task_return_pointer (task, bundle, (GDestroyNotify) volets_filing_bundle_free);
  else
    g_task_return_error (task, error);
}

/**
 * volets_filing_bundle_make_async:
 * @order: what to make a bundle of, now
 * @progress: (nullable): called after each file, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): what stops it
 * @callback: called once it is made
 * @user_data: for @callback
 *
 * Does what volets_filing_bundle_make() does, in a thread.
 */
void
volets_filing_bundle_make_async (const VoletsBundleOrder *order,
                                 VoletsBundleProgress     progress,
                                 gpointer                 progress_data,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *self = g_new0 (Task, 1);

  self->order = *order;
  self->order.dossier = volets_dossier_copy (order->dossier);
  self->order.subsidy = volets_subsidy_ref ((VoletsSubsidy *) order->subsidy);
  self->order.date = g_strdup (order->date);
  self->order.place = order->place != NULL ? g_object_ref (order->place) : NULL;
  self->order.stem = g_strdup (order->stem);
  self->order.parent = g_object_ref (order->parent);
  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_source_tag (task, volets_filing_bundle_make_async);
  g_task_set_task_data (task, self, task_free);
  g_task_run_in_thread (task, make_cb);
}

/**
 * volets_filing_bundle_make_finish:
 * @result: what the callback was given
 * @error: as that of volets_filing_bundle_make(), or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the bundle
 */
VoletsFilingBundle *
volets_filing_bundle_make_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, volets_filing_bundle_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
