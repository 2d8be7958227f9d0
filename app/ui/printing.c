/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/printing.h"

#include "documents/pdf.h"

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          GPtrArray         *documents)
{
  guint n_pages = 0;

  for (guint i = 0; i < documents->len; i++)
    n_pages += volets_document_get_n_pages (g_ptr_array_index (documents, i));

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              GPtrArray         *documents)
{
  guint page = (guint) number;

  for (guint i = 0; i < documents->len; i++)
    {
      VoletsDocument *document = g_ptr_array_index (documents, i);
      guint n_pages = volets_document_get_n_pages (document);

      if (page < n_pages)
        {
          volets_document_draw_page (document, gtk_print_context_get_cairo_context (context),
                                     page);
          return;
        }
      page -= n_pages;
    }
}

/* A4 held upright, without a margin of the printer's: the pages have their own. */
static GtkPageSetup *
create_page_setup (void)
{
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size (setup, a4);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_PORTRAIT);

  return setup;
}

/**
 * volets_printing_new:
 * @documents: (element-type VoletsDocument): what to print, one after the other
 * @name: what the print job is called
 * @error: a sentence for the person, where the pages would be blank
 *
 * Prints by the same drawing as the PDF of each paper: to be run with the dialog, where pages and
 * the printer are chosen, or without.
 *
 * Returns: (transfer full) (nullable): the operation
 */
GtkPrintOperation *
volets_printing_new (GPtrArray   *documents,
                     const char  *name,
                     GError     **error)
{
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkPrintOperation *operation;

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);

  /* They are all written in the same. */
  if (!volets_pdf_check_fonts (g_ptr_array_index (documents, 0), error))
    return NULL;

  setup = create_page_setup ();
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "documents", g_ptr_array_ref (documents),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), documents);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), documents);

  return operation;
}
