/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "engine/call-reader.h"
#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/review.h"
#include "engine/xml.h"
#include "support/samples.h"

/* Whatever bytes come: no crash, a reason where they are refused, and what is read can be written
 * and read again.
 */

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
assert_reason (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == VOLETS_XML_ERROR || error->domain == VOLETS_RECORD_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 2000);
}

static void
use_dossier (VoletsDossier *dossier)
{
  g_autoptr (VoletsCall) call = volets_call_store_find ("snee-2021");
  g_autoptr (VoletsSubsidy) subsidy = volets_subsidy_compute (call, dossier, NULL);
  g_autoptr (GPtrArray) findings = volets_review (call, dossier, subsidy, "2021-02-15");

  g_assert_nonnull (findings);
}

static void
try_dossier (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;
  g_autoptr (VoletsDossier) dossier = volets_dossier_read (bytes, &fingerprint, &error);
  g_autoptr (VoletsDossier) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) written_again = NULL;

  if (dossier == NULL)
    {
      assert_reason (error);
      g_assert_null (fingerprint);
      return;
    }

  written = volets_dossier_write (dossier);
  again = volets_dossier_read (written, NULL, &error);
  g_assert_no_error (error);
  volets_test_assert_same_answers (dossier, again);
  written_again = volets_dossier_write (again);
  g_assert_true (g_bytes_equal (written, written_again));
  use_dossier (dossier);
}

static void
try_call (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsCall) call = volets_call_read (bytes, &error);

  if (call == NULL)
    {
      assert_reason (error);
      return;
    }

  {
    g_autoptr (VoletsDossier) dossier = volets_test_load_example ("vaison-la-romaine.volets");
    g_autoptr (VoletsSubsidy) subsidy = volets_subsidy_compute (call, dossier, NULL);
    g_autoptr (GPtrArray) findings = volets_review (call, dossier, subsidy, "2021-02-15");

    g_assert_nonnull (findings);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  /* A copy: beyond its end is beyond a block of memory. */
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  try_dossier (bytes);
  try_call (bytes);

  return 0;
}

#ifndef FUZZER

/* What makes a difference to the parser, the schema or the reader more often than a random byte. */
static const char *const MORSELS[] = {
  "<", ">", "&", "\"", "'", "=", "/", "]]>", "<![CDATA[", "<!--", "-->", "<?a ?>", "&#0;", "&#x41;",
  "&amp;", "&x;", "<!DOCTYPE a [", "xmlns=\"\"", " xmlns:a=\"b\"", "<a:b/>", "\r\n", "\t", " ",
  "\xc3",
  "\xef\xbb\xbf", "\xef\xbf\xbe", "\u00a0", "\u202f", "0", "-1", "1e9", "999999", "9999999999.99",
  "2021-02-29", "0000-00-00", "true", "false", "commune", "ecole", "e1", "e2", "100", "5.5",
};

static void
insert_morsel (GByteArray *bytes,
               GRand      *random)
{
  const char *morsel = MORSELS[g_rand_int_range (random, 0, G_N_ELEMENTS (MORSELS))];
  guint place = (guint) g_rand_int_range (random, 0, (gint32) bytes->len + 1);
  guint length = (guint) strlen (morsel);
  guint tail = bytes->len - place;

  g_byte_array_set_size (bytes, bytes->len + length);
  memmove (bytes->data + place + length, bytes->data + place, tail);
  memcpy (bytes->data + place, morsel, length);
}

static void
remove_part (GByteArray *bytes,
             GRand      *random)
{
  guint place = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
  guint wanted = (guint) g_rand_int_range (random, 1, g_rand_boolean (random) ? 4 : 400);

  g_byte_array_remove_range (bytes, place, MIN (wanted, bytes->len - place));
}

static guint
find_line (GByteArray *bytes,
           GRand      *random)
{
  guint place = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
  const guint8 *end = memchr (bytes->data + place, '\n', bytes->len - place);

  return end != NULL ? (guint) (end - bytes->data) + 1 : bytes->len;
}

/* A line, or a few, from one place to another: most often still XML. */
static void
copy_lines (GByteArray *bytes,
            GRand      *random)
{
  guint from = find_line (bytes, random);
  guint to = find_line (bytes, random);
  guint wanted = (guint) g_rand_int_range (random, 1, 300);
  guint length = MIN (wanted, bytes->len - from);
  g_autofree guint8 *part = NULL;
  const guint8 *end;

  if (from == bytes->len)
    return;
  end = memchr (bytes->data + from + length - 1, '\n', bytes->len - from - length + 1);
  if (end == NULL)
    return;
  length = (guint) (end - bytes->data) + 1 - from;
  part = g_memdup2 (bytes->data + from, length);
  g_byte_array_set_size (bytes, bytes->len + length);
  memmove (bytes->data + to + length, bytes->data + to, bytes->len - length - to);
  memcpy (bytes->data + to, part, length);
}

static void
mutate (GByteArray *bytes,
        GRand      *random)
{
  for (int n = g_rand_int_range (random, 1, 4); n > 0 && bytes->len > 0; n--)
    {
      switch (g_rand_int_range (random, 0, 5))
        {
        case 0:
          insert_morsel (bytes, random);
          break;
        case 1:
          remove_part (bytes, random);
          break;
        case 2:
        case 3:
          copy_lines (bytes, random);
          break;
        default:
          bytes->data[g_rand_int_range (random, 0, (gint32) bytes->len)] =
            (guint8) g_rand_int_range (random, 0, 256);
        }
    }
}

/* Returns how many of them are good files; they come first. */
static guint
load_seeds (GPtrArray *seeds)
{
  static const struct {
    const char *folder;
    const char *suffix;
  } FOLDERS[] = {
    { "data/examples", ".volets" },
    { "data/calls", ".xml" },
    { "tests/fixtures/bad", ".xml" },
  };
  guint n_good = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (FOLDERS); i++)
    {
      g_auto (GStrv) names = volets_test_list_files (FOLDERS[i].folder, FOLDERS[i].suffix);

      if (g_str_has_prefix (FOLDERS[i].folder, "data"))
        n_good += g_strv_length (names);

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *path = volets_test_get_data_path (FOLDERS[i].folder, names[j]);

          g_ptr_array_add (seeds, volets_test_load (path));
        }
    }

  return n_good;
}

static guint n_iterations = 1000;

static void
test_fuzz (void)
{
  g_autoptr (GPtrArray) seeds =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint n_good = load_seeds (seeds);
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < n_iterations; i++)
    {
      /* A bad file changed is most often refused for what was bad before. */
      guint last = g_rand_int_range (random, 0, 4) > 0 ? n_good : seeds->len;
      GBytes *seed = g_ptr_array_index (seeds, g_rand_int_range (random, 0, (gint32) last));
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
      mutate (bytes, random);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_iterations = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  g_test_add_func ("/fuzz/dossiers-and-calls", test_fuzz);

  return g_test_run ();
}

#endif
