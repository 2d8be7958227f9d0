/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "documents/attachment-inspection.h"
#include "documents/file-inspector.h"
#include "documents/sheet.h"
#include "engine/attachment.h"
#include "engine/call-reader.h"
#include "engine/finding.h"
#include "reader.h"

/* Files that come from anywhere. This program looks into them as the real one does: by running
 * itself once more.
 */

typedef struct {
  char          *folder;
  VoletsCall    *call;
  VoletsDossier *dossier;
} Case;

static void
set_up (Case          *self,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "form-call.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  self->folder = g_dir_make_tmp ("volets-XXXXXX", &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  self->call = volets_call_read (bytes, &error);
  g_assert_no_error (error);
  self->dossier = volets_dossier_new (self->call->id);
}

static void
tear_down (Case          *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_clear_pointer (&self->call, volets_call_unref);
  g_clear_object (&self->dossier);
}

static char *
put_file (Case          *self,
          const char    *name,
          gconstpointer  data,
          gsize          length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static VoletsFileInspection
inspect (Case          *self,
         const char    *name,
         gconstpointer  data,
         gsize          length)
{
  g_autofree char *path = put_file (self, name, data, length);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return volets_file_inspector_run (file, NULL);
}

static void
append_number (GString *pdf,
               gsize    number)
{
  g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT, number);
}

