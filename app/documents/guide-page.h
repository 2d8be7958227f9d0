/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/xml.h"

G_BEGIN_DECLS

/**
 * VoletsGuidePage:
 * @name: the name of its file
 * @id: what links call it
 * @rank: where it stands behind the first page, compared as text
 * @title: what it is called
 * @summary: what it is about, empty for the first page
 * @version: (nullable): of the program it is about
 * @date: (nullable): the day it was last changed, 2021-03-31
 * @root: its element
 *
 * A page of the guide, in the Mallard language (http://projectmallard.org/1.0/). Only the part of
 * it that our pages use is known; all the rest is refused, so that nothing is left out in silence.
 */
typedef struct {
  char                *name;
  char                *id;
  char                *rank;
  char                *title;
  char                *summary;
  char                *version;
  char                *date;
  const VoletsXmlNode *root;

  /*< private >*/
  VoletsXml           *xml;
} VoletsGuidePage;

VoletsGuidePage     *volets_guide_page_read      (const char             *folder,
                                                  const char             *name,
                                                  GError                **error);
void                 volets_guide_page_free      (VoletsGuidePage        *self);

gboolean             volets_guide_page_is        (const VoletsXmlNode    *node,
                                                  const char             *name);
gboolean             volets_guide_page_refuse    (const VoletsGuidePage  *self,
                                                  const VoletsXmlNode    *node,
                                                  GError                **error);
gboolean             volets_guide_page_list      (const VoletsGuidePage  *self,
                                                  const VoletsXmlNode    *node,
                                                  GPtrArray             **elements,
                                                  GError                **error);

char                *volets_guide_page_clean     (const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsGuidePage, volets_guide_page_free)

G_END_DECLS
