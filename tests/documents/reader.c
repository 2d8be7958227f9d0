/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

/* Margins in points: 20 mm on the sides; heads and feet of pages are within 11 mm. */
#define SIDE 56.6
#define EDGE 31.0

GBytes *
reader_render (VoletsDocument *document,
               const char     *date)
{
  VoletsPdfInfo info = { .author = "Commune d’Ébly", .fingerprint = FINGERPRINT, .date = date };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = volets_pdf_render (document, &info, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

Pdf *
reader_print (VoletsDocument *document)
{
  g_autoptr (GBytes) bytes = reader_render (document, "2021-03-31");
  g_autoptr (GError) error = NULL;
  Pdf *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Whether a no-break space comes out of a PDF as one depends on the version of Cairo that wrote it,
 * and from the structure Poppler encodes it twice.
 */
static char *
make_spaces_plain (const char *text)
{
  static const char *const SPACES[] = { "\u00a0", "\u202f", "Â€", "â•¯" };
  char *plain = g_strdup (text);

  for (gsize i = 0; i < G_N_ELEMENTS (SPACES); i++)
    {
      g_auto (GStrv) words = g_strsplit (plain, SPACES[i], -1);

      g_free (plain);
      plain = g_strjoinv (" ", words);
    }

  return plain;
}

/* The text of a page with plain spaces. */
char *
reader_get_page_text (Pdf *pdf,
                      int  n)
{
  g_autoptr (Page) page = poppler_document_get_page (pdf, n);
  g_autofree char *text = poppler_page_get_text (page);

  return make_spaces_plain (text);
}

char *
reader_get_text (Pdf *pdf)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autofree char *page = reader_get_page_text (pdf, i);

      g_string_append_printf (text, "%s\n", page);
    }

  return g_string_free (text, FALSE);
}

static void
append_structure (PopplerStructureElementIter *iter,
                  GString                     *text)
{
  do
    {
      g_autoptr (Element) element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
      g_autofree char *content = poppler_structure_element_get_text (element, FALSE);

      if (content != NULL)
        g_string_append_printf (text, "%s\n", content);
      if (child != NULL)
        append_structure (child, text);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
    }
  while (poppler_structure_element_iter_next (iter));
}

/* The text in the order in which a screen reader has it, each element on a line, with plain spaces.
 * Poppler encodes it twice, so that only plain letters are worth comparing. */
char *
reader_get_structure_text (Pdf *pdf)
{
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (pdf);
  g_autoptr (GString) text = g_string_new ("\n");

  g_assert_nonnull (iter);
  append_structure (iter, text);
  poppler_structure_element_iter_free (iter);

  return make_spaces_plain (text->str);
}

/* What is left of a text without the spaces and the line breaks of a page. */
char *
reader_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (squeezed, g_utf8_get_char (p));
    }

  return g_string_free (squeezed, FALSE);
}

guint
reader_count (const char *text,
              const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;

  return n;
}

void
reader_assert_in_order (const char        *text,
                        const char *const *words)
{
  for (; *words != NULL; words++)
    {
      const char *found = strstr (text, *words);

      if (found == NULL)
        g_error ("« %s » is not where it should be in:\n%s", *words, text);
      text = found + strlen (*words);
    }
}

void
reader_assert_within_margins (Pdf *pdf)
{
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (pdf, i);
      g_autofree PopplerRectangle *boxes = NULL;
      guint n_boxes;

      g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
      for (guint j = 0; j < n_boxes; j++)
        {
          g_assert_cmpfloat (boxes[j].x1, >=, SIDE - 0.5);
          g_assert_cmpfloat (boxes[j].x2, <=, VOLETS_DOCUMENT_WIDTH - SIDE + 0.5);
          g_assert_cmpfloat (boxes[j].y1, >=, EDGE);
          g_assert_cmpfloat (boxes[j].y2, <=, VOLETS_DOCUMENT_HEIGHT - EDGE);
        }
    }
}

/* No character lies upon another. The boxes of a font are as high as its line, so they are taken
 * at half their height. */
void
reader_assert_no_overlap (Pdf *pdf)
{
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (pdf, i);
      g_autofree PopplerRectangle *boxes = NULL;
      guint n_boxes;

      g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
      for (guint a = 0; a < n_boxes; a++)
        {
          for (guint b = a + 1; b < n_boxes; b++)
            {
              double shared_x = MIN (boxes[a].x2, boxes[b].x2) - MAX (boxes[a].x1, boxes[b].x1);
              double shared_y = MIN (boxes[a].y2, boxes[b].y2) - MAX (boxes[a].y1, boxes[b].y1);
              double height = MIN (boxes[a].y2 - boxes[a].y1, boxes[b].y2 - boxes[b].y1);

              g_assert_false (shared_x > 1 && shared_y > height / 2);
            }
        }
    }
}
