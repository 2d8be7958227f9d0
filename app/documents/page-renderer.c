/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/page-renderer.h"

#include <poppler.h>

#include "documents/pdf.h"
#include "documents/poppler-lock.h"

/* Beyond this a page takes more memory than a person can look at. */
#define MAX_SIDE 8192

/* Of one text, in one document: what is more is not looked through by anyone. */
#define MAX_MATCHES 1000

struct _VoletsPageRenderer {
  GObject            parent_instance;

  GBytes            *pdf;
  PopplerDocument   *document;  /* with the lock of Poppler only */
  cairo_rectangle_t *sizes;     /* of each page: its width and height, in points */
  guint              n_pages;
};

G_DEFINE_FINAL_TYPE (VoletsPageRenderer, volets_page_renderer, G_TYPE_OBJECT)

typedef void (*Work) (GTask *task);

/* One thing to do, for the thread. */
typedef struct {
  gint64  serial;
  Work    work;
  GBytes *pdf;
  guint   page;
  int     width;
  int     height;
  char   *text;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->pdf, g_bytes_unref);
  g_free (job->text);
  g_free (job);
}

static void
work_cb (gpointer data,
         gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    job->work (task);
}

static int
compare_jobs (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Job *first = g_task_get_task_data ((GTask *) a);
  const Job *second = g_task_get_task_data ((GTask *) b);

  return first->serial > second->serial ? -1 : 1;
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter (&pool))
    {
      GThreadPool *made = g_thread_pool_new (work_cb, NULL, 1, FALSE, NULL);

      g_thread_pool_set_sort_function (made, compare_jobs, NULL);
      g_once_init_leave (&pool, made);
    }

  return pool;
}

static void
start_job (GTask *task,
           Work   work,
           Job   *job)
{
  static gint64 last_serial;

  job->serial = ++last_serial;
  job->work = work;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_thread_pool_push (get_pool (), g_object_ref (task), NULL);
}

static void
measure (VoletsPageRenderer *self)
{
  self->n_pages = (guint) MAX (0, poppler_document_get_n_pages (self->document));
  self->sizes = g_new0 (cairo_rectangle_t, self->n_pages);
  for (guint i = 0; i < self->n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, (int) i);

      if (page != NULL)
        poppler_page_get_size (page, &self->sizes[i].width, &self->sizes[i].height);
      g_clear_object (&page);
    }
}

static void
open_work (GTask *task)
{
  const Job *job = g_task_get_task_data (task);
  g_autoptr (VoletsPageRenderer) self = g_object_new (VOLETS_TYPE_PAGE_RENDERER, NULL);
  g_autoptr (GError) reason = NULL;

  {
    g_autoptr (GMutexLocker) locker = volets_poppler_lock ();

    self->pdf = g_bytes_ref (job->pdf);
    self->document = poppler_document_new_from_bytes (job->pdf, NULL, &reason);
    if (self->document != NULL)
      measure (self);
  }

  if (self->n_pages > 0)
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
  else
    g_task_return_new_error (task, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NOT_PDF,
                             "Ce PDF ne peut pas être montré ; ouvrez-le avec un autre programme.");
}

static void
draw_work (GTask *task)
{
  const Job *job = g_task_get_task_data (task);
  VoletsPageRenderer *self = g_task_get_source_object (task);
  g_autoptr (GMutexLocker) locker = volets_poppler_lock ();
  PopplerPage *page = poppler_document_get_page (self->document, (int) job->page);
  const cairo_rectangle_t *size = &self->sizes[job->page];
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, job->width,
                                                         job->height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (page != NULL && size->width > 0 && size->height > 0)
    {
      cairo_scale (cr, job->width / size->width, job->height / size->height);
      poppler_page_render (page, cr);
    }
  g_clear_object (&page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
      return;
    }
  cairo_surface_destroy (surface);
  g_task_return_new_error (task, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_RENDER,
                           "Cette page ne peut pas être montrée ; réduisez l’agrandissement.");
}

static void
add_matches (VoletsPageRenderer *self,
             guint               number,
             const char         *text,
             GArray             *matches)
{
  PopplerPage *page = poppler_document_get_page (self->document, (int) number);
  GList *found;

  if (page == NULL)
    return;

  found = poppler_page_find_text_with_options (page, text, POPPLER_FIND_IGNORE_DIACRITICS);
  for (GList *item = found; item != NULL && matches->len < MAX_MATCHES; item = item->next)
    {
      const PopplerRectangle *area = item->data;
      const VoletsPageMatch match = {
        number,
        /* Poppler counts from the bottom. */
        { area->x1, self->sizes[number].height - area->y2, area->x2 - area->x1,
          area->y2 - area->y1 },
      };

      g_array_append_val (matches, match);
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  g_object_unref (page);
}

static void
find_work (GTask *task)
{
  const Job *job = g_task_get_task_data (task);
  VoletsPageRenderer *self = g_task_get_source_object (task);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (VoletsPageMatch));

  for (guint i = 0; i < self->n_pages && matches->len < MAX_MATCHES; i++)
    {
      g_autoptr (GMutexLocker) locker = volets_poppler_lock ();

      if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
        break;
      add_matches (self, i, job->text, matches);
    }

  g_task_return_pointer (task, g_steal_pointer (&matches), (GDestroyNotify) g_array_unref);
}