/* A PDF of these objects, numbered from 1; the first is the catalogue. */
static GString *
write_pdf (const char *const *objects)
{
  GString *pdf = g_string_new ("%PDF-1.7\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize table;

  for (guint i = 0; objects[i] != NULL; i++)
    {
      g_array_append_val (offsets, pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }

  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    {
      append_number (pdf, g_array_index (offsets, gsize, i));
      g_string_append (pdf, " 00000 n \n");
    }
  g_string_append_printf (pdf, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n", offsets->len + 1, table);

  return pdf;
}

#define PAGES "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
#define PAGE "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"

/* One page, with @catalogue and @page among what they say, and one object more. */
static GString *
write_page (const char *catalogue,
            const char *page,
            const char *more)
{
  g_autofree char *root = g_strdup_printf ("<< /Type /Catalog /Pages 2 0 R %s >>", catalogue);
  g_autofree char *leaf = g_strdup_printf ("<< /Type /Page /Parent 2 0 R "
                                           "/MediaBox [0 0 595 842] %s >>", page);
  const char *const objects[] = { root, PAGES, leaf, more, NULL };

  return write_pdf (objects);
}

static void
assert_problems (Case               *self,
                 const char         *catalogue,
                 const char         *page,
                 const char         *more,
                 VoletsFileProblems  problems)
{
  GString *pdf = write_page (catalogue, page, more);
  VoletsFileInspection inspection = inspect (self, "a.pdf", pdf->str, pdf->len);

  if (inspection.problems != problems)
    g_error ("%u, not %u, for %s %s %s", inspection.problems, problems, catalogue, page, more);
  g_assert_cmpuint (inspection.n_pages, ==, 1);
  g_string_free (pdf, TRUE);
}

static void
test_a_paper_of_ours_is_clean (Case          *self,
                               gconstpointer  data)
{
  g_autoptr (VoletsDocument) sheet = VOLETS_DOCUMENT (volets_sheet_new ("Délibération"));
  g_autoptr (GBytes) bytes = reader_render (sheet, "2021-03-31");
  VoletsFileInspection inspection = inspect (self, "A.PDF", g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes));

  g_assert_cmpuint (inspection.problems, ==, 0);
  g_assert_cmpuint (inspection.n_pages, ==, 1);
}

static void
test_scripts_are_found_wherever_they_are (Case          *self,
                                          gconstpointer  data)
{
  static const char SCRIPT[] = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

  assert_problems (self, "/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", "", SCRIPT,
                   VOLETS_FILE_PROBLEM_SCRIPT);
  assert_problems (self, "/OpenAction 4 0 R", "", SCRIPT, VOLETS_FILE_PROBLEM_SCRIPT);
  assert_problems (self, "", "/AA << /O 4 0 R >>", SCRIPT, VOLETS_FILE_PROBLEM_SCRIPT);
  assert_problems (self, "", "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A 4 0 R >>]",
                   SCRIPT, VOLETS_FILE_PROBLEM_SCRIPT);

  /* In letters of another spelling, and behind a harmless first action. */
  assert_problems (self, "", "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoTo /D [3 0 R "
                   "/Fit] /Next << /S /Java#53cript /#4aS 4 0 R >> >> >>]",
                   "<< /Length 0 >>\nstream\n\nendstream", VOLETS_FILE_PROBLEM_SCRIPT);
}

static void
test_what_only_shows_a_page_is_no_script (Case          *self,
                                          gconstpointer  data)
{
  assert_problems (self, "/OpenAction [3 0 R /Fit]", "", "null", 0);
  assert_problems (self, "/OpenAction << /S /GoTo /D [3 0 R /XYZ 0 842 1] >>", "", "null", 0);
  assert_problems (self, "", "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI "
                   "(https://www.education.gouv.fr) >> >>]", "null", 0);
}

static void
test_actions_are_found (Case          *self,
                        gconstpointer  data)
{
  assert_problems (self, "/OpenAction << /S /URI /URI (https://exemple.fr) >>", "", "null",
                   VOLETS_FILE_PROBLEM_ACTION);
  assert_problems (self, "", "/AA << /O << /S /GoToR /F (a.pdf) >> >>", "null",
                   VOLETS_FILE_PROBLEM_ACTION);
  assert_problems (self, "", "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A 4 0 R >>]",
                   "<< /S /Launch /F (a.exe) >>", VOLETS_FILE_PROBLEM_ACTION);
  assert_problems (self, "/AcroForm << /Fields [] /SubmitForm << /S /SubmitForm >> >>", "", "null",
                   VOLETS_FILE_PROBLEM_ACTION);
}

/* Where a script is in no plain letter of the file. */
static void
test_a_compressed_script_is_found (Case          *self,
                                   gconstpointer  data)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  GString *pdf = write_page ("/OpenAction 4 0 R", "", "<< /S /JavaScript /JS (a) >>");
  g_autofree char *plain = put_file (self, "a.pdf", pdf->str, pdf->len);
  g_autofree char *packed = g_build_filename (self->folder, "b.pdf", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (packed);
  g_autofree char *text = NULL;
  gsize length;

  g_string_free (pdf, TRUE);
  if (qpdf == NULL)
    {
      g_test_skip ("qpdf is not there to compress the file");
      return;
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, qpdf, "--object-streams=generate",
                              plain, packed, NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  g_assert_true (g_file_get_contents (packed, &text, &length, NULL));
  g_assert_null (g_strstr_len (text, (gssize) length, "JavaScript"));
  g_assert_cmpuint (volets_file_inspector_run (file, NULL).problems, ==,
                    VOLETS_FILE_PROBLEM_SCRIPT);
}

static void
test_a_locked_file_is_found (Case          *self,
                             gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "documents", "locked.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpuint (volets_file_inspector_run (file, NULL).problems, ==,
                    VOLETS_FILE_PROBLEM_ENCRYPTED);
}

static void
test_images_that_can_be_shown_and_cannot (Case          *self,
                                          gconstpointer  data)
{
  static const char JPEG[] =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4"
    "UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj"
    "Y2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFRAB"
    "AQAAAAAAAAAAAAAAAAAAABP/xAAUAQEAAAAAAAAAAAAAAAAAAAAF/8QAFhEAAwAAAAAAAAAAAAAAAAAAABVh/9oADAMB"
    "AAIRAxEAPwDAqVRVKlFEGWlP/9k=";
  g_autofree char *png_path = g_test_build_filename (G_TEST_DIST, "..", "data", "screenshots",
                                                     "summary.png", NULL);
  g_autofree guchar *jpeg = NULL;
  g_autofree char *png = NULL;
  gsize n_jpeg, n_png;

  jpeg = g_base64_decode (JPEG, &n_jpeg);
  g_assert_true (g_file_get_contents (png_path, &png, &n_png, NULL));
  g_assert_cmpuint (inspect (self, "a.jpg", jpeg, n_jpeg).problems, ==, 0);
  g_assert_cmpuint (inspect (self, "a.jpeg", jpeg, n_jpeg - 20).problems, ==,
                    VOLETS_FILE_PROBLEM_DAMAGED);
  g_assert_cmpuint (inspect (self, "a.jpg", jpeg, 20).problems, ==, VOLETS_FILE_PROBLEM_DAMAGED);
  g_assert_cmpuint (inspect (self, "a.png", png, n_png).problems, ==, 0);
  g_assert_cmpuint (inspect (self, "a.png", png, n_png / 2).problems, ==,
                    VOLETS_FILE_PROBLEM_DAMAGED);
  g_assert_cmpuint (inspect (self, "a.png", jpeg, n_jpeg).problems & VOLETS_FILE_PROBLEM_DAMAGED,
                    !=, VOLETS_FILE_PROBLEM_SCRIPT);

  /* A few bytes that ask for gigabytes. */
  png[16] = png[20] = 0;
  png[17] = png[21] = 1;
  g_assert_cmpuint (inspect (self, "a.png", png, n_png).problems, ==,
                    VOLETS_FILE_PROBLEM_UNDECIDED);
}

static void
add_attachment (Case       *self,
                const char *path)
{
  VoletsRecord *record = volets_dossier_append (self->dossier, VOLETS_SECTION_ATTACHMENTS);

  volets_record_set_text (record, VOLETS_ATTACHMENT_KEY, "devis");
  volets_record_set_text (record, VOLETS_ATTACHMENT_PATH, path);
}

/* « code|sentence », a line each. */
static char *
describe (Case *self)
{
  g_autofree char *path = g_build_filename (self->folder, "mairie.volets", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GPtrArray) findings = volets_attachments_inspect (self->call, self->dossier, place,
                                                               NULL);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (finding->severity, ==, VOLETS_SEVERITY_WARNING);
      g_assert_cmpint (finding->section, ==, VOLETS_SECTION_ATTACHMENTS);
      g_assert_cmpint (finding->step, ==, VOLETS_STEP_ATTACHMENTS);
      g_assert_cmpint (finding->field, ==, VOLETS_ATTACHMENT_PATH);
      g_string_append_printf (lines, "%d|%s|%s|%s\n", finding->row, finding->code,
                              finding->source != NULL ? finding->source->id : "-",
                              finding->message);
    }

  return g_string_free (lines, FALSE);
}

static void
test_findings_say_which_file_and_what_to_do (Case          *self,
                                             gconstpointer  data)
{
  GString *pdf = write_page ("/OpenAction << /S /Launch /Next 4 0 R >>", "",
                             "<< /S /JavaScript /JS (a) >>");
  g_autofree char *path = put_file (self, "devis : 1.pdf", pdf->str, pdf->len);
  g_autofree char *large = g_strnfill (1000001, 'a');
  g_autofree char *long_path = put_file (self, "un nom qui est plus long que quarante octets.csv",
                                         large, 1000001);
  g_autofree char *text = NULL;

  g_string_free (pdf, TRUE);
  add_attachment (self, path);
  add_attachment (self, "un nom qui est plus long que quarante octets.csv");
  text = describe (self);
  g_assert_cmpstr (text, ==,
    "0|piece-nom-refuse|t|Pièce 1 : le fichier « devis : 1.pdf » a dans son nom le signe « : », "
    "que la plateforme ne prend pas ; renommez-le.\n"
    "0|piece-avec-script|-|Pièce 1 : le fichier « devis : 1.pdf » contient du code JavaScript, "
    "qu’un antivirus peut refuser ; imprimez-le en PDF et joignez le résultat.\n"
    "0|piece-avec-action|-|Pièce 1 : le fichier « devis : 1.pdf » fait quelque chose quand on "
    "l’ouvre (lancer un programme, envoyer un formulaire), ce qu’un antivirus peut refuser ; "
    "imprimez-le en PDF et joignez le résultat.\n"
    "1|piece-nom-trop-long|t|Pièce 2 : le fichier « un nom qui est plus long que quarante "
    "octets.csv » a un nom trop long pour la plateforme (48 octets, 40 au plus) ; "
    "raccourcissez-le.\n"
    "1|piece-trop-lourde|t|Pièce 2 : le fichier « un nom qui est plus long que quarante octets.csv "
    "» est trop lourd pour la plateforme (1\u202f000\u202f001\u00a0octets, 1\u202f000\u202f000"
    "\u00a0octets au plus) ; réduisez-le, ou partagez-le en plusieurs.\n");
}

/* What is not there is for whoever looks whether it is. */
static void
test_what_is_no_file_is_passed_over (Case          *self,
                                     gconstpointer  data)
{
  g_autofree char *pipe = g_build_filename (self->folder, "tube.pdf", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  add_attachment (self, "nulle-part.pdf");
  add_attachment (self, self->folder);
  add_attachment (self, pipe);
  add_attachment (self, NULL);
  text = describe (self);
  g_assert_cmpstr (text, ==, "");
}

static void
test_names_that_the_platform_takes (Case          *self,
                                    gconstpointer  data)
{
  static const struct {
    const char *name;
    const char *taken;
  } NAMES[] = {
    { "devis.pdf", "devis.pdf" },
    { "devis<2>: final;.pdf", "devis-2-- final-.pdf" },
    { "a/b\nc\\d.pdf", "a-b-c-d.pdf" },
    { "délibération du conseil municipal de Vaison.pdf",
      "délibération du conseil municipal.pdf" },
    { "ééééééééééééééééééééééééééééé.pdf", "éééééééééééééééééé.pdf" },
    { "sans-extension-mais-avec-un-nom-vraiment-long",
      "sans-extension-mais-avec-un-nom-vraiment" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *taken = volets_attachment_name_for (self->call, NAMES[i].name);

      g_assert_cmpstr (taken, ==, NAMES[i].taken);
    }
}

/* Whatever it says, what matters is that it says something, and that the program goes on. */
static void
test_damaged_files_harm_nobody (Case          *self,
                                gconstpointer  data)
{
  GString *pdf = write_page ("/OpenAction 4 0 R /AA << /WC 4 0 R >>",
                             "/Annots [<< /Subtype /Link /A 4 0 R >>]",
                             "<< /S /JavaScript /JS (a) >>");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20210331);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *bytes = g_memdup2 (pdf->str, pdf->len);

      for (guint j = 0; j < 1 + i / 4; j++)
        bytes[g_rand_int_range (rand, 0, (gint32) pdf->len)] = (char) g_rand_int (rand);
      inspect (self, "a.pdf", bytes, pdf->len - (i % 2 == 0 ? 0 : i * 7));
    }
  g_assert_cmpuint (inspect (self, "a.pdf", "", 0).problems, ==, VOLETS_FILE_PROBLEM_DAMAGED);
  g_assert_cmpuint (inspect (self, "a.pdf", "%PDF-1.7\n%%EOF\n", 15).problems, ==,
                    VOLETS_FILE_PROBLEM_DAMAGED);
  g_string_free (pdf, TRUE);
}

static void
test_pages_that_hold_themselves (Case          *self,
                                 gconstpointer  data)
{
  const char *const loop[] = {
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000000 >>",
    "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 5 >>", NULL,
  };
  GString *pdf = write_pdf (loop);
  VoletsFileInspection inspection = inspect (self, "a.pdf", pdf->str, pdf->len);

  g_assert_cmpuint (inspection.problems, !=, 0);
  g_string_free (pdf, TRUE);
}

static void
test_what_is_nested_without_end (Case          *self,
                                 gconstpointer  data)
{
  g_autofree char *open = g_strnfill (300000, '[');
  g_autofree char *close = g_strnfill (300000, ']');
  g_autofree char *deep = g_strconcat (open, close, NULL);
  g_autofree char *catalogue = g_strconcat ("/Deep ", deep, NULL);
  GString *pdf = write_page (catalogue, "", "null");

  inspect (self, "a.pdf", pdf->str, pdf->len);
  g_string_free (pdf, TRUE);
}

#ifndef __SANITIZE_ADDRESS__
static GBytes *
compress (gconstpointer data,
          gsize         length)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (data, (gssize) length,
                                                                        NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, converter);
  g_autoptr (GOutputStream) result = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (result, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (result));
}

