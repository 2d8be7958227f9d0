/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/printing.h"

#include <string.h>

#include "documents/pdf.h"
#include "documents/sheet.h"

/* Sheets without a letter on them would come out of the printer. */
static void
test_without_a_font (void)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  VoletsSheet *sheet = volets_sheet_new ("Plan de financement");

  volets_sheet_add_paragraph (sheet, "Les recettes sont égales aux dépenses.");
  g_ptr_array_add (papers, sheet);
  g_assert_null (volets_printing_new (papers, "Vaison", &error));
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FONT);
  g_assert_nonnull (strstr (error->message, "aucune police"));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "fixtures", "no-fonts.conf", NULL);
  g_setenv ("FONTCONFIG_FILE", path, TRUE);

  g_test_add_func ("/printing/without-a-font", test_without_a_font);

  return g_test_run ();
}
