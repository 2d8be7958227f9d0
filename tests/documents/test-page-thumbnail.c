/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/page-thumbnail.h"

#include <glib/gstdio.h>
#include <string.h>

#include "documents/sheet.h"
#include "reader.h"

#define SIDE 144
#define N_THREADS 4

static char *path;

static GFile *
put_file (gconstpointer data,
          gsize         length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static GBytes *
print_sheet (void)
{
  g_autoptr (VoletsDocument) sheet = VOLETS_DOCUMENT (volets_sheet_new ("Délibération"));

  return reader_render (sheet, "2021-03-31");
}

static void
assert_refused (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_page_thumbnail_render (file, SIDE, SIDE, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == VOLETS_PDF_ERROR);
}

static gpointer
render_cb (gpointer file)
{
  return volets_page_thumbnail_render (file, SIDE, SIDE, NULL);
}

/* A4 held upright is as high as the room there is, on white. */
static void
test_first_page (void)
{
  g_autoptr (GBytes) bytes = print_sheet ();
  g_autoptr (GFile) file = put_file (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  cairo_surface_t *surface = volets_page_thumbnail_render (file, SIDE, SIDE, NULL);

  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 102);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, SIDE);
  g_assert_cmphex (*(const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface), ==,
                   0xffffffff);
  cairo_surface_destroy (surface);
}

static void
test_several_threads (void)
{
  g_autoptr (GBytes) bytes = print_sheet ();
  g_autoptr (GFile) file = put_file (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("thumbnail", render_cb, file);
  for (guint i = 0; i < N_THREADS; i++)
    {
      cairo_surface_t *surface = g_thread_join (threads[i]);

      g_assert_nonnull (surface);
      cairo_surface_destroy (surface);
    }
}

static void
test_what_is_no_pdf (void)
{
  static const char *const CONTENTS[] = {
    "", "%PDF-1.7\n", "not a PDF", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\n"
    "trailer<</Root 1 0 R>>\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CONTENTS); i++)
    {
      g_autoptr (GFile) file = put_file (CONTENTS[i], strlen (CONTENTS[i]));

      assert_refused (file);
    }
}

static void
test_locked (void)
{
  g_autofree char *locked = g_test_build_filename (G_TEST_DIST, "documents", "locked.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (locked);

  assert_refused (file);
}

static void
test_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.pdf");

  assert_refused (file);
}

/* A page is drawn as small as it is asked for, however large it says it is. */
static void
test_pages_of_strange_sizes (void)
{
  static const char *const BOXES[] = {
    "0 0 0 0", "0 0 1e30 1e30", "0 0 1 100000", "0 0 -10 -10", "10 10 5 5", "0 0 nan 1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (BOXES); i++)
    {
      g_autofree char *content = g_strdup_printf (
        "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[%s]>>endobj\n"
        "trailer<</Root 1 0 R>>\n", BOXES[i]);
      g_autoptr (GFile) file = put_file (content, strlen (content));
      cairo_surface_t *surface = volets_page_thumbnail_render (file, SIDE, SIDE, NULL);

      if (surface == NULL)
        continue;
      g_assert_cmpint (cairo_image_surface_get_width (surface), <=, SIDE);
      g_assert_cmpint (cairo_image_surface_get_height (surface), <=, SIDE);
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("volets-thumbnail-XXXXXX", NULL);
  path = g_build_filename (folder, "page.pdf", NULL);

  g_test_add_func ("/page-thumbnail/first-page", test_first_page);
  g_test_add_func ("/page-thumbnail/several-threads", test_several_threads);
  g_test_add_func ("/page-thumbnail/what-is-no-pdf", test_what_is_no_pdf);
  g_test_add_func ("/page-thumbnail/locked", test_locked);
  g_test_add_func ("/page-thumbnail/missing", test_missing);
  g_test_add_func ("/page-thumbnail/pages-of-strange-sizes", test_pages_of_strange_sizes);

  status = g_test_run ();
  g_remove (path);
  g_rmdir (folder);
  g_free (path);

  return status;
}
