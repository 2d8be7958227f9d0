/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/hybrid.h"

#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "documents/exports.h"
#include "documents/pdf-finish.h"
#include "documents/pdf-reader.h"
#include "documents/sheet.h"
#include "engine/applicant.h"
#include "engine/call-store.h"
#include "engine/dossier-file.h"
#include "engine/dossier-xml.h"
#include "engine/storage.h"
#include "engine/xml.h"
#include "reader.h"

#define DAY "2021-03-15"

/* What a PDF is changed by. */
typedef void (*Change) (qpdf_data pdf,
                        qpdf_oh   specification);

static VoletsDossier *
load_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  VoletsDossier *dossier = volets_dossier_load (file, &error);

  g_assert_no_error (error);
  return dossier;
}

/* A dossier that cannot be filed yet. */
static VoletsDossier *
load_draft (void)
{
  VoletsDossier *dossier = load_example ("vaison-la-romaine.volets");
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);

  volets_record_set_text (applicant, VOLETS_APPLICANT_SIRET, NULL);
  return dossier;
}

static GBytes *
make (VoletsDossier *dossier,
      const char    *name)
{
  g_autoptr (VoletsCall) call = volets_call_store_find (volets_dossier_get_call_id (dossier));
  g_autoptr (VoletsSubsidy) subsidy = volets_subsidy_compute (call, dossier, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  for (guint i = 0; i < n_exports && bytes == NULL; i++)
    {
      if (g_str_equal (exports[i].name, name))
        bytes = volets_export_make (&exports[i], dossier, subsidy, DAY, &error);
    }
  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static GBytes *
make_summary (void)
{
  g_autoptr (VoletsDossier) dossier = load_example ("vaison-la-romaine.volets");

  return make (dossier, "summary");
}

static qpdf_data
open_pdf (GBytes *bytes)
{
  qpdf_data pdf = qpdf_init ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpint (qpdf_read_memory (pdf, "hybrid", data, size, NULL), ==, QPDF_SUCCESS);
  return pdf;
}

static qpdf_oh
get_entry (qpdf_data pdf)
{
  qpdf_oh names = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/Names");

  return qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, names, "/EmbeddedFiles"), "/Names");
}

/* Returns: (transfer full): a PDF that somebody has changed */
static GBytes *
change (GBytes *bytes,
        Change  function)
{
  qpdf_data pdf = open_pdf (bytes);
  GBytes *changed;

  function (pdf, qpdf_oh_get_array_item (pdf, get_entry (pdf), 1));
  g_assert_cmpint (qpdf_init_write_memory (pdf), ==, QPDF_SUCCESS);
  qpdf_set_static_ID (pdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (pdf), ==, QPDF_SUCCESS);
  changed = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  qpdf_cleanup (&pdf);

  return changed;
}

static qpdf_oh
get_stream (qpdf_data pdf,
            qpdf_oh   specification)
{
  return qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, specification, "/EF"), "/F");
}

static void
assert_refused (GBytes     *bytes,
                gint        code,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_hybrid_read_answers (bytes, &error));
  g_assert_error (error, VOLETS_PDF_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
assert_same_bytes (GBytes *first,
                   GBytes *second)
{
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL), g_bytes_get_size (second));
}

static void
test_carries_the_filing_file (void)
{
  g_autoptr (VoletsDossier) dossier = load_example ("vaison-la-romaine.volets");
  g_autoptr (GBytes) filing = make (dossier, "xml");
  g_autoptr (GBytes) summary = make (dossier, "summary");
  g_autoptr (GBytes) again = make (dossier, "summary");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answers = volets_hybrid_read_answers (summary, &error);

  g_assert_no_error (error);
  assert_same_bytes (answers, filing);
  assert_same_bytes (summary, again);
}

static void
test_draft_carries_the_working_file (void)
{
  g_autoptr (VoletsDossier) dossier = load_draft ();
  g_autoptr (GBytes) working = volets_dossier_write (dossier);
  g_autoptr (GBytes) summary = make (dossier, "summary");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answers = volets_hybrid_read_answers (summary, &error);

  g_assert_no_error (error);
  assert_same_bytes (answers, working);
}

