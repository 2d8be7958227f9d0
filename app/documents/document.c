/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/document.h"

typedef struct {
  char *title;
} VoletsDocumentPrivate;

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VoletsDocument, volets_document, G_TYPE_OBJECT)

static void
draw_page (VoletsDocument *self,
           cairo_t        *cr,
           guint           page,
           gboolean        tagged)
{
  g_assert (page < volets_document_get_n_pages (self));

  cairo_save (cr);
  VOLETS_DOCUMENT_GET_CLASS (self)->draw_page (self, cr, page, tagged);
  cairo_restore (cr);
}

static const VoletsDocumentHeading *
volets_document_real_get_headings (VoletsDocument *self,
                                   guint          *n_headings)
{
  *n_headings = 0;
  return NULL;
}

static const char *const *
volets_document_real_get_alternatives (VoletsDocument *self)
{
  static const char *const NONE[] = { NULL };

  return NONE;
}

static gboolean
volets_document_real_has_fonts (VoletsDocument *self)
{
  return TRUE;
}

static void
volets_document_finalize (GObject *object)
{
  VoletsDocument *self = VOLETS_DOCUMENT (object);
  VoletsDocumentPrivate *priv = volets_document_get_instance_private (self);

  g_clear_pointer (&priv->title, g_free);

  G_OBJECT_CLASS (volets_document_parent_class)->finalize (object);
}

static void
volets_document_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, volets_document_get_title (VOLETS_DOCUMENT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_document_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VoletsDocumentPrivate *priv = volets_document_get_instance_private (VOLETS_DOCUMENT (object));

  switch (prop_id)
    {
    case PROP_TITLE:
      priv->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_document_class_init (VoletsDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = volets_document_finalize;
  object_class->get_property = volets_document_get_property;
  object_class->set_property = volets_document_set_property;

  klass->get_headings = volets_document_real_get_headings;
  klass->get_alternatives = volets_document_real_get_alternatives;
  klass->has_fonts = volets_document_real_has_fonts;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
volets_document_init (VoletsDocument *self)
{
}

/**
 * volets_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): what the document is called
 */
const char *
volets_document_get_title (VoletsDocument *self)
{
  VoletsDocumentPrivate *priv = volets_document_get_instance_private (self);

  g_return_val_if_fail (VOLETS_IS_DOCUMENT (self), NULL);

  return priv->title;
}

/**
 * volets_document_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages it has, at least one
 */
guint
volets_document_get_n_pages (VoletsDocument *self)
{
  g_return_val_if_fail (VOLETS_IS_DOCUMENT (self), 0);

  return VOLETS_DOCUMENT_GET_CLASS (self)->get_n_pages (self);
}

/**
 * volets_document_get_headings:
 * @self: a document
 * @n_headings: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_headings) (nullable): the headings in reading order,
 *   the title first; valid until @self changes
 */
const VoletsDocumentHeading *
volets_document_get_headings (VoletsDocument *self,
                              guint          *n_headings)
{
  g_return_val_if_fail (VOLETS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (n_headings != NULL, NULL);

  return VOLETS_DOCUMENT_GET_CLASS (self)->get_headings (self, n_headings);
}

/**
 * volets_document_get_alternatives:
 * @self: a document
 *
 * Returns: (transfer none) (array zero-terminated=1): what each Figure that is drawn with tags
 *   shows, in words, in reading order; valid until @self changes
 */
const char *const *
volets_document_get_alternatives (VoletsDocument *self)
{
  g_return_val_if_fail (VOLETS_IS_DOCUMENT (self), NULL);

  return VOLETS_DOCUMENT_GET_CLASS (self)->get_alternatives (self);
}

/**
 * volets_document_has_fonts:
 * @self: a document
 *
 * Returns: whether the fonts are there that its text needs; without them, its pages are blank
 */
gboolean
volets_document_has_fonts (VoletsDocument *self)
{
  g_return_val_if_fail (VOLETS_IS_DOCUMENT (self), FALSE);

  return VOLETS_DOCUMENT_GET_CLASS (self)->has_fonts (self);
}

/**
 * volets_document_draw_page:
 * @self: a document
 * @cr: where to draw, one unit for a point
 * @page: which page, from 0
 *
 * Draws one page, any of them, in any order, on any surface.
 */
void
volets_document_draw_page (VoletsDocument *self,
                           cairo_t        *cr,
                           guint           page)
{
  g_return_if_fail (VOLETS_IS_DOCUMENT (self));
  g_return_if_fail (cr != NULL);

  draw_page (self, cr, page, FALSE);
}

/**
 * volets_document_draw_tagged_page:
 * @self: a document
 * @cr: where to draw, one unit for a point
 * @page: which page, from 0
 *
 * Draws one page with the tags of its structure. A table that goes on over the page stays open,
 * so every page has to be drawn once, in order, on the same surface.
 */
void
volets_document_draw_tagged_page (VoletsDocument *self,
                                  cairo_t        *cr,
                                  guint           page)
{
  g_return_if_fail (VOLETS_IS_DOCUMENT (self));
  g_return_if_fail (cr != NULL);

  draw_page (self, cr, page, TRUE);
}
