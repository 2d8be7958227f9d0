/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-content.h"

#include <string.h>

/* The contents 4 and 7 belong to no element. */
static void
assert_marked (const char *content,
               const char *expected)
{
  g_autoptr (GHashTable) strays = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) marked = NULL;
  g_autofree char *text = NULL;
  const char *data;
  gsize size;

  g_hash_table_add (strays, GINT_TO_POINTER (4));
  g_hash_table_add (strays, GINT_TO_POINTER (7));
  marked = volets_pdf_content_mark (content, strlen (content), strays);
  data = g_bytes_get_data (marked, &size);
  text = g_strndup (data != NULL ? data : "", size);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_outside (void)
{
  assert_marked ("q\n0.5 g /a0 gs\n1 2 3 4 re f\nQ\n",
                 "q\n0.5 g /a0 gs\n/Artifact BMC\n1 2 3 4 re f\nEMC\nQ\n");
  assert_marked ("0 0 m 1 1 l 2 2 l h f*\n0 0 m 9 9 l S",
                 "/Artifact BMC\n0 0 m 1 1 l 2 2 l h f*\nEMC\n/Artifact BMC\n0 0 m 9 9 l S\nEMC");
  assert_marked ("1 0 0 1 0 0 cm BT /f 1 Tf (Page 1) Tj ET\n/x5 Do",
                 "1 0 0 1 0 0 cm /Artifact BMC\nBT /f 1 Tf (Page 1) Tj ET\nEMC\n"
                 "/Artifact BMC\n/x5 Do\nEMC");
}

static void
test_inside (void)
{
  static const char *const UNCHANGED[] = {
    "", "q Q",
    "/P << /MCID 0 >> BDC\nBT (a) Tj ET\n1 2 3 4 re f\n/x5 Do\nEMC\n",
    "/P << /MCID 0 >> BDC\n/Span << /ActualText <feff0041> >> BDC BT (a) Tj ET EMC\n"
    "1 2 3 4 re f EMC",
    "/Artifact BMC 1 2 3 4 re f EMC",
    "1 2 3 4 re W n",
    "% 1 2 3 4 re f\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (UNCHANGED); i++)
    assert_marked (UNCHANGED[i], UNCHANGED[i]);
}

/* A clip is no drawing, and what comes after it is a drawing of its own. */
static void
test_clip (void)
{
  assert_marked ("1 2 3 4 re W n\n5 6 7 8 re f",
                 "1 2 3 4 re W n\n/Artifact BMC\n5 6 7 8 re f\nEMC");
}

static void
test_words_in_strings (void)
{
  assert_marked ("BT (a \\) ET (EMC) f) Tj <feff0046> Tj [(f)-30(\\\\)] TJ ET",
                 "/Artifact BMC\nBT (a \\) ET (EMC) f) Tj <feff0046> Tj [(f)-30(\\\\)] TJ ET\nEMC");
  assert_marked ("/P << /ActualText (EMC) /MCID 1 >> BDC (f) Tj 1 2 3 4 re f EMC",
                 "/P << /ActualText (EMC) /MCID 1 >> BDC (f) Tj 1 2 3 4 re f EMC");
}

/* An actual text within a text that stands in no element leaves it one artifact. */
static void
test_actual_text_outside (void)
{
  assert_marked ("BT (a) Tj /Span << /ActualText <feff0041> >> BDC (b) Tj EMC ET",
                 "/Artifact BMC\nBT (a) Tj /Span << /ActualText <feff0041> >> BDC (b) Tj EMC ET"
                 "\nEMC");
}

static void
test_strays (void)
{
  assert_marked ("0 g\n/TR << /MCID 4 >> BDC\n1 2 3 4 re f\nEMC\n/TD << /MCID 5 >> BDC EMC",
                 "0 g\n/Artifact BMC\n1 2 3 4 re f\nEMC\n/TD << /MCID 5 >> BDC EMC");
  assert_marked ("/TD<</MCID 40>>BDC EMC/TR<</MCID 7>>BDC EMC",
                 "/TD<</MCID 40>>BDC EMC/Artifact BMC EMC");
}

/* Nobody else writes such pages, but nothing is read past the end. */
static void
test_cut (void)
{
  static const char PAGE[] = "/P << /MCID 0 >> BDC BT (a\\)) Tj <41> Tj ET EMC 1 2 3 4 re f % end";

  for (gsize size = 0; size < sizeof PAGE; size++)
    {
      g_autofree char *cut = g_memdup2 (PAGE, size);
      g_autoptr (GHashTable) strays = g_hash_table_new (NULL, NULL);
      g_autoptr (GBytes) marked = volets_pdf_content_mark (cut, size, strays);

      g_assert_cmpuint (g_bytes_get_size (marked), >=, size);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-content/what-is-in-no-element-is-an-artifact", test_outside);
  g_test_add_func ("/pdf-content/what-is-in-an-element-stays-as-it-is", test_inside);
  g_test_add_func ("/pdf-content/a-clip-is-no-drawing", test_clip);
  g_test_add_func ("/pdf-content/words-in-strings-are-no-operators", test_words_in_strings);
  g_test_add_func ("/pdf-content/actual-text-in-no-element", test_actual_text_outside);
  g_test_add_func ("/pdf-content/strays-become-artifacts", test_strays);
  g_test_add_func ("/pdf-content/a-page-that-is-cut", test_cut);

  return g_test_run ();
}
