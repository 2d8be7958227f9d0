/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/libraries.h"

#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>
#include <poppler.h>
#include <qpdf/qpdf-c.h>

#include "engine/xml.h"

/**
 * volets_libraries_describe:
 *
 * Returns: (transfer full): the libraries that dossiers are read and papers are made with, in the
 *   versions that run, one a line
 */
char *
volets_libraries_describe (void)
{
  return g_strdup_printf ("GLib %u.%u.%u\n"
                          "libxml2 %s\n"
                          "Cairo %s\n"
                          "Pango %s\n"
                          "HarfBuzz %s\n"
                          "Poppler %s\n"
                          "qpdf %s\n",
                          glib_major_version, glib_minor_version, glib_micro_version,
                          volets_xml_get_library_version (), cairo_version_string (),
                          pango_version_string (), hb_version_string (), poppler_get_version (),
                          qpdf_get_qpdf_version ());
}
