/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"

#include <cairo-pdf.h>
#include <string.h>

#include "engine/school.h"
#include "support/samples.h"

#define DAY "2021-03-31"

/* Any answer of a draft may be missing: all that can be made of it is made all the same. */

static cairo_status_t
append_cb (gpointer       data,
           const guchar  *bytes,
           unsigned int   size)
{
  g_byte_array_append (data, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

/* The text of a paper as Cairo draws it; finishing its PDF would take most of the time. */
static char *
read_drawing (VoletsDocument *paper)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, array, 595, 842);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Pdf) pdf = NULL;

  for (guint i = 0; i < volets_document_get_n_pages (paper); i++)
    {
      volets_document_draw_page (paper, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  bytes = g_byte_array_free_to_bytes (array);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return reader_get_text (pdf);
}

static void
make_all (const Act  *act,
          const char *missing)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  g_test_message ("without %s", missing);
  for (guint i = 0; i < n_exports; i++)
    {
      g_autofree char *reason =
        volets_export_explain_missing (&exports[i], act->dossier, act->subsidy);

      /* The file for the filing is made of what is complete only. */
      if (reason != NULL || exports[i].is_filing)
        continue;
      if (volets_export_is_paper (&exports[i]))
        {
          g_autoptr (VoletsDocument) paper =
            volets_export_create (&exports[i], act->dossier, act->subsidy, DAY);
          g_autofree char *text = read_drawing (paper);

          if (strstr (text, "(null)") != NULL)
            g_error ("without %s, %s says « (null) »", missing, exports[i].name);
        }
      else
        {
          g_autoptr (GBytes) bytes = act_make (act, exports[i].name, DAY);

          g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
        }
    }
}

/* Makes all of a dossier in which one record, the first of its section, lacks one answer. */
static void
make_without (VoletsSection section,
              guint         field,
              gpointer      data)
{
  const Act *whole = data;
  const VoletsSectionInfo *info = volets_section_get_info (section);
  g_auto (Act) act = {
    .dossier = volets_dossier_copy (whole->dossier),
    .call = volets_call_ref (whole->call),
  };
  VoletsRecord *record;
  g_autofree char *missing = NULL;

  if (info->row_element != NULL && volets_dossier_get_n_rows (act.dossier, section) == 0)
    return;
  record = volets_test_get_first_record (act.dossier, section);
  if (!volets_record_has (record, field))
    return;

  missing = g_strdup_printf ("%s/%s", info->element,
                             volets_record_get_fields (record, NULL)[field].element);
  volets_test_clear_field (record, field);
  act_compute (&act);
  make_all (&act, missing);
}

static void
test_any_answer (gconstpointer example)
{
  g_auto (Act) act = { 0 };

  act_load (&act, example);
  volets_test_foreach_field (make_without, &act);
}

/* A school is named by its code where it has no name, and not at all where it has neither. */
static void
test_a_school_without_a_name (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *with_code = NULL;
  g_autofree char *with_nothing = NULL;
  VoletsRecord *school;

  act_load (&act, "syndicat-de-communes");
  school = volets_dossier_get_row (act.dossier, VOLETS_SECTION_SCHOOLS, 0);
  volets_record_set_text (school, VOLETS_SCHOOL_NAME, NULL);
  volets_record_set_text (school, VOLETS_SCHOOL_UAI, "0750655E");
  act_compute (&act);
  with_code = act_squeeze (&act, "deliberation");
  act_assert_holds (with_code, "dans 3 communes :");
  act_assert_holds (with_code, "0750655E (");

  volets_record_set_text (school, VOLETS_SCHOOL_UAI, NULL);
  act_compute (&act);
  with_nothing = act_squeeze (&act, "deliberation");
  act_assert_holds (with_nothing, "dans 3 communes.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (!act_can_read ())
    {
      g_print ("1..0 # SKIP pdftotext is not here\n");
      return 0;
    }

  g_test_add_func ("/missing-answers/a-school-without-a-name", test_a_school_without_a_name);
  g_test_add_data_func ("/missing-answers/village", "ecole-de-village", test_any_answer);
  g_test_add_data_func ("/missing-answers/syndicat", "syndicat-de-communes", test_any_answer);

  return g_test_run ();
}
