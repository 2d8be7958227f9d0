/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/attachments/attachment-preview.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "documents/page-thumbnail.h"

/* An image is decoded as a whole before it is made small: one of 8 000 × 8 000 still is. */
#define MAX_PIXELS G_GINT64_CONSTANT (64000000)

typedef struct {
  GFile *file;
  int    size;
} Preview;

static void
preview_free (Preview *preview)
{
  g_object_unref (preview->file);
  g_free (preview);
}

static cairo_surface_t *
draw_image (const Preview  *preview,
            GError        **error)
{
  const char *path = g_file_peek_path (preview->file);
  g_autoptr (GdkPixbuf) image = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  int width, height;

  if (gdk_pixbuf_get_file_info (path, &width, &height) == NULL
      || (gint64) width * height > MAX_PIXELS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no image to be shown");
      return NULL;
    }

  image = gdk_pixbuf_new_from_file_at_scale (path, MIN (width, preview->size),
                                             MIN (height, preview->size), TRUE, error);
  if (image == NULL)
    return NULL;

  upright = gdk_pixbuf_apply_embedded_orientation (image);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_pixbuf_get_width (upright),
                                        gdk_pixbuf_get_height (upright));
  cr = cairo_create (surface);
  gdk_cairo_set_source_pixbuf (cr, upright, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return surface;
}

/* White paper on a white row has no edge of its own. Takes @surface. */
static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
}

static void
preview_cb (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  const Preview *preview = task_data;
  g_autofree char *name = g_file_get_basename (preview->file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  cairo_surface_t *surface = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (g_str_has_suffix (lower, ".pdf"))
    surface = volets_page_thumbnail_render (preview->file, preview->size, preview->size, &error);
  else if (g_str_has_suffix (lower, ".png") || g_str_has_suffix (lower, ".jpg")
           || g_str_has_suffix (lower, ".jpeg"))
    surface = draw_image (preview, &error);
  else
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "no page to be shown");

  if (surface != NULL)
    g_task_return_pointer (task, make_texture (surface), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * volets_attachment_preview_async:
 * @file: a file of this PC that was checked, see volets_attachment_check_async()
 * @size: the length of the longer side, in pixels
 * @cancellable: (nullable): what stops it
 * @callback: called once it is done
 * @user_data: for @callback
 */
void
volets_attachment_preview_async (GFile               *file,
                                 int                  size,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Preview *preview;

  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);
  g_return_if_fail (size > 0);

  preview = g_new0 (Preview, 1);
  preview->file = g_object_ref (file);
  preview->size = size;
  g_task_set_source_tag (task, volets_attachment_preview_async);
  g_task_set_task_data (task, preview, (GDestroyNotify) preview_free);
  g_task_run_in_thread (task, preview_cb);
}

/**
 * volets_attachment_preview_finish:
 * @result: what the callback was given
 * @error: why there is nothing to be shown, not for the person
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
volets_attachment_preview_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, volets_attachment_preview_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
