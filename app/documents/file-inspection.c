/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/file-inspection.h"

#include <gio/gio.h>
#include <string.h>

#include "documents/image-inspection.h"
#include "documents/pdf-inspection.h"

static const struct {
  const char            *extension;
  VoletsFileInspection (*inspect) (const char *path);
} TYPES[] = {
  { "pdf", volets_pdf_inspect },
  { "png", volets_png_inspect },
  { "jpg", volets_jpeg_inspect },
  { "jpeg", volets_jpeg_inspect },
};

static gsize
find_type (const char *path)
{
  const char *extension = strrchr (path, '.');
  gsize i = 0;

  while (i < G_N_ELEMENTS (TYPES)
         && (extension == NULL || g_ascii_strcasecmp (extension + 1, TYPES[i].extension) != 0))
    i++;

  return i;
}

/**
 * volets_file_is_inspected:
 * @path: the path of a file
 *
 * Returns: whether its name is that of a type that can be looked into
 */
gboolean
volets_file_is_inspected (const char *path)
{
  return find_type (path) < G_N_ELEMENTS (TYPES);
}

/**
 * volets_file_inspect:
 * @path: the path of a regular file that nobody vouches for
 *
 * Looks into it with the libraries that know its type, in this process, and for as long as they
 * take: volets_file_inspector_run() does so where it can do no harm.
 *
 * Returns: what is wrong with it; nothing for a type that is not looked into
 */
VoletsFileInspection
volets_file_inspect (const char *path)
{
  gsize type = find_type (path);
  VoletsFileInspection nothing = { 0 };

  return type < G_N_ELEMENTS (TYPES) ? TYPES[type].inspect (path) : nothing;
}
