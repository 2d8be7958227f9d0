/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier-xml.h"

#include <string.h>

#include "engine/project.h"
#include "engine/xml.h"
#include "support/samples.h"

typedef struct {
  const char *name;
  const char *typed;
  const char *kept;
} Text;

/* What must come back as it was typed. */
static const Text FAITHFUL[] = {
  { "accents", "École élémentaire, Noël à Vaison-la-Romaine, ŒUF, ÿ" },
  { "emoji", "Équipement 👍🏽 👩‍💻" },
  { "quotes", "« L’école » \"droite\" 'simple' “anglaise”" },
  { "markup", "<b>5 < 6 && 7 > 6</b> &amp; &lt; &#233; &nbsp;" },
  { "cdata-end", "a ]]> b <![CDATA[ c ]]>" },
  { "comment", "<!-- a --> <?php echo 1 ?>" },
  { "leading-spaces", "   texte" },
  { "trailing-spaces", "texte   " },
  { "newlines", "\n\nUn paragraphe.\n\n\n  Un autre.\n" },
  { "tabs", "a\tb\t\tc\t" },
  { "narrow-no-break-space", "1\u202f234,56\u00a0€ : « oui »" },
  { "line-separators", "a\u2028b\u2029c\xc2\x85" "d" },
  { "right-to-left", "مدرسة \u202bשלום\u202c école" },
  { "combining", "e\u0301cole \u0301 a\u0323\u0307" },
  { "zero-width", "a\u200bb\u200dc\ufeffd" },
  { "delete-and-c1", "a\x7f" "b\xc2\x80" "c\xc2\x9f" "d" },
  { "beyond-the-basic-plane", "\U0001d4d0\U0010fffd" },
  { "private-use", "\ue000\uf8ff\ufffd" },
  { "noncharacters-that-xml-takes", "\ufdd0\U0001fffe" },
  { "numbers", "1e308 0x10 -0 NaN" },
  { "percent", "100 % %s %n" },
};

/* What no file can hold, and what becomes of it. */
static const Text CLEANED[] = {
  { "control-characters", "a\x01\x02\x08\x0b\x0c\x0e\x1f" "b", "ab" },
  { "escape-sequence", "\x1b[31mrouge\x1b[0m", "[31mrouge[0m" },
  { "windows-line-ends", "a\r\nb\r\n", "a\nb\n" },
  { "old-mac-line-ends", "a\rb\r", "a\nb\n" },
  { "mixed-line-ends", "a\r\r\nb", "a\n\nb" },
  { "latin-1", "\xe9" "cole", "\xef\xbf\xbd" "cole" },
  { "cut-utf-8", "\xc3", "\xef\xbf\xbd" },
  { "u-fffe", "a\xef\xbf\xbe" "b", "ab" },
  { "u-ffff", "a\xef\xbf\xbf" "b", "ab" },
  { "only-control-characters", "\x01\x02", NULL },
  { "only-spaces", "   ", NULL },
  { "only-blank-lines", "\n\r\n \t\n", NULL },
  { "nothing", "", NULL },
};

/* Not every invalid sequence is worth its own mark: it is enough that the file can be read. */
static const char *const INVALID[] = {
  "\xed\xa0\x80",
  "\xed\xb0\x80 a",
  "\xf4\x90\x80\x80",
  "\xc0\xaf",
  "\xff\xfe<\x00",
  "a\x80\x80\x80",
  "\xe2\x82",
};

/* A text field in a record, one in a row, and nothing else. */
static VoletsDossier *
make_dossier (const char *text)
{
  VoletsDossier *dossier = volets_dossier_new (NULL);

  volets_record_set_text (volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT),
                          VOLETS_PROJECT_NOTES, text);
  volets_record_set_text (volets_dossier_append (dossier, VOLETS_SECTION_COMMUNES), 1, text);

  return dossier;
}

static void
assert_comes_back (const char *typed,
                   const char *kept)
{
  g_autoptr (VoletsDossier) dossier = make_dossier (typed);
  g_autoptr (GBytes) bytes = volets_dossier_write (dossier);
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) again = volets_dossier_read (bytes, NULL, &error);
  g_autoptr (GBytes) bytes_again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (volets_record_get_text (
                     volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT),
                     VOLETS_PROJECT_NOTES), ==, kept);
  volets_test_assert_same_answers (dossier, again);
  bytes_again = volets_dossier_write (again);
  volets_test_assert_same_bytes (bytes, bytes_again);
}

static void
test_faithful (gconstpointer data)
{
  const Text *text = data;

  assert_comes_back (text->typed, text->typed);
}

