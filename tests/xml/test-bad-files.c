/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "engine/call-reader.h"
#include "engine/dossier-xml.h"
#include "engine/xml-messages.h"
#include "engine/xml.h"
#include "support/samples.h"

typedef gboolean (*ReadFunc) (GBytes  *bytes,
                              GError **error);

typedef struct {
  const char *folder;
  ReadFunc    read;
  char      **columns;
} Case;

enum {
  COLUMN_FILE,
  COLUMN_CODE,
  COLUMN_LINE,
  COLUMN_SENTENCE,
  N_COLUMNS,
};

static const char *const CODES[] = {
  "NOT_XML", "SYNTAX", "REFUSED", "INVALID", "VERSION", "OTHER_KIND",
};

/* What would tell that the parser, or a programmer, speaks. */
static const char *const FOREIGN[] = {
  "Element ", "attribute ", "facet", "pattern", "xml", "type '", "value", " the ", " not ", " is ",
  "{", "}", "'", "xs:", "(null)", "\n", "  ", "ligne 0", "<?>",
};

static gboolean
read_dossier (GBytes  *bytes,
              GError **error)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_read (bytes, NULL, error);

  return dossier != NULL;
}

static gboolean
read_call (GBytes  *bytes,
           GError **error)
{
  g_autoptr (VoletsCall) call = volets_call_read (bytes, error);

  return call != NULL;
}

static void
free_case (gpointer data)
{
  Case *self = data;

  g_strfreev (self->columns);
  g_free (self);
}

/* One fragment of a sentence, in French, that starts with its line if it has one. */
static void
assert_french (const char *sentence)
{
  g_autoptr (GString) text = g_string_new (sentence);

  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (sentence, -1), <, 240);
  g_assert_false (g_str_has_suffix (sentence, "."));
  if (g_str_has_prefix (sentence, "ligne "))
    g_assert_null (strstr (strstr (sentence, " : ") + 1, ": ligne"));

  /* What is to be copied as it stands is no French. */
  g_string_replace (text, "xmlns", "-", 0);
  g_string_replace (text, "<?xml", "-", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (FOREIGN); i++)
    {
      if (strstr (text->str, FOREIGN[i]) != NULL)
        g_error ("« %s » is in: %s", FOREIGN[i], sentence);
    }
}

static void
test_sentence (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *folder = g_strconcat ("tests/fixtures/", self->folder, NULL);
  g_autofree char *path = volets_test_get_data_path (folder, self->columns[COLUMN_FILE]);
  g_autoptr (GBytes) bytes = volets_test_load (path);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (self->read (bytes, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == VOLETS_XML_ERROR);
  if (g_str_equal (self->columns[COLUMN_LINE], "0"))
    expected = g_strdup (self->columns[COLUMN_SENTENCE]);
  else
    expected = g_strdup_printf ("ligne %s : %s", self->columns[COLUMN_LINE],
                                self->columns[COLUMN_SENTENCE]);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpstr (CODES[error->code], ==, self->columns[COLUMN_CODE]);
  assert_french (error->message);
}

/* Nobody is obliged to ask why. */
static void
test_without_error (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *folder = g_strconcat ("tests/fixtures/", self->folder, NULL);
  g_autofree char *path = volets_test_get_data_path (folder, self->columns[COLUMN_FILE]);
  g_autoptr (GBytes) bytes = volets_test_load (path);

  g_assert_false (self->read (bytes, NULL));
}

static void
add_folder (const char *folder,
            ReadFunc    read)
{
  g_autofree char *folder_path = g_strconcat ("tests/fixtures/", folder, NULL);
  g_autofree char *path = volets_test_get_data_path (folder_path, "sentences.tsv");
  g_auto (GStrv) files = volets_test_list_files (folder_path, ".xml");
  g_autoptr (GBytes) bytes = volets_test_load (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_cases = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *quiet_name = NULL;
      Case *self;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      self = g_new0 (Case, 1);
      self->folder = folder;
      self->read = read;
      self->columns = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (self->columns) != N_COLUMNS
          || !g_strv_contains ((const char *const *) files, self->columns[COLUMN_FILE]))
        g_error ("%s, line %u: bad columns or no such file", path, i + 1);
      name = g_strdup_printf ("/bad-files/%s/%s", folder, self->columns[COLUMN_FILE]);
      quiet_name = g_strdup_printf ("/bad-files/%s-without-error/%s", folder,
                                    self->columns[COLUMN_FILE]);
      g_test_add_data_func (quiet_name, self, test_without_error);
      g_test_add_data_func_full (name, self, test_sentence, free_case);
      n_cases++;
    }

  /* A file that is in no table would not be tested. */
  g_assert_cmpuint (n_cases, ==, g_strv_length (files));
}

