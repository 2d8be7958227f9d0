/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"

#include <string.h>

#include "engine/call-reader.h"
#include "engine/call-store.h"
#include "support/samples.h"

#define DAY "2021-03-31"

void
act_load (Act        *act,
          const char *example)
{
  g_autofree char *name = g_strconcat (example, ".volets", NULL);

  act->dossier = volets_test_load_example (name);
  act->call = volets_call_store_find (volets_dossier_get_call_id (act->dossier));
  act_compute (act);
}

void
act_load_empty (Act        *act,
                const char *call_id)
{
  act->dossier = volets_dossier_new (call_id);
  act->call = volets_call_store_find (call_id);
  act_compute (act);
}

static VoletsCall *
read_call (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autoptr (GBytes) bytes = volets_test_load (path);
  g_autoptr (GError) error = NULL;
  VoletsCall *call = volets_call_read (bytes, &error);

  g_assert_no_error (error);

  return call;
}

/* A dossier without an error, for a call that has the form of a platform. */
void
act_load_form (Act *act)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "form.volets", NULL);

  act->dossier = volets_test_load_dossier (path);
  act->call = read_call ("form-call.xml");
  act_compute (act);
}

void
act_set_applicant (Act                 *act,
                   VoletsApplicantKind  kind,
                   const char          *name,
                   const char          *role)
{
  VoletsRecord *applicant = act_get (act, VOLETS_SECTION_APPLICANT);

  volets_record_set_number (applicant, VOLETS_APPLICANT_KIND, kind);
  volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, name);
  volets_record_set_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_ROLE, role);
}

VoletsRecord *
act_get (Act           *act,
         VoletsSection  section)
{
  return volets_dossier_get_record (act->dossier, section);
}

void
act_compute (Act *act)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&act->subsidy, volets_subsidy_unref);
  act->subsidy = volets_subsidy_compute (act->call, act->dossier, &error);
  g_assert_no_error (error);
}

void
act_clear (Act *act)
{
  g_clear_object (&act->dossier);
  g_clear_pointer (&act->call, volets_call_unref);
  g_clear_pointer (&act->subsidy, volets_subsidy_unref);
}

const VoletsExport *
act_find_export (const char *name)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  for (guint i = 0; i < n_exports; i++)
    {
      if (g_str_equal (exports[i].name, name))
        return &exports[i];
    }

  g_error ("there is no export %s", name);
}

GBytes *
act_make (const Act  *act,
          const char *export,
          const char *date)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = volets_export_make (act_find_export (export), act->dossier, act->subsidy, date,
                                      &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

Pdf *
act_print (const Act  *act,
           const char *export)
{
  g_autoptr (GBytes) bytes = act_make (act, export, DAY);
  g_autoptr (GError) error = NULL;
  Pdf *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Poppler’s library gives the text in the order of the places on the page, and takes what stands
 * side by side for columns; its tool gives it in the order of the file, which is that of reading.
 */
gboolean
act_can_read (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftotext");

  return path != NULL;
}

char *
act_read_bytes (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) pdftotext =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                      "pdftotext", "-raw", "-enc", "UTF-8", "-", "-", NULL);
  g_autoptr (GBytes) text = NULL;
  g_autofree char *copy = NULL;
  g_auto (GStrv) no_break = NULL;
  g_autofree char *plain = NULL;
  g_auto (GStrv) narrow = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (pdftotext, pdf, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (pdftotext));

  copy = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  no_break = g_strsplit (copy, "\u00a0", -1);
  plain = g_strjoinv (" ", no_break);
  narrow = g_strsplit (plain, "\u202f", -1);
  return g_strjoinv (" ", narrow);
}

char *
act_read (const Act  *act,
          const char *export)
{
  g_autoptr (GBytes) bytes = act_make (act, export, DAY);

  return act_read_bytes (bytes);
}

/* The text of a paper without its spaces, since a page breaks lines where it has to. */
char *
act_squeeze (const Act  *act,
             const char *export)
{
  g_autofree char *text = act_read (act, export);

  return reader_squeeze (text);
}

void
act_assert_holds (const char *flat_text,
                  const char *words)
{
  g_autofree char *flat = reader_squeeze (words);

  if (strstr (flat_text, flat) == NULL)
    g_error ("the paper does not hold « %s »:\n%s", words, flat_text);
}

void
act_assert_lacks (const char *flat_text,
                  const char *words)
{
  g_autofree char *flat = reader_squeeze (words);

  if (strstr (flat_text, flat) != NULL)
    g_error ("the paper holds « %s »:\n%s", words, flat_text);
}

void
act_assert_order (const char        *flat_text,
                  const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) flat = NULL;

  for (; *words != NULL; words++)
    {
      g_autofree char *word = reader_squeeze (*words);

      g_strv_builder_add (builder, word);
    }
  flat = g_strv_builder_end (builder);
  reader_assert_in_order (flat_text, (const char *const *) flat);
}
