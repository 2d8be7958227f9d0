/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window.h"

#include <gtk/gtkunixprint.h>
#include <poppler.h>

#include "documents/exports.h"
#include "engine/applicant.h"
#include "support/temp-folder.h"
#include "display.h"
#include "ui/preview/preview-page.h"
#include "ui/preview/save-button.h"
#include "ui/printing.h"

/* The papers as the window shows and prints them. */

#define TODAY "2021-03-16"

typedef struct {
  VoletsTestFolder  folder;
  VoletsWindow     *window;   /* weak */
  VoletsEditor     *editor;   /* of the window */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  application)
{
  volets_test_folder_set_up (&fixture->folder, NULL);
  g_set_weak_pointer (&fixture->window, volets_window_new (GTK_APPLICATION (application)));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-example",
                                             "s", "vaison-la-romaine"));
  fixture->editor = volets_window_get_editor (fixture->window);
  g_assert_nonnull (fixture->editor);
  volets_editor_set_today (fixture->editor, TODAY);
  volets_editor_flush (fixture->editor);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  VOLETS_TEST_WAIT (fixture->window == NULL);
  volets_test_folder_tear_down (&fixture->folder, NULL);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *prefix)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), prefix))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_label (child, prefix))
        return TRUE;
    }

  return FALSE;
}

static VoletsPreviewPage *
find_preview (Fixture *fixture)
{
  return (VoletsPreviewPage *) find_widget (GTK_WIDGET (fixture->window),
                                            VOLETS_TYPE_PREVIEW_PAGE);
}

static VoletsPreviewPage *
open_preview (Fixture    *fixture,
              const char *name)
{
  VoletsPreviewPage *preview;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.preview", "s",
                                             name));
  preview = find_preview (fixture);
  g_assert_nonnull (preview);
  VOLETS_TEST_WAIT (volets_preview_page_is_ready (preview));

  return preview;
}

static GBytes *
make_file (Fixture            *fixture,
           const VoletsExport *export)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = volets_export_make (export, volets_editor_get_dossier (fixture->editor),
                                      volets_editor_get_subsidy (fixture->editor), TODAY, &error);

  g_assert_no_error (error);
  return bytes;
}

static VoletsDocument *
create_paper (Fixture            *fixture,
              const VoletsExport *export)
{
  return volets_export_create (export, volets_editor_get_dossier (fixture->editor),
                               volets_editor_get_subsidy (fixture->editor), TODAY);
}

static const VoletsExport *
find_export (const char *name)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  for (guint i = 0; i < n_exports; i++)
    {
      if (g_str_equal (exports[i].name, name))
        return &exports[i];
    }
  g_assert_not_reached ();
}

static void
assert_shows_file (Fixture           *fixture,
                   VoletsPreviewPage *preview)
{
  g_autoptr (GBytes) file = make_file (fixture, volets_preview_page_get_paper (preview));

  g_assert_true (g_bytes_equal (volets_preview_page_get_pdf (preview), file));
}

/* What is looked at is, to the byte, what is saved; after a change too. */
static void
test_very_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);
  VoletsRecord *applicant = volets_dossier_get_record (
    volets_editor_get_dossier (fixture->editor), VOLETS_SECTION_APPLICANT);

  for (guint i = 0; i < n_exports; i++)
    {
      VoletsPreviewPage *preview;
      g_autoptr (GBytes) former = NULL;

      if (!volets_export_is_paper (&exports[i]))
        continue;

      preview = open_preview (fixture, exports[i].name);
      assert_shows_file (fixture, preview);
      former = g_bytes_ref (volets_preview_page_get_pdf (preview));
      volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, exports[i].title);
      volets_editor_flush (fixture->editor);
      g_assert_false (volets_preview_page_is_ready (preview));
      VOLETS_TEST_WAIT (volets_preview_page_is_ready (preview));
      g_assert_false (g_bytes_equal (former, volets_preview_page_get_pdf (preview)));
      assert_shows_file (fixture, preview);
    }
}

static VoletsSaveButton *
find_save_button (VoletsPreviewPage *preview)
{
  return (VoletsSaveButton *) find_widget (GTK_WIDGET (preview), VOLETS_TYPE_SAVE_BUTTON);
}