static void
check_patterns (const char *schema)
{
  g_autofree char *path = volets_test_get_data_path ("data/schemas", schema);
  g_autoptr (GBytes) bytes = volets_test_load (path);
  g_autoptr (GRegex) regex = g_regex_new ("<xs:pattern value=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_auto (VoletsXmlComplaint) complaint = { 0 };
      g_autofree char *pattern = g_match_info_fetch (match, 1);
      g_autofree char *message =
        g_strdup_printf ("Element '{urn:volets:dossier:1}x': [facet 'pattern'] The value 'y' is "
                         "not accepted by the pattern '%s'.\n", pattern);
      g_autofree char *sentence = NULL;

      volets_xml_complaint_add (&complaint, message, 7, "x");
      sentence = volets_xml_complaint_explain (&complaint);
      g_assert_true (g_str_has_prefix (sentence, "<x> contient « y » ; il faut "));
      if (strstr (sentence, "une autre valeur") != NULL)
        g_error ("%s: the pattern %s has no sentence", schema, pattern);
    }
}

/* A pattern that comes new into a schema needs words for the person who did not keep to it. */
static void
test_every_pattern_has_a_sentence (void)
{
  g_auto (GStrv) schemas = volets_test_list_files ("data/schemas", ".xsd");

  for (guint i = 0; schemas[i] != NULL; i++)
    check_patterns (schemas[i]);
}

/* Megabytes in a value do not make megabytes of a sentence. */
static void
test_long_values_are_shortened (void)
{
  g_autofree char *letters = g_strnfill (5000, 'a');
  g_autofree char *text =
    g_strdup_printf ("<dossier xmlns=\"%s\" version=\"1\"><financement><apport>%s</apport>"
                     "</financement></dossier>", VOLETS_DOSSIER_NAMESPACE, letters);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_false (read_dossier (bytes, &error));
  assert_french (error->message);
  g_assert_nonnull (strstr (error->message, "aaa… » ; il faut un montant"));
}

/* Wherever a good file is cut, it is refused, and said to be cut. */
static void
test_cut_anywhere (void)
{
  g_autofree char *path = volets_test_get_data_path ("data/examples", "ecole-de-village.volets");
  g_autoptr (GBytes) bytes = volets_test_load (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize length = 1; length < size - 1; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_false (read_dossier (cut, &error));
      assert_french (error->message);
      if (length > strlen ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
          && g_utf8_validate (data, (gssize) length, NULL)
          && strstr (error->message, "tronqué") == NULL)
        g_error ("cut at %" G_GSIZE_FORMAT ": %s", length, error->message);
    }
}

/* The calls that come along are none of them. */
static void
test_good_calls (void)
{
  g_auto (GStrv) names = volets_test_list_files ("data/calls", ".xml");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = volets_test_get_data_path ("data/calls", names[i]);
      g_autoptr (GBytes) bytes = volets_test_load (path);
      g_autoptr (GError) error = NULL;

      g_assert_true (read_call (bytes, &error));
      g_assert_no_error (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_folder ("bad", read_dossier);
  add_folder ("bad-calls", read_call);
  g_test_add_func ("/bad-files/every-pattern-has-a-sentence", test_every_pattern_has_a_sentence);
  g_test_add_func ("/bad-files/long-values-are-shortened", test_long_values_are_shortened);
  g_test_add_func ("/bad-files/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/bad-files/good-calls-are-read", test_good_calls);

  return g_test_run ();
}