/* What PDF/A-3 wants of a file that a PDF carries. */
static void
test_how_it_is_carried (void)
{
  g_autoptr (VoletsDossier) dossier = load_example ("vaison-la-romaine.volets");
  g_autoptr (GBytes) filing = make (dossier, "xml");
  g_autoptr (GBytes) summary = make (dossier, "summary");
  g_autofree char *md5 = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, filing);
  g_autoptr (GString) stated = g_string_new (NULL);
  qpdf_data pdf = open_pdf (summary);
  qpdf_oh specification = qpdf_oh_get_array_item (pdf, get_entry (pdf), 1);
  qpdf_oh associated = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/AF");
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, get_stream (pdf, specification));
  qpdf_oh parameters = qpdf_oh_get_key (pdf, dictionary, "/Params");
  const char *checksum;
  size_t length;

  g_assert_cmpint (qpdf_oh_get_array_n_items (pdf, get_entry (pdf)), ==, 2);
  g_assert_cmpint (qpdf_oh_get_array_n_items (pdf, associated), ==, 1);
  g_assert_cmpint (qpdf_oh_get_object_id (pdf, qpdf_oh_get_array_item (pdf, associated, 0)), ==,
                   qpdf_oh_get_object_id (pdf, specification));
  g_assert_cmpstr (qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, specification, "/AFRelationship")),
                   ==, "/Data");
  g_assert_cmpstr (qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, specification, "/UF")), ==,
                   "depot.xml");
  g_assert_cmpstr (qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, dictionary, "/Subtype")), ==,
                   "/text/xml");
  g_assert_cmpint (qpdf_oh_get_int_value (pdf, qpdf_oh_get_key (pdf, parameters, "/Size")), ==,
                   g_bytes_get_size (filing));
  g_assert_cmpstr (qpdf_oh_get_string_value (pdf, qpdf_oh_get_key (pdf, parameters, "/ModDate")),
                   ==, "D:20210315000000Z");

  checksum = qpdf_oh_get_binary_string_value (pdf, qpdf_oh_get_key (pdf, parameters, "/CheckSum"),
                                              &length);
  for (size_t i = 0; i < length; i++)
    g_string_append_printf (stated, "%02x", (guint8) checksum[i]);
  g_assert_cmpstr (stated->str, ==, md5);
  qpdf_cleanup (&pdf);
}

/* What other programs make of it. */
static void
test_with_other_programs (void)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autofree char *pdfdetach = g_find_program_in_path ("pdfdetach");
  g_autofree char *folder = g_dir_make_tmp ("volets-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "synthese.pdf", NULL);
  g_autofree char *extracted = g_build_filename (folder, "extrait.xml", NULL);
  g_autoptr (VoletsDossier) dossier = load_example ("vaison-la-romaine.volets");
  g_autoptr (GBytes) filing = make (dossier, "xml");
  g_autoptr (GBytes) summary = make (dossier, "summary");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GSubprocess) check = NULL;
  g_autoptr (GSubprocess) detach = NULL;
  gsize size;

  if (qpdf == NULL || pdfdetach == NULL)
    {
      g_test_skip ("qpdf or pdfdetach is not here");
      g_rmdir (folder);
      return;
    }

  g_file_set_contents (path, g_bytes_get_data (summary, NULL),
                       (gssize) g_bytes_get_size (summary), &error);
  g_assert_no_error (error);
  check = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, qpdf, "--check", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (check, NULL, &error));
  detach = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, pdfdetach, "-save", "1", "-o",
                             extracted, path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (detach, NULL, &error));
  g_file_get_contents (extracted, &text, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (text, size, g_bytes_get_data (filing, NULL), g_bytes_get_size (filing));

  g_remove (extracted);
  g_remove (path);
  g_rmdir (folder);
}

static void
write_over (GFile  *file,
            GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  volets_storage_export (file, bytes, TRUE, &error);
  g_assert_no_error (error);
}

static void
test_opens_as_what_it_carries (void)
{
  g_autoptr (VoletsDossier) dossier = load_draft ();
  g_autoptr (GBytes) working = volets_dossier_write (dossier);
  g_autoptr (GBytes) summary = make (dossier, "summary");
  g_autofree char *folder = g_dir_make_tmp ("volets-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "essai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GBytes *contents[] = { working, summary };

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (VoletsDossier) loaded = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autofree char *etag = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_working;

      write_over (file, contents[i]);
      loaded = volets_hybrid_load (file, &etag, &is_working, &error);
      g_assert_no_error (error);
      written = volets_dossier_write (loaded);
      assert_same_bytes (written, working);
      g_assert_cmpint (is_working, ==, contents[i] == working);
      g_assert_nonnull (etag);
    }

  g_remove (path);
  g_rmdir (folder);
}