/* Saved from where it is looked at, a paper is the file that was seen. */
static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  VoletsPreviewPage *preview = open_preview (fixture, "deliberation");
  VoletsSaveButton *button = find_save_button (preview);
  GtkWidget *inner = find_widget (GTK_WIDGET (button), GTK_TYPE_BUTTON);
  g_autofree char *path = g_build_filename (fixture->folder.folder, "délibération.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *data_saved = NULL;
  g_autoptr (GBytes) saved = NULL;
  gsize size;

  g_assert_true (gtk_widget_is_sensitive (inner));
  volets_save_button_save (button, file);
  g_assert_true (g_file_get_contents (path, &data_saved, &size, NULL));
  saved = g_bytes_new (data_saved, size);
  g_assert_true (g_bytes_equal (saved, volets_preview_page_get_pdf (preview)));
  VOLETS_TEST_WAIT (has_label (GTK_WIDGET (fixture->window), "“délibération.pdf” saved"));

  volets_record_set_text (volets_dossier_get_record (volets_editor_get_dossier (fixture->editor),
                                                     VOLETS_SECTION_APPLICANT),
                          VOLETS_APPLICANT_NAME, "Commune de Nulle-Part");
  volets_editor_flush (fixture->editor);
  g_assert_false (gtk_widget_is_sensitive (inner));
  VOLETS_TEST_WAIT (volets_preview_page_is_ready (preview));
  g_assert_true (gtk_widget_is_sensitive (inner));
}

/* The reason stays until it is saved, or another paper is looked at. */
static void
test_save_refused (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char SENTENCE[] = "Le fichier ou le dossier n’existe pas";
  VoletsPreviewPage *preview = open_preview (fixture, "plan");
  GtkWidget *widget = GTK_WIDGET (preview);
  VoletsSaveButton *button = find_save_button (preview);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder.folder, "nulle-part",
                                                         "plan.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder.folder, "plan.pdf", NULL);

  volets_save_button_save (button, nowhere);
  g_assert_true (has_label (widget, SENTENCE));
  volets_test_folder_assert_n_files (&fixture->folder, 0);
  volets_save_button_save (button, file);
  g_assert_false (has_label (widget, SENTENCE));
  volets_test_folder_assert_n_files (&fixture->folder, 1);

  volets_save_button_save (button, nowhere);
  g_assert_true (has_label (widget, SENTENCE));
  open_preview (fixture, "summary");
  g_assert_false (has_label (widget, SENTENCE));
}

/* A change made while the dossier is worked in shows once the paper is looked at again. */
static void
test_back_and_forth (Fixture       *fixture,
                     gconstpointer  data)
{
  VoletsRecord *applicant = volets_dossier_get_record (
    volets_editor_get_dossier (fixture->editor), VOLETS_SECTION_APPLICANT);
  VoletsPreviewPage *preview = open_preview (fixture, "summary");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-preview", NULL);
  VOLETS_TEST_WAIT (find_preview (fixture) == NULL);
  volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, "Commune de Nulle-Part");
  volets_editor_flush (fixture->editor);
  g_assert_true (open_preview (fixture, "summary") == preview);
  assert_shows_file (fixture, preview);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *preview = GTK_WIDGET (open_preview (fixture, "summary"));
  GtkWidget *entry;

  gtk_widget_activate_action (preview, "preview.search", NULL);
  VOLETS_TEST_WAIT (find_widget (preview, GTK_TYPE_SEARCH_ENTRY) != NULL);
  entry = find_widget (preview, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "FINANCEMENT");
  VOLETS_TEST_WAIT (has_label (preview, "1 of "));
  g_signal_emit_by_name (entry, "next-match");
  g_assert_true (has_label (preview, "2 of "));
  gtk_editable_set_text (GTK_EDITABLE (entry), "baobab");
  VOLETS_TEST_WAIT (has_label (preview, "Not found"));
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *preview = GTK_WIDGET (open_preview (fixture, "summary"));

  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (preview, "preview.zoom-in", NULL);
  VOLETS_TEST_WAIT (volets_preview_page_is_ready (VOLETS_PREVIEW_PAGE (preview)));
  g_assert_true (has_label (preview, "400"));
  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (preview, "preview.zoom-out", NULL);
  VOLETS_TEST_WAIT (volets_preview_page_is_ready (VOLETS_PREVIEW_PAGE (preview)));
  g_assert_true (has_label (preview, "25"));
}

static PopplerDocument *
open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static char *
get_page_text (PopplerDocument *pdf,
               int              number)
{
  PopplerPage *page = poppler_document_get_page (pdf, number);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return text;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gboolean                *is_done)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  *is_done = TRUE;
}

static GtkPrintUnixDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window))
        return GTK_PRINT_UNIX_DIALOG (window);
    }

  return NULL;
}

