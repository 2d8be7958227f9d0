/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/page-thumbnail.h"

#include <poppler.h>

#include "documents/pdf.h"
#include "documents/poppler-lock.h"

static cairo_surface_t *
draw_page (PopplerPage *page,
           int          width,
           int          height)
{
  double page_width, page_height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &page_width, &page_height);
  if (!(page_width > 0) || !(page_height > 0))
    return NULL;

  scale = MIN (width / page_width, height / page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        CLAMP ((int) (page_width * scale + 0.5), 1, width),
                                        CLAMP ((int) (page_height * scale + 0.5), 1, height));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;

  cairo_surface_destroy (surface);
  return NULL;
}

/**
 * volets_page_thumbnail_render:
 * @file: a PDF, or anything else
 * @width: the room there is, in pixels
 * @height: likewise
 * @error: a sentence for the person, in VOLETS_PDF_ERROR
 *
 * Draws the first page as large as it fits, on white. Can be called from any thread.
 *
 * Returns: (transfer full) (nullable): an image surface
 */
cairo_surface_t *
volets_page_thumbnail_render (GFile   *file,
                              int      width,
                              int      height,
                              GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  PopplerDocument *document;
  PopplerPage *page = NULL;
  g_autoptr (GError) reason = NULL;
  cairo_surface_t *surface = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  locker = volets_poppler_lock ();
  document = poppler_document_new_from_gfile (file, NULL, NULL, &reason);
  if (document != NULL && poppler_document_get_n_pages (document) > 0)
    page = poppler_document_get_page (document, 0);
  if (page != NULL)
    surface = draw_page (page, width, height);
  g_clear_object (&page);
  g_clear_object (&document);

  if (surface == NULL)
    g_set_error_literal (error, VOLETS_PDF_ERROR,
                         g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                           ? VOLETS_PDF_ERROR_ENCRYPTED : VOLETS_PDF_ERROR_NOT_PDF,
                         "La première page de ce PDF ne peut pas être montrée ; ouvrez-le avec "
                         "un autre programme.");

  return surface;
}
