/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VoletsOdfXml:
 *
 * One of the XML files of an OpenDocument, in the making.
 */
typedef struct _VoletsOdfXml VoletsOdfXml;

char         *volets_odf_format_points (double points);

VoletsOdfXml *volets_odf_xml_new    (const char   *root);
void          volets_odf_xml_free   (VoletsOdfXml *self);
void          volets_odf_xml_open   (VoletsOdfXml *self,
                                     const char   *element,
                                     ...) G_GNUC_NULL_TERMINATED;
void          volets_odf_xml_add    (VoletsOdfXml *self,
                                     const char   *element,
                                     ...) G_GNUC_NULL_TERMINATED;
void          volets_odf_xml_text   (VoletsOdfXml *self,
                                     const char   *text);
void          volets_odf_xml_close  (VoletsOdfXml *self);
GBytes       *volets_odf_xml_finish (VoletsOdfXml *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsOdfXml, volets_odf_xml_free)

G_END_DECLS