static void
volets_page_renderer_finalize (GObject *object)
{
  VoletsPageRenderer *self = VOLETS_PAGE_RENDERER (object);

  if (self->document != NULL)
    {
      g_autoptr (GMutexLocker) locker = volets_poppler_lock ();

      g_object_unref (self->document);
    }
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self->sizes);

  G_OBJECT_CLASS (volets_page_renderer_parent_class)->finalize (object);
}

static void
volets_page_renderer_class_init (VoletsPageRendererClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = volets_page_renderer_finalize;
}

static void
volets_page_renderer_init (VoletsPageRenderer *self)
{
}

/**
 * volets_page_renderer_open_async:
 * @pdf: a PDF, or anything else
 * @cancellable: (nullable): what stops it
 * @callback: called once it is open
 * @user_data: for @callback
 */
void
volets_page_renderer_open_async (GBytes              *pdf,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (pdf != NULL);

  job = g_new0 (Job, 1);
  job->pdf = g_bytes_ref (pdf);
  g_task_set_source_tag (task, volets_page_renderer_open_async);
  start_job (task, open_work, job);
}

/**
 * volets_page_renderer_open_finish:
 * @result: what the callback was given
 * @error: a sentence for the person, in VOLETS_PDF_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the pages, one at least
 */
VoletsPageRenderer *
volets_page_renderer_open_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, volets_page_renderer_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * volets_page_renderer_get_pdf:
 * @self: the pages
 *
 * Returns: (transfer none): the file they are in
 */
GBytes *
volets_page_renderer_get_pdf (VoletsPageRenderer *self)
{
  g_return_val_if_fail (VOLETS_IS_PAGE_RENDERER (self), NULL);

  return self->pdf;
}

/**
 * volets_page_renderer_get_n_pages:
 * @self: the pages
 *
 * Returns: how many there are
 */
guint
volets_page_renderer_get_n_pages (VoletsPageRenderer *self)
{
  g_return_val_if_fail (VOLETS_IS_PAGE_RENDERER (self), 0);

  return self->n_pages;
}

/**
 * volets_page_renderer_get_page_size:
 * @self: the pages
 * @page: one of them, from 0
 * @width: (out): how wide it is, in points
 * @height: (out): how high, in points
 */
void
volets_page_renderer_get_page_size (VoletsPageRenderer *self,
                                    guint               page,
                                    double             *width,
                                    double             *height)
{
  g_return_if_fail (VOLETS_IS_PAGE_RENDERER (self));
  g_return_if_fail (page < self->n_pages);
  g_return_if_fail (width != NULL && height != NULL);

  *width = self->sizes[page].width;
  *height = self->sizes[page].height;
}

/**
 * volets_page_renderer_draw_async:
 * @self: the pages
 * @page: one of them, from 0
 * @width: how wide its picture is, in pixels
 * @height: how high, in pixels
 * @cancellable: (nullable): what stops it before it begins
 * @callback: called once it is drawn
 * @user_data: for @callback
 */
void
volets_page_renderer_draw_async (VoletsPageRenderer  *self,
                                 guint                page,
                                 int                  width,
                                 int                  height,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (VOLETS_IS_PAGE_RENDERER (self));
  g_return_if_fail (page < self->n_pages);
  g_return_if_fail (width > 0 && height > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  job = g_new0 (Job, 1);
  job->page = page;
  job->width = MIN (width, MAX_SIDE);
  job->height = MIN (height, MAX_SIDE);
  g_task_set_source_tag (task, volets_page_renderer_draw_async);
  start_job (task, draw_work, job);
}

/**
 * volets_page_renderer_draw_finish:
 * @self: the pages
 * @result: what the callback was given
 * @error: a sentence for the person, in VOLETS_PDF_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): an opaque image surface
 */
cairo_surface_t *
volets_page_renderer_draw_finish (VoletsPageRenderer  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, volets_page_renderer_draw_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * volets_page_renderer_find_async:
 * @self: the pages
 * @text: what to look for, whatever its capitals and accents
 * @cancellable: (nullable): what stops it
 * @callback: called once all pages were looked through
 * @user_data: for @callback
 */
void
volets_page_renderer_find_async (VoletsPageRenderer  *self,
                                 const char          *text,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (VOLETS_IS_PAGE_RENDERER (self));
  g_return_if_fail (text != NULL && *text != '\0');

  task = g_task_new (self, cancellable, callback, user_data);
  job = g_new0 (Job, 1);
  job->text = g_strdup (text);
  g_task_set_source_tag (task, volets_page_renderer_find_async);
  start_job (task, find_work, job);
}

/**
 * volets_page_renderer_find_finish:
 * @self: the pages
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type VoletsPageMatch): where the text is, from the
 *   first page to the last
 */
GArray *
volets_page_renderer_find_finish (VoletsPageRenderer  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, volets_page_renderer_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
