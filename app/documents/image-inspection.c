/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/image-inspection.h"

#include <cairo.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

/* Of an image: a page at 600 dots per inch has 35 millions. */
#define MAX_PIXELS G_GUINT64_CONSTANT (100000000)

/* Where a PNG says how large it is: two numbers of four bytes, the highest byte first. */
#define PNG_SIZE_OFFSET 16
#define PNG_HEAD 24

typedef struct {
  struct jpeg_error_mgr parent;
  jmp_buf               escape;
  gboolean              is_cut;
} JpegErrors;

static VoletsFileInspection
find_problem (VoletsFileProblems problem)
{
  VoletsFileInspection inspection = { .problems = problem };

  return inspection;
}

static guint64
read_number (const guint8 *bytes)
{
  return (guint64) bytes[0] << 24 | (guint64) bytes[1] << 16 | (guint64) bytes[2] << 8 | bytes[3];
}

/* How many pixels a PNG says it has; zero for what is no PNG. */
static guint64
count_png_pixels (const char *path)
{
  guint8 head[PNG_HEAD];
  FILE *file = g_fopen (path, "rb");
  gsize length = file != NULL ? fread (head, 1, PNG_HEAD, file) : 0;

  if (file != NULL)
    fclose (file);
  if (length < PNG_HEAD)
    return 0;

  return read_number (head + PNG_SIZE_OFFSET) * read_number (head + PNG_SIZE_OFFSET + 4);
}

/**
 * volets_png_inspect:
 * @path: the path of a file
 *
 * Returns: whether it is a PNG that can be shown
 */
VoletsFileInspection
volets_png_inspect (const char *path)
{
  guint64 n_pixels = count_png_pixels (path);
  cairo_surface_t *surface;
  cairo_status_t status;

  if (n_pixels > MAX_PIXELS)
    return find_problem (VOLETS_FILE_PROBLEM_UNDECIDED);

  surface = cairo_image_surface_create_from_png (path);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return find_problem (status == CAIRO_STATUS_SUCCESS ? 0 : VOLETS_FILE_PROBLEM_DAMAGED);
}

static void
escape_cb (j_common_ptr jpeg)
{
  longjmp (((JpegErrors *) jpeg->err)->escape, 1);
}

/* Where data misses, the library makes some up and goes on. */
static void
message_cb (j_common_ptr jpeg,
            int          level)
{
  JpegErrors *errors = (JpegErrors *) jpeg->err;

  if (level < 0
      && (jpeg->err->msg_code == JWRN_JPEG_EOF || jpeg->err->msg_code == JWRN_HIT_MARKER))
    errors->is_cut = TRUE;
}

static VoletsFileProblems
decode_jpeg (struct jpeg_decompress_struct *jpeg,
             JpegErrors                    *errors,
             FILE                          *file)
{
  JSAMPARRAY row;

  if (setjmp (errors->escape) != 0)
    return VOLETS_FILE_PROBLEM_DAMAGED;

  jpeg_stdio_src (jpeg, file);
  jpeg_read_header (jpeg, TRUE);
  if ((guint64) jpeg->image_width * jpeg->image_height > MAX_PIXELS)
    return VOLETS_FILE_PROBLEM_UNDECIDED;

  jpeg_start_decompress (jpeg);
  row = jpeg->mem->alloc_sarray ((j_common_ptr) jpeg, JPOOL_IMAGE,
                                 jpeg->output_width * (JDIMENSION) jpeg->output_components, 1);
  while (jpeg->output_scanline < jpeg->output_height)
    jpeg_read_scanlines (jpeg, row, 1);
  jpeg_finish_decompress (jpeg);

  return errors->is_cut ? VOLETS_FILE_PROBLEM_DAMAGED : 0;
}

/**
 * volets_jpeg_inspect:
 * @path: the path of a file
 *
 * Returns: whether it is a JPEG that can be shown to its end
 */
VoletsFileInspection
volets_jpeg_inspect (const char *path)
{
  struct jpeg_decompress_struct jpeg = { 0 };
  JpegErrors errors = { 0 };
  VoletsFileProblems problems;
  FILE *file = g_fopen (path, "rb");

  if (file == NULL)
    return find_problem (VOLETS_FILE_PROBLEM_UNDECIDED);

  jpeg.err = jpeg_std_error (&errors.parent);
  errors.parent.error_exit = escape_cb;
  errors.parent.emit_message = message_cb;
  jpeg_create_decompress (&jpeg);
  problems = decode_jpeg (&jpeg, &errors, file);
  jpeg_destroy_decompress (&jpeg);
  fclose (file);

  return find_problem (problems);
}
