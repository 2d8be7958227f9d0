/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VoletsXmlWriter:
 *
 * Writes elements line by line, two spaces of indent for each level, in a form that is canonical
 * already (XML C14N): attributes in the order of their names, no empty-element tags, no entity
 * but those that must be. The caller gives attributes in that order.
 */
typedef struct {
  GString *text;
  guint    depth;
} VoletsXmlWriter;

void volets_xml_writer_open    (VoletsXmlWriter  *self,
                                const char       *element,
                                ...) G_GNUC_NULL_TERMINATED;
void volets_xml_writer_close   (VoletsXmlWriter  *self,
                                const char       *element);
void volets_xml_writer_element (VoletsXmlWriter  *self,
                                const char       *element,
                                const char       *content);

G_END_DECLS