static void
test_nothing_carried (void)
{
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Titre");
  g_autoptr (GBytes) bytes = reader_render (VOLETS_DOCUMENT (sheet), DAY);

  assert_refused (bytes, VOLETS_PDF_ERROR_NO_FILE,
                  "ce PDF ne porte pas de dossier ; choisissez la synthèse que Volets a produite, "
                  "ou un fichier « .volets »");
}

static void
rename_file (qpdf_data pdf,
             qpdf_oh   specification)
{
  qpdf_oh_replace_key (pdf, specification, "/UF", qpdf_oh_new_string (pdf, "notes.xml"));
  qpdf_oh_replace_key (pdf, specification, "/F", qpdf_oh_new_string (pdf, "notes.xml"));
}

static void
add_notes (qpdf_data pdf,
           qpdf_oh   specification)
{
  qpdf_oh notes = qpdf_oh_new_dictionary (pdf);

  qpdf_oh_replace_key (pdf, notes, "/EF", qpdf_oh_get_key (pdf, specification, "/EF"));
  rename_file (pdf, notes);
  qpdf_oh_append_item (pdf, get_entry (pdf), qpdf_oh_new_string (pdf, "notes.xml"));
  qpdf_oh_append_item (pdf, get_entry (pdf), notes);
}

static void
add_same (qpdf_data pdf,
          qpdf_oh   specification)
{
  qpdf_oh_append_item (pdf, get_entry (pdf), qpdf_oh_new_string (pdf, "depot2.xml"));
  qpdf_oh_append_item (pdf, get_entry (pdf), specification);
}

static void
test_several_carried (void)
{
  g_autoptr (GBytes) summary = make_summary ();
  g_autoptr (GBytes) renamed = change (summary, rename_file);
  g_autoptr (GBytes) with_notes = change (summary, add_notes);
  g_autoptr (GBytes) with_same = change (summary, add_same);
  g_autoptr (GBytes) answers = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;

  g_assert_null (volets_hybrid_read_answers (renamed, &refusal));
  g_assert_error (refusal, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_NO_FILE);

  answers = volets_hybrid_read_answers (with_notes, &error);
  g_assert_no_error (error);
  expected = volets_hybrid_read_answers (summary, &error);
  assert_same_bytes (answers, expected);

  assert_refused (with_same, VOLETS_PDF_ERROR_BAD_FILE,
                  "ce PDF porte plusieurs dossiers : un autre programme l’a modifié ; choisissez "
                  "celui que Volets a produit");
}

static void
replace_content (qpdf_data pdf,
                 qpdf_oh   specification)
{
  static const unsigned char TEXT[] = "<dossier/>";

  qpdf_oh_replace_stream_data (pdf, get_stream (pdf, specification), TEXT, sizeof TEXT - 1,
                               qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
}

static void
drop_checksum (qpdf_data pdf,
               qpdf_oh   specification)
{
  qpdf_oh_remove_key (pdf, qpdf_oh_get_dict (pdf, get_stream (pdf, specification)), "/Params");
}

static void
drop_content (qpdf_data pdf,
              qpdf_oh   specification)
{
  qpdf_oh_remove_key (pdf, specification, "/EF");
}

static void
point_nowhere (qpdf_data pdf,
               qpdf_oh   specification)
{
  qpdf_oh streams = qpdf_oh_get_key (pdf, specification, "/EF");

  qpdf_oh_replace_key (pdf, streams, "/F", qpdf_get_root (pdf));
  qpdf_oh_replace_key (pdf, streams, "/UF", qpdf_get_root (pdf));
}

static void
turn_in_circles (qpdf_data pdf,
                 qpdf_oh   specification)
{
  qpdf_oh names = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/Names");
  qpdf_oh tree = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));

  qpdf_oh_replace_key (pdf, tree, "/Kids", qpdf_oh_wrap_in_array (pdf, tree));
  qpdf_oh_replace_key (pdf, names, "/EmbeddedFiles", tree);
}

