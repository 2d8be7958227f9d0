/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

/* Coordinates are points, from the top left corner of an A4 page held upright. */
#define VOLETS_DOCUMENT_WIDTH (210.0 / 25.4 * 72.0)
#define VOLETS_DOCUMENT_HEIGHT (297.0 / 25.4 * 72.0)

/**
 * VoletsDocumentHeading:
 * @level: 1 for the title, then 2 and 3
 * @text: (transfer none): what it says
 * @page: the page it is on, from 0
 * @y: where it begins on that page, in points from the top
 */
typedef struct {
  guint       level;
  const char *text;
  guint       page;
  double      y;
} VoletsDocumentHeading;

#define VOLETS_TYPE_DOCUMENT (volets_document_get_type ())
G_DECLARE_DERIVABLE_TYPE (VoletsDocument, volets_document, VOLETS, DOCUMENT, GObject)

struct _VoletsDocumentClass {
  GObjectClass parent_class;

  guint                        (*get_n_pages)  (VoletsDocument *self);
  void                         (*draw_page)    (VoletsDocument *self,
                                                cairo_t        *cr,
                                                guint           page,
                                                gboolean        tagged);
  const VoletsDocumentHeading *(*get_headings) (VoletsDocument *self,
                                                guint          *n_headings);

  /* What each Figure that is drawn with tags shows, in words, in reading order. */
  const char *const           *(*get_alternatives) (VoletsDocument *self);

  /* Whether the fonts are there that its text needs. */
  gboolean                     (*has_fonts)        (VoletsDocument *self);
};

const char                  *volets_document_get_title        (VoletsDocument *self);
guint                        volets_document_get_n_pages      (VoletsDocument *self);
const VoletsDocumentHeading *volets_document_get_headings     (VoletsDocument *self,
                                                               guint          *n_headings);
const char *const           *volets_document_get_alternatives (VoletsDocument *self);
gboolean                     volets_document_has_fonts        (VoletsDocument *self);
void                         volets_document_draw_page        (VoletsDocument *self,
                                                               cairo_t        *cr,
                                                               guint           page);
void                         volets_document_draw_tagged_page (VoletsDocument *self,
                                                               cairo_t        *cr,
                                                               guint           page);

G_END_DECLS
