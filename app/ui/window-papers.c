/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "documents/exports.h"
#include "ui/printing.h"
#include "ui/sentence.h"
#include "ui/window-private.h"

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

  return NULL;
}

/* The papers of @names, as the answers are now. */
static GPtrArray *
create_papers (VoletsEditor       *editor,
               const char *const  *names)
{
  const VoletsSubsidy *subsidy = volets_editor_get_subsidy (editor);
  g_autofree char *today = volets_editor_get_today (editor);
  GPtrArray *papers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; subsidy != NULL && names[i] != NULL; i++)
    {
      const VoletsExport *export = find_export (names[i]);

      if (export != NULL && volets_export_is_paper (export))
        g_ptr_array_add (papers,
                         volets_export_create (export, volets_editor_get_dossier (editor), subsidy,
                                               today));
    }

  return papers;
}

static void
printed_cb (VoletsWindow            *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  volets_window_tell (self, error != NULL ? error->message : _("The printer did not answer."));
}

static void
print_papers_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VoletsWindow *self = VOLETS_WINDOW (widget);
  VoletsEditor *editor = volets_window_get_editor (self);
  g_autofree const char **names = g_variant_get_strv (parameter, NULL);
  g_autoptr (GPtrArray) papers = create_papers (editor, names);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (papers->len == 0)
    {
      volets_window_tell (self, _("The amounts are too large to be computed."));
      return;
    }

  operation = volets_printing_new (papers, volets_editor_get_title (editor), &error);
  if (operation == NULL)
    {
      volets_window_tell (self, error->message);
      return;
    }

  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

/* The paper that is looked at; else the last step asks which. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  VoletsWindow *self = VOLETS_WINDOW (widget);
  const VoletsExport *paper = volets_window_get_shown_paper (self);

  if (paper != NULL)
    gtk_widget_activate_action (widget, "win.print-papers", "^as",
                                ((const char *[]) { paper->name, NULL }));
  else
    volets_window_ask_what_to_print (self);
}

static void
preview_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  const VoletsExport *paper = find_export (g_variant_get_string (parameter, NULL));

  if (paper != NULL && volets_export_is_paper (paper))
    volets_window_show_paper (VOLETS_WINDOW (widget), paper);
}

static void
close_preview_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  volets_window_show_paper (VOLETS_WINDOW (widget), NULL);
}

/**
 * volets_window_install_papers:
 * @widget_class: the class of the window
 *
 * Installs the actions that show and print the papers of a dossier.
 */
void
volets_window_install_papers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.preview", "s", preview_cb);
  gtk_widget_class_install_action (widget_class, "win.close-preview", NULL, close_preview_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.print-papers", "as", print_papers_cb);
}