static void
append_bits (GString *bytes,
             guint   *n_bits,
             guint    code,
             guint    length)
{
  for (guint i = length; i-- > 0; (*n_bits)++)
    {
      if (*n_bits % 8 == 0)
        g_string_append_c (bytes, 0);
      if (code >> i & 1)
        bytes->str[bytes->len - 1] |= (char) (1 << *n_bits % 8);
    }
}

/* As many zeros as @n_runs of 258, compressed by hand, which is faster: a zero byte, then copies of
 * what was before it (RFC 1951, fixed codes).
 */
static GString *
write_zeros (guint n_runs)
{
  GString *bytes = g_string_sized_new (n_runs * 2);
  guint n_bits = 16;

  g_string_append_len (bytes, "\x78\x9c", 2);
  append_bits (bytes, &n_bits, 1, 1);
  append_bits (bytes, &n_bits, 2, 2);
  append_bits (bytes, &n_bits, 0x30, 8);
  for (guint i = 0; i < n_runs; i++)
    {
      append_bits (bytes, &n_bits, 0xc5, 8);
      append_bits (bytes, &n_bits, 0, 5);
    }
  append_bits (bytes, &n_bits, 0, 7);
  g_string_append_len (bytes, "\0\0\0\0", 4);

  return bytes;
}