/* Once the dialog has found the printer that it was told of. */
static void
agree (void)
{
  VOLETS_TEST_WAIT (find_dialog () != NULL
                    && gtk_print_unix_dialog_get_selected_printer (find_dialog ()) != NULL);
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), GTK_RESPONSE_OK);
}

static gboolean
is_whole_pdf (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  return g_file_get_contents (path, &data, &length, NULL) && length > 6
         && g_str_has_prefix (data + length - 6, "%%EOF");
}

/* Returns: (transfer full): what came out, in a file in the folder of @fixture */
static GBytes *
print (Fixture                 *fixture,
       GPtrArray               *papers,
       GtkPrintSettings        *settings,
       GtkPrintOperationAction  action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = volets_printing_new (papers, "Vaison", &error);
  g_autofree char *path = g_build_filename (fixture->folder.folder, "imprime.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *data = NULL;
  gboolean is_done = FALSE;
  gsize length;

  g_assert_no_error (error);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &is_done);
  if (settings != NULL)
    {
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
      gtk_print_operation_set_print_settings (operation, settings);
    }
  else
    {
      gtk_print_operation_set_export_filename (operation, path);
    }
  gtk_print_operation_run (operation, action, GTK_WINDOW (fixture->window), &error);
  g_assert_no_error (error);
  if (action == GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG)
    agree ();
  VOLETS_TEST_WAIT (is_done);
  /* A printer is done once it has all that it is going to write. */
  VOLETS_TEST_WAIT (is_whole_pdf (path));
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new (data, length);
}

/* Of the pages of all papers, those that are asked for, by the printer that writes files. */
static void
test_print_pages (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const NAMES[] = { "summary", "plan" };
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GBytes) printed = NULL;
  GtkPageRange ranges[2] = { { 1, 2 } };
  PopplerDocument *pdf;

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      const VoletsExport *export = find_export (NAMES[i]);
      g_autoptr (GBytes) bytes = make_file (fixture, export);
      PopplerDocument *file = open_pdf (bytes);

      for (int j = 0; j < poppler_document_get_n_pages (file); j++)
        g_ptr_array_add (pages, get_page_text (file, j));
      g_object_unref (file);
      g_ptr_array_add (papers, create_paper (fixture, export));
    }
  ranges[1].start = ranges[1].end = (int) pages->len - 1;

  /* The others look for printers on the network. */
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  gtk_print_settings_set_printer (settings, g_dgettext ("gtk40", "Print to File"));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, ranges, G_N_ELEMENTS (ranges));
  printed = print (fixture, papers, settings, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
  pdf = open_pdf (printed);

  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *actual = get_page_text (pdf, (int) i);

      g_assert_cmpstr (actual, ==, g_ptr_array_index (pages, i < 2 ? 1 + i : pages->len - 1));
    }
  g_object_unref (pdf);
}

/* Printed one after the other, the papers say on each page what their files say. */
static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) printed = NULL;
  PopplerDocument *pdf;
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);
  int page = 0;

  for (guint i = 0; i < n_exports; i++)
    {
      if (volets_export_is_paper (&exports[i]))
        g_ptr_array_add (papers, create_paper (fixture, &exports[i]));
    }
  printed = print (fixture, papers, NULL, GTK_PRINT_OPERATION_ACTION_EXPORT);
  pdf = open_pdf (printed);

  for (guint i = 0; i < n_exports; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      PopplerDocument *file;

      if (!volets_export_is_paper (&exports[i]))
        continue;
      bytes = make_file (fixture, &exports[i]);
      file = open_pdf (bytes);
      for (int j = 0; j < poppler_document_get_n_pages (file); j++)
        {
          g_autofree char *expected = get_page_text (file, j);
          g_autofree char *actual = get_page_text (pdf, page++);

          g_assert_cmpstr (actual, ==, expected);
        }
      g_object_unref (file);
    }
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, page);
  g_object_unref (pdf);
}

static void
add_tests (GtkApplication *application)
{
#define ADD(path, test) g_test_add (path, Fixture, application, set_up, test, tear_down)

  ADD ("/papers/the-very-bytes-that-are-saved", test_very_bytes);
  ADD ("/papers/saved-as-it-is-seen", test_save);
  ADD ("/papers/why-it-is-not-saved", test_save_refused);
  ADD ("/papers/a-change-while-it-is-not-looked-at", test_back_and_forth);
  ADD ("/papers/search", test_search);
  ADD ("/papers/zoom", test_zoom);
  ADD ("/papers/printed-like-the-file", test_print);
  ADD ("/papers/printed-pages-are-those-chosen", test_print_pages);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