static void
test_cleaned (gconstpointer data)
{
  const Text *text = data;

  assert_comes_back (text->typed, text->kept);
}

static void
test_invalid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (INVALID); i++)
    {
      g_autofree char *valid = g_utf8_make_valid (INVALID[i], -1);

      assert_comes_back (INVALID[i], valid);
    }
}

static void
test_xmllint_reads_the_same (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (VoletsDossier) dossier = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *notes = NULL;

  if (!volets_test_has_xmllint ())
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (FAITHFUL); i++)
    g_string_append (all, FAITHFUL[i].typed);
  dossier = make_dossier (all->str);
  bytes = volets_dossier_write (dossier);
  notes = volets_test_run_xmllint (bytes, "--xpath", "string(//*[local-name()='notes'])");
  /* What xmllint writes ends with a line end of its own. */
  g_assert_true (g_str_has_suffix (notes, "\n"));
  notes[strlen (notes) - 1] = '\0';
  g_assert_cmpstr (notes, ==, all->str);
}

static void
test_random (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      char noise[64];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof noise);
      g_autoptr (VoletsDossier) dossier = NULL;
      g_autoptr (VoletsDossier) again = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize j = 0; j < length; j++)
        noise[j] = (char) g_test_rand_int_range (1, 256);
      noise[length] = '\0';
      dossier = make_dossier (noise);
      bytes = volets_dossier_write (dossier);
      again = volets_dossier_read (bytes, NULL, &error);
      g_assert_no_error (error);
      volets_test_assert_same_answers (dossier, again);
    }
}

static void
assert_length (const char *character,
               gsize       n_typed,
               glong       n_kept)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (VoletsDossier) dossier = NULL;
  const char *kept;

  for (gsize i = 0; i < n_typed; i++)
    g_string_append (typed, character);
  dossier = make_dossier (typed->str);
  kept = volets_record_get_text (volets_dossier_get_record (dossier, VOLETS_SECTION_PROJECT),
                                 VOLETS_PROJECT_NOTES);
  g_assert_cmpint (g_utf8_strlen (kept, -1), ==, n_kept);
  assert_comes_back (typed->str, kept);
}

static void
test_long (void)
{
  assert_length ("a", VOLETS_TEXT_MAX, VOLETS_TEXT_MAX);
  assert_length ("a", VOLETS_TEXT_MAX + 1, VOLETS_TEXT_MAX);
  assert_length ("é", VOLETS_TEXT_MAX, VOLETS_TEXT_MAX);
  assert_length ("👍", VOLETS_TEXT_MAX + 5, VOLETS_TEXT_MAX);
  assert_length ("&", VOLETS_TEXT_MAX * 3, VOLETS_TEXT_MAX);
}

/* A file is not cut like a pasted text: nobody would see it. */
static void
test_too_long_in_a_file (void)
{
  for (guint excess = 0; excess < 2; excess++)
    {
      g_autofree char *letters = g_strnfill (VOLETS_TEXT_MAX + excess, 'a');
      g_autofree char *text =
        g_strdup_printf ("<dossier xmlns=\"%s\" version=\"1\">\n<projet>\n<notes>%s</notes>"
                         "</projet></dossier>", VOLETS_DOSSIER_NAMESPACE, letters);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (VoletsDossier) dossier = volets_dossier_read (bytes, NULL, &error);

      if (excess == 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, VOLETS_RECORD_ERROR, VOLETS_RECORD_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, "ligne 3 : « notes » dépasse 100000 caractères");
    }
}

static void
add_texts (const char    *path,
           const Text    *texts,
           gsize          n_texts,
           GTestDataFunc  test)
{
  for (gsize i = 0; i < n_texts; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, texts[i].name);

      g_test_add_data_func (name, &texts[i], test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_texts ("/dossier-text/faithful", FAITHFUL, G_N_ELEMENTS (FAITHFUL), test_faithful);
  add_texts ("/dossier-text/cleaned", CLEANED, G_N_ELEMENTS (CLEANED), test_cleaned);
  g_test_add_func ("/dossier-text/invalid-utf-8-is-mended", test_invalid);
  g_test_add_func ("/dossier-text/xmllint-reads-the-same", test_xmllint_reads_the_same);
  g_test_add_func ("/dossier-text/any-bytes-can-be-saved-and-read-again", test_random);
  g_test_add_func ("/dossier-text/pasted-text-ends-at-the-limit", test_long);
  g_test_add_func ("/dossier-text/a-file-with-more-is-refused", test_too_long_in_a_file);

  return g_test_run ();
}
