/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#include "documents/pdf-finish.h"
#include "documents/pdf-reader.h"
#include "documents/typesetter.h"
#include "engine/french.h"

#define N_LEVELS 3

/* What the file says of itself outside of the pages is shortened to this: PDF/A allows 32 767 bytes
 * for a string, of which a character takes two or four. */
#define MOST_CHARACTERS 1000

G_DEFINE_QUARK (volets-pdf-error-quark, volets_pdf_error)

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static char *
join_keywords (const VoletsPdfInfo *info)
{
  gboolean has_keywords = info->keywords != NULL && *info->keywords != '\0';

  if (info->fingerprint == NULL)
    return g_strdup (info->keywords);
  return g_strconcat (has_keywords ? info->keywords : "", has_keywords ? ", " : "",
                      VOLETS_PDF_FINGERPRINT_KEY, info->fingerprint, NULL);
}

static char *
shorten (const char *text)
{
  return g_utf8_strlen (text, -1) > MOST_CHARACTERS ? g_utf8_substring (text, 0, MOST_CHARACTERS)
                                                    : g_strdup (text);
}

static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  field,
              const char           *text)
{
  g_autofree char *clean = volets_typesetter_clean (text);
  g_autofree char *brief = shorten (clean);

  if (*brief != '\0')
    cairo_pdf_surface_set_metadata (surface, field, brief);
}

/* Cairo would write the clock into the file: the same answers have to give the same bytes. */
static void
describe (cairo_surface_t     *surface,
          VoletsDocument      *document,
          const VoletsPdfInfo *info)
{
  g_autofree char *keywords = join_keywords (info);
  g_autofree char *time = g_strconcat (info->date, "T00:00:00Z", NULL);

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                volets_document_get_title (document));
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Volets " VOLETS_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

/* Everything is in one Document element, open from the first page to the last. */
static void
draw_pages (cairo_t        *cr,
            VoletsDocument *document)
{
  guint n_pages = volets_document_get_n_pages (document);

  for (guint i = 0; i < n_pages; i++)
    {
      if (i == 0)
        cairo_tag_begin (cr, "Document", NULL);
      volets_document_draw_tagged_page (document, cr, i);
      if (i + 1 == n_pages)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
}

static void
add_outline (cairo_surface_t *surface,
             VoletsDocument  *document)
{
  int parents[N_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };
  guint n_headings;
  const VoletsDocumentHeading *headings = volets_document_get_headings (document, &n_headings);

  for (guint i = 0; i < n_headings; i++)
    {
      guint level = CLAMP (headings[i].level, 1, N_LEVELS);
      g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %d]", headings[i].page + 1,
                                                (int) headings[i].y);
      g_autofree char *title = shorten (headings[i].text);

      parents[level] = cairo_pdf_surface_add_outline (surface, parents[level - 1], title, place,
                                                      level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                                                 : 0);

      /* A heading of level 3 right below the title hangs from the title. */
      for (guint j = level + 1; j <= N_LEVELS; j++)
        parents[j] = parents[level];
    }
}

static GBytes *
draw (VoletsDocument       *document,
      const VoletsPdfInfo  *info,
      GError              **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, VOLETS_DOCUMENT_WIDTH,
                                                 VOLETS_DOCUMENT_HEIGHT);
  /* Without object streams, of which qpdf would read all before the first is written again. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (surface, document, info);

  cr = cairo_create (surface);
  draw_pages (cr, document);
  status = cairo_status (cr);
  cairo_destroy (cr);

  add_outline (surface, document);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_debug ("Cairo: %s", cairo_status_to_string (status));
      g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_RENDER,
                           "le document n’a pas pu être mis en PDF ; fermez d’autres programmes, "
                           "puis recommencez");
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * volets_pdf_render:
 * @document: what to draw
 * @info: what the file says of itself; its date is valid
 * @error: a sentence for the person, in VOLETS_PDF_ERROR
 *
 * Makes a PDF with structure and outline, which is a PDF/A-3a and a PDF/UA-1. The same document and
 * the same @info give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
volets_pdf_render (VoletsDocument       *document,
                   const VoletsPdfInfo  *info,
                   GError              **error)
{
  g_autoptr (GBytes) drawn = NULL;

  g_return_val_if_fail (VOLETS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (info != NULL && volets_french_date_is_valid (info->date), NULL);
  g_return_val_if_fail (info->fingerprint == NULL
                        || volets_pdf_is_fingerprint (info->fingerprint), NULL);

  if (!volets_pdf_check_fonts (document, error))
    return NULL;

  drawn = draw (document, info, error);
  if (drawn == NULL)
    return NULL;

  return volets_pdf_finish (drawn, volets_document_get_alternatives (document), info->date,
                            info->file, error);
}

/**
 * volets_pdf_check_fonts:
 * @document: what is to be drawn
 * @error: a sentence for the person, VOLETS_PDF_ERROR_NO_FONT
 *
 * Returns: whether its text would be on its pages, in a file or printed
 */
gboolean
volets_pdf_check_fonts (VoletsDocument  *document,
                        GError         **error)
{
  g_return_val_if_fail (VOLETS_IS_DOCUMENT (document), FALSE);

  if (volets_document_has_fonts (document))
    return TRUE;

  g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FONT,
                       "aucune police de caractères n’est installée, le document serait sans texte "
                       "; installez-en une, par exemple Liberation ou DejaVu");
  return FALSE;
}