/* Somebody's editor wrote other answers in, or none. */
static void
test_changed_content (void)
{
  g_autoptr (GBytes) summary = make_summary ();
  g_autoptr (GBytes) other = change (summary, replace_content);
  g_autoptr (GBytes) unchecked = change (summary, drop_checksum);
  g_autoptr (GBytes) expected = volets_hybrid_read_answers (summary, NULL);
  g_autoptr (GBytes) answers = volets_hybrid_read_answers (unchecked, NULL);

  assert_refused (other, VOLETS_PDF_ERROR_BAD_FILE,
                  "le dossier que porte ce PDF est abîmé ; demandez-en un autre exemplaire");
  assert_same_bytes (answers, expected);
}

static void
test_broken_trees (void)
{
  static const Change CHANGES[] = { drop_content, point_nowhere, turn_in_circles };
  g_autoptr (GBytes) summary = make_summary ();

  for (gsize i = 0; i < G_N_ELEMENTS (CHANGES); i++)
    {
      g_autoptr (GBytes) changed = change (summary, CHANGES[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (volets_hybrid_read_answers (changed, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == VOLETS_PDF_ERROR);
    }
}

/* A small file that becomes large: it is not held, nor read to its end. */
static void
test_bomb (void)
{
  gsize size = VOLETS_XML_MAX_SIZE + 1;
  g_autoptr (GBytes) spaces = g_bytes_new_take (g_strnfill (size, ' '), size);
  VoletsPdfFile file = { "depot.xml", "text/xml", "Des espaces", spaces };
  VoletsPdfInfo info = { .date = DAY, .file = &file };
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Titre");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_pdf_render (VOLETS_DOCUMENT (sheet), &info, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100000);
  assert_refused (bytes, VOLETS_PDF_ERROR_BAD_FILE,
                  "le dossier que porte ce PDF dépasse 32 Mio ; Volets n’en produit pas de si "
                  "grand");
}

static void
test_locked (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "documents", "locked.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (volets_hybrid_load (file, NULL, NULL, &error));
  g_assert_error (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_ENCRYPTED);
}

/* However much of it came through, it says so and reads no further. */
static void
test_cut (void)
{
  g_autoptr (GBytes) summary = make_summary ();
  g_autoptr (GBytes) expected = volets_hybrid_read_answers (summary, NULL);

  for (gsize tenth = 0; tenth < 10; tenth++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (summary, 0,
                                                       g_bytes_get_size (summary) * tenth / 10);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) answers = volets_hybrid_read_answers (cut, &error);

      if (answers != NULL)
        assert_same_bytes (answers, expected);
      else
        g_assert_true (error->domain == VOLETS_PDF_ERROR);
    }
}

static void
test_names (void)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  for (guint i = 0; i < n_exports; i++)
    {
      g_autofree char *name = volets_export_name_file (&exports[i], "vaison");
      g_autofree char *of_summary = volets_export_name_file (&exports[i], "vaison-synthese");
      g_autofree char *of_filing = volets_export_name_file (&exports[i], "vaison-depot");

      g_assert_cmpstr (of_summary, ==, name);
      g_assert_cmpstr (of_filing, ==, name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hybrid/carries-the-filing-file-byte-for-byte", test_carries_the_filing_file);
  g_test_add_func ("/hybrid/a-draft-carries-the-working-file", test_draft_carries_the_working_file);
  g_test_add_func ("/hybrid/how-it-is-carried", test_how_it_is_carried);
  g_test_add_func ("/hybrid/other-programs-find-it", test_with_other_programs);
  g_test_add_func ("/hybrid/opens-as-what-it-carries", test_opens_as_what_it_carries);
  g_test_add_func ("/hybrid/nothing-carried", test_nothing_carried);
  g_test_add_func ("/hybrid/several-carried", test_several_carried);
  g_test_add_func ("/hybrid/changed-content-is-noticed", test_changed_content);
  g_test_add_func ("/hybrid/broken-trees", test_broken_trees);
  g_test_add_func ("/hybrid/small-file-that-becomes-large", test_bomb);
  g_test_add_func ("/hybrid/locked", test_locked);
  g_test_add_func ("/hybrid/cut", test_cut);
  g_test_add_func ("/hybrid/exports-of-a-summary-are-named-like-those-of-the-dossier", test_names);

  return g_test_run ();
}
