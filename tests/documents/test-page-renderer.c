/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/page-renderer.h"

#include <string.h>

#include "documents/sheet.h"
#include "reader.h"

static GBytes *
print_pages (const char *word)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Première page");

  volets_sheet_add_page_break (sheet);
  volets_sheet_add_paragraph (sheet, word);

  return reader_render (VOLETS_DOCUMENT (sheet), "2021-03-31");
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

static VoletsPageRenderer *
open_pages (GBytes  *bytes,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  volets_page_renderer_open_async (bytes, NULL, ready_cb, &result);

  return volets_page_renderer_open_finish (wait_for (&result), error);
}

static GArray *
find (VoletsPageRenderer *pages,
      const char         *text)
{
  g_autoptr (GAsyncResult) result = NULL;

  volets_page_renderer_find_async (pages, text, NULL, ready_cb, &result);

  return volets_page_renderer_find_finish (pages, wait_for (&result), NULL);
}

static gboolean
has_ink (cairo_surface_t         *surface,
         const cairo_rectangle_t *area)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = (int) area->y; y < (int) (area->y + area->height); y++)
    {
      for (int x = (int) area->x; x < (int) (area->x + area->width); x++)
        {
          if (data[y * stride + x * 4] < 128)
            return TRUE;
        }
    }

  return FALSE;
}

/* A page is drawn upright and whole, and what was found on it is where the ink is. */
static void
test_match_is_on_its_ink (void)
{
  g_autoptr (GBytes) bytes = print_pages ("Vidéoprojecteur");
  g_autoptr (VoletsPageRenderer) pages = open_pages (bytes, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GArray) none = NULL;
  const VoletsPageMatch *match;
  cairo_surface_t *surface;
  double width, height;

  g_assert_nonnull (pages);
  g_assert_true (volets_page_renderer_get_pdf (pages) == bytes);
  g_assert_cmpuint (volets_page_renderer_get_n_pages (pages), ==, 2);
  volets_page_renderer_get_page_size (pages, 1, &width, &height);
  g_assert_cmpint ((int) width, ==, 595);
  g_assert_cmpint ((int) height, ==, 841);

  matches = find (pages, "videoPROJECTEUR");
  g_assert_cmpuint (matches->len, ==, 1);
  match = &g_array_index (matches, VoletsPageMatch, 0);
  g_assert_cmpuint (match->page, ==, 1);
  none = find (pages, "tableau blanc");
  g_assert_cmpuint (none->len, ==, 0);

  volets_page_renderer_draw_async (pages, 1, 595, 842, NULL, ready_cb, &result);
  surface = volets_page_renderer_draw_finish (pages, wait_for (&result), NULL);
  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 595);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 842);
  g_assert_true (has_ink (surface, &match->area));
  g_assert_false (has_ink (surface, &(cairo_rectangle_t) { match->area.x, match->area.y + 30,
                                                           match->area.width,
                                                           match->area.height }));
  cairo_surface_destroy (surface);
}

/* What nobody waits for any more is not drawn. */
static void
test_given_up (void)
{
  g_autoptr (GBytes) bytes = print_pages ("Tablette");
  g_autoptr (VoletsPageRenderer) pages = open_pages (bytes, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  volets_page_renderer_draw_async (pages, 0, 100, 100, cancellable, ready_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (volets_page_renderer_draw_finish (pages, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_pdf (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Vaison", 6);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (open_pages (text, &error));
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NOT_PDF);
  g_clear_error (&error);
  g_assert_null (open_pages (nothing, &error));
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NOT_PDF);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-renderer/match-is-on-its-ink", test_match_is_on_its_ink);
  g_test_add_func ("/page-renderer/what-is-given-up", test_given_up);
  g_test_add_func ("/page-renderer/no-pdf", test_no_pdf);

  return g_test_run ();
}