/* A small file whose objects unfold to more gigabytes than there may be memory. */
static void
test_a_bomb_takes_no_memory_of_ours (Case          *self,
                                     gconstpointer  data)
{
  GString *zeros = write_zeros (6 * 1024 * 1024);
  g_autoptr (GBytes) packed = compress (zeros->str, zeros->len);
  GString *pdf = g_string_new ("%PDF-1.7\n");
  gsize start, objects, n_packed;
  const char *bytes = g_bytes_get_data (packed, &n_packed);
  char places[8] = { 1, 0, 0, 0, 1, 0, 0, 0 };
  VoletsFileInspection inspection;

  objects = pdf->len;
  g_string_append_printf (pdf, "4 0 obj\n<< /Type /ObjStm /N 3 /First 20 /Filter [/FlateDecode "
                          "/FlateDecode] /Length %" G_GSIZE_FORMAT " >>\nstream\n", n_packed);
  g_string_append_len (pdf, bytes, (gssize) n_packed);
  g_string_append (pdf, "\nendstream\nendobj\n");
  start = pdf->len;
  g_string_append (pdf, "5 0 obj\n<< /Type /XRef /W [1 2 1] /Size 6 /Root 1 0 R /Length 24 >>\n"
                   "stream\n");
  g_string_append_len (pdf, "\0\0\0\0" "\2\0\4\0" "\2\0\4\1" "\2\0\4\2", 16);
  places[1] = (char) (objects >> 8);
  places[2] = (char) objects;
  places[5] = (char) (start >> 8);
  places[6] = (char) start;
  g_string_append_len (pdf, places, sizeof places);
  g_string_append_printf (pdf, "\nendstream\nendobj\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          start);

  g_assert_cmpuint (pdf->len, <, 100000);
  inspection = inspect (self, "a.pdf", pdf->str, pdf->len);
  g_assert_cmpuint (inspection.problems, !=, 0);
  g_assert_cmpuint (inspection.n_pages, ==, 0);
  g_string_free (pdf, TRUE);
  g_string_free (zeros, TRUE);
}
#endif

int
main (int   argc,
      char *argv[])
{
  if (volets_file_inspector_is_asked (argc, argv))
    return volets_file_inspector_answer (argv);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Case, NULL, set_up, function, tear_down)
  ADD ("/attachment-inspection/a-paper-of-ours-is-clean", test_a_paper_of_ours_is_clean);
  ADD ("/attachment-inspection/scripts-are-found-wherever-they-are",
       test_scripts_are_found_wherever_they_are);
  ADD ("/attachment-inspection/what-only-shows-a-page-is-no-script",
       test_what_only_shows_a_page_is_no_script);
  ADD ("/attachment-inspection/actions-are-found", test_actions_are_found);
  ADD ("/attachment-inspection/a-compressed-script-is-found", test_a_compressed_script_is_found);
  ADD ("/attachment-inspection/a-locked-file-is-found", test_a_locked_file_is_found);
  ADD ("/attachment-inspection/images-that-can-be-shown-and-cannot",
       test_images_that_can_be_shown_and_cannot);
  ADD ("/attachment-inspection/findings-say-which-file-and-what-to-do",
       test_findings_say_which_file_and_what_to_do);
  ADD ("/attachment-inspection/what-is-no-file-is-passed-over",
       test_what_is_no_file_is_passed_over);
  ADD ("/attachment-inspection/names-that-the-platform-takes", test_names_that_the_platform_takes);
  ADD ("/attachment-inspection/damaged-files-harm-nobody", test_damaged_files_harm_nobody);
  ADD ("/attachment-inspection/pages-that-hold-themselves", test_pages_that_hold_themselves);
  ADD ("/attachment-inspection/what-is-nested-without-end", test_what_is_nested_without_end);
#ifndef __SANITIZE_ADDRESS__
  ADD ("/attachment-inspection/a-bomb-takes-no-memory-of-ours",
       test_a_bomb_takes_no_memory_of_ours);
#endif

  return g_test_run ();
}
